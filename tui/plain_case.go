package tui

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"casebook/model"
	"casebook/model/export"
)

// showCase writes a case, or where the report has what it says.
func (p *plain) showCase(ctx context.Context, s stop) error {
	r, err := p.readingOf(ctx, s.id)
	if err != nil {
		return err
	}
	p.at, p.reading, p.links = s, r, nil
	w := p.writing()
	if s.kind == stopSource {
		w.search = nil
	}
	d := caseDocument(w, r)
	switch {
	case r.gated() && !s.opened:
		p.lines(gateDocument(w, r).lines)
		return nil
	case s.kind == stopSource:
		d = sourceDocument(w, r, nil)
		if copied, ok := p.options.Source[r.Report]; ok {
			d = sourceDocument(w, r, &copied)
		}
	}
	p.links = d.links
	p.lines(d.lines)
	p.once("A number follows a link. %s gives the citation, %s where the report says it; %s returns.", capital(p.command("cite")), p.command("source"), p.command("back"))
	return nil
}

func (p *plain) readingOf(ctx context.Context, id string) (reading, error) {
	r, err := readingOf(ctx, p.library, id, func(report string) (reportSections, bool) {
		known, ok := p.reports[report]
		return known, ok
	})
	if err == nil {
		p.reports[r.Report] = reportSections{r.report, r.sections}
	}
	return r, err
}

// read reads a case, or takes the number of a line.
func (p *plain) read(ctx context.Context, which string) error {
	number, isNumber := lineNumber(which)
	switch {
	case which == "" && p.reading.ID != "":
		s := p.at
		s.kind, s.id = stopCase, p.reading.ID
		if p.at.kind == stopCase {
			return p.show(ctx, s)
		}
		return p.move(ctx, s)
	case which == "":
		p.answer("Type the number of a case in the list, or its id.")
		return nil
	case !isNumber:
		return p.readID(ctx, which)
	case number < 1:
		p.answer("Numbers begin at 1.")
		return nil
	}
	switch p.at.kind {
	case stopCase, stopSource:
		return p.followNumber(ctx, number)
	case stopFacets, stopValues:
		return p.chooseRow(ctx, number)
	case stopViews:
		return p.chooseView(ctx, number)
	case stopEntries:
		return p.chooseEntry(ctx, number)
	case stopProfile:
		return p.followNumber(ctx, number)
	}
	switch offered := number - p.total - 1; {
	case offered < 0:
		return p.readRow(ctx, number-1, p.move)
	case offered < len(p.names):
		return p.find(ctx, nameSearch(p.names[offered]))
	case p.total == 0:
		p.answer("There is no case in the list. Type %s for what can be typed.", p.command("help"))
	default:
		p.answer("There is no number %d here: the last is %d.", number, p.total+len(p.names))
	}
	return nil
}

// readID reads the case with an id, wherever it is in the list.
func (p *plain) readID(ctx context.Context, id string) error {
	r, err := p.readingOf(ctx, id)
	if err != nil {
		if ctx.Err() == nil {
			p.answer("There is no case %s: %s. To search, type %s and a word.", id, err.Error(), p.command("find"))
		}
		return nil
	}
	s := p.at
	s.kind, s.id, s.index, s.opened = stopCase, r.ID, -1, false
	return p.move(ctx, s)
}

// followNumber goes where a link of the case leads.
func (p *plain) followNumber(ctx context.Context, number int) error {
	switch {
	case p.at.kind != stopProfile && p.reading.gated() && !p.at.opened:
		p.answer("Type %s to read this case first.", p.command("open"))
		return nil
	case number > len(p.links) && len(p.links) == 0:
		p.answer("There is no link here. Type %s for the list.", p.command("list"))
		return nil
	case number > len(p.links):
		p.answer("There is no link %d here: the last is %d. Type %s for the list.", number, len(p.links), p.command("list"))
		return nil
	}
	to := p.links[number-1]
	if to.id != "" {
		return p.readID(ctx, to.id)
	}
	return p.move(ctx, stop{chosen: []choice{{facet: to.facet, value: to.value}}, sort: p.at.sort})
}

// open reads a case in spite of its gate: the one at hand, or one that is named.
func (p *plain) open(ctx context.Context, which string) error {
	s := p.at
	atCase := s.kind == stopCase || s.kind == stopSource
	switch {
	case which == "" && !atCase:
		p.answer("Type %s and the number of a case.", p.command("open"))
		return nil
	case which == "" && (s.opened || !p.reading.gated()):
		p.answer("This case is open.")
		return nil
	case which == "":
		s.opened = true
		if last := len(p.way) - 1; last >= 0 && p.way[last].id == s.id {
			p.way[last].opened = true // the way back leads to the case, not to its gate
		}
		return p.show(ctx, s)
	}
	r, ok, err := p.meant(ctx, which)
	if !ok {
		return err
	}
	s.kind, s.id, s.index, s.opened = stopCase, r.ID, -1, true
	if number, isNumber := lineNumber(which); isNumber {
		s.index = number - 1
	}
	return p.move(ctx, s)
}

func (p *plain) source(ctx context.Context, _ string) error {
	if p.at.kind != stopCase && p.at.kind != stopSource {
		p.answer("Read a case first: type its number.")
		return nil
	}
	s := p.at
	s.kind = stopSource
	return p.move(ctx, s)
}

// meant is the case that a command is about: the one with a number or an id,
// else the one at hand. Where there is none, the reader is told.
func (p *plain) meant(ctx context.Context, which string) (reading, bool, error) {
	atCase := p.at.kind == stopCase || p.at.kind == stopSource
	number, isNumber := lineNumber(which)
	switch {
	case which == "" && atCase:
		return p.reading, true, nil
	case isNumber && p.at.kind == stopCases && number >= 1 && number <= p.total:
		var err error
		if which, err = p.idAt(ctx, number-1); err != nil {
			return reading{}, false, err
		}
	case which == "" || isNumber || !strings.ContainsFunc(which, unicode.IsDigit):
		p.answer("Of which case? Read it first, or add its number in the list.")
		return reading{}, false, nil
	}
	r, err := p.readingOf(ctx, which)
	if err != nil && ctx.Err() == nil {
		p.answer("There is no case %s: %s. To search, type %s and a word.", which, err.Error(), p.command("find"))
		return r, false, nil
	}
	return r, err == nil, err
}

// mark marks a case, or takes its mark off.
func (p *plain) mark(ctx context.Context, which string) error {
	r, ok, err := p.meant(ctx, which)
	switch {
	case !ok:
		return err
	case slices.Contains(p.marks, r.ID):
		p.marks = slices.DeleteFunc(slices.Clone(p.marks), func(id string) bool { return id == r.ID })
		p.answer("%s is not marked any more.", r.ID)
	default:
		p.marks = append(slices.Clone(p.marks), r.ID)
		p.answer("%s is marked. %s lists what is marked.", r.ID, capital(p.command("marked")))
	}
	return nil
}

func (p *plain) marked(ctx context.Context, _ string) error {
	if len(p.marks) == 0 {
		p.answer("No case is marked.")
		return nil
	}
	s := stop{text: p.marks.query().Text, sort: p.at.sort}
	return p.move(ctx, s)
}

func (p *plain) cite(ctx context.Context, which string) error {
	r, ok, err := p.meant(ctx, which)
	if ok {
		p.whole(model.Cite(r.Case, r.report))
	}
	return err
}

// bibtex writes the citation as an entry for a bibliography.
func (p *plain) bibtex(ctx context.Context, which string) error {
	r, ok, err := p.meant(ctx, which)
	if !ok {
		return err
	}
	var text bytes.Buffer
	if err := export.Write(&text, export.BibTeX, []model.Pack{{Report: r.report}}, export.Of(model.Pack{Cases: []model.Case{r.Case}})); err != nil {
		return err
	}
	for l := range strings.Lines(text.String()) {
		p.whole(strings.TrimRight(l, "\n"))
	}
	return nil
}

// whole writes a line that is there to be copied, and not broken.
func (p *plain) whole(text string) { p.write(clean(text)) }

// write writes a line, its punctuation in ASCII where that is asked for.
func (p *plain) write(text string) {
	if p.options.ASCII {
		text = plainPunctuation.Replace(text)
	}
	p.out.WriteString(text + "\n")
}

// export writes the cases of the list to a file. One that is there already is
// replaced when the same is typed again.
func (p *plain) export(ctx context.Context, name string) error {
	switch {
	case name == "":
		p.answer("Type %s and the name of a file, as in: %s cases.md", p.command("export"), p.command("export"))
		return nil
	case p.total == 0 && p.at.narrowed():
		p.answer("There is no case to write.")
		return nil
	}
	count, err := p.options.Export(ctx, p.query(p.at), name, name == p.taken)
	p.taken = ""
	switch {
	case err == nil:
		p.answer("%d case written to %s.|%d cases written to %s.", count, name)
	case ctx.Err() != nil:
	case errors.Is(err, fs.ErrExist):
		p.taken = name
		p.answer("%s is there already. Type the same again to replace it.", name)
	default:
		p.answer("Not written: %s", err.Error())
	}
	return nil
}

// about says where the facts come from.
func (p *plain) about(context.Context, string) error {
	report := p.report
	if p.reading.ID != "" {
		report = p.reading.report
	}
	p.line(report.Title)
	p.line(report.Attribution)
	if report.Licence != "" {
		p.answer("Licence of the report: %s", report.Licence)
	}
	for _, caveat := range report.Caveats {
		p.line(caveat)
	}
	d := newWriter(p.writing())
	d.meanings()
	p.lines(d.lines)
	return nil
}

// chooseReport lists the reports to choose from; of an only one it says what it is.
func (p *plain) chooseReport(ctx context.Context, typed string) error {
	if len(p.called) < 2 {
		return p.about(ctx, "")
	}
	return p.choose(ctx, model.FacetReport, typed)
}

// setWidth sets after how many columns a line is broken.
func (p *plain) setWidth(_ context.Context, text string) error {
	number, err := strconv.Atoi(text)
	switch off := model.Fold(text) == "off" || model.Fold(text) == model.Fold(p.command("off")); {
	case off || err == nil && number == 0:
		p.width = 0
		p.answer("Lines are left whole.")
	case err == nil && number >= 20 && number <= 500:
		p.width = number
		p.answer("Lines are broken after %d letters at the most.", number)
	default:
		p.answer("Type %s and a number from 20 to 500, or %s to leave lines whole.", p.command("width"), p.command("off"))
	}
	return nil
}

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
		p.line(strings.Join(forms, p.signs.dot) + ": " + p.words.Word(c.does) + ".")
	}
	if about != "" && commands[0].word == "find" {
		d := newWriter(p.writing())
		d.searching()
		p.lines(d.lines)
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
