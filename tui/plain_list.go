package tui

import (
	"context"
	"strings"

	"casebook/model"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/text"
)

// plainRows is how many rows are written at once: as many as can be kept in
// mind while they are heard.
const plainRows = 10

// showCases writes rows of the list.
func (p *plain) showCases(ctx context.Context, s stop) error {
	query := p.query(s)
	query.Offset, query.Limit = s.top, plainRows
	page, err := p.library.Find(ctx, query)
	if err != nil {
		return err
	}
	total := page.Total
	if total < 0 {
		counts, err := p.library.Facets(ctx, p.query(s))
		if err != nil {
			return err
		}
		total = counts.Total
	}
	names, err := browse.Suggest(ctx, p.library, s.text, total)
	if err != nil {
		return err
	}
	p.at, p.total, p.names, p.inWay = s, total, names, model.Obstacle{}
	if total == 0 && s.narrowed() {
		if p.inWay, err = p.library.Obstacle(ctx, p.query(s)); err != nil {
			return err
		}
	}
	p.headline()
	for i, row := range page.Rows {
		p.numbered(s.top+i+1, p.writing().PlainRow(row))
	}
	p.rest(s.top+len(page.Rows), total)
	p.wayOut()
	p.offer()
	return nil
}

// headline says how many cases the list has, and why not all of them.
func (p *plain) headline() {
	last := min(p.at.top+plainRows, p.total)
	switch {
	case p.all == 0:
		p.answer("The library has no cases.")
		return
	case p.total == 0:
		p.answer("No case matches.")
	case p.at.narrowed():
		p.answer("%d of %d cases.", p.total, p.all)
	default:
		p.answer("%d case.|%d cases.", p.total)
	}
	p.force()
	if p.at.sort != "" && p.at.sort != model.SortReport {
		p.line(document.CasesSorted(p.words, p.at.sort) + ".")
	}
	if p.at.top > 0 {
		p.answer("Numbers %d to %d.", p.at.top+1, last)
	}
}

// force says what narrows the list.
func (p *plain) force() {
	if p.at.text != "" {
		p.answer("Search: %s.", p.at.text)
	}
	if len(p.at.chosen) > 0 {
		var names []string
		for _, c := range p.at.chosen {
			names = append(names, p.choiceText(c))
		}
		text := p.words.Say("%d filter in force:|%d filters in force:", len(names))
		p.line(text + " " + strings.Join(names, "; ") + ".")
	}
}

func (p *plain) heading(facet model.Facet) string { return document.FacetLabel(p.words, facet) }

// choiceText is a filter as it is said, such as "Kind: event".
func (p *plain) choiceText(c browse.Choice) string {
	return p.heading(c.Facet) + ": " + p.label(c)
}

func (p *plain) label(c browse.Choice) string {
	if name := p.called[c.Value]; c.Facet == model.FacetReport && name != "" {
		return name
	}
	return p.filters.Label(c)
}

// rest says how many rows there are beyond those written.
func (p *plain) rest(written, all int) {
	if more := all - written; more > 0 {
		p.answer("%d more: type %s.", more, p.command("next"))
	}
}

// wayOut says what keeps the most cases out, where nothing is found.
func (p *plain) wayOut() {
	o := p.inWay
	switch {
	case o.Cases == 0 && p.total == 0 && p.at.narrowed():
		p.answer("Type %s to take back the search and the filters.", p.command("clear")+" "+p.command("all"))
		return
	case o.Cases == 0:
		return
	}
	name := o.Term
	if o.Facet != "" {
		var labels []string
		for _, value := range o.Values {
			labels = append(labels, p.label(browse.Choice{Facet: o.Facet, Value: value}))
		}
		name = p.heading(o.Facet) + ": " + strings.Join(labels, ", ")
	}
	p.answer("Without %s: %s. Type %s to leave it out.", name, p.words.Say("%d case|%d cases", o.Cases), p.command("clear"))
}

// offer writes the names that the search may have meant, numbered on from the
// cases.
func (p *plain) offer() {
	if len(p.names) == 0 {
		return
	}
	p.answer("Names that are near; a number searches one:")
	for i, n := range p.names {
		p.numbered(p.total+i+1, p.writing().Match(n.How, n.Name))
	}
}

// list goes to the list of the cases.
func (p *plain) list(ctx context.Context, _ string) error {
	s := p.at.listed()
	switch {
	case p.at.kind == stopCases:
		return p.show(ctx, s)
	case p.at.kind == stopProfile:
		return p.move(ctx, p.at.ofEntry())
	case p.at.index > 0:
		s.top = p.at.index / plainRows * plainRows
	}
	return p.move(ctx, s)
}

func (p *plain) find(ctx context.Context, text string) error {
	if text == "" {
		p.answer("Type %s and what to look for, as in: %s almaty", p.command("find"), p.command("find"))
		p.force()
		return nil
	}
	s := p.at.listed()
	s.text = text
	return p.move(ctx, s)
}

// clear takes back a filter or the search, or what is named.
func (p *plain) clear(ctx context.Context, what string) error {
	s := p.at.listed()
	word := model.Fold(what)
	facet, isFacet := p.facetNamed(what)
	last := len(s.chosen) - 1
	switch {
	case !s.narrowed():
		p.answer("There is nothing to clear: no search, no filter.")
		return nil
	case word == "all" || word == model.Fold(p.command("all")):
		s.text, s.chosen = "", nil
	case word == "filters" || word == model.Fold(p.command("filters")):
		s.chosen = nil
	case word == "search" || word == model.Fold(p.command("search")):
		s.text = ""
	case what != "" && isFacet:
		s = s.without(func(c browse.Choice) bool { return c.Facet == facet })
	case what != "":
		p.answer("Type %s alone, or with one of: all, search, filters, or the name of a filter.", p.command("clear"))
		return nil
	case p.at.kind == stopCases && p.inWay.Term != "":
		s.text = p.inWay.Without.Text
	case p.at.kind == stopCases && p.inWay.Facet != "":
		s = s.without(browse.Blocking(p.inWay))
	case last >= 0:
		s = s.without(func(c browse.Choice) bool { return c == p.at.chosen[last] })
	default:
		s.text = ""
	}
	return p.move(ctx, s)
}

// order sorts the cases, or the rows of a view.
func (p *plain) order(ctx context.Context, by string) error {
	s, sorts := p.at.listed(), model.Sorts()
	sort, sorted := &s.sort, document.CasesSorted(p.words, s.sort)
	if p.at.kind == stopEntries {
		s.kind, s.view, sorts = stopEntries, p.at.view, document.EntrySorts(p.at.view)
		sort, sorted = &s.entrySort, text.Capital(document.EntrySorted(p.words, s.entrySort))
	}
	if len(sorts) == 1 {
		p.answer("This view has one order.")
		return nil
	}
	var names []string
	for _, known := range sorts {
		name := p.command(string(known))
		if by != "" && strings.HasPrefix(string(known), model.Fold(by)) || model.Fold(by) == model.Fold(name) {
			*sort = known
			return p.move(ctx, s)
		}
		names = append(names, name)
	}
	p.line(sorted + ".")
	p.answer("Type %s and one of: %s.", p.command("sort"), strings.Join(names, ", "))
	return nil
}
