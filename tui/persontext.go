package tui

import (
	"cmp"
	"slices"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/tui/text"
)

// concerns says whether an outcome of a case is about a person in it: it names
// them, or nobody, and they are one of those whom the case is about.
func concerns(o model.Outcome, person model.Involvement) bool {
	if o.Stage == "penalty in law" || len(o.People) > 0 {
		return slices.Contains(o.People, person.Name)
	}
	return person.Role != "authority" && person.Role != "source" && person.Role != "mentioned"
}

// personOutcomes writes what a person's cases ended with for them, over time.
func (w *writer) personOutcomes(name string, cases []model.Case) {
	type ended struct {
		model.Outcome
		link link
	}
	var outcomes []ended
	for _, c := range cases {
		for _, o := range c.Outcomes {
			if slices.ContainsFunc(c.People, func(i model.Involvement) bool { return i.Name == name && concerns(o, i) }) {
				outcomes = append(outcomes, ended{o, link{id: c.ID}})
			}
		}
	}
	slices.SortStableFunc(outcomes, func(a, b ended) int { return cmp.Compare(firstDay(a.Date), firstDay(b.Date)) })
	var values []text.Line
	for _, o := range outcomes {
		date := w.words.Say("date not stated")
		if o.Date != "" {
			date = w.date(o.Date)
		}
		values = append(values, append(w.linked(o.link, w.outcome(o.Outcome)), w.aside(w.words.Word(o.StageLabel()), date, w.differing(model.Case{}, notStatedHedge(o.Source)))...))
	}
	w.field(w.words.Say("Outcomes"), values...)
}

// firstDay is the first day that a date may mean; what is undated comes last.
func firstDay(text string) string {
	date, err := edtf.Parse(text)
	if err != nil {
		return "~"
	}
	return date.Earliest()
}
