package db

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"casebook/model"
)

// Columns of random cases give back what was put in, and count it as one does case by case.
func TestColumn(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, test := range []struct{ cases, values, most int }{
		{0, 1, 1}, {1, 1, 1}, {300, 1, 1}, {300, 5, 2}, {2000, 300, 1}, {5000, 40, 3}, {1 << blockBits, 1 << blockBits, 2},
	} {
		var writer columnWriter
		given := map[uint16][]uint32{}
		for slot := range test.cases {
			var values []uint32
			for range random.IntN(test.most + 1) {
				values = append(values, uint32(random.IntN(test.values)))
			}
			slices.Sort(values)
			if values = slices.Compact(values); len(values) > 0 {
				given[uint16(slot)] = values
				writer.add(uint16(slot), values)
			}
		}
		column, err := readColumn(writer.encoded(), int64(test.values))
		if err != nil {
			t.Fatalf("%+v: %v", test, err)
		}
		back := map[uint16][]uint32{}
		if err := column.each(func(slot uint16, values []uint32) { back[slot] = values }); err != nil || fmt.Sprint(back) != fmt.Sprint(given) {
			t.Errorf("%+v: other values came back, %v", test, err)
		}
		histogram := new([1 << blockBits]int32)
		for _, one := range []int{1, 2, 100} {
			counts, want := make(tally, test.values+1), make(tally, test.values+1)
			var numbers []uint32
			for slot := range 1 << blockBits {
				if random.IntN(one) == 0 {
					numbers = append(numbers, 5<<blockBits|uint32(slot))
					for _, value := range given[uint16(slot)] {
						want[value]++
					}
				}
			}
			if err := column.tally(numbers, histogram, counts); err != nil || !slices.Equal(counts, want) {
				t.Errorf("%+v, one in %d: other counts, %v", test, one, err)
			}
			if *histogram != [1 << blockBits]int32{} {
				t.Fatalf("%+v: the histogram is not zero again", test)
			}
		}
	}
}

// A damaged column is an error, whatever the damage is.
func FuzzColumn(f *testing.F) {
	var writer columnWriter
	for slot := range uint16(600) {
		writer.add(slot, []uint32{uint32(slot % 300), 300 + uint32(slot%7)})
	}
	f.Add(writer.encoded())
	f.Fuzz(func(t *testing.T, text []byte) {
		column, err := readColumn(text, 1000)
		if err != nil {
			return
		}
		counts := make(tally, 1001)
		column.tally([]uint32{0, 3, 299, 1<<blockBits - 1}, new([1 << blockBits]int32), counts)
		column.each(func(uint16, []uint32) {})
	})
}

// What a library knows already makes no difference to what it answers.
func TestAnswersAgain(t *testing.T) {
	known := opened(t, "", large(3000), norland())
	queries := []model.Query{
		{}, {Text: "part"}, {Text: "brand"}, {Text: "part", Filter: model.Filter{model.FacetKind: {"event"}}}, {Text: "part", Filter: model.Filter{model.FacetKind: {"event", "practice"}}},
		{Since: "2020"}, {Until: "2020"}, {Text: "part", Sort: model.SortTitle, Offset: 40, Limit: 7}, {Text: "brandd"},
		{Text: "is:marked"}, {Text: "is:marked", Marked: []string{"NOR-2020-02"}},
	}
	for i := range 60 {
		query := queries[(i*i+i/3)%len(queries)]
		fresh := &Library{database: known.database, keeper: known.keeper}
		for name, ask := range map[string]func(l *Library) (any, error){
			"find":   func(l *Library) (any, error) { return l.Find(t.Context(), query) },
			"counts": func(l *Library) (any, error) { return l.Facets(t.Context(), query) },
		} {
			got, err := ask(known)
			want, freshErr := ask(fresh)
			if err != nil || freshErr != nil || fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s of %+v: %v %v\ngot  %v\nwant %v", name, query, err, freshErr, got, want)
			}
		}
	}
}
