package tui

import (
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// key takes a key in: to do now what it is bound to, or when what it acts on is
// there.
func (a *App) key(message tea.KeyPressMsg) tea.Cmd {
	action := a.action(message)
	if a.blank {
		a.blank = false
		if message.String() != "ctrl+c" {
			return nil
		}
	}
	a.notice, a.begun = "", true
	if action != CopyCitation {
		a.citing = citing{}
	}
	switch {
	case a.layout.tooSmall && action != Quit && action != Suspend:
		return nil
	case action == None && message.Mod.Contains(tea.ModAlt):
		return a.escaped(message)
	case atOnce(action):
	case len(a.ahead) > 0 && (action == Back || action == Cancel):
		a.ahead = nil // the reader does not wait for what was typed
		return nil
	case len(a.ahead) > 0 || a.premature(action):
		a.ahead = append(a.ahead, message)
		return nil
	}
	return a.press(message)
}

// escaped takes apart what a slow link makes one key of: Esc and the key after.
func (a *App) escaped(message tea.KeyPressMsg) tea.Cmd {
	message.Mod &^= tea.ModAlt
	if unicode.IsPrint(message.Code) && message.Mod == 0 {
		message.Text = string(message.Code)
	}
	return tea.Batch(a.key(tea.KeyPressMsg{Code: tea.KeyEscape}), a.key(message))
}

// press does what a key is bound to, or types it.
func (a *App) press(message tea.KeyPressMsg) tea.Cmd {
	action := a.action(message)
	if a.boxed() && action == None && message.Text != "" {
		return a.paste(message.Text)
	}
	reason := a.reason(action)
	if action == None {
		reason = a.strange(message.String())
	}
	if a.notice = reason; reason != "" {
		return nil
	}
	return a.do(action)
}

// paste puts text into the line that is typed in, if there is one.
func (a *App) paste(text string) tea.Cmd {
	switch {
	case text == "":
	case a.typing:
		a.search.insert(text)
		return a.edited()
	case a.saving.open:
		a.typeName(text)
	case a.palette.open:
		a.palette.insert(text)
		return a.listCommands()
	case a.finding.open:
		a.finding.insert(text)
		a.findInHelp()
	}
	return nil
}

// where is the place that the keys go to.
func (a *App) where() place {
	switch {
	case a.typing:
		return inSearch
	case a.saving.open:
		return inSaving
	case a.palette.open:
		return inPalette
	case a.finding.open:
		return inFinding
	case a.focus == paneList && a.listing():
		return inView
	}
	return [...]place{paneFilters: inFilters, paneList: inList, paneDetail: inDetail, paneHelp: inHelp}[a.focus]
}
