package db_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"casebook/db"
	"casebook/model"
)

// TestCasesStream reads more cases than a block has, in every order, and finds
// what Find finds.
func TestCasesStream(t *testing.T) {
	ctx := context.Background()
	library, err := db.Open(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	defer library.Close()
	pack := model.Pack{Report: model.Report{ID: "own", Prefix: "OWN", Title: "Own"}}
	const many = 2400
	for i := range many {
		pack.Cases = append(pack.Cases, model.Case{ID: fmt.Sprintf("OWN-%d", i+1), Kind: model.KindEvent, Title: fmt.Sprintf("Case %d", i*7%many), Category: []string{"All"}, Sensitivity: model.SensitivityNone})
	}
	if err := library.Import(ctx, pack); err != nil {
		t.Fatal(err)
	}
	for _, query := range []model.Query{{}, {Sort: model.SortTitle}, {Sort: model.SortDate}, {Text: "case 1"}, {Limit: 1000}, {Limit: 1777}, {Limit: 3}, {Text: "nothing"}} {
		var got, want []string
		cases := library.Cases(ctx, query)
		for range cases {
			// the second time they are the same
		}
		for c, err := range cases {
			if err != nil {
				t.Fatal(err)
			}
			if c.Report != "own" || c.Kind != model.KindEvent {
				t.Fatalf("%+v", c)
			}
			got = append(got, c.ID)
		}
		limited := query
		if limited.Limit == 0 {
			limited.Limit = many
		}
		page, err := library.Find(ctx, limited)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range page.Rows {
			want = append(want, row.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%+v: %d cases, want %d", query, len(got), len(want))
		}
	}
	head, err := library.Head(ctx, "own")
	if err != nil || head.Report.Title != "Own" || head.Cases != nil {
		t.Errorf("%+v %v", head, err)
	}
	if _, err := library.Head(ctx, "other"); !errors.Is(err, db.ErrNotFound) {
		t.Error(err)
	}
	for range library.Cases(ctx, model.Query{}) {
		break // leaves nothing open: Close does not wait
	}
}
