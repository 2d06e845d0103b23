package table

import (
	"errors"
	"io"
	"slices"
	"strings"

	"casebook/seed"
)

// surveyNames reads the table for its places, to give them unique names, and for what it
// says of people besides their names.
func (f *filler) surveyNames() error {
	places := slices.ContainsFunc(f.places, func(fill nameFill) bool { return len(fill.in) > 0 || fill.rule.Within != "" })
	people := slices.ContainsFunc(f.people, nameFill.findsDetails)
	if !places && !people {
		return nil
	}
	if err := f.t.Begin(true); err != nil {
		return err
	}
	known := map[string][]string{} // the paths of places so far
	first := f.notes
	f.notes = newNotes()
	defer func() { f.notes = first }()
	for {
		row, err := f.t.Rows.Next()
		if err == io.EOF {
			break
		}
		if errors.As(err, new(*seed.RecordError)) {
			continue
		}
		if err != nil {
			break // reading the cases reports the error
		}
		f.begin(row)
		for _, fill := range f.people {
			if fill.findsDetails() {
				f.surveyPeople(fill)
			}
		}
		for _, fill := range f.places {
			for _, path := range f.paths(fill) {
				for places && len(path) > 0 && len(known) < maxPlaces {
					key := strings.Join(path, pathSeparator)
					if _, ok := known[key]; ok {
						break
					}
					known[key] = slices.Clone(path)
					path = path[1:]
				}
			}
		}
	}
	if places {
		f.placeNames = namePlaces(known)
	}
	return nil
}
