package importer

import (
	"context"
	"database/sql"
	"fmt"
	"reflect"
	"slices"

	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/word"
)

// A Rule says what an import may remove from the report that is already there.
type Rule int

const (
	// Replace makes the report what the file says, whatever that removes.
	Replace Rule = iota
	// Guard refuses, with a *LossError, an import that would lose something: cases that
	// the file does not have, finished cases that are drafts in the file, or most cases
	// because only their ids are the same.
	Guard
	// Keep also guards, and keeps the cases that the file does not have, in their places:
	// the file is a part of the report.
	Keep
)

// A LossError says what an import would have removed from the report that is already
// there.
type LossError struct {
	Report   string // its id
	Cases    int    // of the report in the library
	Removed  int    // of these, not in the file
	Finished int    // of these, drafts in the file
	Another  bool   // most cases with the same id have nothing else in common
}

// Error says how much would be removed.
func (e *LossError) Error() string {
	return fmt.Sprintf("of %d cases, %d would be removed and %d would become drafts again", e.Cases, e.Removed, e.Finished)
}

// An update collects what an import by a rule would change in an existing report.
type update struct {
	rule       Rule
	loss       LossError
	similar    int                  // changed cases that may be corrections
	dissimilar int                  // changed cases that have only the id in common
	replaced   map[int64]model.Case // Keep: by their number
	added      []model.Case         // Keep
}

// compare records that a case would replace a different one. A damaged case can be
// replaced by any.
func (u *update) compare(known schema.CaseDocument, c model.Case) {
	was, err := known.Read()
	if u.rule == Replace || err != nil {
		return
	}
	if c.Draft && !was.Draft {
		u.loss.Finished++
	}
	if isSameCase(was, c) {
		u.similar++
	} else if !was.Draft {
		u.dissimilar++
	}
}

// isSameCase reports whether two cases with one id may be the same case before and after a
// correction.
func isSameCase(a, b model.Case) bool {
	if _, near := model.Nearest(a.Title, []string{b.Title}); near {
		return true
	}
	words := word.Split(b.Title)
	shared := func(word string) bool { return len(word) > 3 && slices.Contains(words, word) }
	return a.Title == b.Title || slices.ContainsFunc(word.Split(a.Title), shared) || a.Note != "" && a.Note == b.Note ||
		len(a.Dates) > 0 && reflect.DeepEqual(a.Dates, b.Dates) || len(a.People) > 0 && reflect.DeepEqual(a.People, b.People)
}

// lossError returns what the import would remove, as an error; nil if that is nothing.
func (u *update) lossError(changes Changes, stored int64) error {
	u.loss.Cases, u.loss.Another = int(stored), u.dissimilar > u.similar+changes.Unchanged
	if u.rule == Guard {
		u.loss.Removed = changes.Removed
	}
	if u.rule == Replace || u.loss.Removed == 0 && u.loss.Finished == 0 && !u.loss.Another {
		return nil
	}
	return &u.loss
}

// keepForMerge keeps a case until all cases have been read.
func (u *update) keepForMerge(number int64, c model.Case) {
	if number == 0 {
		u.added = append(u.added, c)
		return
	}
	if u.replaced == nil {
		u.replaced = map[int64]model.Case{}
	}
	u.replaced[number] = c
}

// merge writes the existing report with the changes and additions of a part; nothing if
// there are none.
func (i *importer) merge(ctx context.Context) error {
	if i.unchanged && len(i.update.replaced)+len(i.update.added) == 0 {
		return nil
	}
	if i.unchanged {
		i.unchanged = false
		if err := i.startWriting(ctx); err != nil {
			return err
		}
	}
	err := sqlite.Each(ctx, i.tx, "SELECT number, id, checksum, document FROM cases WHERE number >= ? AND number < ? ORDER BY number", []any{i.old.First, i.old.First + i.old.Cases}, func(rows *sql.Rows) error {
		var number int64
		var known schema.CaseDocument
		if err := rows.Scan(&number, &known.ID, &known.Checksum, &known.Text); err != nil {
			return err
		}
		c, replaced := i.update.replaced[number]
		if !replaced {
			var err error
			if c, err = known.Read(); err != nil {
				return err
			}
		}
		return i.put(ctx, c)
	})
	for _, c := range i.update.added {
		if err == nil {
			err = i.put(ctx, c)
		}
	}
	return err
}

// mergeHeads returns the existing report without its cases, with the changes of a part.
func mergeHeads(known, part model.Pack) model.Pack {
	part.Report.Part = known.Report.Part && part.Report.Part
	part.Sections = mergeByName(known.Sections, part.Sections, func(s model.Section) string { return fmt.Sprintf("%q", s.Heading) })
	part.Categories = mergeCategories(known.Categories, part.Categories)
	part.People = mergeByName(known.People, part.People, func(p model.Person) string { return p.Name })
	part.Organisations = mergeByName(known.Organisations, part.Organisations, func(o model.Organisation) string { return o.Name })
	part.Places = mergeByName(known.Places, part.Places, func(p model.Place) string { return p.Name })
	provisions := map[string][]model.Provision{}
	for _, law := range known.Laws {
		provisions[law.Name] = law.Provisions
	}
	part.Laws = mergeByName(known.Laws, part.Laws, func(l model.Law) string { return l.Name })
	for i, law := range part.Laws {
		part.Laws[i].Provisions = mergeByName(provisions[law.Name], law.Provisions, func(p model.Provision) string { return p.Name })
	}
	part.Fields = mergeByName(known.Fields, part.Fields, func(f model.Field) string { return f.Name })
	return part
}

func mergeCategories(known, part []model.Category) []model.Category {
	children := map[string][]model.Category{}
	for _, category := range known {
		children[category.Name] = category.Children
	}
	list := mergeByName(known, part, func(c model.Category) string { return c.Name })
	for i, category := range list {
		list[i].Children = mergeCategories(children[category.Name], category.Children)
	}
	return list
}

// mergeByName returns a list in which the items of a part replace those of the same name;
// new ones come last.
func mergeByName[E any](known, part []E, name func(E) string) []E {
	list, at := slices.Clone(known), map[string]int{}
	for i, e := range known {
		at[name(e)] = i
	}
	for _, e := range part {
		if i, ok := at[name(e)]; ok {
			list[i] = e
		} else {
			list = append(list, e)
		}
	}
	return list
}

// Changes counts the changes of an import to the cases of a report, by their ids.
type Changes struct {
	Added, Changed, Unchanged, Removed int
	Kept                               int  // that the file does not have
	Head                               bool // something else than its cases changed
}
