package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// Columns of random cases give back what was put in, and count it as one does case by case.
func TestColumn(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, test := range []struct{ cases, values, most int }{
		{0, 1, 1}, {1, 1, 1}, {300, 1, 1}, {300, 5, 2}, {2000, 300, 1}, {5000, 40, 3}, {1 << maxBlockBits, 1 << maxBlockBits, 2},
	} {
		var writer columnWriter
		given := map[uint32][]uint32{}
		for slot := range test.cases {
			var values []uint32
			for range random.IntN(test.most + 1) {
				values = append(values, uint32(random.IntN(test.values)))
			}
			slices.Sort(values)
			if values = slices.Compact(values); len(values) > 0 {
				given[uint32(slot)] = values
				writer.add(uint32(slot), values)
			}
		}
		column, err := readColumn(writer.encode(), int64(test.values), 1<<maxBlockBits)
		if err != nil {
			t.Fatalf("%+v: %v", test, err)
		}
		back := map[uint32][]uint32{}
		if err := column.each(func(slot uint32, values []uint32) { back[slot] = values }); err != nil || fmt.Sprint(back) != fmt.Sprint(given) {
			t.Errorf("%+v: other values came back, %v", test, err)
		}
		room := new(histogram)
		for _, one := range []int{1, 2, 100} {
			counts, want := make(Tally, test.values+1), make(Tally, test.values+1)
			var numbers []uint32
			for slot := range 1 << maxBlockBits {
				if random.IntN(one) == 0 {
					numbers = append(numbers, 5<<maxBlockBits|uint32(slot))
					for _, value := range given[uint32(slot)] {
						want[value]++
					}
				}
			}
			if err := column.tally(numbers, 1<<maxBlockBits-1, room, counts.add); err != nil || !slices.Equal(counts, want) {
				t.Errorf("%+v, one in %d: other counts, %v", test, one, err)
			}
			if slices.ContainsFunc(*room, func(cases int32) bool { return cases != 0 }) {
				t.Fatalf("%+v: the histogram is not zero again", test)
			}
		}
	}
}

// A damaged column is an error, whatever the damage is.
func FuzzColumn(f *testing.F) {
	var writer columnWriter
	for slot := range uint32(600) {
		writer.add(slot, []uint32{uint32(slot % 300), 300 + uint32(slot%7)})
	}
	f.Add(writer.encode())
	f.Fuzz(func(t *testing.T, text []byte) {
		column, err := readColumn(text, 1000, 1<<maxBlockBits)
		if err != nil {
			return
		}
		counts := make(Tally, 1001)
		column.tally([]uint32{0, 3, 299, 1<<maxBlockBits - 1}, 1<<maxBlockBits-1, new(histogram), counts.add)
		column.each(func(uint32, []uint32) {})
	})
}
