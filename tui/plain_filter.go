package tui

import (
	"context"
	"slices"
	"strings"

	"casebook/model"
	"casebook/tui/browse"
	"casebook/tui/document"
)

// maxMeant is how many values are listed that a text may mean.
const maxMeant = 30

// facetCommand lists the values of a facet, or those that a text may mean.
func facetCommand(facet model.Facet) func(*plain, context.Context, string) error {
	return func(p *plain, ctx context.Context, typed string) error { return p.choose(ctx, facet, typed) }
}

// filter lists what there is to choose from, or chooses.
func (p *plain) filter(ctx context.Context, typed string) error {
	if typed == "" {
		s := p.at.listed()
		s.kind = stopFacets
		return p.move(ctx, s)
	}
	name, value, valued := strings.Cut(typed, ":")
	if !valued {
		name, value, _ = strings.Cut(typed, " ")
	}
	facet, ok := p.facetNamed(name)
	if !ok && !valued {
		value = typed
	} else if !ok {
		p.answer("There is no filter %s.", name)
		return p.filter(ctx, "")
	}
	return p.choose(ctx, facet, strings.TrimSpace(value))
}

// facetNamed is the facet that a person means by a name.
func (p *plain) facetNamed(name string) (model.Facet, bool) {
	name = model.Fold(strings.TrimSpace(name))
	if facet, ok := model.FacetOf(name); ok {
		return facet, true
	}
	for _, facet := range model.Facets() {
		if slices.Contains([]string{string(facet), string(facet) + "s", model.Fold(p.heading(facet)), model.Fold(p.words.Word(string(facet)))}, name) {
			return facet, true
		}
	}
	return "", false
}

// choose chooses the value that a text means, or lists those it may mean.
func (p *plain) choose(ctx context.Context, facet model.Facet, typed string) error {
	s := p.at.listed()
	s.kind, s.facet, s.typed = stopValues, facet, typed
	if typed == "" {
		return p.move(ctx, s)
	}
	values, err := p.values(ctx, s)
	if err != nil {
		return err
	}
	exact := slices.DeleteFunc(slices.Clone(values), func(v value) bool {
		return !slices.Contains([]string{model.Fold(v.Label), model.Fold(v.Value), model.Fold(p.valueText(v))}, model.Fold(typed))
	})
	if len(exact) == 1 {
		values = exact
	}
	switch {
	case len(values) == 1:
		return p.turn(ctx, values[0], true)
	case len(values) == 0:
		p.answer("Nothing to filter by is like %s.", typed)
		if near, ok := p.nearestValue(facet, typed); ok {
			p.answer("Did you mean %s?", near)
		}
		s.typed = ""
		if facet == "" {
			s.kind = stopFacets
		}
	}
	return p.move(ctx, s)
}

// nearestValue is what a value that is not there may be a slip of.
func (p *plain) nearestValue(facet model.Facet, typed string) (string, bool) {
	var labels []string
	for _, counted := range p.filters.Counts.Facets {
		for _, v := range counted.Values {
			if facet == "" || facet == counted.Facet {
				labels = append(labels, p.valueText(value{counted.Facet, v}))
			}
		}
	}
	return model.Nearest(typed, labels)
}

// A value is a value of a facet.
type value struct {
	facet model.Facet
	model.FacetValue
}

func (v value) choice() browse.Choice { return browse.Choice{Facet: v.facet, Value: v.Value} }

// valueText is what a value is called.
func (p *plain) valueText(v value) string {
	if name := p.called[v.Value]; v.facet == model.FacetReport && name != "" {
		return name
	}
	return document.ValueLabel(p.words, v.facet, v.FacetValue)
}

// begins says whether a text, or a word of it, begins with what was typed.
func begins(text, typed string) bool {
	typed = model.Fold(typed)
	return strings.Contains(" "+model.Fold(text), " "+typed)
}

// values are those of a stop: with cases under its query, or in force, or what
// its text may mean.
func (p *plain) values(ctx context.Context, s stop) ([]value, error) {
	counts, err := p.library.Facets(ctx, p.query(s))
	if err != nil {
		return nil, err
	}
	p.filters.Set(counts, p.called)
	var values []value
	for _, facet := range p.filters.Counts.Facets {
		if s.facet != "" && s.facet != facet.Facet {
			continue
		}
		for _, v := range facet.Values {
			one := value{facet.Facet, v}
			like := s.typed == "" || begins(v.Label, s.typed) || begins(p.valueText(one), s.typed) || v.Value == s.typed
			if like && (v.Count > 0 || slices.Contains(s.chosen, one.choice())) {
				values = append(values, one)
			}
		}
	}
	if len(values) > 0 || s.facet == "" || s.typed == "" {
		return values, nil
	}
	meant, err := p.library.Complete(ctx, s.facet, s.typed, maxMeant)
	for _, v := range meant {
		values = append(values, value{s.facet, v})
	}
	return values, err
}

// showFacets lists what there is to choose from.
func (p *plain) showFacets(ctx context.Context, s stop) error {
	if _, err := p.values(ctx, s); err != nil {
		return err
	}
	p.at, p.rows = s, nil
	var texts []string
	for _, facet := range p.filters.Counts.Facets {
		having := 0
		for _, v := range facet.Values {
			if v.Count > 0 {
				having++
			}
		}
		if having == 0 || facet.Facet == model.FacetReport && len(facet.Values) < 2 {
			continue
		}
		var inForce []string
		for _, c := range s.chosen {
			if c.Facet == facet.Facet {
				inForce = append(inForce, p.label(c))
			}
		}
		text := p.heading(facet.Facet) + p.glyphs.Dot + p.words.Say("%d value|%d values", having+facet.More)
		if len(inForce) > 0 {
			text += p.glyphs.Dot + p.words.Say("in force: %s", strings.Join(inForce, p.glyphs.Dot))
		}
		p.rows = append(p.rows, browse.Choice{Facet: facet.Facet})
		texts = append(texts, text)
	}
	if len(texts) == 0 {
		p.answer("There is nothing to filter by: no case matches.")
		p.force()
		return nil
	}
	p.answer("Filters. A number lists the values of one.")
	p.choices(texts)
	return nil
}

// showValues lists the values of a facet, or what a text may mean.
func (p *plain) showValues(ctx context.Context, s stop) error {
	values, err := p.values(ctx, s)
	if err != nil {
		return err
	}
	p.at, p.rows = s, nil
	var texts, path []string
	for _, v := range values {
		path = append(path[:min(v.Depth, len(path))], p.valueText(v))
		parts := []string{p.valueText(v)}
		switch {
		case s.facet == "":
			parts[0] = p.choiceText(v.choice())
		case v.facet == model.FacetLaw && s.typed != "":
			parts[0] = document.FullValueLabel(p.words, v.facet, v.FacetValue)
		case v.Depth > 0 && len(path) > 1 && s.typed == "": // else what it is in may not be listed
			parts = append(parts, p.words.Say("in %s", path[len(path)-2]))
		}
		parts = append(parts, p.words.Say("%d case|%d cases", v.Count))
		if slices.Contains(s.chosen, v.choice()) {
			parts = append(parts, p.words.Say("in force"))
		}
		p.rows = append(p.rows, v.choice())
		texts = append(texts, p.writing().Join(parts...))
	}
	switch {
	case len(texts) == 0:
		p.answer("There is nothing to filter by: no case matches.")
		p.force()
	case s.facet == "":
		p.answer("Values like %s. A number keeps only its cases.", s.typed)
	default:
		p.line(p.heading(s.facet) + p.glyphs.Dot + p.words.Say("%d value|%d values", len(values)) + ".")
		p.once("A number keeps only its cases; the same number again lets the others back in.")
	}
	p.choices(texts)
	for _, facet := range p.filters.Counts.Facets {
		if facet.Facet == s.facet && facet.More > 0 && s.typed == "" {
			p.answer("%d more have fewer cases. Type %s %s and a part of the name.", facet.More, p.command("filter"), model.FieldOf(s.facet))
		}
	}
	return nil
}

// choices writes the rows of a place to choose from.
func (p *plain) choices(texts []string) {
	last := min(p.at.top+plainRows, len(texts))
	for i := p.at.top; i < last; i++ {
		p.numbered(i+1, texts[i])
	}
	p.rest(last, len(texts))
}

// turn puts a value in force, or out of it where it is and is not wanted.
func (p *plain) turn(ctx context.Context, v value, on bool) error {
	s := p.at.listed()
	switch in := slices.Contains(s.chosen, v.choice()); {
	case in && on:
		p.answer("It is in force already.")
	case in:
		s = s.without(func(c browse.Choice) bool { return c == v.choice() })
	default:
		s = s.without(p.filters.Related(browse.Node{Choice: v.choice(), Depth: v.Depth + 1}))
		s.chosen = append(s.chosen, v.choice())
	}
	return p.move(ctx, s)
}

// chooseRow takes a row of a place to choose from.
func (p *plain) chooseRow(ctx context.Context, number int) error {
	if number > len(p.rows) {
		p.noNumber(number, len(p.rows))
		return nil
	}
	c := p.rows[number-1]
	if p.at.kind == stopFacets {
		return p.choose(ctx, c.Facet, "")
	}
	known, ok := p.filters.Value(c)
	if !ok {
		known.Value = c.Value
	}
	return p.turn(ctx, value{c.Facet, known}, false)
}
