package mapping

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/sheet"
)

// mapID finds the column with the ids, or else a key that identifies a row.
func (p *proposer) mapID(first func(field, as string) (int, bool)) {
	if p.hasOwnColumn("id") || p.m.ID != "" {
		return
	}
	if p.mapGroup() {
		return
	}
	for i := range p.t.Columns {
		if s := &p.s.columns[i]; s.seen != nil && s.duplicates*10 > s.all && s.duplicates > 1 && !s.isAtLeast(s.numbers, 0.5) {
			p.note("%s: %q and other values are in several rows; every row is a case of its own", p.t.Columns[i], Shorten(s.firstDuplicate))
		}
	}
	if i, ok := first("id", ""); ok {
		switch s := &p.s.columns[i]; {
		case s.all == 0 || s.all*2 < p.s.rows:
		case s.duplicates == 0:
			p.m.ID = p.ref(i)
			p.mapped[i] = true
			if s.all == p.s.rows {
				return
			}
		case s.duplicates*10 <= s.all || s.duplicates == 1:
			p.note("%s: %q is in several rows, so it cannot be the id of a case; rows with the same value are numbered in their order", p.t.Columns[i], Shorten(s.firstDuplicate))
			p.m.Key = Texts{p.t.Columns[i]}
			return
		}
	}
	if len(p.t.Bare) > 0 && p.t.Bare[0] == "" && p.t.Layout.Headings == sheet.NoHeadings {
		if s := &p.s.columns[0]; s.duplicates == 0 && s.all == p.s.rows && s.maxLength <= 40 && !p.mapped[0] && s.seen != nil {
			p.m.ID = p.ref(0)
			p.mapped[0] = true
			return
		}
	}
	p.mapKey()
}

// mapKey proposes a key from the columns for who, when and where.
func (p *proposer) mapKey() {
	add := func(t Template) {
		entry := string(t)
		if name := strings.TrimSuffix(strings.TrimPrefix(entry, "{"), "}"); !strings.ContainsAny(name, "{}") {
			entry = name // one column
		}
		if entry != "" && !slices.Contains(p.m.Key, entry) {
			p.m.Key = append(p.m.Key, entry)
		}
	}
	for _, rule := range p.m.People {
		if rule.Role != "authority" && rule.Role != "source" {
			add(rule.Name)
		}
	}
	later := func(rule DateRule) bool {
		return slices.Contains([]model.DateWhat{"release", "verdict", "appeal", "conversion", "commutation"}, rule.What)
	}
	for _, rule := range p.m.Dates {
		if !later(rule) { // a later date may be missing in one version of the table and not in the next
			add(rule.Date)
			break
		}
	}
	for _, rule := range p.m.Places {
		add(rule.Name)
	}
	if p.keyIsUnique() {
		return
	}
	if len(p.m.Key) == 1 && len(p.m.People) > 0 {
		for i, name := range p.t.Bare {
			if slices.ContainsFunc(headingWords(name), birthWords.has) {
				add(p.ref(i))
			}
		}
	}
	if len(p.m.People) > 0 && len(p.m.Dates)+len(p.m.Places) > 0 {
		return
	}
	if len(p.m.People) == 0 || len(p.m.Key) < 2 { // only the whole row is unique
		for i := range p.t.Columns[:min(len(p.t.Columns), maxKeyColumns)] {
			if p.s.columns[i].filled > 0 {
				add(p.ref(i))
			}
		}
	}
}

// keyIsUnique reports whether the key is one column that differs in every row: the region
// in a table of counts.
func (p *proposer) keyIsUnique() bool {
	if len(p.m.Key) != 1 {
		return false
	}
	i := slices.Index(p.t.Columns, p.m.Key[0])
	if i < 0 {
		return false
	}
	s := &p.s.columns[i]
	return s.all == p.s.rows && len(s.values) == s.all && s.all > 0
}

// maxKeyColumns is the largest number of columns in a proposed key.
const maxKeyColumns = 20
