package results

import (
	"cmp"
	"fmt"
	"slices"

	"casebook/model"
)

// MaxSorted is how many rows of a view are sorted by what must be read for it. More
// stay in the order of the reports.
const MaxSorted = 2000

// SortsRead reports whether a view is sorted by what its rows say, which must be read.
func SortsRead(sort model.Sort) bool {
	return slices.Contains([]model.Sort{model.SortOutcome, model.SortRole, model.SortDescription, model.SortNumber, model.SortSource, model.SortDate}, sort)
}

// lastKey sorts behind every other key.
const lastKey = "\U0010ffff"

// rowKey returns what a row of a view is sorted by. Of a sensitive case nothing is read.
func rowKey(sort model.Sort, e Entry) string {
	if e.Sensitivity.IsSensitive() {
		return lastKey
	}
	key := ""
	switch sort {
	case model.SortOutcome:
		return model.Case{Outcomes: e.Outcomes}.SortKey(sort)
	case model.SortRole:
		if len(e.Roles) > 0 {
			key = fmt.Sprintf("%03d", slices.Index(model.PersonRoles(), model.Role(e.Roles[0].Role)))
		}
	case model.SortDescription:
		key = model.Fold(model.DescribedLabel(e.Described))
	case model.SortSource:
		key = model.Fold(e.Figure.AttributedTo)
	case model.SortDate:
		key = e.Figure.Date
	}
	return cmp.Or(key, lastKey)
}

// SortRows sorts all rows of a view by what they say; rows of the same stay in their order.
func SortRows(sort model.Sort, rows []Entry) {
	if sort == model.SortNumber {
		slices.SortStableFunc(rows, func(a, b Entry) int { return cmp.Compare(greatest(b), greatest(a)) })
		return
	}
	keys := map[string]string{}
	for _, e := range rows {
		keys[e.Key] = rowKey(sort, e)
	}
	slices.SortStableFunc(rows, func(a, b Entry) int { return cmp.Compare(keys[a.Key], keys[b.Key]) })
}

// greatest returns the greatest number of a figure; those of sensitive cases come last.
func greatest(e Entry) float64 {
	switch f := e.Figure; {
	case e.Sensitivity.IsSensitive():
		return -1
	case f.Max != nil:
		return *f.Max
	case f.Min != nil:
		return *f.Min
	}
	return 0
}
