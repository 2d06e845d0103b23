package results

import (
	"cmp"
	"fmt"
	"slices"

	"casebook/model"
)

// MaxSorted is the largest number of rows of a view that are read to be sorted. More
// stay in the order of the reports.
const MaxSorted = 2000

// SortsRead reports whether an order needs the rows of a view to be read.
func SortsRead(sort model.Sort) bool {
	return slices.Contains([]model.Sort{model.SortOutcome, model.SortRole, model.SortDescription, model.SortNumber, model.SortSource, model.SortDate}, sort)
}

// lastKey sorts after every other key.
const lastKey = "\U0010ffff"

// rowKey returns the sort key of a row of a view; of a sensitive case, none.
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

// SortRows sorts the rows of a view, stably.
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

// greatest returns the largest number of a figure; those of sensitive cases come last.
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
