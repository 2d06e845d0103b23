package db

import (
	"testing"

	"casebook/model"
)

// TestObstacle: the part without which the most cases are found, whatever kind
// of part it is.
func TestObstacle(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	name := func(o model.Obstacle) string { return string(o.Facet) + o.Bound + o.Term }
	for _, test := range []struct {
		query model.Query
		want  string
	}{
		{model.Query{Text: "narymbaev zebra"}, "zebra"},
		{model.Query{Text: "narymbaev", Filter: model.Filter{model.FacetKind: {"treaty"}}}, "kind"},
		{model.Query{Text: "zebra", Filter: model.Filter{model.FacetKind: {"treaty"}}}, "zebra"},
		{model.Query{Since: "2050"}, "since"},
		{model.Query{Until: "1900"}, "until"},
		{model.Query{Text: "zebra quagga"}, ""},
		{model.Query{}, ""},
	} {
		got, err := library.Obstacle(t.Context(), test.query)
		if err != nil || name(got) != test.want {
			t.Errorf("%+v: %q is in the way, want %q (%v)", test.query, name(got), test.want, err)
		}
		if got.Cases == 0 {
			continue
		}
		counts, err := library.Facets(t.Context(), got.Without)
		if err != nil || counts.Total != got.Cases {
			t.Errorf("%+v: without %q %d cases, counted are %d (%v)", test.query, test.want, got.Cases, counts.Total, err)
		}
	}
}
