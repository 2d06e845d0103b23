package db

import (
	"fmt"
	"testing"

	"casebook/model"
)

// What a library knows already makes no difference to what it answers.
func TestCacheDoesNotChangeAnswers(t *testing.T) {
	known := opened(t, "", large(3000), norland())
	queries := []model.Query{
		{}, {Text: "part"}, {Text: "brand"}, {Text: "part", Filter: model.Filter{model.FacetKind: {"event"}}}, {Text: "part", Filter: model.Filter{model.FacetKind: {"event", "practice"}}},
		{Since: "2020"}, {Until: "2020"}, {Text: "part", Sort: model.SortTitle, Offset: 40, Limit: 7}, {Text: "brandd"},
		{Text: "is:marked"}, {Text: "is:marked", Marked: []string{"NOR-2020-02"}},
	}
	for i := range 60 {
		query := queries[(i*i+i/3)%len(queries)]
		fresh := newLibrary(known.database, known.keeper)
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
