package ask

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/browse"
	"casebook/tui/searchbox"
)

// What is known of a query and its answer, beside the rows.
type (
	// FacetsCounted are the counts of the filters.
	FacetsCounted struct {
		Reply
		Counts results.Counts
	}
	// An ObstacleFound says why a query finds nothing.
	ObstacleFound struct {
		Reply
		Obstacle model.Obstacle
	}
	// A NamesFound is the names that match a text.
	NamesFound struct {
		Reply
		Names []results.NameMatch
	}
	// A ValueRead is the filter values that a typed value may mean, best first.
	ValueRead struct {
		Reply
		Typed  searchbox.Value
		Values []results.FacetValue
	}
	// A ValuesMatched are the values of a facet that a text may mean, best first.
	ValuesMatched struct {
		Reply
		Values []results.FacetValue
	}
	// A SensitiveCounted is how many cases of a query are sensitive.
	SensitiveCounted struct {
		Reply
		Count int
	}
)

// Counts asks for the counts of the filters; the reply is a FacetsCounted.
func (r Request) Counts(query model.Query) tea.Cmd {
	return func() tea.Msg {
		counts, err := r.library.Facets(r.ctx, query)
		return FacetsCounted{r.reply(err), counts}
	}
}

// Obstacle asks which part of a query excludes everything; the reply is an
// ObstacleFound.
func (r Request) Obstacle(query model.Query) tea.Cmd {
	return func() tea.Msg {
		obstacle, err := r.library.Obstacle(r.ctx, query)
		return ObstacleFound{r.reply(err), obstacle}
	}
}

// Names asks for the names that a text with so many results may mean; the reply is a
// NamesFound.
func (r Request) Names(text string, found int) tea.Cmd {
	return func() tea.Msg {
		names, err := browse.Suggest(r.ctx, r.library, text, found)
		return NamesFound{r.reply(err), names}
	}
}

// Values asks for the filter values that a typed value may mean, with their numbers of
// cases under filters (those of custom fields: of all cases); the reply is a ValueRead.
func (r Request) Values(typed searchbox.Value, filters model.Query) tea.Cmd {
	return func() tea.Msg {
		_, own := typed.Facet.OwnField()
		if filters.Restricted() && !own && typed.Facet != model.FacetFields {
			values, err := r.library.Matching(r.ctx, filters, typed.Facet, typed.Text, searchbox.MaxValues)
			return ValueRead{r.reply(err), typed, values}
		}
		values, err := r.library.Complete(r.ctx, typed.Facet, typed.Text, searchbox.MaxValues)
		return ValueRead{r.reply(err), typed, values}
	}
}

// maxMatching is the largest number of values of a facet that a text may mean.
const maxMatching = 50

// Matching asks for the values of a facet that a text may mean, with their numbers of
// cases under a query; the reply is a ValuesMatched.
func (r Request) Matching(query model.Query, facet model.Facet, text string) tea.Cmd {
	return func() tea.Msg {
		values, err := r.library.Matching(r.ctx, query, facet, text, maxMatching)
		return ValuesMatched{r.reply(err), values}
	}
}

// Sensitive asks how many cases of a query are sensitive; the reply is a
// SensitiveCounted.
func (r Request) Sensitive(query model.Query) tea.Cmd {
	chosen := query.Filter[model.FacetSensitivity]
	return func() tea.Msg {
		counts, err := r.library.Facets(r.ctx, query)
		counted := SensitiveCounted{Reply: r.reply(err)}
		for _, value := range counts.Of(model.FacetSensitivity).Values {
			if model.Sensitivity(value.Value).IsSensitive() && (len(chosen) == 0 || slices.Contains(chosen, value.Value)) {
				counted.Count += value.Count
			}
		}
		return counted
	}
}
