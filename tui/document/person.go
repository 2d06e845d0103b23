package document

import (
	"cmp"
	"slices"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/tui/text"
)

// personOutcomes adds a person's outcomes by date.
func (b *Builder) personOutcomes(name string, cases []model.Case) {
	type ended struct {
		model.Outcome
		link Link
	}
	var outcomes []ended
	for _, c := range cases {
		for _, o := range c.Outcomes {
			if slices.ContainsFunc(c.People, func(i model.Involvement) bool { return i.Name == name && o.Concerns(i) }) {
				outcomes = append(outcomes, ended{o, Link{Case: c.ID}})
			}
		}
	}
	slices.SortStableFunc(outcomes, func(a, other ended) int { return cmp.Compare(firstDay(a.Date), firstDay(other.Date)) })
	var values []text.Line
	for _, o := range outcomes {
		date := b.Words.Say("date not stated")
		if o.Date != "" {
			date = b.Date(o.Date)
		}
		values = append(values, append(b.linked(o.link, b.outcome(o.Outcome)), b.aside(b.stage(o.Outcome), date, b.sourceDifference(model.Case{}, notStatedHedge(o.Source)))...))
	}
	b.field(b.Words.Say("Outcomes"), values...)
}

// firstDay returns the first day that a date may mean, to sort by; undated comes last.
func firstDay(text string) string {
	date, err := edtf.Parse(text)
	if err != nil {
		return "~"
	}
	return date.Earliest()
}
