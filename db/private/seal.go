package private

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"filippo.io/age"
	"filippo.io/age/agessh"
	"filippo.io/age/armor"
	"golang.org/x/crypto/ssh"

	"casebook/model/notebook"
)

// A Recipient is somebody's public key, and an Identity a secret one.
type (
	Recipient = age.Recipient
	Identity  = age.Identity
)

// format is the version of the content. A newer one is not read, so that it is not
// overwritten with less.
const format = 1

// block is the padding of the content, so that the size of a file says little about it.
const block = 4096

// maxFile is the maximum size of a file, in bytes.
const maxFile = 64 << 20

// A content is the JSON inside a file.
type content struct {
	Casebook int `json:"casebook_private"`
	notebook.Notebook
}

// Encode returns a notebook as the JSON inside a file.
func Encode(n notebook.Notebook) ([]byte, error) {
	text, err := json.Marshal(content{format, n})
	if err != nil {
		return nil, err
	}
	padded := make([]byte, (len(text)/block+1)*block)
	clear(padded[copy(padded, text):])
	for i := len(text); i < len(padded)-1; i++ {
		padded[i] = ' '
	}
	padded[len(padded)-1] = '\n'
	clear(text)
	return padded, nil
}

// Decode reads what Encode has written: ErrNewer, ErrDamaged.
func Decode(text []byte) (notebook.Notebook, error) {
	var version struct {
		Casebook int `json:"casebook_private"`
	}
	if err := json.Unmarshal(text, &version); err != nil || version.Casebook < 1 {
		return notebook.Notebook{}, fmt.Errorf("%w: it contains no casebook notes", ErrDamaged)
	}
	if version.Casebook > format {
		return notebook.Notebook{}, ErrNewer
	}
	var c content
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&c); err != nil {
		return notebook.Notebook{}, fmt.Errorf("%w: %w", ErrNewer, err)
	}
	return c.Notebook, nil
}

// Seal encrypts bytes with a passphrase.
func Seal(text []byte, passphrase *Passphrase) ([]byte, error) {
	recipient, err := age.NewScryptRecipient(asString(passphrase.text))
	if err != nil {
		return nil, err
	}
	defer debug.FreeOSMemory() // scrypt takes up to 256 MB
	defer wipeCopy(recipient)
	recipient.SetWorkFactor(workFactor())
	return SealFor(text, recipient)
}

// SealFor encrypts bytes for recipients.
func SealFor(text []byte, recipients ...Recipient) ([]byte, error) {
	var sealed bytes.Buffer
	sealed.Grow(len(text) + 1024)
	w, err := age.Encrypt(&sealed, recipients...)
	if err == nil {
		_, err = w.Write(text)
	}
	if err == nil {
		err = w.Close()
	}
	return sealed.Bytes(), err
}

// Open decrypts what Seal has encrypted. Errors: ErrPassphrase, ErrDamaged.
func Open(sealed []byte, passphrase *Passphrase) ([]byte, error) {
	text, err := openWith(sealed, passphrase.text)
	if errors.Is(err, ErrPassphrase) && len(passphrase.typed) > 0 {
		return openWith(sealed, passphrase.typed)
	}
	return text, err
}

func openWith(sealed, passphrase []byte) ([]byte, error) {
	identity, err := age.NewScryptIdentity(asString(passphrase))
	if err != nil {
		return nil, ErrPassphrase
	}
	defer debug.FreeOSMemory() // scrypt takes up to 256 MB
	defer wipeCopy(identity)
	return OpenAs(sealed, identity)
}

// OpenAs decrypts bytes that were encrypted for recipients. Errors: ErrPassphrase if no
// identity fits, ErrDamaged.
func OpenAs(sealed []byte, identities ...Identity) ([]byte, error) {
	source := io.Reader(bytes.NewReader(sealed))
	if bytes.HasPrefix(bytes.TrimSpace(sealed), []byte(armor.Header)) {
		source = armor.NewReader(source)
	}
	r, err := age.Decrypt(source, identities...)
	if errors.Is(err, age.ErrIncorrectIdentity) {
		return nil, ErrPassphrase
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	text := bytes.NewBuffer(make([]byte, 0, len(sealed)+bytes.MinRead))
	if _, err := text.ReadFrom(r); err != nil {
		clear(text.Bytes())
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return text.Bytes(), nil
}

// IsForPassphrase reports whether sealed bytes are encrypted with a passphrase, and whether
// they are an age file.
func IsForPassphrase(sealed []byte) (passphrase, isAge bool) {
	if bytes.HasPrefix(bytes.TrimSpace(sealed), []byte(armor.Header)) {
		sealed, _ = io.ReadAll(io.LimitReader(armor.NewReader(bytes.NewReader(sealed)), 4096))
	}
	rest, isAge := bytes.CutPrefix(sealed, []byte("age-encryption.org/v1\n"))
	return bytes.HasPrefix(rest, []byte("-> scrypt ")), isAge
}

// ParseRecipient reads somebody's public key: age1..., or a line of an SSH key
// (ssh-ed25519 ..., ssh-rsa ...).
func ParseRecipient(text string) (Recipient, error) {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "ssh-") {
		return agessh.ParseRecipient(text)
	}
	all, err := age.ParseRecipients(strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	if len(all) != 1 {
		return nil, errors.New("it must be exactly one key")
	}
	return all[0], nil
}

// ParseIdentities reads the secret keys of a file: those of age-keygen, or an SSH key. It
// asks for the passphrase of an encrypted SSH key.
func ParseIdentities(text []byte, ask func() ([]byte, error)) ([]Identity, error) {
	if !bytes.Contains(text, []byte("PRIVATE KEY-----")) {
		return age.ParseIdentities(bytes.NewReader(text))
	}
	identity, err := agessh.ParseIdentity(text)
	if err == nil {
		return []Identity{identity}, nil
	}
	var locked *ssh.PassphraseMissingError
	if !errors.As(err, &locked) || locked.PublicKey == nil {
		return nil, err
	}
	encrypted, err := agessh.NewEncryptedSSHIdentity(locked.PublicKey, text, ask)
	return []Identity{encrypted}, err
}
