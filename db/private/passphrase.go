package private

import (
	"bytes"
	"reflect"
	"time"
	"unsafe"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"
)

// A Passphrase opens a file. It is stored as bytes, so that it can be overwritten, and in
// NFC (RFC 8265), since one keyboard types é as one letter, another as a letter and its
// accent.
type Passphrase struct {
	text  []byte
	typed []byte // where that is not the same; a file may have been encrypted with it
}

// NewPassphrase takes ownership of bytes; Wipe overwrites them.
func NewPassphrase(text []byte) *Passphrase {
	if norm.NFC.IsNormal(text) {
		return &Passphrase{text: text}
	}
	return &Passphrase{text: norm.NFC.Bytes(text), typed: text}
}

// Wipe overwrites the passphrase, which then opens nothing.
func (p *Passphrase) Wipe() {
	clear(p.text)
	clear(p.typed)
	p.text, p.typed = nil, nil
}

// IsEmpty reports whether there is none.
func (p *Passphrase) IsEmpty() bool { return p == nil || len(p.text) == 0 }

// Is reports whether two passphrases are equal.
func (p *Passphrase) Is(other *Passphrase) bool { return bytes.Equal(p.text, other.text) }

// asString returns a passphrase as a string without copying it.
func asString(text []byte) string { return unsafe.String(unsafe.SliceData(text), len(text)) }

// wipeCopy overwrites the copy of a passphrase that age has made for itself.
func wipeCopy(of any) {
	if copied := reflect.ValueOf(of).Elem().FieldByName("password"); copied.IsValid() && copied.Kind() == reflect.Slice {
		clear(copied.Bytes())
	}
}

// The work that goes into making a key of a passphrase, as the power of two that
// scrypt has for it. Each one more doubles the time and the memory: 18, which is
// what age itself takes, is 256 MB.
const (
	minWork     = 14
	maxWork     = 18
	measureWork = 13
	wantedTime  = time.Second
)

// workFactor is the work that takes this computer about a second. Tests put less
// in its place.
var workFactor = measuredWork

// measuredWork measures it: a thirtieth of a second and less.
func measuredWork() int {
	recipient, err := age.NewScryptRecipient("measure")
	if err != nil {
		return maxWork
	}
	recipient.SetWorkFactor(measureWork)
	begun := time.Now()
	if _, err := recipient.Wrap(make([]byte, 16)); err != nil {
		return maxWork
	}
	return workFor(time.Since(begun))
}

// workFor returns the work nearest to the wanted time, given the time of measureWork.
func workFor(measured time.Duration) int {
	work := measureWork
	for ; work < maxWork && measured*3/2 <= wantedTime; work++ { // two thirds of a second and above
		measured *= 2
	}
	return max(work, minWork)
}
