package schema

import (
	"slices"
	"strings"

	"casebook/model"
)

// A place is identified by its path, from its country on: Tripoli in Libya is not Tripoli
// in Lebanon. It is shown by its name, with its location if several places have the name:
// "Tripoli, Libya".

// PlaceName returns the name of the place with a path.
func PlaceName(path string) string {
	names := model.SplitPath(path)
	return names[len(names)-1]
}

// PlaceLabels returns the labels of places with the same name: with their country if
// that distinguishes them, else with all places that they are in.
func PlaceLabels(name string, paths []string) []string {
	labels := make([]string, len(paths))
	if len(paths) == 1 {
		return []string{Label(string(model.FacetPlace), name)}
	}
	for i, path := range paths {
		if labels[i] = name; strings.Contains(path, "/") {
			if above := model.SplitPath(path); len(above) > 1 {
				labels[i] = name + ", " + above[0]
			}
		}
	}
	sorted := slices.Sorted(slices.Values(labels))
	if len(slices.Compact(sorted)) == len(labels) {
		return labels
	}
	for i, path := range paths {
		above := model.SplitPath(path)
		slices.Reverse(above)
		labels[i] = strings.Join(above, ", ")
	}
	return labels
}

// PlaceMatches reports whether a text names the place with a path, with or without some of its
// parents: "Tripoli", "Tripoli, Libya".
func PlaceMatches(path, text string) bool {
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
