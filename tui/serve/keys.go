package serve

import (
	"bufio"
	"bytes"
	"crypto/rsa"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// Keys are the keys of a server's users: a file in the format of OpenSSH's
// authorized_keys (sshd(8), AUTHORIZED_KEYS FILE FORMAT).
type Keys struct {
	expiries map[string]time.Time // by the key's bytes; zero: it does not expire
}

// ErrNoKeys is the error of a file without keys.
var ErrNoKeys = errors.New("it has no keys")

// A KeyError is a line of the file that is not accepted.
type KeyError struct {
	Line, Column int // from 1
	Message      string
}

func (e *KeyError) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message) }

// maxKeysLine is how long a line may be, in bytes.
const maxKeysLine = 64 << 10

// minRSA is how long an RSA key must be, in bits (NIST SP 800-131A).
const minRSA = 2048

// ReadKeys reads a file. An invalid line is a *KeyError, since an option that was
// written must not be ignored.
func ReadKeys(file io.Reader) (*Keys, error) {
	keys := &Keys{expiries: map[string]time.Time{}}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, maxKeysLine)
	for number := 1; lines.Scan(); number++ {
		text := bytes.TrimSpace(lines.Bytes())
		if len(text) == 0 || text[0] == '#' {
			continue
		}
		column := 1 + bytes.Index(lines.Bytes(), text)
		wrong := func(message string, arguments ...any) error {
			return &KeyError{number, column, fmt.Sprintf(message, arguments...)}
		}
		key, _, options, _, err := gossh.ParseAuthorizedKey(text)
		if err != nil {
			return nil, wrong("this is not a public key; each line is the content of a file such as id_ed25519.pub")
		}
		if err := strongEnough(key); err != nil {
			return nil, wrong("%s", err)
		}
		expiry := time.Time{}
		for _, option := range options {
			name, value, _ := strings.Cut(option, "=")
			column = 1 + bytes.Index(lines.Bytes(), []byte(option))
			switch strings.ToLower(name) {
			case "restrict", "no-agent-forwarding", "no-port-forwarding", "no-x11-forwarding", "no-user-rc": // forwarding is never allowed
			case "expiry-time":
				if expiry, err = expiryTime(strings.Trim(value, `"`)); err != nil {
					return nil, wrong("expiry-time must be YYYYMMDD or YYYYMMDDHHMM[SS], with Z at the end for UTC")
				}
			default:
				return nil, wrong("the option %s is not supported; restrict and expiry-time are", name)
			}
		}
		if _, listed := keys.expiries[string(key.Marshal())]; !listed { // the first line of a key counts, as in sshd
			keys.expiries[string(key.Marshal())] = expiry
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if len(keys.expiries) == 0 {
		return nil, ErrNoKeys
	}
	return keys, nil
}

// Len is how many keys there are.
func (k *Keys) Len() int { return len(k.expiries) }

// Allows reports whether a key is listed, and has not expired.
func (k *Keys) Allows(key gossh.PublicKey, now time.Time) bool {
	expiry, listed := k.expiries[string(key.Marshal())]
	return listed && (expiry.IsZero() || now.Before(expiry))
}

// strongEnough returns why a key is too weak.
func strongEnough(key gossh.PublicKey) error {
	switch key.Type() {
	case gossh.KeyAlgoED25519, gossh.KeyAlgoSKED25519, gossh.KeyAlgoSKECDSA256, gossh.KeyAlgoECDSA256, gossh.KeyAlgoECDSA384, gossh.KeyAlgoECDSA521:
		return nil
	case gossh.KeyAlgoRSA:
		public, ok := key.(gossh.CryptoPublicKey).CryptoPublicKey().(*rsa.PublicKey)
		if ok && public.N.BitLen() >= minRSA {
			return nil
		}
		return fmt.Errorf("an RSA key must have %d bits or more; ssh-keygen -t ed25519 makes a better one", minRSA)
	}
	return fmt.Errorf("keys of the type %s are not supported; ssh-keygen -t ed25519 makes one that is", key.Type())
}

// expiryTime reads the time of the option expiry-time: in the system's time zone,
// or with Z in UTC.
func expiryTime(text string) (time.Time, error) {
	digits, utc := strings.CutSuffix(strings.ToUpper(text), "Z")
	zone := time.Local
	if utc {
		zone = time.UTC
	}
	for _, layout := range []string{"20060102", "200601021504", "20060102150405"} {
		if len(digits) == len(layout) {
			return time.ParseInLocation(layout, digits, zone)
		}
	}
	return time.Time{}, errors.New("not a time")
}
