package draft

import (
	"slices"

	"casebook/model"
	"casebook/seed/pages"
)

const (
	sayingVerbs = "registered recorded documented reported estimated counted said announced stated claimed verified received confirmed"
	sources     = "officials authorities government police ngos activists lawyers prosecutors media groups organizations"
)

// attribute sets the source that a sentence names for its figures: "according to the NGO
// Somebody", "Officials estimated".
func (r *reader) attribute(c *model.Case, p *passage, figures []foundFigure, spans []span) {
	for _, found := range figures {
		f := found.Figure
		start, stop := p.sentence(found.at)
		who, verb := r.speaker(p, start, stop, found.at, spans)
		if who == "" {
			c.Figures = append(c.Figures, f)
			continue
		}
		f.AttributedTo = who
		switch {
		case verb == "estimated":
			f.Hedge = model.HedgeEstimated
		case f.Hedge == "":
			f.Hedge = model.HedgeReported
		}
		c.Figures = append(c.Figures, f)
		index := slices.IndexFunc(c.Organisations, func(o model.Involvement) bool { return o.Name == who })
		if index >= 0 {
			c.Organisations[index].Role = "source"
		} else {
			c.Organisations = append(c.Organisations, model.Involvement{Name: who, Role: "source", Source: f.Source})
		}
	}
}

// speaker returns the source of a sentence's figures, and the verb.
func (r *reader) speaker(p *passage, start, stop, figure int, spans []span) (string, string) {
	if i := p.find(start, stop, "according to"); i >= 0 {
		for _, s := range spans {
			if s.kind == 'o' && s.from >= i+2 && s.from <= i+8 && s.to <= stop {
				return s.name, "according"
			}
		}
		from := i + 2
		for in("the a an", p.lower(from)) {
			from++
		}
		end := from
		for end < min(stop, from+4) && !in(countStops, p.lower(end)) {
			end++
			if !p.isAdjacent(end - 1) {
				break
			}
		}
		return r.addSpeaker(p, from, end), "according"
	}
	for i := start + 1; i < figure; i++ {
		if !in(sayingVerbs, p.lower(i)) || in("were was been be had", p.lower(i-1)) {
			continue
		}
		for _, s := range spans {
			if s.kind == 'o' && s.to == i {
				return s.name, p.lower(i)
			}
		}
		if in(sources, p.lower(i-1)) || len(p.words[i-1].text) > 2 && pages.Shouts(p.words[i-1].text) {
			return r.addSpeaker(p, i-1, i), p.lower(i)
		}
	}
	return "", ""
}

// addSpeaker makes an organisation of words such as "officials" and returns its name.
func (r *reader) addSpeaker(p *passage, from, to int) string {
	if from >= to {
		return ""
	}
	return r.addOrganisation(pages.Capitalised(p.slice(from, to)), "")
}
