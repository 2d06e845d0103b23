package plain

import (
	"context"
	"strings"

	"casebook/model"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/text"
)

// rowsPerPage is the number of rows of a page: as many as a listener can remember.
const rowsPerPage = 10

// showCases writes rows of the list.
func (s *session) showCases(ctx context.Context, to page) error {
	query := s.query(to)
	query.Offset, query.Limit = to.top, rowsPerPage
	page, err := s.library.Find(ctx, query)
	if err != nil {
		return err
	}
	total := page.Total
	if total < 0 {
		counts, err := s.library.Facets(ctx, s.query(to))
		if err != nil {
			return err
		}
		total = counts.Total
	}
	if err := s.learnTotal(ctx, to, total); err != nil {
		return err
	}
	names, err := browse.Suggest(ctx, s.library, to.text, total)
	if err != nil {
		return err
	}
	s.at, s.total, s.names, s.obstacle = to, total, names, model.Obstacle{}
	if total == 0 && to.isNarrowed() {
		if s.obstacle, err = s.library.Obstacle(ctx, s.query(to)); err != nil {
			return err
		}
	}
	s.sayTotal()
	if page.NamesCut {
		s.line(s.format().NamesCut())
	}
	for i, row := range page.Rows {
		s.numbered(to.top+i+1, s.format().PlainRow(row))
	}
	s.sayMore(to.top+len(page.Rows), total)
	s.sayObstacle()
	s.suggestNames()
	return nil
}

// learnTotal learns how many cases the library has when a page of them is asked for:
// another program may have imported since.
func (s *session) learnTotal(ctx context.Context, to page, total int) error {
	if to.isNarrowed() {
		first, err := s.library.Find(ctx, model.Query{Limit: 1})
		if err != nil {
			return err
		}
		total = first.Total
	}
	if total >= 0 {
		s.all = total
	}
	return nil
}

// sayTotal writes the number of cases in the list, the search and the filters.
func (s *session) sayTotal() {
	last := min(s.at.top+rowsPerPage, s.total)
	switch {
	case s.all == 0:
		s.answer("The library has no cases.")
		return
	case s.total == 0:
		s.answer("No case matches.")
	case s.at.isNarrowed():
		s.answer("%d of %d cases.", s.total, s.all)
	default:
		s.answer("%d case.|%d cases.", s.total)
	}
	s.sayFilters()
	if s.at.sort != "" && s.at.sort != model.SortReport {
		s.line(document.CasesSorted(s.words, s.at.sort) + ".")
	}
	if s.at.top > 0 {
		s.answer("Numbers %d to %d.", s.at.top+1, last)
	}
}

// sayFilters writes the search and the filters.
func (s *session) sayFilters() {
	if s.at.text != "" {
		s.answer("Search: %s.", s.at.text)
	}
	if len(s.at.chosen) > 0 {
		var names []string
		for _, c := range s.at.chosen {
			names = append(names, s.choiceText(c))
		}
		text := s.words.Say("%d active filter:|%d active filters:", len(names))
		s.line(text + " " + strings.Join(names, "; ") + ".")
	}
}

func (s *session) heading(facet model.Facet) string { return document.FacetLabel(s.words, facet) }

// choiceText returns a filter, such as "Kind: event".
func (s *session) choiceText(c browse.Choice) string {
	return s.heading(c.Facet) + ": " + s.label(c)
}

func (s *session) label(c browse.Choice) string {
	if name := s.reportNames[c.Value]; c.Facet == model.FacetReport && name != "" {
		return name
	}
	return s.filters.Label(c)
}

// sayMore writes how many rows follow those written.
func (s *session) sayMore(written, all int) {
	if more := all - written; more > 0 {
		s.answer("%d more: type \"%s\".", more, s.command("next"))
	}
}

// sayObstacle writes which part of the query excludes everything.
func (s *session) sayObstacle() {
	if span, ok := model.ReversedSpan(s.at.text); ok && s.total == 0 {
		s.answer("%s: the end is before the beginning.", span)
	}
	o := s.obstacle
	switch {
	case o.Cases == 0 && s.total == 0 && s.at.isNarrowed():
		s.answer("Type \"%s\" to clear the search and the filters.", s.command("clear")+" "+s.command("all"))
		return
	case o.Cases == 0:
		return
	}
	name := o.Term
	if o.Facet != "" {
		var labels []string
		for _, value := range o.Values {
			labels = append(labels, s.label(browse.Choice{Facet: o.Facet, Value: value}))
		}
		name = s.heading(o.Facet) + ": " + strings.Join(labels, ", ")
	}
	s.answer("Without %s: %s. Type \"%s\" to remove it.", name, s.words.Say("%d case|%d cases", o.Cases), s.command("clear"))
}

// suggestNames writes the names that the search may mean, numbered after the cases.
func (s *session) suggestNames() {
	if len(s.names) == 0 {
		return
	}
	s.answer("Similar names; type a number to search for one:")
	for i, n := range s.names {
		s.numbered(s.total+i+1, s.format().MatchLabel(n.How, n.Name))
	}
}

// list shows the list of cases.
func (s *session) list(ctx context.Context, _ string) error {
	to := s.at.listPage()
	switch {
	case s.at.kind == pageCases:
		return s.show(ctx, to)
	case s.at.kind == pageProfile:
		return s.move(ctx, s.at.casesOfEntry())
	case s.at.index > 0:
		to.top = s.at.index / rowsPerPage * rowsPerPage
	}
	return s.move(ctx, to)
}

func (s *session) find(ctx context.Context, text string) error {
	if text == "" {
		s.answer("Type \"%s\" and what to look for, e.g. \"%s almaty\"", s.command("find"), s.command("find"))
		s.sayFilters()
		return nil
	}
	to := s.at.listPage()
	to.text = text
	return s.move(ctx, to)
}

// clear removes the last filter or the search, or the part that is named.
func (s *session) clear(ctx context.Context, what string) error {
	to := s.at.listPage()
	word := model.Fold(what)
	facet, isFacet := s.facetNamed(what)
	last := len(to.chosen) - 1
	switch {
	case !to.isNarrowed():
		s.answer("Nothing to clear: no search and no filters.")
		return nil
	case word == "all" || word == model.Fold(s.command("all")):
		to.text, to.chosen = "", nil
	case word == "filters" || word == model.Fold(s.command("filters")):
		to.chosen = nil
	case word == "search" || word == model.Fold(s.command("search")):
		to.text = ""
	case what != "" && isFacet:
		to = to.without(func(c browse.Choice) bool { return c.Facet == facet })
	case what != "":
		s.answer("Type \"%s\" alone, or with one of: all, search, filters, or the name of a filter.", s.command("clear"))
		return nil
	case s.at.kind == pageCases && s.obstacle.Term != "":
		to.text = s.obstacle.Without.Text
	case s.at.kind == pageCases && s.obstacle.Facet != "":
		to = to.without(browse.Blocking(s.obstacle))
	case last >= 0:
		to = to.without(func(c browse.Choice) bool { return c == s.at.chosen[last] })
	default:
		to.text = ""
	}
	return s.move(ctx, to)
}

// sortBy sorts the cases, or the rows of a view.
func (s *session) sortBy(ctx context.Context, by string) error {
	to, sorts := s.at.listPage(), model.Sorts()
	sort, sorted := &to.sort, document.CasesSorted(s.words, to.sort)
	if s.at.kind == pageEntries {
		to.kind, to.view, sorts = pageEntries, s.at.view, document.EntrySorts(s.at.view)
		sort, sorted = &to.entrySort, text.Capital(document.EntrySorted(s.words, document.EntrySort(to.view, to.entrySort)))
	}
	if len(sorts) == 1 {
		s.answer("This view cannot be sorted.")
		return nil
	}
	var names []string
	for _, known := range sorts {
		name := s.command(string(known))
		if by != "" && strings.HasPrefix(string(known), model.Fold(by)) || model.Fold(by) == model.Fold(name) {
			*sort = known
			return s.move(ctx, to)
		}
		names = append(names, name)
	}
	s.line(sorted + ".")
	s.answer("Type \"%s\" and one of: %s.", s.command("sort"), strings.Join(names, ", "))
	return nil
}
