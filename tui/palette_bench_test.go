package tui

import (
	"fmt"
	"testing"

	"casebook/model"
	"casebook/model/results"
)

// BenchmarkPalette types a letter in the palette of a large library: eight
// facets of 300 values each.
func BenchmarkPalette(b *testing.B) {
	counts := results.Counts{Total: 100_000}
	for _, facet := range model.Facets()[:8] {
		values := results.FacetCount{Facet: facet}
		for i := range 300 {
			label := fmt.Sprintf("%s %s of the regional court no. %d", []string{"Yermek", "Serikzhan", "Максим", "Department"}[i%4], []string{"Narymbaev", "Mambetalin", "Боқаев", "Atyrau"}[i/4%4], i)
			values.Values = append(values.Values, results.FacetValue{Value: label, Label: label, Count: i})
		}
		counts.Facets = append(counts.Facets, values)
	}
	a := New(b.Context(), newFake(), Options{})
	a.filters.Set(counts, nil)
	for _, text := range []string{"n", "narymbaev", "боқаев", "sort by date", "zzzz"} {
		b.Run(text, func(b *testing.B) {
			a.openPalette()
			p := a.prompt.(*palette)
			p.Set(text)
			for b.Loop() {
				p.Edited(true)
				p.Over(120, 30)
			}
		})
	}
}
