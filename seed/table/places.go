package table

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/cells"
)

// maxPlaces is the largest number of places that are distinguished by their parents.
const maxPlaces = 100_000

// placeNames are the unique names of places by path. A name in several regions gets its
// region: Springfield, North.
type placeNames struct {
	names   map[string]string // by joined path
	parents map[string]string // by name
	order   []string          // the names, parents first
}

const pathSeparator = "\x1f"

// name returns the unique name of a place. Its path begins with the place itself.
func (p *placeNames) name(path []string) string {
	if name, ok := p.names[strings.Join(path, pathSeparator)]; ok {
		return name
	}
	if len(path) > 1 {
		return strings.Join(path, ", ") // beyond maxPlaces
	}
	return path[0]
}

// places returns the places with their parents, as a pack lists them.
func (p *placeNames) places() []model.Place {
	var places []model.Place
	for _, name := range p.order {
		places = append(places, model.Place{Name: name, Parent: p.parents[name]})
	}
	return places
}

// paths returns the places that a rule finds in the row, each with the places that
// contain it.
func (f *filler) paths(fill nameFill) [][]string {
	var above []string
	for _, in := range fill.in {
		if text := in.Fill(f.cell); text != "" && !cells.IsUnknown(text) {
			above = append(above, f.firstSpelling("place", text))
		}
	}
	var paths [][]string
	for _, name := range f.splitValues(fill.name, fill.rule.Split) {
		if f.isUnknown(name) {
			continue
		}
		path := []string{name}
		if fill.rule.Within == "(" {
			if place, in, ok := cells.CutGroup(name, '(', ')'); ok {
				path = []string{place, in}
			}
		} else if fill.rule.Within != "" {
			path = strings.Split(withoutDate(name), fill.rule.Within)
		}
		for i, part := range path {
			path[i] = f.firstSpelling("place", strings.TrimSpace(part))
		}
		path = slices.DeleteFunc(path, func(part string) bool { return part == "" })
		if path = append(path, above...); len(path) > 0 { // not only a comma
			paths = append(paths, withoutRepeats(path))
		}
	}
	if len(paths) == 0 && len(above) > 0 {
		paths = append(paths, withoutRepeats(above))
	}
	return paths
}

// withoutDate removes a date from a cell with a place: Port, 3 May 2016.
func withoutDate(text string) string {
	reading := cells.DateReading{Order: cells.OrderDMY, Pivot: 50}
	if _, place, ok := reading.CutDate(text); ok {
		return place
	} else if reading.IsDate(text) {
		return ""
	}
	return text
}

// withoutRepeats removes a place that its parent repeats, as for a capital that is also a
// region.
func withoutRepeats(path []string) []string {
	return slices.CompactFunc(path, func(a, b string) bool { return strings.EqualFold(a, b) })
}

// namePlaces gives every path a unique name: the place's name, with as many parents as
// needed.
func namePlaces(known map[string][]string) placeNames {
	p := placeNames{names: map[string]string{}, parents: map[string]string{}}
	byName, begins := map[string]int{}, map[string]int{} // number of paths that begin with a name, and with several names
	keys := make([]string, 0, len(known))
	for key, path := range known {
		keys = append(keys, key)
		byName[model.Fold(path[0])]++
		for more := 2; more <= len(path); more++ {
			begins[pathKey(path[:more])]++
		}
	}
	slices.SortFunc(keys, func(a, b string) int { // parents first
		if d := len(known[a]) - len(known[b]); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	taken := map[string]bool{}
	for _, key := range keys {
		path := known[key]
		name := path[0]
		for more := 2; byName[model.Fold(path[0])] > 1 && more <= len(path); more++ {
			name = strings.Join(path[:more], ", ")
			if begins[pathKey(path[:more])] == 1 {
				break
			}
		}
		for taken[model.Fold(name)] {
			name += ", " + path[len(path)-1]
		}
		taken[model.Fold(name)] = true
		p.names[key] = name
		p.order = append(p.order, name)
		if len(path) > 1 {
			p.parents[name] = p.names[strings.Join(path[1:], pathSeparator)]
		}
	}
	return p
}

func pathKey(path []string) string { return model.Fold(strings.Join(path, pathSeparator)) }
