package tui

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"casebook/model/results"
	"casebook/tui/layout"
)

// A slowDriver is a person who types ahead: what the browser asks for is
// answered when the test says so, in any order.
type slowDriver struct {
	*driver
	asked []tea.Cmd
}

func driveSlowly(t *testing.T, library results.Library, width, height int, options Options) *slowDriver {
	d := &slowDriver{driver: &driver{t: t, app: New(t.Context(), library, options)}}
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	d.asked = append(d.asked, d.app.Init())
	return d
}

func (d *slowDriver) send(message tea.Msg) {
	_, command := d.app.Update(message)
	d.asked = append(d.asked, command)
}

func (d *slowDriver) press(keys ...string) {
	for _, key := range keys {
		if press, ok := keyNamed(key); ok {
			d.send(press)
			continue
		}
		for _, r := range key {
			d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
}

// answer lets one thing that was asked for arrive.
func (d *slowDriver) answer(at int) {
	command := d.asked[at]
	d.asked = slices.Delete(d.asked, at, at+1)
	if command == nil {
		return
	}
	switch message := command().(type) {
	case nil:
	case tea.BatchMsg:
		d.asked = append(d.asked, message...)
	default:
		d.copied(message)
		d.send(message)
	}
}

func (d *slowDriver) answerAll() {
	for len(d.asked) > 0 {
		d.answer(0)
	}
}

// state is where the reader is.
func (d *driver) state() string {
	a := d.app
	return fmt.Sprintf("%s, pane %d, typing %t, search %q, filters %v, link %d, source %t, opened %t, help %d, order %q, clipboard %d",
		d.selected(), a.focus, a.typing(), a.search.Text, a.chosen, a.detail.Link, a.detail.source, a.detail.opened, a.help.Top, a.sort, len(d.out))
}

// TestTypingAheadLeadsToTheSamePlace types without waiting, and lets the answers
// come between the keys at random, in any order.
func TestTypingAheadLeadsToTheSamePlace(t *testing.T) {
	t.Parallel()
	orders := uint64(30)
	if testing.Short() {
		orders = 4
	}
	scripts := [][]string{
		{"/", "facebook", "enter", "tab", "enter"},
		{"/", "facebook", "enter", "tab", "tab", "enter", "enter", "tab", "enter"},
		{"j", "enter", "tab", "enter"},
		{"j", "enter", "tab", "enter", "enter", "shift+tab", "enter"},
		{"j", "enter", "tab", "enter", "-", "tab", "tab", "tab", "enter", "o"},
		{"f", "j", "j", "enter", "2", "j", "enter", "tab", "enter"},
		{"f", "G", "l", "j", "enter", "2", "G", "s"},
		{"G", "enter", "enter", "tab"},
		{"G", "k", "enter", "G", "c"},
		{"j", "c", "s", "j", "C"},
		{"j", "l", "tab", "o", "j"},
		{"G", "k", "o", "o", "enter", "tab", "?", "G"},
		{"/", "person:ig", "tab", "enter", "enter", "tab", "enter"},
		{"/", "place:", "tab", "enter", "j", "enter"},
		{"/", "sychev zzz", "ctrl+x", "enter", "c"},
		{"R", "R", "j", "R", "enter", "tab", "enter"},
	}
	for number, script := range scripts {
		for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 20}} {
			patient := drive(t, newReports(), size[0], size[1], Options{})
			patient.press(script...)
			for seed := range orders {
				chance := rand.New(rand.NewPCG(seed, uint64(number)))
				d := driveSlowly(t, newReports(), size[0], size[1], Options{})
				for _, key := range script {
					d.press(key)
					for len(d.asked) > 0 && seed > 0 && chance.IntN(3) > 0 {
						d.answer(chance.IntN(len(d.asked)))
					}
				}
				for len(d.asked) > 0 {
					d.answer(chance.IntN(len(d.asked)))
				}
				if got, want := d.state(), patient.state(); got != want || len(d.app.keyboard.typedAhead) > 0 {
					t.Fatalf("%v at %v, seed %d, leads to\n%s, want\n%s", script, size, seed, got, want)
				}
			}
		}
	}
}

func TestEscGivesUpWhatWasTypedAhead(t *testing.T) {
	d := driveSlowly(t, newFake(), 80, 24, Options{})
	d.answerAll()
	d.press("j", "enter", "tab", "enter", "esc")
	d.answerAll()
	if d.app.focus != layout.Detail || d.app.detail.Link != 0 || len(d.app.chosen) > 0 {
		t.Errorf("after Esc: %s", d.state())
	}
	d.press("k", "esc") // nothing waits: Esc goes back although the case may be on its way
	if d.app.focus != layout.List {
		t.Error("Esc waits")
	}
}

func TestBlankAndQuitDoNotWait(t *testing.T) {
	d := driveSlowly(t, newFake(), 80, 24, Options{})
	d.answerAll()
	d.press("j", "enter", "tab", "z")
	if !d.app.blank {
		t.Error("z waits")
	}
	d.press("x", "q")
	ended := false
	for _, command := range d.asked {
		if command != nil {
			_, quit := command().(tea.QuitMsg)
			ended = ended || quit
		}
	}
	if !ended {
		t.Error("q waits")
	}
}

func TestAGateThatIsNotOnTheScreenStaysClosed(t *testing.T) {
	d := driveSlowly(t, newFake(), 120, 36, Options{})
	d.answerAll()
	d.press("G")
	d.answerAll()
	d.press("k", "enter") // on the case before it, which has not come yet
	d.seesNot("What the gate keeps back")
	d.answerAll()
	d.sees("How many migrants")
	if d.app.detail.opened {
		t.Error("a gate has been opened")
	}
}

func TestAFailureFreesTheKeys(t *testing.T) {
	library := newFake()
	d := driveSlowly(t, library, 80, 24, Options{})
	d.answerAll()
	d.press("j", "enter", "tab", "enter")
	library.Err = errors.New("disk on fire")
	d.answerAll()
	d.sees("disk on fire")
	library.Err = nil
	d.press("2", "k")
	d.answerAll()
	if d.selected() != "KAZ-2016-01" || d.app.focus != layout.List {
		t.Errorf("after a failure: %s", d.state())
	}
}

func TestAnOrderWhileTheFirstCaseIsSought(t *testing.T) {
	d := driveSlowly(t, newFake(), 80, 24, Options{Open: "KAZ-2016-04"})
	d.press("o")
	d.answerAll()
	if d.selected() != "KAZ-2016-04" {
		t.Errorf("%s is selected", d.selected())
	}
}
