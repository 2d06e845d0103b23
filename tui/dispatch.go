package tui

import (
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"casebook/model/safe"
	"casebook/tui/keys"
	"casebook/tui/layout"
	"casebook/tui/prompt"
	"casebook/tui/widget"
	"casebook/tui/words"
)

// A keyboard is what has been typed.
type keyboard struct {
	typedAhead []tea.KeyPressMsg // keys that wait for a reply
	last       *action           // what the last key did
	repeated   bool              // the key before it did the same
	used       bool              // a key has been pressed, or the mouse
}

// scope is where the keys go: the prompt, or the pane that has the focus.
func (a *App) scope() keys.Scope {
	switch {
	case a.prompt != nil:
		return a.prompt.Scope()
	case a.focus == layout.List && a.showsView():
		return keys.View
	}
	return [...]keys.Scope{layout.Filters: keys.Filters, layout.List: keys.Cases, layout.Detail: keys.Detail, layout.Help: keys.Help}[a.focus]
}

// action returns what a key does now; nil: nothing. While nothing is typed, a letter
// without an action counts as the Latin letter on the same key.
func (a *App) action(press tea.KeyPressMsg) *action {
	scope := a.scope()
	find := func(key string) *action {
		at := slices.IndexFunc(a.actions, func(row action) bool { return row.Takes(scope, key) })
		if at < 0 {
			return nil
		}
		return &a.actions[at]
	}
	if found := find(press.String()); found != nil || a.prompt != nil {
		return found
	}
	if key, ok := keys.Latin(press); ok {
		return find(key)
	}
	return nil
}

// onKey runs the action of a key, or keeps the key until the reply that it needs has
// come.
func (a *App) onKey(press tea.KeyPressMsg) tea.Cmd {
	if command, locked := a.own.OnKey(press); locked {
		return command
	}
	if a.blank {
		a.blank = false
		if press.String() != "ctrl+c" {
			return nil
		}
	}
	a.notice, a.keyboard.used = "", true
	row := a.action(press)
	switch {
	case row != nil && row.atOnce:
	case a.layout.TooSmall && (a.prompt == nil || row != nil):
		return nil // except a letter of a text, which is not lost
	case row == nil && press.Mod.Contains(tea.ModAlt):
		return a.onEscapeAndKey(press)
	case len(a.keyboard.typedAhead) > 0 && press.Code == tea.KeyEscape:
		a.keyboard.typedAhead = nil // it runs before the keys typed ahead
		return nil
	case len(a.keyboard.typedAhead) > 0 || row.mustWait(a):
		a.keyboard.typedAhead = append(a.keyboard.typedAhead, press)
		return nil
	}
	return a.dispatch(row, press)
}

// onEscapeAndKey handles Esc and a key that arrived together over a slow link and look
// like alt and the key.
func (a *App) onEscapeAndKey(press tea.KeyPressMsg) tea.Cmd {
	press.Mod &^= tea.ModAlt
	if unicode.IsPrint(press.Code) && press.Mod == 0 {
		press.Text = string(press.Code)
	}
	return tea.Batch(a.onKey(tea.KeyPressMsg{Code: tea.KeyEscape}), a.onKey(press))
}

// dispatch runs the action of a key, inserts the key, or says why it does nothing.
func (a *App) dispatch(row *action, press tea.KeyPressMsg) tea.Cmd {
	switch {
	case row != nil:
		return a.runAction(row)
	case a.prompt != nil && press.Text != "":
		return a.insert(press.Text)
	}
	a.keyboard.last = nil
	a.notice = a.explainUnbound(press.String())
	return nil
}

// runAction runs an action, or says why it would do nothing.
func (a *App) runAction(row *action) tea.Cmd {
	a.keyboard.repeated, a.keyboard.last = row == a.keyboard.last, row
	if a.notice = row.reason(a); a.notice != "" {
		return nil
	}
	return row.run(a)
}

// reason returns why an action would do nothing now; empty: it does something.
func (row *action) reason(a *App) string {
	if row.whyNot == nil {
		return ""
	}
	return row.whyNot(a)
}

// explainUnbound says where a key works that does nothing here, or how to find keys.
func (a *App) explainUnbound(key string) string {
	var scope keys.Scope
	for _, row := range a.actions {
		if row.Takes(keys.Always, key) {
			scope |= row.Scope
		}
	}
	if a.prompt != nil && a.prompt.Refuses() != "" {
		return a.prompt.Refuses()
	}
	if names := scopeNames(a.words, scope); names != "" {
		return a.words.Say("%s does not work here (only in: %s).", safe.Line(key), names)
	}
	return a.words.Say("No action on %s. Press ? for keys, : for commands.", safe.Line(key))
}

// scopeNames returns the names of the panes of a scope.
func scopeNames(w words.Words, scope keys.Scope) string {
	var names []string
	for _, one := range []struct {
		scope keys.Scope
		name  string
	}{{keys.Filters, w.Say("filters")}, {keys.Cases, w.Say("cases")}, {keys.View, w.Say("views")}, {keys.Detail, w.Say("detail")}, {keys.Help, w.Say("help")}} {
		if scope&one.scope != 0 {
			names = append(names, one.name)
		}
	}
	return strings.Join(names, ", ")
}

// detailIsCurrent reports whether the detail shows the row at the cursor, or there is
// none.
func (a *App) detailIsCurrent() bool {
	row, ok := a.list.Selected()
	switch {
	case a.waiting():
		return false
	case a.showsView():
		e, ok := a.entries.Selected()
		return !ok && (a.entries.Total == 0 || a.entries.HasFailed()) || ok && a.profileOf(e.Key) == a.detail.wanted && !a.detail.pending
	case !ok:
		return a.list.At >= a.list.Total || a.list.HasFailed()
	}
	return row.ID == a.detail.wanted && !a.detail.pending
}

// mustWait reports whether an action needs a reply that is still to come.
func (row *action) mustWait(a *App) bool { return row != nil && row.waits != nil && row.waits(a) }

// runTypedAhead runs the keys typed ahead that need not wait any longer.
func (a *App) runTypedAhead() tea.Cmd {
	var commands []tea.Cmd
	for len(a.keyboard.typedAhead) > 0 {
		press := a.keyboard.typedAhead[0]
		row := a.action(press)
		if row.mustWait(a) {
			break
		}
		a.keyboard.typedAhead = a.keyboard.typedAhead[1:]
		commands = append(commands, a.dispatch(row, press))
	}
	return tea.Batch(commands...)
}

// The following say for rows of the table of actions whether they wait.

// movesWait: where the cursor moves among rows, or a text scrolls.
func movesWait(a *App) bool {
	switch a.focus {
	case layout.Filters:
		return filtersWait(a)
	case layout.List:
		return a.waiting()
	}
	return detailWaits(a)
}

// toEndWaits is for the end of a list, which may not be known yet.
func toEndWaits(a *App) bool {
	return movesWait(a) || a.focus == layout.List && a.list.TotalUnknown && a.counting
}

func filtersWait(a *App) bool {
	return a.focus == layout.Filters && len(a.filters.Nodes) == 0 && (a.waiting() || a.counting)
}

func detailWaits(a *App) bool { return a.focus == layout.Detail && !a.detailIsCurrent() }

// textWaits is for the text of the detail or the help; the help never waits.
func textWaits(a *App) bool { return a.focus != layout.Help && !a.detailIsCurrent() }

func clearWaits(a *App) bool {
	return a.waiting() || a.obstacle.pending || a.prompt == nil && filtersWait(a)
}

func countsWait(a *App) bool {
	return len(a.filters.Counts.Facets) == 0 && (a.waiting() || a.counting)
}

// acceptWaits is for Enter in the search box, unless it takes a completion.
func acceptWaits(a *App) bool { return a.waiting() && !a.search.completion.HasChoice() }

// onPaste inserts text into the prompt.
func (a *App) onPaste(text string) tea.Cmd {
	switch {
	case text == "" || a.prompt == nil && a.blank:
		return nil
	case a.prompt == nil:
		a.notice = a.words.Say("Nothing is pasted here. Press / to search, then paste.")
		return nil
	}
	return a.insert(text)
}

// insert inserts typed or pasted text into the prompt.
func (a *App) insert(text string) tea.Cmd {
	if a.notice = a.prompt.Refuses(); a.notice != "" {
		return nil
	}
	if !a.prompt.Insert(text) {
		a.notice = a.words.Say("Too long: not inserted.")
		return nil
	}
	return a.prompt.Edited(true)
}

// openPrompt opens a prompt in place of the one that is open.
func (a *App) openPrompt(p prompt.Prompt) {
	if a.prompt != p {
		a.closePrompt()
		a.prompt = p
	}
}

// closePrompt closes the prompt; the panes get the keys.
func (a *App) closePrompt() tea.Cmd {
	if closing := a.prompt; closing != nil {
		a.prompt = nil
		closing.Closed()
	}
	return nil
}

// onPrompt makes an action of a method of the open prompt.
func onPrompt[P prompt.Prompt, R any](do func(P) R) func(*App) R {
	return func(a *App) R { return do(a.prompt.(P)) }
}

// editRight moves the cursor right. At the end of the search box it takes the
// completion.
func editRight(a *App) tea.Cmd {
	if s := &a.search; a.typing() && s.completion.EndsAt(s.At) {
		return s.takeCompletion()
	}
	return inLine(func(i *widget.Input) { i.MoveTo(i.Right()) })(a)
}

// inLine makes an action that edits the line of the prompt.
func inLine(edit func(*widget.Input)) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd {
		line := a.prompt.Line()
		before := line.Text
		edit(line)
		return a.prompt.Edited(line.Text != before)
	}
}
