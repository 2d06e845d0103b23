package browsetest

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/results"
)

func valuesOf(c model.Case, facet model.Facet) []string {
	switch facet {
	case model.FacetCategory:
		var values []string
		for i := range c.Category {
			values = append(values, model.CategoryPath(c.Category[:i+1]))
		}
		return values
	case model.FacetKind:
		return []string{string(c.Kind)}
	case model.FacetReport:
		return []string{c.Report}
	case model.FacetParagraph:
		var values []string
		for _, source := range c.Source {
			values = append(values, fmt.Sprintf("%s/%s ¶%d", c.Report, source.Section[len(source.Section)-1], source.Paragraph))
		}
		return values
	case model.FacetPerson:
		return namesOf(c.People)
	case model.FacetOrganisation:
		return namesOf(c.Organisations)
	case model.FacetPlace:
		return namesOf(c.Places)
	case model.FacetDate:
		var values []string
		for _, date := range c.Dates {
			values = append(values, date.EDTF)
		}
		return values
	case model.FacetLaw:
		var values []string
		for _, law := range c.Laws {
			values = append(values, law.Name, law.Name+"/"+law.Provision)
		}
		return values
	}
	return nil
}

func namesOf(list []model.Involvement) []string {
	var names []string
	for _, i := range list {
		names = append(names, i.Name)
	}
	return names
}

func chosenBy(c model.Case, filter model.Filter, but model.Facet) bool {
	for facet, chosen := range filter {
		if facet != but && !slices.ContainsFunc(valuesOf(c, facet), func(v string) bool { return slices.Contains(chosen, v) }) {
			return false
		}
	}
	return true
}

func (f *Library) Facets(ctx context.Context, query model.Query) (results.Counts, error) {
	f.note("facets %q %v", query.Text, query.Filter)
	if f.Err != nil || ctx.Err() != nil {
		return results.Counts{}, cmp.Or(f.Err, ctx.Err())
	}
	counts := results.Counts{Total: len(f.rows(query)), All: len(f.rows(model.Query{}))}
	if f.Gates {
		count := 0
		for _, row := range f.rows(query) {
			if row.Sensitivity.IsSensitive() {
				count++
			}
		}
		counts.Facets = append(counts.Facets, results.FacetCount{Facet: model.FacetSensitivity, Values: []results.FacetValue{{Value: "sexual-violence", Label: "sexual-violence", Count: count}}})
	}
	facets := []model.Facet{model.FacetReport, model.FacetCategory, model.FacetKind, model.FacetPlace, model.FacetPerson}
	if f.Lawful {
		facets = append(facets, model.FacetLaw)
	}
	for _, facet := range facets {
		count := results.FacetCount{Facet: facet}
		for _, c := range f.Cases {
			for i, value := range valuesOf(c, facet) {
				at := slices.IndexFunc(count.Values, func(v results.FacetValue) bool { return v.Value == value })
				if at < 0 {
					label, depth := value, 0
					if facet == model.FacetCategory {
						label, depth = c.Category[i], i
					} else if law, provision, ok := strings.Cut(value, "/"); ok && facet == model.FacetLaw && law != "" {
						label, depth = provision, 1
					}
					at = len(count.Values)
					count.Values = append(count.Values, results.FacetValue{Value: value, Label: label, Depth: depth})
				}
				if chosenBy(c, query.Filter, facet) && f.typedOf(c, query.Text) {
					count.Values[at].Count++
				}
			}
		}
		if facet == model.FacetReport && len(count.Values) < 2 {
			continue
		}
		counts.Facets = append(counts.Facets, count)
	}
	return counts, nil
}
