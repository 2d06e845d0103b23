package tui

import (
	"context"
	"strings"

	"casebook/model"
	"casebook/tui/document"
)

// help lists what can be typed.
func (p *plain) help(_ context.Context, about string) error {
	commands := p.commands
	if about != "" {
		c, _, near := parsePlain(p.commands, p.words, about)
		if c == nil {
			p.unknown(about, near)
			return nil
		}
		commands = []plainCommand{*c}
	} else {
		p.answer("Type a word or its letter, and Enter. A number alone reads the case or follows the link with that number.")
	}
	for _, c := range commands {
		word := p.command(c.word)
		forms := []string{word}
		if word != c.word {
			forms = append(forms, c.word)
		}
		if len(c.forms) > 0 && len([]rune(c.forms[0])) == 1 {
			forms = append(forms, c.forms[0])
		}
		if c.takes != "" {
			forms[0] += " " + p.words.Word(c.takes)
		}
		p.line(strings.Join(forms, p.glyphs.Dot) + ": " + p.words.Word(c.does) + ".")
	}
	if about != "" && commands[0].word == "find" {
		d := document.NewBuilder(p.writing())
		d.Searching()
		p.lines(d.Lines)
	}
	return nil
}

func (p *plain) quit(context.Context, string) error {
	p.left = true
	return nil
}

// unknown says what can be typed instead of what was.
func (p *plain) unknown(text string, near []string) {
	switch len(near) {
	case 0:
		p.answer("Not understood: %s. To search for it, type %s and the text; %s lists what can be typed.", text, p.command("find"), p.command("help"))
	case 1:
		p.answer("Not understood: %s. Did you mean %s?", text, near[0])
	default:
		p.answer("Not understood: %s. It may be one of: %s.", text, strings.Join(near, ", "))
	}
}

// about says where the facts come from.
func (p *plain) about(context.Context, string) error {
	report := p.report
	if p.reading.ID != "" {
		report = p.reading.FromReport
	}
	p.line(report.Title)
	p.line(report.Attribution)
	if report.Licence != "" {
		p.answer("Licence of the report: %s", report.Licence)
	}
	for _, caveat := range report.Caveats {
		p.line(caveat)
	}
	d := document.NewBuilder(p.writing())
	d.Meanings()
	p.lines(d.Lines)
	return nil
}

// chooseReport lists the reports to choose from; of an only one it says what it is.
func (p *plain) chooseReport(ctx context.Context, typed string) error {
	if len(p.called) < 2 {
		return p.about(ctx, "")
	}
	return p.choose(ctx, model.FacetReport, typed)
}
