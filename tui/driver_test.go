package tui

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"casebook/model/results"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// A driver is a person at the browser: it sends messages and waits until the
// browser is idle, which is when no command is left to run.
type driver struct {
	t   *testing.T
	app *App
	out []string // what commands gave that the browser does not take: the clipboard, the end
}

func drive(t *testing.T, library results.Library, width, height int, options Options) *driver {
	t.Helper()
	d := &driver{t: t, app: New(t.Context(), library, options)}
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	d.run(d.app.Init())
	return d
}

func (d *driver) send(message tea.Msg) {
	_, command := d.app.Update(message)
	d.run(command)
}

func (d *driver) run(command tea.Cmd) {
	if command == nil {
		return
	}
	switch message := command().(type) {
	case nil:
	case tea.BatchMsg:
		for _, command := range message {
			d.run(command)
		}
	default:
		d.copied(message)
		if _, quit := message.(tea.QuitMsg); quit {
			d.out = append(d.out, "quit")
		}
		d.send(message)
	}
}

// copied takes note of what a message puts into the clipboard.
func (d *driver) copied(message tea.Msg) {
	raw, _ := message.(tea.RawMsg)
	text, ok := strings.CutPrefix(fmt.Sprint(raw.Msg), "\x1b]52;c;")
	if !ok {
		return
	}
	copied, err := base64.StdEncoding.DecodeString(strings.TrimRight(text, "\a"))
	if err != nil {
		d.t.Errorf("the clipboard got %q: %v", text, err)
	}
	d.out = append(d.out, string(copied))
}

// press presses keys, named as the bindings name them; what is no key is typed.
func (d *driver) press(keys ...string) {
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

func keyNamed(name string) (tea.KeyPressMsg, bool) {
	codes := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft,
		"right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "space": tea.KeySpace,
	}
	key := tea.KeyPressMsg{}
	rest := name
	for {
		if after, ok := strings.CutPrefix(rest, "ctrl+"); ok {
			key.Mod |= tea.ModCtrl
			rest = after
		} else if after, ok := strings.CutPrefix(rest, "shift+"); ok {
			key.Mod |= tea.ModShift
			rest = after
		} else if after, ok := strings.CutPrefix(rest, "alt+"); ok {
			key.Mod |= tea.ModAlt
			rest = after
		} else {
			break
		}
	}
	if code, ok := codes[rest]; ok {
		key.Code = code
		if rest == "space" && key.Mod == 0 {
			key.Text = " "
		}
		return key, true
	}
	if key.Mod != 0 && len(rest) == 1 {
		key.Code = rune(rest[0])
		return key, true
	}
	return key, false
}

// screen is what the reader sees, without its looks.
func (d *driver) screen() string { return ansi.Strip(d.app.View().Content) }

func (d *driver) sees(texts ...string) {
	d.t.Helper()
	screen := d.screen()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			d.t.Errorf("the screen lacks %q:\n%s", text, screen)
		}
	}
}

func (d *driver) seesNot(texts ...string) {
	d.t.Helper()
	screen := d.screen()
	for _, text := range texts {
		if strings.Contains(screen, text) {
			d.t.Errorf("the screen has %q:\n%s", text, screen)
		}
	}
}

// selected is the id of the case at the cursor.
func (d *driver) selected() string {
	row, _ := d.app.list.Selected()
	return row.ID
}

// reads is sees for the document in the detail, however it is wrapped.
func (d *driver) reads(texts ...string) {
	d.t.Helper()
	document := strings.Join(strings.Fields(d.app.detail.Document.String()), " ")
	for _, text := range texts {
		if !strings.Contains(document, text) {
			d.t.Errorf("the detail lacks %q: %s", text, document)
		}
	}
}

// ScreenOf is what a reader of 100x40 sees after pressing keys.
func ScreenOf(t *testing.T, library results.Library, options Options, keys ...string) string {
	t.Helper()
	return ScreenAt(t, library, 100, 40, options, keys...)
}

// ScreenAt is what a reader of a screen of some size sees after pressing keys.
func ScreenAt(t *testing.T, library results.Library, width, height int, options Options, keys ...string) string {
	t.Helper()
	d := drive(t, library, width, height, options)
	d.press(keys...)
	return d.screen()
}
