// Package notebook has the reader's own data: notes on cases, marks and saved searches,
// and merges two versions of them. It knows a case by its id and that of its report; it
// must not know the content of a case, where a notebook is stored, or a screen.
package notebook

import (
	"cmp"
	"encoding/json"
	"slices"
	"time"

	"casebook/model"
	"casebook/model/results"
)

// A Notebook is all notes, marks and searches of a reader. A case may have several notes
// after a merge.
type Notebook struct {
	Notes    []Note   `json:"notes,omitempty"`
	Marks    []Mark   `json:"marks,omitempty"`
	Searches []Search `json:"searches,omitempty"`
}

// MaxText is the maximum length of a note, in bytes.
const MaxText = 100_000

// A Note is a text on a case. The case need not be in the library any more.
type Note struct {
	Report  string    `json:"report"` // the ids of the report and of the case
	Case    string    `json:"case"`
	Text    string    `json:"text"`
	Written time.Time `json:"written"`
}

// A Mark is a case that the reader wants to find again.
type Mark struct {
	Report string    `json:"report"`
	Case   string    `json:"case"`
	Made   time.Time `json:"made"`
}

// A Search is a query with a name.
type Search struct {
	Name   string       `json:"name"`
	Text   string       `json:"text,omitempty"`
	Filter model.Filter `json:"filter,omitempty"`
	Also   model.Filter `json:"also,omitempty"`
	Sort   model.Sort   `json:"sort,omitempty"`
	View   results.View `json:"view,omitempty"`
	Saved  time.Time    `json:"saved"`
}

// IsEmpty reports whether nothing is written down.
func (n Notebook) IsEmpty() bool {
	return len(n.Notes) == 0 && len(n.Marks) == 0 && len(n.Searches) == 0
}

// Equal reports whether two notebooks hold the same, whenever it was written.
func (n Notebook) Equal(other Notebook) bool {
	return same(n.Notes, other.Notes) && same(n.Marks, other.Marks) && same(n.Searches, other.Searches)
}

// On returns the notes on a case, the earliest first.
func (n Notebook) On(id string) []Note {
	var notes []Note
	for _, note := range n.Notes {
		if note.Case == id {
			notes = append(notes, note)
		}
	}
	return notes
}

// With returns the notebook with one text on a case instead of its former ones; an
// empty text removes them. n itself is unchanged.
func (n Notebook) With(note Note) Notebook {
	n.Notes = slices.DeleteFunc(slices.Clone(n.Notes), func(other Note) bool {
		return other.Case == note.Case && other.Report == note.Report
	})
	if note.Text != "" {
		n.Notes = append(n.Notes, note)
	}
	return n
}

// Without returns the notebook without a note.
func (n Notebook) Without(note Note) Notebook {
	n.Notes = slices.DeleteFunc(slices.Clone(n.Notes), func(other Note) bool { return other.key() == note.key() })
	return n
}

// WithSearch returns the notebook with a search, which replaces those with its name.
func (n Notebook) WithSearch(search Search) Notebook {
	n = n.WithoutSearch(search.Name)
	n.Searches = append(n.Searches, search)
	return n
}

// WithoutSearch returns the notebook without the searches of a name.
func (n Notebook) WithoutSearch(name string) Notebook {
	n.Searches = slices.DeleteFunc(slices.Clone(n.Searches), func(s Search) bool { return s.Name == name })
	return n
}

// Merge is a three-way merge: additions and removals of either side are kept, and a note
// that both have changed has both versions. With an empty base nothing is removed.
func Merge(base, mine, theirs Notebook) Notebook {
	return Notebook{
		Notes:    merge(base.Notes, mine.Notes, theirs.Notes),
		Marks:    merge(base.Marks, mine.Marks, theirs.Marks),
		Searches: merge(base.Searches, mine.Searches, theirs.Searches),
	}
}

// An item is a part of a notebook. Two with the same key are the same.
type item interface {
	key() string
	time() time.Time
}

func (n Note) key() string { return keyOf(n.Report, n.Case, n.Text) }
func (m Mark) key() string { return keyOf(m.Report, m.Case) }
func (s Search) key() string {
	s.Saved = time.Time{}
	return keyOf(s)
}
func (n Note) time() time.Time   { return n.Written }
func (m Mark) time() time.Time   { return m.Made }
func (s Search) time() time.Time { return s.Saved }

func keyOf(parts ...any) string {
	text, _ := json.Marshal(parts) // strings and maps of strings can always be encoded
	return string(text)
}

func keys[T item](items []T) map[string]bool {
	set := make(map[string]bool, len(items))
	for _, i := range items {
		set[i.key()] = true
	}
	return set
}

func same[T item](a, b []T) bool {
	in, other := keys(a), keys(b)
	if len(in) != len(other) {
		return false
	}
	for key := range in {
		if !other[key] {
			return false
		}
	}
	return true
}

// merge returns theirs without the items that mine removed from base, and with those that
// it added.
func merge[T item](base, mine, theirs []T) []T {
	was, kept, merged := keys(base), keys(mine), []T(nil)
	in := map[string]bool{}
	add := func(i T) {
		if key := i.key(); !in[key] {
			in[key] = true
			merged = append(merged, i)
		}
	}
	for _, i := range theirs {
		if key := i.key(); !was[key] || kept[key] {
			add(i)
		}
	}
	for _, i := range mine {
		if !was[i.key()] {
			add(i)
		}
	}
	slices.SortStableFunc(merged, func(a, b T) int {
		return cmp.Or(a.time().Compare(b.time()), cmp.Compare(a.key(), b.key()))
	})
	return merged
}
