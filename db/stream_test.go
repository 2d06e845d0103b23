package db

import (
	"context"
	"errors"
	"iter"
	"slices"
	"testing"

	"casebook/db/importer"
	"casebook/db/schema"
	"casebook/model"
)

// streamed is a pack as an import takes it: the head, and the cases one by one.
func streamed(pack model.Pack) (model.Pack, iter.Seq2[model.Case, error]) {
	cases := pack.Cases
	pack.Cases = nil
	return pack, func(yield func(model.Case, error) bool) {
		for _, c := range cases {
			if !yield(c, nil) {
				return
			}
		}
	}
}

// What an import tells of the cases, for a report that the library has.
func TestImportChanges(t *testing.T) {
	tests := map[string]struct {
		change func(*model.Pack)
		want   importer.Changes
	}{
		"nothing":   {func(*model.Pack) {}, importer.Changes{Unchanged: 5}},
		"corrected": {func(p *model.Pack) { p.Cases[3].Title = "Corrected" }, importer.Changes{Changed: 1, Unchanged: 4}},
		"added": {func(p *model.Pack) {
			p.Cases = append(p.Cases, model.Case{ID: "NOR-2020-11", Kind: "event", Title: "New"})
		}, importer.Changes{Added: 1, Unchanged: 5}},
		"cut short": {func(p *model.Pack) { p.Cases = p.Cases[:2] }, importer.Changes{Unchanged: 2, Removed: 3}},
		"replaced":  {func(p *model.Pack) { p.Cases[0].ID = "NOR-2020-12" }, importer.Changes{Added: 1, Unchanged: 4, Removed: 1}},
		"reordered": {func(p *model.Pack) { slices.Reverse(p.Cases) }, importer.Changes{Unchanged: 5}},
		"emptied":   {func(p *model.Pack) { p.Cases = nil }, importer.Changes{Removed: 5}},
		"head only": {func(p *model.Pack) { p.People[0].Spellings = nil }, importer.Changes{Unchanged: 5, Head: true}},
	}
	for name, test := range tests {
		library := opened(t, "", norland(), sudland())
		pack := norland()
		test.change(&pack)
		head, cases := streamed(pack)
		told := 0
		changes, err := library.ImportCases(t.Context(), head, cases, Replace, func(done int) { told = done })
		if err != nil || changes != test.want || told != len(pack.Cases) {
			t.Errorf("%s: %+v, %v, told %d", name, changes, err, told)
		}
		fresh := opened(t, "", sudland(), pack)
		if name == "nothing" {
			fresh = opened(t, "", pack, sudland())
		}
		if got, want := dump(t, library), dump(t, fresh); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, want)
		}
		if err := library.Check(t.Context()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A stream that fails, or is stopped, leaves the library as it was.
func TestImportStopped(t *testing.T) {
	both(t, func(t *testing.T, library *Library) {
		before := dump(t, library)
		broken := errors.New("line 4: no such role")
		head, cases := streamed(large(3000))
		_, err := library.ImportCases(t.Context(), head, func(yield func(model.Case, error) bool) {
			for c := range cases {
				if !yield(c, nil) {
					return
				}
			}
			yield(model.Case{}, broken)
		}, Replace, nil)
		if !errors.Is(err, broken) {
			t.Error(err)
		}
		stopped, stop := context.WithCancel(t.Context())
		if _, err := library.ImportCases(stopped, head, cases, Replace, func(int) { stop() }); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		if after := dump(t, library); after != before {
			t.Errorf("got  %s\nwant %s", after, before)
		}
	})
}

func TestRemove(t *testing.T) {
	both(t, func(t *testing.T, library *Library) {
		if err := library.Import(t.Context(), sudland()); err != nil {
			t.Fatal(err)
		}
		if err := library.Remove(t.Context(), "NORLAND-2020"); err != nil {
			t.Fatal(err)
		}
		if got, want := dump(t, library), dump(t, opened(t, "", sudland())); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
		if err := library.Check(t.Context()); err != nil {
			t.Error(err)
		}
		if err := library.Remove(t.Context(), "norland-2020"); !errors.Is(err, schema.ErrNotFound) {
			t.Error(err)
		}
	})
}
