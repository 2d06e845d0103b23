package tui

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/text"
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
		w.Search = nil
	}
	d := document.Case(w, r)
	switch {
	case r.Gated() && !s.opened:
		p.lines(document.Gate(w, r).Lines)
		return nil
	case s.kind == stopSource:
		d = document.Source(w, r, nil)
		if copied, ok := p.options.Source[r.Report]; ok {
			d = document.Source(w, r, &copied)
		}
	}
	p.links = d.Links
	p.lines(d.Lines)
	p.once("A number follows a link. %s gives the citation, %s where the report says it; %s returns.", text.Capital(p.command("cite")), p.command("source"), p.command("back"))
	return nil
}

func (p *plain) readingOf(ctx context.Context, id string) (document.LoadedCase, error) {
	r, err := browse.LoadCase(ctx, p.library, id, func(report string) (browse.ReportParts, bool) {
		known, ok := p.reports[report]
		return known, ok
	})
	if err == nil {
		p.reports[r.Report] = browse.ReportParts{Report: r.FromReport, Sections: r.Sections}
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
	case stopCase, stopSource, stopProfile:
		return p.followNumber(ctx, number)
	case stopFacets, stopValues:
		return p.chooseRow(ctx, number)
	case stopViews:
		return p.chooseView(ctx, number)
	case stopEntries:
		return p.chooseEntry(ctx, number)
	}
	switch offered := number - p.total - 1; {
	case offered < 0:
		return p.readRow(ctx, number-1, p.move)
	case offered < len(p.names):
		return p.find(ctx, browse.NameSearch(p.names[offered]))
	case p.total == 0:
		p.answer("There is no case in the list. Type %s for what can be typed.", p.command("help"))
	default:
		p.noNumber(number, p.total+len(p.names))
	}
	return nil
}

// readID reads the case with an id, wherever it is in the list.
func (p *plain) readID(ctx context.Context, id string) error {
	r, err := p.readingOf(ctx, id)
	if err != nil {
		if ctx.Err() == nil {
			p.noCase(id, err)
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
	case p.at.kind != stopProfile && p.reading.Gated() && !p.at.opened:
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
	if to.Case != "" {
		return p.readID(ctx, to.Case)
	}
	return p.move(ctx, stop{chosen: []browse.Choice{{Facet: to.Facet, Value: to.Value}}, sort: p.at.sort})
}

// open reads a case in spite of its gate: the one at hand, or one that is named.
func (p *plain) open(ctx context.Context, which string) error {
	s := p.at
	atCase := s.kind == stopCase || s.kind == stopSource
	switch {
	case which == "" && !atCase:
		p.answer("Type %s and the number of a case.", p.command("open"))
		return nil
	case which == "" && (s.opened || !p.reading.Gated()):
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
func (p *plain) meant(ctx context.Context, which string) (document.LoadedCase, bool, error) {
	atCase := p.at.kind == stopCase || p.at.kind == stopSource
	number, isNumber := lineNumber(which)
	switch {
	case which == "" && atCase:
		return p.reading, true, nil
	case isNumber && p.at.kind == stopCases && number >= 1 && number <= p.total:
		var err error
		if which, err = p.idAt(ctx, number-1); err != nil {
			return document.LoadedCase{}, false, err
		}
	case which == "" || isNumber || !strings.ContainsFunc(which, unicode.IsDigit):
		p.answer("Of which case? Read it first, or add its number in the list.")
		return document.LoadedCase{}, false, nil
	}
	r, err := p.readingOf(ctx, which)
	if err != nil && ctx.Err() == nil {
		p.noCase(which, err)
		return r, false, nil
	}
	return r, err == nil, err
}

// mark marks a case, or takes its mark off.
func (p *plain) mark(ctx context.Context, which string) error {
	r, ok, err := p.meant(ctx, which)
	if !ok {
		return err
	}
	if p.marks = p.marks.Toggled(r.ID); slices.Contains(p.marks, r.ID) {
		p.answer("%s is marked. %s lists what is marked.", r.ID, text.Capital(p.command("marked")))
	} else {
		p.answer("%s is not marked any more.", r.ID)
	}
	return nil
}

func (p *plain) marked(ctx context.Context, _ string) error {
	if len(p.marks) == 0 {
		p.answer("No case is marked.")
		return nil
	}
	s := stop{text: p.marks.Query().Text, sort: p.at.sort}
	return p.move(ctx, s)
}

func (p *plain) noCase(id string, err error) {
	p.answer("There is no case %s: %s. To search, type %s and a word.", id, err.Error(), p.command("find"))
}

func (p *plain) noNumber(number, last int) {
	p.answer("There is no number %d here: the last is %d.", number, last)
}
