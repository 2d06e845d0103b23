package cases

import (
	"cmp"
	"slices"
)

// IDsOf returns the ids of the reports of a group.
func IDsOf(group []Entity) []string {
	ids := make([]string, len(group))
	for i, e := range group {
		ids[i] = e.ReportID
	}
	return ids
}

// Grouped groups entities that reports join with same_as.
func Grouped(list []Entity) [][]Entity {
	var groups [][]Entity
	for _, e := range list {
		group, others := []Entity{e}, groups[:0:0]
		for _, other := range groups {
			if slices.ContainsFunc(other, e.joins) {
				group = append(other, group...)
			} else {
				others = append(others, other)
			}
		}
		groups = append(others, group)
	}
	for _, group := range groups {
		slices.SortFunc(group, func(a, b Entity) int { return cmp.Compare(a.Report, b.Report) })
	}
	slices.SortFunc(groups, func(a, b []Entity) int { return cmp.Compare(a[0].Report, b[0].Report) })
	return groups
}

// joins reports whether one of two reports joins its entity with the other's.
func (e Entity) joins(other Entity) bool {
	return slices.Contains(e.SameAs, other.ReportID) || slices.Contains(other.SameAs, e.ReportID)
}

// AlsoIn returns a report's own group, and the other reports with the value.
func AlsoIn(groups [][]Entity, report int64) (own []Entity, also []string) {
	for _, group := range groups {
		if slices.ContainsFunc(group, func(e Entity) bool { return e.Report == report }) {
			own = group
		} else {
			also = append(also, IDsOf(group)...)
		}
	}
	return own, also
}
