package tui_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"casebook/model/notebook"
	"casebook/tui"
	"casebook/tui/browse"
)

// A fakeKeeper keeps in memory; what it seals is turned over, byte by byte.
type fakeKeeper struct {
	exists     bool
	passphrase string // of what is kept
	known      string // by the session
	kept       notebook.Notebook
	fails      error
	forgotten  int
}

func (k *fakeKeeper) Exists() bool { return k.exists }

func (k *fakeKeeper) Unlock(_ context.Context, passphrase []byte) (notebook.Notebook, error) {
	if k.exists && string(passphrase) != k.passphrase {
		return notebook.Notebook{}, browse.ErrPassphrase
	}
	k.known = string(passphrase)
	return k.kept, nil
}

func (k *fakeKeeper) Save(_ context.Context, base, mine notebook.Notebook) (notebook.Notebook, error) {
	if k.fails != nil {
		return mine, k.fails
	}
	k.exists, k.passphrase = true, k.known
	k.kept = notebook.Merge(base, mine, k.kept)
	return k.kept, nil
}

func turned(text []byte) []byte {
	text = bytes.Clone(text)
	for i := range text {
		text[i] ^= 0xff
	}
	return text
}

func (k *fakeKeeper) Seal(text []byte) ([]byte, error) {
	return append([]byte(k.known+"\x00"), turned(text)...), nil
}

func (k *fakeKeeper) Open(sealed, passphrase []byte) ([]byte, error) {
	known, text, _ := bytes.Cut(sealed, []byte{0})
	if string(known) != string(passphrase) {
		return nil, browse.ErrPassphrase
	}
	k.known = string(known)
	return turned(text), nil
}

func (k *fakeKeeper) Forget() { k.known, k.forgotten = "", k.forgotten+1 }

func kept(texts ...string) *fakeKeeper {
	k := &fakeKeeper{exists: true, passphrase: "pass"}
	for i := 0; i < len(texts); i += 2 {
		k.kept.Notes = append(k.kept.Notes, notebook.Note{Report: "kazakhstan-2016-17", Case: texts[i], Text: texts[i+1]})
	}
	return k
}

// typing is a text as single keys.
func typing(text string) []string { return strings.Split(text, "") }

func keysOf(parts ...any) []string {
	var all []string
	for _, part := range parts {
		switch part := part.(type) {
		case string:
			all = append(all, part)
		case []string:
			all = append(all, part...)
		}
	}
	return all
}

func TestNotes(t *testing.T) {
	library := seeded(t)
	passTwice := keysOf(typing("pass"), "enter", typing("pass"), "enter")
	for _, test := range []struct {
		name   string
		keeper *fakeKeeper
		keys   []string
		sees   []string
		lacks  string
	}{
		{"a note is written", &fakeKeeper{}, keysOf("e", typing("Zebra"), "enter", typing("два"), "ctrl+s", "esc"), []string{"Your note", "Zebra", "два"}, ""},
		{"it is offered to be kept", &fakeKeeper{}, keysOf("e", typing("Zebra"), "ctrl+s"), []string{"Keep your notes"}, ""},
		{"Esc asks", &fakeKeeper{}, keysOf("e", typing("Zebra"), "esc"), []string{"Esc again", "Zebra"}, ""},
		{"and throws away", &fakeKeeper{}, keysOf("e", typing("Zebra"), "esc", "esc"), nil, "Zebra"},
		{"typing goes on", &fakeKeeper{}, keysOf("e", typing("Zebr"), "esc", "a", "esc"), []string{"Esc again"}, ""},
		{"an empty note is none", &fakeKeeper{}, keysOf("e", typing("Zebra"), "ctrl+s", "esc", "e", "ctrl+u", "ctrl+s"), []string{"Note removed."}, "Zebra"},
		{"a word of it is found", &fakeKeeper{}, keysOf("e", typing("Zebra"), "ctrl+s", "esc", "/", typing("zebra"), "enter"), []string{"1/47 cases", "in your note"}, ""},
		{"is:noted", &fakeKeeper{}, keysOf("j", "e", typing("Zebra"), "ctrl+s", "esc", "/", typing("is:noted"), "enter"), []string{"1/47 cases"}, ""},
		{"kept things are locked", kept("KAZ-2016-01", "Zebra"), nil, []string{"Your notes are locked"}, "Zebra"},
		{"the passphrase is not shown", kept("KAZ-2016-01", "Zebra"), keysOf("E", typing("pass")), []string{"****"}, "pass "},
		{"a wrong one", kept("KAZ-2016-01", "Zebra"), keysOf("E", typing("Pass"), "enter"), []string{"Wrong passphrase"}, "Zebra"},
		{"the right one lists notes", kept("KAZ-2016-01", "Zebra"), keysOf("E", typing("pass"), "enter"), []string{"KAZ-2016-01: Zebra"}, ""},
		{"and goes to them", kept("KAZ-2016-05", "Zebra"), keysOf("E", typing("pass"), "enter", "enter"), []string{"KAZ-2016-05", "Your note"}, ""},
		{"a case that is gone", kept("XX-7", "Zebra"), keysOf("E", typing("pass"), "enter", "enter"), []string{"Your note on XX-7", "Zebra", "There is no case XX-7"}, ""},
		{"a search is saved", &fakeKeeper{}, keysOf("/", typing("facebook"), "enter", ":", typing("save search Mine"), "enter", "esc", "/", "ctrl+u", "enter", "E", "enter"), []string{"4/47 cases"}, ""},
		{"leaving asks", &fakeKeeper{}, keysOf("m", "q"), []string{"are not kept"}, ""},
		{"and can be taken back", &fakeKeeper{}, keysOf("m", "q", "esc"), []string{"? help"}, "are not kept"},
		{"lock", kept("KAZ-2016-01", "Zebra"), keysOf("E", typing("pass"), "enter", "esc", "z"), []string{"Locked. Passphrase:"}, "Zebra"},
		{"a wrong passphrase unlocks nothing", kept("KAZ-2016-01", "Zebra"), keysOf("E", typing("pass"), "enter", "esc", "z", typing("wrong"), "enter"), []string{"Locked", "Wrong passphrase"}, "KAZ-2016"},
		{"the right one brings all back", kept("KAZ-2016-01", "Zebra"), keysOf("E", typing("pass"), "enter", "esc", "z", typing("pass"), "enter"), []string{"Zebra", "KAZ-2016-01"}, "Locked"},
		{"a note that is written too", kept("KAZ-2016-01", "Zebra"), keysOf("E", typing("pass"), "enter", "esc", "j", "e", typing("Quagga"), "ctrl+z", typing("pass"), "enter", "!"), []string{"Quagga!"}, "Locked"},
		{"without a passphrase any key", &fakeKeeper{}, keysOf("e", typing("Zebra"), "ctrl+s", "esc", "z", "x"), []string{"Zebra"}, ""},
		{"kept, then leaving is free", &fakeKeeper{}, keysOf("e", typing("Zebra"), "ctrl+s", "k", passTwice), []string{"Your note"}, "are not kept"},
		{"two different passphrases", &fakeKeeper{}, keysOf("e", typing("Zebra"), "ctrl+s", "k", typing("a"), "enter", typing("b"), "enter"), []string{"two different passphrases"}, ""},
		{"what cannot be kept is said", &fakeKeeper{fails: errors.New("no room")}, keysOf("e", typing("Zebra"), "ctrl+s", "k", passTwice), []string{"Not kept: no room"}, ""},
	} {
		screen := tui.ScreenOf(t, library, tui.Options{Keeper: test.keeper}, test.keys...)
		for _, text := range test.sees {
			if !strings.Contains(screen, text) {
				t.Errorf("%s: the screen lacks %q:\n%s", test.name, text, screen)
			}
		}
		if test.lacks != "" && strings.Contains(screen, test.lacks) {
			t.Errorf("%s: the screen has %q:\n%s", test.name, test.lacks, screen)
		}
	}
}

// TestKept: what is written down is kept as soon as the passphrase is known, and
// what was kept is not lost.
func TestKept(t *testing.T) {
	library := seeded(t)
	k := kept("KAZ-2016-02", "Zebra")
	tui.ScreenOf(t, library, tui.Options{Keeper: k}, keysOf("m", "e", typing("pass"), "enter", typing("Quagga"), "ctrl+s")...)
	if len(k.kept.Notes) != 2 || len(k.kept.Marks) != 1 || k.kept.Notes[0].Text+k.kept.Notes[1].Text != "ZebraQuagga" {
		t.Errorf("%+v", k.kept)
	}
	k = &fakeKeeper{}
	tui.ScreenOf(t, library, tui.Options{Keeper: k}, keysOf("m", "q", "k", typing("pass"), "enter", typing("pass"), "enter")...)
	if len(k.kept.Marks) != 1 || k.passphrase != "pass" {
		t.Errorf("%+v", k)
	}
}
