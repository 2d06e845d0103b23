package plain

import (
	"context"
	"strings"

	"casebook/model"
	"casebook/tui/document"
)

// help lists the commands, or describes one.
func (s *session) help(_ context.Context, about string) error {
	commands := s.commands
	if about != "" {
		c, _, near := parse(s.commands, s.words, about)
		if c == nil {
			s.sayUnknown(about, near)
			return nil
		}
		commands = []command{*c}
	} else {
		s.answer("Type a command or its letter, then Enter. A number alone reads the case or follows the link with that number.")
	}
	for _, c := range commands {
		word := s.command(c.word)
		forms := []string{word}
		if word != c.word {
			forms = append(forms, c.word)
		}
		if len(c.forms) > 0 && len([]rune(c.forms[0])) == 1 {
			forms = append(forms, c.forms[0])
		}
		if c.takes != "" {
			forms[0] += " " + s.words.Word(c.takes)
		}
		s.line(strings.Join(forms, s.glyphs.Dot) + ": " + s.words.Word(c.does) + ".")
	}
	if about != "" && commands[0].word == "find" {
		d := document.NewBuilder(s.format())
		d.Searching()
		s.lines(d.Lines)
	}
	return nil
}

// sayUnknown says that a line was not understood, with similar commands.
func (s *session) sayUnknown(text string, near []string) {
	switch len(near) {
	case 0:
		s.answer("Not understood: %s. To search for it, type \"%s\" and the text; \"%s\" lists the commands.", text, s.command("find"), s.command("help"))
	case 1:
		s.answer("Not understood: %s. Did you mean %s?", text, near[0])
	default:
		s.answer("Not understood: %s. Did you mean one of: %s?", text, strings.Join(near, ", "))
	}
}

// about writes where the facts come from.
func (s *session) about(context.Context, string) error {
	report := s.report
	if s.loaded.ID != "" {
		report = s.loaded.FromReport
	}
	s.line(report.Title)
	s.line(report.Attribution)
	if report.Licence != "" {
		s.answer("Licence of the report: %s", report.Licence)
	}
	for _, caveat := range report.Caveats {
		s.line(caveat)
	}
	d := document.NewBuilder(s.format())
	d.Meanings()
	s.lines(d.Lines)
	return nil
}

// chooseReport lists the reports to choose from, or describes the only one.
func (s *session) chooseReport(ctx context.Context, typed string) error {
	if len(s.reportNames) < 2 {
		return s.about(ctx, "")
	}
	return s.choose(ctx, model.FacetReport, typed)
}
