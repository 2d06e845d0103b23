package db

import (
	"testing"

	"casebook/model"
)

func BenchmarkOpenSeeded(b *testing.B) {
	pack := large(51)
	b.ReportAllocs()
	for b.Loop() {
		library, err := Open(b.Context(), "")
		if err != nil {
			b.Fatal(err)
		}
		if err := library.Import(b.Context(), pack); err != nil {
			b.Fatal(err)
		}
		library.Close()
	}
}

func BenchmarkFind(b *testing.B) {
	library := opened(b, "", large(51))
	for name, query := range map[string]model.Query{
		"all": {}, "text": {Text: "cap"}, "filter": {Filter: model.Filter{model.FacetCategory: {"Speech"}, model.FacetKind: {"event"}}}, "nothing": {Text: "zzz"},
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
	library := opened(b, "", large(51))
	for name, query := range map[string]model.Query{
		"all": {}, "filter": {Filter: model.Filter{model.FacetCategory: {"Speech"}, model.FacetKind: {"event"}}},
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
	library := opened(b, "", large(51))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := library.Case(b.Context(), "NOR-2020-002"); err != nil {
			b.Fatal(err)
		}
	}
}
