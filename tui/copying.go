package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// copy puts the citation of the case, or all of it, into the terminal's
// clipboard (OSC 52). Nothing answers, so the word of confirmation says what
// was sent.
func (a *App) copy(action Action) tea.Cmd {
	if !a.detail.loaded {
		return nil
	}
	r := a.detail.reading
	if action == CopyCitation {
		a.notice = a.words.Say("Citation of %s sent to the clipboard.", clean(r.ID))
		return tea.SetClipboard(clean(model.Cite(r.Case, r.report)))
	}
	if a.detail.closed() {
		a.notice = a.words.Say("Open the case with Enter first, then copy it.")
		return nil
	}
	a.notice = a.words.Say("%s sent to the clipboard, whole.", clean(r.ID))
	return tea.SetClipboard(plainText(caseDocument(writing{signs: a.signs, words: a.words, width: textWidth}, r)))
}

// plainText is a document without its looks.
func plainText(d document) string {
	var text strings.Builder
	for _, l := range d.lines {
		text.WriteString(strings.TrimRight(l.String(), " ") + "\n")
	}
	return strings.TrimRight(text.String(), "\n") + "\n"
}
