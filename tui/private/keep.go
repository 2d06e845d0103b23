package private

import (
	tea "charm.land/bubbletea/v2"

	"casebook/tui/keys"
	"casebook/tui/prompt"
	"casebook/tui/text"
)

// A Keep is the prompt that asks whether to save the notebook.
type Keep struct {
	prompt.OneLine
	session *Session
	leaving bool // the session ends afterwards
}

func (p *Keep) Scope() keys.Scope { return keys.Question }

// Refuses names the keys that answer the question.
func (p *Keep) Refuses() string {
	if p.leaving {
		return p.session.host.Words().Say("k: keep. d: discard and quit. Esc: not now.")
	}
	return p.session.host.Words().Say("k: keep. Esc: not now.")
}

// Accept saves it.
func (p *Keep) Accept() tea.Cmd {
	leaving := p.leaving
	p.session.host.Close()
	return p.session.Keep(func() tea.Cmd {
		if leaving {
			return p.session.Leave()
		}
		return nil
	})
}

// Discard leaves without saving.
func (p *Keep) Discard() tea.Cmd { return p.session.Leave() }

// WhyNotDiscard says why Discard would do nothing; empty if it does something.
func (p *Keep) WhyNotDiscard() string {
	if !p.leaving {
		return p.Refuses()
	}
	return ""
}

func (p *Keep) Row() (text.Line, int) {
	host := p.session.host
	row := p.question()[0]
	return row, min(host.Glyphs().Width(row), host.Width()-1)
}

// Over is what of the question its row has no room for.
func (p *Keep) Over(int, int) []text.Line { return p.question()[1:] }

func (p *Keep) IsWide() bool { return true }

// question is what is asked, in rows of the screen.
func (p *Keep) question() []text.Line {
	host := p.session.host
	question := host.Words().Say("Save your notes, marks and searches? Otherwise they are lost when you quit.")
	if p.leaving {
		question = host.Words().Say("Your notes, marks and searches are not saved. Save them, or discard them?")
	}
	rows := host.Glyphs().Wrap(text.Line{text.New(text.Warning, question)}, host.Width()-2)
	for i := range rows {
		rows[i] = append(text.Line{{Text: " "}}, rows[i]...)
	}
	return rows
}
