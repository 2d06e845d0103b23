package db

import (
	"errors"
	"slices"
	"testing"

	"casebook/db/importer"
	"casebook/model"
)

// What an import may take away from a report that is there, by its rule.
func TestImportRules(t *testing.T) {
	other := func(c model.Case) model.Case {
		return model.Case{ID: c.ID, Kind: "event", Title: "Of another list", Category: c.Category, Sensitivity: "none"}
	}
	tests := map[string]struct {
		change func(*model.Pack)
		guard  any // Changes or LossError
		keep   any
	}{
		"nothing":   {func(*model.Pack) {}, importer.Changes{Unchanged: 5}, importer.Changes{Unchanged: 5}},
		"corrected": {func(p *model.Pack) { p.Cases[3].Title = "Corrected" }, importer.Changes{Changed: 1, Unchanged: 4}, importer.Changes{Changed: 1, Unchanged: 4}},
		"cut short": {func(p *model.Pack) { p.Cases = p.Cases[:2] }, importer.LossError{Cases: 5, Removed: 3}, importer.Changes{Unchanged: 2, Kept: 3}},
		"a part": {func(p *model.Pack) {
			p.Report.Part, p.Cases = true, slices.Clone(p.Cases[1:3])
			p.People = p.People[:1]
			slices.Reverse(p.Cases)
			p.Cases[0].Title = "Corrected"
			p.Cases = append(p.Cases, model.Case{ID: "NOR-2020-11", Kind: "event", Title: "New", Category: p.Cases[0].Category, Sensitivity: "none"})
		}, importer.LossError{Cases: 5, Removed: 3}, importer.Changes{Added: 1, Changed: 1, Unchanged: 1, Kept: 3}},
		"other titles": {func(p *model.Pack) {
			for i := range p.Cases {
				p.Cases[i].Title += ", said otherwise"
			}
		}, importer.Changes{Changed: 5}, importer.Changes{Changed: 5}},
		"a draft": {func(p *model.Pack) { p.Cases[0].Draft = true }, importer.LossError{Cases: 5, Finished: 1}, importer.LossError{Cases: 5, Finished: 1}},
		"another list": {func(p *model.Pack) {
			for i := range p.Cases {
				p.Cases[i] = other(p.Cases[i])
			}
		}, importer.LossError{Cases: 5, Another: true}, importer.LossError{Cases: 5, Another: true}},
	}
	for name, test := range tests {
		for rule, want := range map[importer.Rule]any{importer.Guard: test.guard, importer.Keep: test.keep} {
			library := opened(t, "", norland(), sudland())
			before := dump(t, library)
			pack := norland()
			test.change(&pack)
			head, cases := streamed(pack)
			changes, err := library.ImportCases(t.Context(), head, cases, rule, nil)
			var loss *importer.LossError
			switch errors.As(err, &loss) {
			case true:
				if loss.Report = ""; *loss != want {
					t.Errorf("%s, rule %d: %+v, want %+v", name, rule, *loss, want)
				}
				if dump(t, library) != before {
					t.Errorf("%s, rule %d: the library is not what it was", name, rule)
				}
			default:
				if err != nil || changes != want {
					t.Errorf("%s, rule %d: %+v, %v, want %+v", name, rule, changes, err, want)
				}
			}
			if err := library.Check(t.Context()); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// A part changes cases where they stand, adds the new ones behind them, and
// takes away none of the names that the others need.
func TestPartOfAReport(t *testing.T) {
	library := opened(t, "", norland())
	want := norland()
	part := norland()
	part.Report.Part, part.Cases, part.People, part.Laws, part.Categories = true, slices.Clone(part.Cases[1:2]), part.People[:1], nil, part.Categories[:1]
	part.Cases[0].Title, want.Cases[1].Title = "Corrected", "Corrected"
	added := want.Cases[0]
	added.ID = "NOR-2020-77"
	part.Cases, want.Cases = append(part.Cases, added), append(want.Cases, added)
	head, cases := streamed(part)
	if _, err := library.ImportCases(t.Context(), head, cases, importer.Keep, nil); err != nil {
		t.Fatal(err)
	}
	if got, want := dump(t, library), dump(t, opened(t, "", want)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// What was a draft may become anything, and a case of its own goes on being it.
func TestDraftIsCompleted(t *testing.T) {
	drafts := norland()
	for i := range drafts.Cases {
		drafts.Cases[i] = model.Case{ID: drafts.Cases[i].ID, Kind: "event", Title: "To complete", Category: drafts.Cases[i].Category, Sensitivity: "none", Draft: true}
	}
	library := opened(t, "", drafts)
	head, cases := streamed(norland())
	if changes, err := library.ImportCases(t.Context(), head, cases, importer.Guard, nil); err != nil || changes != (importer.Changes{Changed: 5}) {
		t.Errorf("%+v, %v", changes, err)
	}
}
