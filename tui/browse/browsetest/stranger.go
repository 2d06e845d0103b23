package browsetest

import (
	"context"
	"strings"

	"casebook/model"
	"casebook/model/results"
	"casebook/model/safe/safetest"
)

// A Stranger is a library in which every text of every answer is hostile, from
// whatever column it may come. What it is asked for is asked of a real one.
type Stranger struct{ results.Library }

const mark = safetest.Hostile + safetest.Harmless

func spoiled[T any](answer T, err error) (T, error) {
	return safetest.Map(answer, func(path, text string) string {
		if text == "" || strings.HasSuffix(path, ".Facet") { // by which the browser finds its own facets
			return text
		}
		return text + mark
	}), err
}

func asked[T any](request T) T {
	return safetest.Map(request, func(_, text string) string { return strings.ReplaceAll(text, mark, "") })
}

func (s Stranger) Find(ctx context.Context, query model.Query) (results.Page, error) {
	return spoiled(s.Library.Find(ctx, asked(query)))
}

func (s Stranger) Facets(ctx context.Context, query model.Query) (results.Counts, error) {
	return spoiled(s.Library.Facets(ctx, asked(query)))
}

func (s Stranger) Case(ctx context.Context, id string) (model.Case, error) {
	return spoiled(s.Library.Case(ctx, asked(id)))
}

func (s Stranger) Titles(ctx context.Context, ids []string) (map[string]string, error) {
	titles, err := spoiled(s.Library.Titles(ctx, asked(ids)))
	for _, id := range ids {
		if title, ok := titles[asked(id)]; ok {
			titles[id] = title
		}
	}
	return titles, err
}

func (s Stranger) Report(ctx context.Context, id string) (model.Report, error) {
	return spoiled(s.Library.Report(ctx, asked(id)))
}

func (s Stranger) Sections(ctx context.Context, id string) ([]model.Section, error) {
	return spoiled(s.Library.Sections(ctx, asked(id)))
}

func (s Stranger) Obstacle(ctx context.Context, query model.Query) (model.Obstacle, error) {
	return spoiled(s.Library.Obstacle(ctx, asked(query)))
}

func (s Stranger) Names(ctx context.Context, text string, limit int) ([]results.NameMatch, error) {
	return spoiled(s.Library.Names(ctx, asked(text), limit))
}

func (s Stranger) Complete(ctx context.Context, facet model.Facet, text string, limit int) ([]results.FacetValue, error) {
	return spoiled(s.Library.Complete(ctx, facet, asked(text), limit))
}

func (s Stranger) Entries(ctx context.Context, view results.View, query model.Query, around string) (results.EntryPage, error) {
	return spoiled(s.Library.Entries(ctx, view, asked(query), asked(around)))
}

func (s Stranger) Profile(ctx context.Context, query model.Query, entry results.Entry) (results.Profile, error) {
	return spoiled(s.Library.Profile(ctx, asked(query), asked(entry)))
}
