package tui_test

import (
	"errors"
	"strings"
	"testing"

	"casebook/tui"
	"casebook/tui/browse/browsetest"
)

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
		keeper *browsetest.Keeper
		keys   []string
		sees   []string
		lacks  string
	}{
		{"a note is written", &browsetest.Keeper{}, keysOf("e", typing("Zebra"), "enter", typing("два"), "ctrl+s", "esc"), []string{"Your note", "Zebra", "два"}, ""},
		{"it is offered to be kept", &browsetest.Keeper{}, keysOf("e", typing("Zebra"), "ctrl+s"), []string{"Save your notes, marks and searches? Otherwise they are lost when you quit.", "k keep", "Esc not now"}, "session only"},
		{"another key says which answer", &browsetest.Keeper{}, keysOf("e", typing("Zebra"), "ctrl+s", "y"), []string{"k: keep. Esc: not now."}, ""},
		{"Enter too", &browsetest.Keeper{}, keysOf("e", typing("Zebra"), "ctrl+s", "enter"), []string{"k: keep. Esc: not now."}, ""},
		{"also when leaving", &browsetest.Keeper{}, keysOf("m", "q", "enter"), []string{"k: keep. d: discard and quit. Esc: not now."}, ""},
		{"what becomes of it is said", &browsetest.Keeper{}, keysOf("e"), []string{"lost if the connection breaks"}, ""},
		{"and where it is kept", browsetest.Kept("KAZ-2016-01", "Zebra"), keysOf("e", typing("pass"), "enter"), []string{"kept even if"}, ""},
		{"Esc asks", &browsetest.Keeper{}, keysOf("e", typing("Zebra"), "esc"), []string{"Esc again", "Zebra"}, ""},
		{"and throws away", &browsetest.Keeper{}, keysOf("e", typing("Zebra"), "esc", "esc"), nil, "Zebra"},
		{"typing goes on", &browsetest.Keeper{}, keysOf("e", typing("Zebr"), "esc", "a", "esc"), []string{"Esc again"}, ""},
		{"an empty note is none", &browsetest.Keeper{}, keysOf("e", typing("Zebra"), "ctrl+s", "esc", "e", "ctrl+u", "ctrl+s"), []string{"Note removed."}, "Zebra"},
		{"a word of it is found", &browsetest.Keeper{}, keysOf("e", typing("Zebra"), "ctrl+s", "esc", "/", typing("zebra"), "enter"), []string{"1/47 cases", "in your note"}, ""},
		{"is:noted", &browsetest.Keeper{}, keysOf("j", "e", typing("Zebra"), "ctrl+s", "esc", "/", typing("is:noted"), "enter"), []string{"1/47 cases"}, ""},
		{"kept things are locked", browsetest.Kept("KAZ-2016-01", "Zebra"), nil, []string{"Your notes are locked"}, "Zebra"},
		{"the passphrase is not shown", browsetest.Kept("KAZ-2016-01", "Zebra"), keysOf("E", typing("pass")), []string{"****"}, "pass "},
		{"a wrong one", browsetest.Kept("KAZ-2016-01", "Zebra"), keysOf("E", typing("Pass"), "enter"), []string{"Wrong passphrase"}, "Zebra"},
		{"the right one lists notes", browsetest.Kept("KAZ-2016-01", "Zebra"), keysOf("E", typing("pass"), "enter"), []string{"KAZ-2016-01: Zebra"}, ""},
		{"and goes to them", browsetest.Kept("KAZ-2016-05", "Zebra"), keysOf("E", typing("pass"), "enter", "enter"), []string{"KAZ-2016-05", "Your note"}, ""},
		{"a case that is gone", browsetest.Kept("XX-7", "Zebra"), keysOf("E", typing("pass"), "enter", "enter"), []string{"Your note on XX-7", "Zebra", "There is no case XX-7"}, ""},
		{"a search is saved", &browsetest.Keeper{}, keysOf("/", typing("facebook"), "enter", ":", typing("save search Mine"), "enter", "esc", "/", "ctrl+u", "enter", "E", "enter"), []string{"4/47 cases"}, ""},
		{"leaving in the middle of a note asks", &browsetest.Keeper{}, keysOf("e", typing("Zebra"), "ctrl+c"), []string{"are not saved"}, ""},
		{"a note is still there when leaving is taken back", &browsetest.Keeper{}, keysOf("e", typing("Zebra"), "ctrl+c", "esc"), []string{"Your note", "Zebra"}, ""},
		{"leaving asks", &browsetest.Keeper{}, keysOf("m", "q"), []string{"are not saved"}, ""},
		{"and can be taken back", &browsetest.Keeper{}, keysOf("m", "q", "esc"), []string{"? help"}, "are not saved"},
		{"lock", browsetest.Kept("KAZ-2016-01", "Zebra"), keysOf("E", typing("pass"), "enter", "esc", "z"), []string{"Locked. Passphrase:"}, "Zebra"},
		{"a wrong passphrase unlocks nothing", browsetest.Kept("KAZ-2016-01", "Zebra"), keysOf("E", typing("pass"), "enter", "esc", "z", typing("wrong"), "enter"), []string{"Locked", "Wrong passphrase"}, "KAZ-2016"},
		{"the right one brings all back", browsetest.Kept("KAZ-2016-01", "Zebra"), keysOf("E", typing("pass"), "enter", "esc", "z", typing("pass"), "enter"), []string{"Zebra", "KAZ-2016-01"}, "Locked"},
		{"a note that is written too", browsetest.Kept("KAZ-2016-01", "Zebra"), keysOf("E", typing("pass"), "enter", "esc", "j", "e", typing("Quagga"), "ctrl+z", typing("pass"), "enter", "!"), []string{"Quagga!"}, "Locked"},
		{"without a passphrase any key", &browsetest.Keeper{}, keysOf("e", typing("Zebra"), "ctrl+s", "esc", "z", "x"), []string{"Zebra"}, ""},
		{"kept, then leaving is free", &browsetest.Keeper{}, keysOf("e", typing("Zebra"), "ctrl+s", "k", passTwice), []string{"Your note"}, "are not saved"},
		{"two different passphrases", &browsetest.Keeper{}, keysOf("e", typing("Zebra"), "ctrl+s", "k", typing("a"), "enter", typing("b"), "enter"), []string{"passphrases do not match"}, ""},
		{"what cannot be kept is said", &browsetest.Keeper{Fails: errors.New("no room")}, keysOf("e", typing("Zebra"), "ctrl+s", "k", passTwice), []string{"Not saved: no room"}, ""},
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
	k := browsetest.Kept("KAZ-2016-02", "Zebra")
	tui.ScreenOf(t, library, tui.Options{Keeper: k}, keysOf("m", "e", typing("pass"), "enter", typing("Quagga"), "ctrl+s")...)
	if len(k.Kept.Notes) != 2 || len(k.Kept.Marks) != 1 || k.Kept.Notes[0].Text+k.Kept.Notes[1].Text != "ZebraQuagga" {
		t.Errorf("%+v", k.Kept)
	}
	k = &browsetest.Keeper{}
	tui.ScreenOf(t, library, tui.Options{Keeper: k}, keysOf("m", "q", "k", typing("pass"), "enter", typing("pass"), "enter")...)
	if len(k.Kept.Marks) != 1 || k.Passphrase != "pass" {
		t.Errorf("%+v", k)
	}
	k = &browsetest.Keeper{}
	tui.ScreenOf(t, library, tui.Options{Keeper: k}, keysOf("m", "e", typing("Quagga"), "ctrl+c", "k", typing("pass"), "enter", typing("pass"), "enter")...)
	if len(k.Kept.Marks) != 1 || len(k.Kept.Notes) != 1 || k.Kept.Notes[0].Text != "Quagga" {
		t.Errorf("a note that leaving interrupted: kept are %+v", k.Kept)
	}
}
