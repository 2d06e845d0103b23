package db

import (
	"testing"

	"casebook/model"
	"casebook/seed"
)

func kazakhstan(tb testing.TB) model.Pack {
	tb.Helper()
	pack, err := seed.Kazakhstan()
	if err != nil {
		tb.Fatal(err)
	}
	return pack
}

func BenchmarkOpenSeeded(b *testing.B) {
	image, err := Image(b.Context(), kazakhstan(b))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		library, err := OpenImage(b.Context(), image)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := library.Find(b.Context(), model.Query{}); err != nil {
			b.Fatal(err)
		}
		library.Close()
	}
}

func BenchmarkFind(b *testing.B) {
	library := opened(b, "", kazakhstan(b))
	for name, query := range map[string]model.Query{
		"all": {}, "text": {Text: "pro"}, "filter": {Filter: model.Filter{model.FacetCategory: {"Freedom of expression"}, model.FacetKind: {"event"}}}, "nothing": {Text: "zzz"},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := library.Find(b.Context(), query); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkFacets(b *testing.B) {
	library := opened(b, "", kazakhstan(b))
	for name, query := range map[string]model.Query{
		"all": {}, "filter": {Filter: model.Filter{model.FacetCategory: {"Freedom of expression"}, model.FacetKind: {"event"}}},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := library.Facets(b.Context(), query); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCase(b *testing.B) {
	library := opened(b, "", kazakhstan(b))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := library.Case(b.Context(), "KAZ-2016-09"); err != nil {
			b.Fatal(err)
		}
	}
}
