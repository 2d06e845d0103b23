package plain

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"casebook/tui/browse/browsetest"
)

// TestOwn types whole sessions: of notes, saved searches, keeping, unlocking and
// locking. Passphrases are lines of the input.
func TestOwn(t *testing.T) {
	for _, test := range []struct {
		name   string
		keeper *browsetest.Keeper
		lines  []string
		sees   []string
		lacks  string
		kept   int // how many notes, marks and searches are kept then
	}{
		{"a note", &browsetest.Keeper{}, []string{"2", "note", "Zebra", "", "два\tтри", ".", "read"}, []string{"Note saved.", "Type \"keep\" to keep it in an encrypted file", "Your note, ", ": Zebra\n", ": два    три\n"}, "", 0},
		{"a note by number", &browsetest.Keeper{}, []string{"note 3", "Zebra", ".", "3"}, []string{"Your note on KAZ-2016-03", "Zebra\n"}, "", 0},
		{"discarded", &browsetest.Keeper{}, []string{"note 3", "Zebra", "!", "3"}, []string{"Discarded."}, "Zebra", 0},
		{"nothing typed", &browsetest.Keeper{}, []string{"note 3", ".", "notes"}, []string{"Nothing was typed", "You have no notes"}, "", 0},
		{"no command in a note", &browsetest.Keeper{}, []string{"note 3", "quit", "help", ".", "3"}, []string{": quit\n", ": help\n"}, "", 0},
		{"added to", &browsetest.Keeper{}, []string{"note 3", "Zebra", ".", "note 3", "Quagga", ".", "3"}, []string{"What you type now is added", ": Zebra\n", ": Quagga\n"}, "", 0},
		{"no escape sequence", &browsetest.Keeper{}, []string{"note 3", "\x1b[AZe\x1b]0;x\abra", ".", "3"}, []string{": Zebra\n"}, "\x1b", 0},
		{"listed", &browsetest.Keeper{}, []string{"note 3", "Zebra", ".", "find facebook", "save search Mine", "notes", "2", "notes", "1"}, []string{"1. search: Mine, facebook\n", "2. KAZ-2016-03, ", "Blogger's five-year term upheld\n", "Search: facebook."}, "", 0},
		{"a search with filters", &browsetest.Keeper{}, []string{"filter kind:event", "save Mine", "clear all", "notes", "1"}, []string{"1 active filter: Kind: event."}, "", 0},
		{"a view is saved", &browsetest.Keeper{}, []string{"people", "save Mine", "list", "notes", "1"}, []string{"Saved. Type \"notes\" for your searches."}, "", 0},
		{"deleted when asked twice", &browsetest.Keeper{}, []string{"note 3", "Zebra", ".", "delete 3", "delete 3", "notes"}, []string{"Repeat the command", "Deleted.", "You have no notes"}, "", 0},
		{"not deleted when asked once", &browsetest.Keeper{}, []string{"note 3", "Zebra", ".", "delete 3", "", "delete 3", "notes"}, []string{"1. KAZ-2016-03"}, "Deleted.", 0},
		{"a row is deleted", &browsetest.Keeper{}, []string{"save Mine", "notes", "delete 1", "delete 1", "notes"}, []string{"Deleted."}, "2.  search", 0},
		{"nothing to delete", &browsetest.Keeper{}, []string{"delete 3", "notes", "delete 9"}, []string{"You have no note on KAZ-2016-03."}, "Deleted", 0},
		{"kept", &browsetest.Keeper{}, []string{"note 3", "Zebra", ".", "mark 2", "keep", "pass", "pass", "mark 1"}, []string{"Choose a passphrase", "are saved"}, "pass\n", 3},
		{"two different passphrases", &browsetest.Keeper{}, []string{"mark 2", "keep", "a", "b", "pass", "pass"}, []string{"do not match", "are saved"}, "", 1},
		{"no passphrase", &browsetest.Keeper{}, []string{"mark 2", "keep", "", "where"}, []string{"stay locked"}, "", 0},
		{"cannot be kept", &browsetest.Keeper{Fails: errors.New("no room")}, []string{"mark 2", "keep", "pass", "pass"}, []string{"Not saved: no room"}, "are saved", 0},
		{"locked at first", browsetest.Kept("KAZ-2016-03", "Zebra"), []string{"3"}, []string{"Your notes are locked. Type \"notes\" to open them."}, "Zebra", 1},
		{"unlocked", browsetest.Kept("KAZ-2016-03", "Zebra"), []string{"notes", "pass", "1"}, []string{"1. KAZ-2016-03", ": Zebra\n"}, "", 1},
		{"a wrong passphrase", browsetest.Kept("KAZ-2016-03", "Zebra"), []string{"notes", "Pass", "pass"}, []string{"Wrong passphrase", "1. KAZ-2016-03"}, "", 1},
		{"left locked", browsetest.Kept("KAZ-2016-03", "Zebra"), []string{"notes", "", "3"}, []string{"stay locked"}, "Zebra", 1},
		{"a note asks first", browsetest.Kept("KAZ-2016-03", "Zebra"), []string{"note 3", "pass", "Quagga", "."}, []string{"Zebra\nThis is your note"}, "", 1},
		{"what was written before is kept too", browsetest.Kept("KAZ-2016-03", "Zebra"), []string{"mark 2", "keep", "pass"}, []string{"are saved"}, "", 2},
		{"a case that is gone", browsetest.Kept("XX-7", "Zebra"), []string{"notes", "pass", "1"}, []string{"There is no case XX-7", "\nZebra\n"}, "", 1},
		{"lock", browsetest.Kept("KAZ-2016-03", "Zebra"), []string{"notes", "pass", "lock", "3", "", "wrong", "pass", "list", "3"}, []string{"Locked.", "Wrong passphrase", "Unlocked.", ": Zebra\n"}, "", 1},
		{"nothing to lock", &browsetest.Keeper{}, []string{"lock"}, []string{"Nothing to lock"}, "", 0},
		{"quit asks", &browsetest.Keeper{}, []string{"mark 2", "quit", "where", "quit", "quit", "find zzz"}, []string{"are not saved. Type \"keep\""}, "zzz", 0},
		{"quit keeps", &browsetest.Keeper{}, []string{"mark 2", "quit", "keep", "pass", "pass", "quit"}, []string{"are saved"}, "", 1},
		{"an unfinished note is kept at the end", browsetest.Kept("KAZ-2016-03", "Zebra"), []string{"note 2", "pass", "Quagga"}, nil, "", 2},
	} {
		var out strings.Builder
		if err := Run(t.Context(), browsetest.New(), Options{Keeper: test.keeper}, Lines{In: strings.NewReader(strings.Join(test.lines, "\n") + "\n"), Out: &out}); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		for _, text := range test.sees {
			if !strings.Contains(out.String(), text) {
				t.Errorf("%s: the answers lack %q:\n%s", test.name, text, out.String())
			}
		}
		if test.lacks != "" && strings.Contains(out.String(), test.lacks) {
			t.Errorf("%s: the answers have %q:\n%s", test.name, test.lacks, out.String())
		}
		if k := test.keeper.Kept; len(k.Notes)+len(k.Marks)+len(k.Searches) != test.kept {
			t.Errorf("%s: kept are %+v", test.name, k)
		}
	}
}

// TestACaseOfTheNotesIsNotOfTheList: a number in the notes says nothing of the list.
func TestACaseOfTheNotesIsNotOfTheList(t *testing.T) {
	answers := converse(t, browsetest.New(), Options{}, "save Mine", "note 4", "Zebra", ".", "notes", "open 2", "where")
	if !strings.Contains(answers, "You are reading KAZ-2016-04") || strings.Contains(answers, "number 2 in the list") {
		t.Error(answers)
	}
}

// TestLockIdle locks a session in which nothing is typed, also in the middle of a
// note, which goes on when it is unlocked.
func TestLockIdle(t *testing.T) { synctest.Test(t, locksIdle) }

func locksIdle(t *testing.T) {
	in, typing := io.Pipe()
	out := &lockedBuffer{wrote: make(chan string, 1000)}
	k := browsetest.Kept("KAZ-2016-03", "Zebra")
	ended := make(chan error, 1)
	passphrases := make(chan string, 10)
	go func() {
		ended <- Run(context.Background(), browsetest.New(), Options{Keeper: k, Lock: 30 * time.Millisecond}, Lines{In: in, Out: out, Prompt: true, Secret: func(ctx context.Context, _ string) ([]byte, error) {
			return []byte(<-passphrases), nil
		}})
	}()
	passphrases <- "pass"
	io.WriteString(typing, "notes\n")
	out.waitFor(t, "Press Enter to type the passphrase.")
	if k.Known != "" || k.Forgotten != 1 {
		t.Errorf("the passphrase is still known: %+v", k)
	}
	passphrases <- "pass"
	io.WriteString(typing, "find secret\n") // not obeyed
	out.waitFor(t, "Unlocked.")
	io.WriteString(typing, "note KAZ-2016-02\n")
	io.WriteString(typing, "Quagga\n")
	out.waitFor(t, "Press Enter to type the passphrase.")
	passphrases <- "pass"
	io.WriteString(typing, "\n")
	out.waitFor(t, "Continue your note on KAZ-2016-02.")
	typing.Close()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	out.waitFor(t, "close the window to remove it.\n")
	if len(k.Kept.Notes) != 2 || strings.Contains(out.all, "secret") {
		t.Errorf("%+v\n%s", k.Kept, out.all)
	}
}

// A lockedBuffer passes on what is written to it.
type lockedBuffer struct {
	wrote chan string
	all   string // what waitFor has read
}

func (b *lockedBuffer) Write(text []byte) (int, error) {
	b.wrote <- string(text)
	return len(text), nil
}

// waitFor waits until a text is written, after what was waited for before.
func (b *lockedBuffer) waitFor(t *testing.T, text string) {
	t.Helper()
	from := len(b.all)
	for !strings.Contains(b.all[from:], text) {
		select {
		case more := <-b.wrote:
			b.all += more
		case <-time.After(20 * time.Second):
			t.Fatalf("%q is not written:\n%s", text, b.all)
		}
	}
}

// TestEndedKeeps keeps what a session has not kept yet that is ended from outside.
func TestEndedKeeps(t *testing.T) { synctest.Test(t, endedKeeps) }

func endedKeeps(t *testing.T) {
	in, typing := io.Pipe()
	k := browsetest.Kept("KAZ-2016-03", "Zebra")
	out := &lockedBuffer{wrote: make(chan string, 1000)}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- Run(ctx, browsetest.New(), Options{Keeper: k}, Lines{In: in, Out: out}) }()
	io.WriteString(typing, "notes\npass\nnote 1\nQuagga\n")
	out.waitFor(t, "a line with only a full stop")
	io.WriteString(typing, "Okapi\n")
	synctest.Wait() // what is typed is taken in before the end
	cancel()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	in.Close() // whoever reads still
	if len(k.Kept.Notes) != 1 || !strings.HasPrefix(k.Kept.Notes[0].Text, "Zebra\n\nQuagga") {
		t.Errorf("%+v", k.Kept)
	}
}
