package serve

import (
	"errors"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

func TestReadKeys(t *testing.T) {
	line := strings.TrimSpace(string(gossh.MarshalAuthorizedKey(key("reader").PublicKey())))
	for _, test := range []struct{ name, file, wrong string }{
		{"one", line, ""},
		{"with a comment, blank lines and more", "# those who may come\r\n\r\n  " + line + " reader@home\r\n", ""},
		{"restrict", "restrict " + line, ""},
		{"what is never done", "no-pty-is-none " + line, "1:1: the option no-pty-is-none is not supported"},
		{"no forwarding", "no-port-forwarding,no-X11-forwarding,no-agent-forwarding,no-user-rc " + line, ""},
		{"expiry", `restrict,expiry-time="20300101Z" ` + line, ""},
		{"no time", `restrict,expiry-time="soon" ` + line, "1:10: expiry-time must be"},
		{"a command", "\n" + `restrict,command="ls, x" ` + line, "2:10: the option command is not supported"},
		{"from", ` from="10.0.0.1" ` + line, "1:2: the option from is not supported"},
		{"an authority", "cert-authority " + line, "the option cert-authority is not supported"},
		{"no key", "hello", "1:1: this is not a public key"},
		{"half a key", line[:40], "1:1: this is not a public key"},
		{"a short RSA key", "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDDAVR3rZkJTUqeUjAGKXf8CKm2cKIOYAI1KrSa3RGNHLPMIQr0jpBnzRCM7zLZUYGA4yLHcsVkSRJ6c2H1sTVNBVfBsFq3Kz0rXHSFYcwZpd7Ss4RBLJ2kM6cBKuPTwHVgZQj0OMAKGNQPaaNvDnP9bFbbf2h2NQNlLT3XQFRvEw==", "1:1: an RSA key must have 2048 bits"},
		{"nothing", "\n# none\n", ErrNoKeys.Error()},
	} {
		keys, err := ReadKeys(strings.NewReader(test.file))
		if test.wrong == "" {
			if err != nil || keys.Len() != 1 || !keys.Allows(key("reader").PublicKey(), time.Now()) || keys.Allows(key("stranger").PublicKey(), time.Now()) {
				t.Errorf("%s: %v", test.name, err)
			}
			continue
		}
		if err == nil || !strings.HasPrefix(err.Error(), test.wrong) && !strings.Contains(err.Error(), test.wrong) {
			t.Errorf("%s: %v, want %s", test.name, err, test.wrong)
		}
		if wrong := (*KeyError)(nil); !errors.Is(err, ErrNoKeys) && !errors.As(err, &wrong) {
			t.Errorf("%s: %T", test.name, err)
		}
	}
}

func TestKeysExpire(t *testing.T) {
	line := string(gossh.MarshalAuthorizedKey(key("reader").PublicKey()))
	for text, ends := range map[string]string{"20300102Z": "2030-01-02T00:00:00Z", "203001020304Z": "2030-01-02T03:04:00Z", "20300102030405z": "2030-01-02T03:04:05Z"} {
		keys, err := ReadKeys(strings.NewReader(`expiry-time="` + text + `" ` + line))
		if err != nil {
			t.Fatal(err)
		}
		at, _ := time.Parse(time.RFC3339, ends)
		if !keys.Allows(key("reader").PublicKey(), at.Add(-time.Second)) || keys.Allows(key("reader").PublicKey(), at) {
			t.Errorf("%s does not end at %s", text, ends)
		}
	}
}

func FuzzReadKeys(f *testing.F) {
	f.Add(`restrict,expiry-time="20300101" ` + string(gossh.MarshalAuthorizedKey(key("reader").PublicKey())))
	f.Add("from=\"a\\\"b\" ssh-ed25519 AAAA\n")
	f.Fuzz(func(t *testing.T, file string) {
		keys, err := ReadKeys(strings.NewReader(file))
		if (err == nil) != (keys != nil && keys.Len() > 0) {
			t.Errorf("%v, %v", keys, err)
		}
	})
}
