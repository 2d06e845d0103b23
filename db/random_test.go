package db

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"casebook/db/schema"
	"casebook/model"
	"casebook/model/word"
)

// randomPack is a report of random cases with few different words, names and dates.
func randomPack(random *rand.Rand, id string, cases int) model.Pack {
	pack := model.Pack{Report: model.Report{ID: id, Prefix: strings.ToUpper(id), Title: "Report " + id}, Categories: []model.Category{{Name: "Roads"}, {Name: "Bridges"}}}
	pick := func(words ...string) string { return words[random.IntN(len(words))] }
	for i := range cases {
		c := model.Case{ID: fmt.Sprintf("%s-%d", pack.Report.Prefix, i+1), Kind: one(random, model.Kinds()), Sensitivity: model.SensitivityNone,
			Title: pick("Stone", "stone", "Ash", "Éclair", "Zinc") + " " + pick("river", "road", "hill") + " " + pick("one", "two", "three"), Category: []string{pick("Roads", "Bridges")}}
		for range random.IntN(3) {
			c.Dates = append(c.Dates, model.Date{EDTF: pick("2016", "2016-05", "2015-11-03", "2017-01-31", "2014/2015", "2016-05~"), What: "act"})
		}
		for range random.IntN(3) {
			c.People = append(c.People, model.Involvement{Name: fmt.Sprintf("Person %d", random.IntN(400)), Role: one(random, model.PersonRoles())})
		}
		pack.Cases = append(pack.Cases, c)
	}
	return pack
}

func one[T any](random *rand.Rand, list []T) T { return list[random.IntN(len(list))] }

// slowly are the cases whose titles have words beside each other, the last of
// which may be a beginning, and that have one of some kinds, in an order, found
// by going through all of them.
func slowly(packs []model.Pack, words string, kinds []model.Kind, sort model.Sort) (found []model.Case) {
	for _, pack := range packs {
		for _, c := range pack.Cases {
			has := strings.Contains(" "+model.Fold(c.Title)+" ", " "+words)
			if has && (len(kinds) == 0 || slices.Contains(kinds, c.Kind)) {
				found = append(found, c)
			}
		}
	}
	switch sort {
	case model.SortDate:
		slices.SortStableFunc(found, func(a, b model.Case) int { return cmp.Compare(day(a), day(b)) })
	case model.SortTitle:
		slices.SortStableFunc(found, func(a, b model.Case) int { return cmp.Compare(model.Fold(a.Title), model.Fold(b.Title)) })
	case model.SortPeople, model.SortOutcome, model.SortPlace:
		slices.SortStableFunc(found, func(a, b model.Case) int { return cmp.Compare(a.SortKey(sort), b.SortKey(sort)) })
	}
	return found
}

// Libraries that reports come into, change in and go out of at random answer
// as going through all their cases does.
func TestRandomLibraries(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	for seed := range uint64(3) {
		random := rand.New(rand.NewPCG(seed, 7))
		library := opened(t, filepath.Join(t.TempDir(), "library.db"))
		var packs []model.Pack
		for range 14 {
			id := fmt.Sprintf("r%d", random.IntN(5))
			at := slices.IndexFunc(packs, func(p model.Pack) bool { return p.Report.ID == id })
			if at >= 0 {
				packs = slices.Delete(packs, at, at+1)
			}
			if at >= 0 && random.IntN(3) == 0 {
				if err := library.Remove(t.Context(), id); err != nil {
					t.Fatal(err)
				}
				continue
			}
			pack := randomPack(random, id, []int{1, 40, 700, 5000}[random.IntN(4)])
			packs = append(packs, pack)
			if err := library.Import(t.Context(), pack); err != nil {
				t.Fatal(err)
			}
		}
		if err := library.Check(t.Context()); err != nil {
			t.Error(err)
		}
		dates(t, library, packs)
		many(t, library, packs)
		for range 40 {
			text, sort := one(random, []string{"", "stone", "zinc", `"three"`, `"stone road"`, `"hill two"`, `"road stone"`, "eclair.river.t", "hill-o"}), one(random, model.Sorts())
			words := strings.Join(word.Split(text), " ")
			if !strings.ContainsAny(text, ".-") && words != "" {
				words += " " // as a whole
			}
			query := model.Query{Text: text, Sort: sort, Limit: 1 + random.IntN(50), Filter: model.Filter{}}
			kinds := model.Kinds()[:random.IntN(3)]
			query.Filter[model.FacetKind] = texts(kinds)
			want := slowly(packs, words, kinds, sort)
			query.Offset = random.IntN(len(want) + 1)
			if random.IntN(2) == 0 && query.Offset > 0 {
				query.After = want[query.Offset-1].ID
			}
			end := min(query.Offset+query.Limit, len(want))
			page, err := library.Find(t.Context(), query)
			if err != nil || page.Total != len(want) || page.Offset != query.Offset || len(page.Rows) != end-query.Offset {
				t.Fatalf("%+v: %d of %d from %d, want %d from %d, %v", query, len(page.Rows), page.Total, page.Offset, len(want), query.Offset, err)
			}
			for i, row := range page.Rows {
				if row.ID != want[query.Offset+i].ID {
					t.Fatalf("%+v: row %d is %s, want %s", query, i, row.ID, want[query.Offset+i].ID)
				}
			}
			counts, err := library.Facets(t.Context(), query)
			if err != nil {
				t.Fatal(err)
			}
			people, most := map[string]int{}, 0
			for _, c := range want {
				named := map[string]bool{}
				for _, person := range c.People {
					named[person.Name] = true
				}
				for name := range named {
					people[name]++
					most = max(most, people[name])
				}
			}
			for _, counted := range counts.Facets {
				for i, value := range counted.Values {
					if counted.Facet == model.FacetPerson && (value.Count != people[value.Value] || i == 0 && counted.More > 0 && value.Count != most) {
						t.Errorf("%+v: %s has %d, want %d of at most %d", query, value.Value, value.Count, people[value.Value], most)
					}
				}
			}
		}
	}
}

// many sees that a choice of many values finds the cases that have one of them.
func many(t *testing.T, library *Library, packs []model.Pack) {
	t.Helper()
	var chosen []string
	for i := range 60 {
		chosen = append(chosen, fmt.Sprintf("Person %d", 5*i))
	}
	want := 0
	for _, pack := range packs {
		for _, c := range pack.Cases {
			if slices.ContainsFunc(c.People, func(person model.Involvement) bool { return slices.Contains(chosen, person.Name) }) {
				want++
			}
		}
	}
	if got := total(t, library, model.Query{Filter: model.Filter{model.FacetPerson: chosen}}); got != want || want == 0 {
		t.Errorf("%d cases have one of %d people, want %d", got, len(chosen), want)
	}
}

// dates sees that the cases of a time are those that going through all of them gives.
func dates(t *testing.T, library *Library, packs []model.Pack) {
	t.Helper()
	for _, period := range []string{"2016", "2016-05", "2015-11-03", "2014/2015", "2015-12-31/2017-01-30", "2014-06-01", "1999"} {
		from, to, err := schema.Bounds(period, period)
		if err != nil {
			t.Fatal(err)
		}
		possible, certain := 0, 0
		for _, pack := range packs {
			for _, c := range pack.Cases {
				may, must := false, false
				for _, h := range c.Happenings() {
					possible, certain := h.Within(from, to)
					may, must = may || possible, must || certain
				}
				if may {
					possible++
				}
				if must {
					certain++
				}
			}
		}
		page, err := library.Find(t.Context(), model.Query{Text: "date:" + period + " ", Limit: 1 << 16})
		if err != nil || page.Total != possible {
			t.Errorf("date:%s finds %d, want %d, %v", period, page.Total, possible, err)
		}
		for _, row := range page.Rows {
			if !row.Possible {
				certain--
			}
		}
		if certain != 0 {
			t.Errorf("date:%s finds %d too few that are certain", period, certain)
		}
	}
}

// Counts of a query that is superseded end, and what was read is as good as before.
func TestFacetsCancelled(t *testing.T) {
	library := opened(t, "", randomPack(rand.New(rand.NewPCG(1, 1)), "r1", 5000))
	query := model.Query{Text: "stone"}
	want, err := library.Facets(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	for reads := range 40 {
		fresh := newLibrary(library.database, library.keeper)
		ctx := &countdown{Context: t.Context()}
		ctx.left.Store(int64(reads))
		if _, err := fresh.Facets(ctx, query); err != nil && !errors.Is(err, context.Canceled) {
			t.Fatalf("ended after %d looks at the context: %v", reads, err)
		}
		got, err := fresh.Facets(t.Context(), query)
		if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("after a query that was ended: %v, %v", got, err)
		}
	}
}

// A query may be superseded at any look that it takes at its context.
func TestFindOfNamesCancelled(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	for _, text := range []string{"narimbaef", "narimbaef mambetalyn", "person:narimbaef place:almaty", "Narymbaev Ayan"} {
		for looks := int64(0); ; looks++ {
			fresh := newLibrary(library.database, library.keeper)
			ctx := &countdown{Context: t.Context()}
			ctx.left.Store(looks)
			_, err := fresh.Find(ctx, model.Query{Text: text})
			if err == nil {
				break
			}
			if !errors.Is(err, context.Canceled) {
				t.Fatalf("%q ended after %d looks at the context: %v", text, looks, err)
			}
		}
	}
}

// A countdown is a context that is done after so many looks at it.
type countdown struct {
	context.Context
	left atomic.Int64
}

func (c *countdown) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return c.Context.Err()
}
