package results

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"casebook/model"
	"casebook/model/edtf"
)

// A Plot is a comparison that the overview draws.
type Plot string

// The plots, in the order in which they are shown.
const (
	PlotMonths Plot = "outcomes by month"
	PlotPeople Plot = "people by outcome"
)

// Plots lists the plots in the order in which they are shown.
func Plots() []Plot { return []Plot{PlotMonths, PlotPeople} }

// An Ending is an outcome of a case with one person or organisation.
type Ending struct {
	model.Outcome
	Case, Title string
	Number      int         // of the outcome in its case
	Facet       model.Facet // of Value; empty: the outcome names nobody
	Value, Name string
	Group       bool // a group or an organisation
}

// Key is the same for all endings of one outcome.
func (e Ending) Key() string { return e.Case + "\x1f" + strconv.Itoa(e.Number) }

// EndingsOf returns the outcomes of a case by person. Penalties in law are left out.
func EndingsOf(c model.Case) []Ending {
	people, organisations := c.Concerned()
	var endings []Ending
	for number, o := range c.Outcomes {
		if o.Stage == model.StagePenaltyInLaw {
			continue
		}
		ending, before := Ending{Outcome: o, Case: c.ID, Title: c.Title, Number: number}, len(endings)
		add := func(facet model.Facet, concerned []model.Participant) {
			for _, p := range concerned {
				if o.About(p) && p.Name != model.NotStated {
					e := ending
					e.Facet, e.Value, e.Name, e.Group = facet, p.FacetValue(), p.FullName(), facet == model.FacetOrganisation
					endings = append(endings, e)
				}
			}
		}
		add(model.FacetPerson, people)
		add(model.FacetOrganisation, organisations)
		if len(endings) == before {
			endings = append(endings, ending)
		}
	}
	return endings
}

// Value returns the row of a plot for an ending: its month, or its year if no month is
// stated; or its outcome.
func (p Plot) Value(e Ending) string {
	if p == PlotPeople {
		return string(e.Type)
	}
	date, err := edtf.Parse(e.Date)
	if err != nil {
		return model.NotStated
	}
	const month, year = len("2016-05"), len("2016")
	from, to := date.Earliest(), date.Latest()
	for _, length := range []int{month, year} {
		if len(from) > length && len(to) > length && from[:length] == to[:length] {
			return from[:length]
		}
	}
	return model.NotStated
}

// Entries returns a plot as rows below a heading: months with their numbers of outcomes,
// or outcomes with their numbers of people and groups.
func (p Plot) Entries(endings []Ending) []Entry {
	list := []Entry{{Key: string(p), Plot: p, Facet: model.FacetOutcome}}
	facet, values := model.FacetOutcome, []string{}
	for _, outcome := range model.OutcomeTypes() {
		values = append(values, string(outcome))
	}
	counted := map[string]*Entry{}
	met := map[string]bool{}
	for _, e := range endings {
		value := p.Value(e)
		if counted[value] == nil {
			counted[value] = &Entry{Key: string(p) + "\x1f" + value, Plot: p, Value: value, Depth: 1}
		}
		once := e.Key()
		if p == PlotPeople {
			once = value + "\x1f" + string(e.Facet) + "\x1f" + e.Value
		}
		switch {
		case met[once] || p == PlotPeople && e.Facet == "":
			continue
		case p == PlotPeople && e.Group:
			counted[value].Groups++
		}
		met[once] = true
		counted[value].Cases++
	}
	if p == PlotMonths {
		facet, values = model.FacetDate, monthsOf(counted)
	}
	for _, value := range values {
		e := counted[value]
		if e == nil && p == PlotMonths {
			e = &Entry{Key: string(p) + "\x1f" + value, Plot: p, Value: value, Depth: 1}
		}
		if e != nil && (p == PlotMonths || e.Cases > 0) {
			e.Facet, e.Label = facet, value
			list = append(list, *e)
		}
	}
	if len(list) == 1 {
		return nil
	}
	most := 0
	for _, e := range list {
		most = max(most, e.Cases)
	}
	for i := range list {
		list[i].Most = most
	}
	return list
}

// maxMonths is the largest number of consecutive months that are shown; of more, only
// those with outcomes.
const maxMonths = 36

// monthsOf returns the months and years of outcomes in order, without gaps if they are
// few; undated comes last.
func monthsOf(counted map[string]*Entry) []string {
	var values []string
	for value := range counted {
		if value != model.NotStated {
			values = append(values, value)
		}
	}
	months := slices.DeleteFunc(slices.Clone(values), func(value string) bool { return len(value) == len("2016") })
	if len(months) > 1 {
		var between []string
		last := slices.Max(months)
		for month := slices.Min(months); month < last && len(between) <= maxMonths; month = nextMonth(month) {
			between = append(between, month)
		}
		if len(between) <= maxMonths {
			values = append(values, between...)
		}
	}
	slices.SortFunc(values, func(a, b string) int { return cmp.Compare(a, b) })
	values = slices.Compact(values)
	if counted[model.NotStated] != nil {
		values = append(values, model.NotStated)
	}
	return values
}

// nextMonth returns the month after one, such as "2017-01" after "2016-12".
func nextMonth(month string) string {
	begin, err := time.Parse("2006-01", month)
	if err != nil {
		return "~"
	}
	return begin.AddDate(0, 1, 0).Format("2006-01")
}

// WithOutcomes adds a person's outcomes in a case to those in others.
func WithOutcomes(known []model.Outcome, c model.Case, person model.Participant) []model.Outcome {
	for _, outcome := range c.Outcomes {
		if outcome.Stage == model.StagePenaltyInLaw || !outcome.About(person) {
			continue
		}
		same := func(o model.Outcome) bool {
			return o.Type == outcome.Type && o.Amount == outcome.Amount && o.Unit == outcome.Unit
		}
		if !slices.ContainsFunc(known, same) {
			outcome.Source = model.Source{}
			known = append(known, outcome)
		}
	}
	return known
}
