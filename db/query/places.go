package query

import (
	"slices"
	"strings"

	"casebook/db/schema"
	"casebook/model"
)

// A place is known by the path to it, from its country on: Tripoli in Libya is
// not Tripoli in Lebanon. It is shown by its name, and where several places have
// it with where it lies: "Tripoli, Libya".

// isCalled says whether a text is the name of the place that a path leads to,
// with or without some of what it is in: "Tripoli", "Tripoli, Libya".
func isCalled(path, text string) bool {
	above := model.SplitPath(path)
	slices.Reverse(above)
	if model.Fold(above[0]) == model.Fold(text) { // a name may have a comma
		return true
	}
	said := strings.Split(text, ",")
	if model.Fold(strings.TrimSpace(said[0])) != model.Fold(above[0]) {
		return false
	}
	said, above = said[1:], above[1:]
	for len(said) > 0 && len(above) > 0 {
		if model.Fold(strings.TrimSpace(said[0])) == model.Fold(above[0]) {
			said = said[1:]
		}
		above = above[1:]
	}
	return len(said) == 0
}

// placesCalled returns the places that a text such as "Tripoli, Libya" means.
func (r *reader) placesCalled(text string) ([]int64, error) {
	name, _, _ := strings.Cut(text, ",")
	known, err := r.withWords(model.FacetPlace, schema.Asked(name), maxResolved)
	var numbers []int64
	for _, c := range known {
		if isCalled(c.value, text) {
			numbers = append(numbers, c.number)
		}
	}
	return numbers, err
}
