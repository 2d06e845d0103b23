package plain

import (
	"context"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/browse"
	"casebook/tui/document"
)

// maxValues is the largest number of matching values that are listed.
const maxValues = 30

// facetCommand returns a command that lists the values of a facet, or those that match
// a text.
func facetCommand(facet model.Facet) func(*session, context.Context, string) error {
	return func(p *session, ctx context.Context, typed string) error { return p.choose(ctx, facet, typed) }
}

// filter lists the filters, or chooses a value.
func (s *session) filter(ctx context.Context, typed string) error {
	if typed == "" {
		to := s.at.listPage()
		to.kind = pageFacets
		return s.move(ctx, to)
	}
	name, value, valued := strings.Cut(typed, ":")
	if !valued {
		name, value, _ = strings.Cut(typed, " ")
	}
	facet, ok := s.facetNamed(name)
	if !ok && !valued {
		value = typed
	} else if !ok {
		s.answer("There is no filter %s.", name)
		return s.filter(ctx, "")
	}
	return s.choose(ctx, facet, strings.TrimSpace(value))
}

// facetNamed returns the facet that a name means.
func (s *session) facetNamed(name string) (model.Facet, bool) {
	name = model.Fold(strings.TrimSpace(name))
	if facet, ok := model.FacetOf(name); ok {
		return facet, true
	}
	for _, facet := range model.Facets() {
		if slices.Contains([]string{string(facet), string(facet) + "s", model.Fold(s.heading(facet)), model.Fold(s.words.Word(string(facet)))}, name) {
			return facet, true
		}
	}
	for _, counted := range s.filters.Counts.Facets { // also by the fields of the reports
		if model.Fold(string(counted.Facet)) == name || model.Fold(s.heading(counted.Facet)) == name {
			return counted.Facet, true
		}
	}
	return "", false
}

// choose chooses the value that matches a text, or lists those that may.
func (s *session) choose(ctx context.Context, facet model.Facet, typed string) error {
	to := s.at.listPage()
	to.kind, to.facet, to.typed = pageValues, facet, typed
	if typed == "" {
		return s.move(ctx, to)
	}
	values, err := s.values(ctx, to)
	if err != nil {
		return err
	}
	exact := slices.DeleteFunc(slices.Clone(values), func(v value) bool {
		return !slices.Contains([]string{model.Fold(v.Label), model.Fold(v.Value), model.Fold(s.valueText(v))}, model.Fold(typed))
	})
	if len(exact) == 1 {
		values = exact
	}
	switch {
	case len(values) == 1:
		return s.toggle(ctx, values[0], true)
	case len(values) == 0:
		s.answer("No filter value matches %s.", typed)
		if near, ok := s.nearestValue(facet, typed); ok {
			s.answer("Did you mean %s?", near)
		}
		to.typed = ""
		if facet == "" {
			to.kind = pageFacets
		}
	}
	return s.move(ctx, to)
}

// nearestValue returns the value that a misspelt one may mean.
func (s *session) nearestValue(facet model.Facet, typed string) (string, bool) {
	var labels []string
	for _, counted := range s.filters.Counts.Facets {
		for _, v := range counted.Values {
			if facet == "" || facet == counted.Facet {
				labels = append(labels, s.valueText(value{counted.Facet, v}))
			}
		}
	}
	return model.Nearest(typed, labels)
}

// A value is a value of a facet.
type value struct {
	facet model.Facet
	results.FacetValue
}

func (v value) choice() browse.Choice { return browse.Choice{Facet: v.facet, Value: v.Value} }

// valueText returns the label of a value.
func (s *session) valueText(v value) string {
	if name := s.reportNames[v.Value]; v.facet == model.FacetReport && name != "" {
		return name
	}
	return document.ValueLabel(s.words, v.facet, v.FacetValue)
}

// wordBegins reports whether a word of a text begins with what was typed.
func wordBegins(text, typed string) bool {
	typed = model.Fold(typed)
	return strings.Contains(" "+model.Fold(text), " "+typed)
}

// values returns the values of a page: those with cases or chosen, or those that match
// its text.
func (s *session) values(ctx context.Context, to page) ([]value, error) {
	counts, err := s.library.Facets(ctx, s.query(to))
	if err != nil {
		return nil, err
	}
	s.filters.Set(counts, s.reportNames)
	var values []value
	for _, facet := range s.filters.Counts.Facets {
		if to.facet != "" && to.facet != facet.Facet {
			continue
		}
		for _, v := range facet.Values {
			one := value{facet.Facet, v}
			like := to.typed == "" || wordBegins(v.Label, to.typed) || wordBegins(s.valueText(one), to.typed) || v.Value == to.typed
			if like && (v.Count > 0 || slices.Contains(to.chosen, one.choice())) {
				values = append(values, one)
			}
		}
	}
	if len(values) > 0 || to.facet == "" || to.typed == "" {
		return values, nil
	}
	meant, err := s.library.Complete(ctx, to.facet, to.typed, maxValues)
	for _, v := range meant {
		values = append(values, value{to.facet, v})
	}
	return values, err
}

// showFacets lists the filters.
func (s *session) showFacets(ctx context.Context, to page) error {
	if _, err := s.values(ctx, to); err != nil {
		return err
	}
	s.at, s.rows = to, nil
	var texts []string
	for _, facet := range s.filters.Counts.Facets {
		having := 0
		for _, v := range facet.Values {
			if v.Count > 0 {
				having++
			}
		}
		if having == 0 || !browse.Offers(facet) {
			continue
		}
		var inForce []string
		for _, c := range to.chosen {
			if c.Facet == facet.Facet {
				inForce = append(inForce, s.label(c))
			}
		}
		text := s.heading(facet.Facet) + s.glyphs.Dot + s.words.Say("%d value|%d values", having+facet.More)
		if len(inForce) > 0 {
			text += s.glyphs.Dot + s.words.Say("active: %s", strings.Join(inForce, s.glyphs.Dot))
		}
		s.rows = append(s.rows, browse.Choice{Facet: facet.Facet})
		texts = append(texts, text)
	}
	if len(texts) == 0 {
		s.answer("No filters: no case matches.")
		s.sayFilters()
		return nil
	}
	s.answer("Filters. Type a number to list the values of one.")
	s.choices(texts)
	return nil
}

// showValues lists the values of a facet, or those that match a text.
func (s *session) showValues(ctx context.Context, to page) error {
	values, err := s.values(ctx, to)
	if err != nil {
		return err
	}
	s.at, s.rows = to, nil
	var texts, path []string
	for _, v := range values {
		path = append(path[:min(v.Depth, len(path))], s.valueText(v))
		parts := []string{s.valueText(v)}
		switch {
		case to.facet == "":
			parts[0] = s.choiceText(v.choice())
		case v.facet == model.FacetLaw && to.typed != "":
			parts[0] = document.FullValueLabel(s.words, v.facet, v.FacetValue)
		case v.Depth > 0 && len(path) > 1 && to.typed == "" && !strings.HasSuffix(v.Label, ", "+path[len(path)-2]): // else its parent may not be listed
			parts = append(parts, s.words.Say("in %s", path[len(path)-2]))
		}
		parts = append(parts, s.words.Say("%d case|%d cases", v.Count-v.Possible))
		if v.Possible > 0 {
			parts = append(parts, s.words.Say("%d more possible|%d more possible", v.Possible))
		}
		if slices.Contains(to.chosen, v.choice()) {
			parts = append(parts, s.words.Say("active"))
		}
		s.rows = append(s.rows, v.choice())
		texts = append(texts, s.format().Join(parts...))
	}
	switch {
	case len(texts) == 0:
		s.answer("No filters: no case matches.")
		s.sayFilters()
	case to.facet == "":
		s.answer("Values that match %s. Type a number to filter by one.", to.typed)
	default:
		s.line(s.heading(to.facet) + s.glyphs.Dot + s.words.Say("%d value|%d values", len(values)) + ".")
		s.answerOnce("Type a number to filter by that value; type it again to remove the filter.")
	}
	s.choices(texts)
	if more := s.filters.Counts.Of(to.facet).More; more > 0 && to.typed == "" {
		s.answer("%d more have fewer cases. Type \"%s %s\" and a part of the name.", more, s.command("filter"), model.FieldOf(to.facet))
	}
	return nil
}

// choices writes numbered rows.
func (s *session) choices(texts []string) {
	last := min(s.at.top+rowsPerPage, len(texts))
	for i := s.at.top; i < last; i++ {
		s.numbered(i+1, texts[i])
	}
	s.sayMore(last, len(texts))
}

// toggle chooses a value, or removes it if it is chosen; with on it only chooses.
func (s *session) toggle(ctx context.Context, v value, on bool) error {
	to := s.at.listPage()
	switch in := slices.Contains(to.chosen, v.choice()); {
	case in && on:
		s.answer("This filter is already active.")
	case in:
		to = to.without(func(c browse.Choice) bool { return c == v.choice() })
	default:
		to = to.without(s.filters.Related(browse.Node{Choice: v.choice(), Depth: v.Depth + 1}))
		to.chosen = append(to.chosen, v.choice())
	}
	return s.move(ctx, to)
}

// chooseRow chooses a row by its number.
func (s *session) chooseRow(ctx context.Context, number int) error {
	if number > len(s.rows) {
		s.sayNoNumber(number, len(s.rows))
		return nil
	}
	c := s.rows[number-1]
	if s.at.kind == pageFacets {
		return s.choose(ctx, c.Facet, "")
	}
	known, ok := s.filters.Value(c)
	if !ok {
		known.Value = c.Value
	}
	return s.toggle(ctx, value{c.Facet, known}, false)
}
