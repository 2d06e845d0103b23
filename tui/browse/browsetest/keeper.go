package browsetest

import (
	"bytes"
	"context"

	"casebook/model/notebook"
	"casebook/tui/browse"
)

// A Keeper keeps in memory; what it seals is turned over, byte by byte.
type Keeper struct {
	There      bool   // something is kept
	Passphrase string // of what is kept
	Known      string // by the session
	Kept       notebook.Notebook
	Fails      error // of saving
	Forgotten  int
	Looked     int // whether something is kept
}

// Kept is what a session before has kept under the passphrase "pass": notes, each a
// case and a text.
func Kept(notes ...string) *Keeper {
	k := &Keeper{There: true, Passphrase: "pass"}
	for i := 0; i < len(notes); i += 2 {
		k.Kept.Notes = append(k.Kept.Notes, notebook.Note{Report: "kazakhstan-2016-17", Case: notes[i], Text: notes[i+1]})
	}
	return k
}

// Exists implements browse.Keeper.
func (k *Keeper) Exists() bool {
	k.Looked++
	return k.There
}

// Unlock implements browse.Keeper.
func (k *Keeper) Unlock(_ context.Context, passphrase []byte) (notebook.Notebook, error) {
	if k.There && string(passphrase) != k.Passphrase {
		return notebook.Notebook{}, browse.ErrPassphrase
	}
	k.Known = string(passphrase)
	return k.Kept, nil
}

// Save implements browse.Keeper.
func (k *Keeper) Save(_ context.Context, base, mine notebook.Notebook) (notebook.Notebook, error) {
	if k.Fails != nil {
		return mine, k.Fails
	}
	k.There, k.Passphrase = true, k.Known
	k.Kept = notebook.Merge(base, mine, k.Kept)
	return k.Kept, nil
}

// Seal implements browse.Keeper.
func (k *Keeper) Seal(text []byte) ([]byte, error) {
	return append([]byte(k.Known+"\x00"), turned(text)...), nil
}

// Open implements browse.Keeper.
func (k *Keeper) Open(sealed, passphrase []byte) ([]byte, error) {
	known, text, _ := bytes.Cut(sealed, []byte{0})
	if string(known) != string(passphrase) {
		return nil, browse.ErrPassphrase
	}
	k.Known = string(known)
	return turned(text), nil
}

// Forget implements browse.Keeper.
func (k *Keeper) Forget() { k.Known, k.Forgotten = "", k.Forgotten+1 }

func turned(text []byte) []byte {
	text = bytes.Clone(text)
	for i := range text {
		text[i] ^= 0xff
	}
	return text
}
