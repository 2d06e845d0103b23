package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/browse/browsetest"
)

// A watched library keeps the contexts that it is asked with.
type watched struct {
	*fake
	contexts map[string]context.Context
}

func (w watched) Case(ctx context.Context, id string) (model.Case, error) {
	w.contexts["case"] = ctx
	return w.fake.Case(ctx, id)
}

func (w watched) Find(ctx context.Context, query model.Query) (results.Page, error) {
	w.contexts["find"] = ctx
	return w.fake.Find(ctx, query)
}

func (w watched) Facets(ctx context.Context, query model.Query) (results.Counts, error) {
	w.contexts["facets"] = ctx
	return w.fake.Facets(ctx, query)
}

func (w watched) Report(ctx context.Context, id string) (model.Report, error) {
	w.contexts["report"] = ctx
	return w.fake.Report(ctx, id)
}

func (w watched) Complete(ctx context.Context, facet model.Facet, text string, limit int) ([]results.FacetValue, error) {
	w.contexts["complete"] = ctx
	return w.fake.Complete(ctx, facet, text, limit)
}

// Whatever is asked of the library ends with the session.
func TestNothingIsAskedForAfterTheSession(t *testing.T) {
	library := watched{newFake(), map[string]context.Context{}}
	for name, keys := range map[string][]string{
		"a case": {"j"}, "a search": {"/", "kind:ev"}, "a command": {":", "KAZ-2016-04"}, "a case by its id": {":", "KAZ-2016-04", "enter"}, "an export": {"w"},
	} {
		d := drive(t, library, 80, 24, Options{Export: func(context.Context, model.Query, string, bool) (int, string, error) { return 0, "", nil }})
		d.press(keys...)
		d.press("ctrl+c")
		for method, ctx := range library.contexts {
			if ctx.Err() == nil {
				t.Errorf("after %s, %s may go on when the session has ended", name, method)
			}
		}
	}
}

// A case that was called by its id is not gone to once something else has been
// asked for.
func TestALateCaseIsDropped(t *testing.T) {
	d := driveSlowly(t, browsetest.New(), 80, 24, Options{})
	d.answerAll()
	d.press(":", "KAZ-2016-04")
	d.answerAll()
	d.press("enter")
	var late []tea.Msg
	for _, command := range d.asked {
		if command != nil {
			late = append(late, command())
		}
	}
	d.asked = nil
	d.press("/", "sychev", "enter")
	d.answerAll()
	for _, message := range late {
		d.send(message)
	}
	d.answerAll()
	if d.app.search.Text != "sychev" || d.selected() != "KAZ-2016-03" {
		t.Errorf("the late case leads to %q at %s", d.app.search.Text, d.selected())
	}
}

// A library that cannot be read is told as such, and not as one without the case.
func TestALibraryThatCannotBeRead(t *testing.T) {
	library := browsetest.New()
	d := drive(t, library, 80, 24, Options{})
	d.press(":", "KAZ-2016-04")
	library.Err = errors.New("the disk is gone")
	d.press("enter")
	d.sees("Could not read the library: the disk is gone")
}

// Rows that are not the answer to what is asked are never without a word about it.
func TestAnUnansweredSearchIsSaidUntilItIsAnswered(t *testing.T) {
	library := browsetest.New()
	d := drive(t, library, 80, 24, Options{})
	library.Err = errors.New("the disk is gone")
	d.press("/", "sychev", "enter", "j", "k")
	d.sees("Could not read the library: the disk is gone")
	library.Err = nil
	d.press("esc")
	d.seesNot("the disk is gone")
}

type damage struct{}

func (damage) Error() string { return "the library is damaged" }
func (damage) Damaged()      {}

// Of a damaged library the first thing said is what to do, in 80 columns.
func TestADamagedLibrary(t *testing.T) {
	for language, want := range map[string]string{
		"en": " The library is damaged; run casebook doctor: the case KAZ-2016-04 was",
		"ru": " Библиотека повреждена; запустите casebook doctor: the case",
		"kk": " Кітапхана бүлінген; casebook doctor іске қосыңыз: the case",
	} {
		library := browsetest.New()
		d := drive(t, library, 80, 24, Options{Language: language})
		library.Err = fmt.Errorf("read: %w: the case KAZ-2016-04 was changed after the import, and more than a line", damage{})
		d.press(":", "KAZ-2016-04", "enter")
		d.sees(want, "than a line")
	}
}

// Somebody at another computer cannot run casebook doctor on the server.
func TestADamagedLibraryOverSSH(t *testing.T) {
	library := browsetest.New()
	d := drive(t, library, 80, 24, Options{Remote: true})
	library.Err = damage{}
	d.press(":", "KAZ-2016-04", "enter")
	d.sees("The library is damaged; tell the person who runs the server")
	d.seesNot("doctor")
}

// Where the cases could not be counted, nothing says that those shown are all.
func TestWhatWasNotCountedIsNotAll(t *testing.T) {
	d := drive(t, browsetest.New(), 80, 24, Options{})
	d.app.list.TotalUnknown = true
	d.send(ask.FacetsCounted{Reply: ask.Reply{To: d.app.shown.Number, Err: errors.New("the disk is gone")}})
	d.sees("the disk is gone", "+ cases")
	d.press("G") // does not wait for what does not come
	if len(d.app.keyboard.typedAhead) > 0 {
		t.Error("the key waits")
	}
}

// What is too long for a prompt is refused, and nothing of what is there is lost.
func TestALongPaste(t *testing.T) {
	d := drive(t, browsetest.New(), 80, 24, Options{})
	d.send(tea.PasteMsg{Content: "facebook"})
	d.sees("Nothing is pasted here")
	d.press("/", "facebook", "enter", "/") // selected: what is typed takes its place
	d.send(tea.PasteMsg{Content: strings.Repeat("x", 500)})
	d.sees("facebook", "Too long")
}

// What is typed while the terminal is too small is not lost; keys do nothing then.
func TestTypingWhileTheTerminalIsTooSmall(t *testing.T) {
	d := drive(t, browsetest.New(), 80, 24, Options{})
	d.press("/", "face")
	d.send(tea.WindowSizeMsg{Width: 1, Height: 1})
	d.press("boo", "enter")
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.press("k")
	d.sees("/ facebook")
	d.press("enter")
	d.send(tea.WindowSizeMsg{Width: 1, Height: 1})
	d.press("X", "q")
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.sees("/ facebook")
}

// A note is written beside the case that it is about.
func TestANoteBesideItsCase(t *testing.T) {
	d := drive(t, browsetest.New(), 80, 24, Options{Keeper: &browsetest.Keeper{}})
	d.press("j", "e", "Zebra")
	title, _ := d.app.list.Selected()
	d.sees("Your note on "+title.ID, "Zebra", "3 Detail", "unpublished book")
	if cursor := d.app.View().Cursor; cursor == nil || cursor.X != 2+len("Zebra") || cursor.Y != 2 {
		t.Errorf("the cursor is at %+v", cursor)
	}
	d.press("esc", "esc", "enter", "e") // over the whole width the case has no room beside it
	d.seesNot("3 Detail")
}

// TestANoteOutlivesAChangedPassphrase: a note that is being written is not lost where
// what was written before it cannot be saved.
func TestANoteOutlivesAChangedPassphrase(t *testing.T) {
	keeper := browsetest.Kept("KAZ-2016-05", "Zebra")
	d := driveSlowly(t, browsetest.New(), 80, 24, Options{Keeper: keeper})
	d.answerAll()
	d.press("E", "pass", "enter")
	d.answerAll()
	d.press("esc")
	keeper.Fails = browse.ErrPassphrase
	d.press("m", "e", "Quagga")
	d.answerAll()
	if screen := d.screen(); !strings.Contains(screen, "Quagga") || !strings.Contains(screen, "Not saved") {
		t.Errorf("the note is not on the screen any more:\n%s", screen)
	}
}

// With ASCII signs, the screen that is locked has none other.
// TestKeysLookForNoFile: whether there are notes to unlock is looked up at the start, not
// for each key and each picture.
func TestKeysLookForNoFile(t *testing.T) {
	for _, k := range []*browsetest.Keeper{{}, browsetest.Kept("KAZ-2016-02", "Zebra")} {
		d := drive(t, newFake(), 200, 24, Options{Keeper: k})
		d.screen()
		start := k.Looked
		for range 5 {
			d.press("j", "v", "/", "esc")
			d.screen()
		}
		if start > 1 || k.Looked > start {
			t.Errorf("looked %d times at the start, and %d times for keys", start, k.Looked-start)
		}
		d.press("E")
		d.screen()
	}
}

// TestAPassphraseThatIsTried: Esc cannot say that nothing is saved while the passphrase
// is being tried, after which the notes are saved.
func TestAPassphraseThatIsTried(t *testing.T) {
	k := &browsetest.Keeper{}
	d := driveSlowly(t, newFake(), 80, 24, Options{Keeper: k})
	d.answerAll()
	d.press("e", "a note", "ctrl+s")
	d.answerAll()
	d.press("k", "pass", "enter", "pass", "enter", "esc")
	d.sees("Please wait")
	d.press("enter")
	d.sees("Please wait")
	d.answerAll()
	if !k.There || d.app.prompt != nil {
		t.Errorf("kept %t, the prompt is %T", k.There, d.app.prompt)
	}
	d.seesNot("Not saved.")
}

func TestTheLockIsASCII(t *testing.T) {
	d := driveSlowly(t, browsetest.New(), 80, 24, Options{ASCII: true, Keeper: browsetest.Kept("KAZ-2016-05", "Zebra")})
	d.answerAll()
	d.press("E", "pass", "enter")
	d.answerAll()
	d.press("esc", "z")
	d.answerAll()
	d.press("pass", "enter")
	if screen := d.screen(); !strings.Contains(screen, "Please wait .") || strings.Contains(screen, "…") {
		t.Error(screen)
	}
}
