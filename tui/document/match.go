package document

import (
	"casebook/model"
	"casebook/model/results"
)

// SoundsLike is the match that is shown together with a name.
const SoundsLike = model.SoundsLike

// MatchLabel returns how a case was found, if not literally, such as "sounds like
// Yermek Narymbaev"; without a name, only the way of matching.
func (f Format) MatchLabel(match, name string) string {
	switch {
	case match == "" || name == "":
		return f.matchWay(match)
	case match == SoundsLike:
		return f.Words.Say("sounds like %s", name)
	}
	return name + f.Glyphs.Dot + f.Words.Word(match)
}

// matchWay returns the way of matching without a name.
func (f Format) matchWay(match string) string {
	if match == SoundsLike {
		return f.Words.Say("sounds alike")
	}
	return f.Words.Word(match)
}

// FoundBy is how the rows of a page were found, if not literally: all of them, or with
// also the last ones.
type FoundBy struct {
	match string // as results.Row has it; empty: literally
	name  string // the one by which all of it was found, where it may be shown
	also  bool
	cut   bool // the cases of some names are left out
}

// HowFound sums up how the rows of a page were found. Literal matches come first.
func HowFound(page results.Page) FoundBy {
	switch {
	case page.NamesCut:
		return FoundBy{cut: true}
	case len(page.Rows) == 0 || page.Offset > 0:
		return FoundBy{}
	}
	first, last := page.Rows[0], page.Rows[len(page.Rows)-1]
	if first.Match == "" {
		return FoundBy{match: last.Match, also: true}
	}
	of := FoundBy{match: first.Match, name: first.MatchName}
	for _, row := range page.Rows {
		if row.MatchName != of.name || row.Sensitivity.IsSensitive() {
			of.name = ""
		}
	}
	return of
}

// FoundBy returns how a page was found, in short and with the name; empty if literally.
// If names were left out, it says only that.
func (f Format) FoundBy(by FoundBy) (short, whole string) {
	switch {
	case by.cut:
		return f.Words.Say("most likely names only"), f.NamesCut()
	case by.match == "":
		return "", ""
	case by.also:
		also := f.Words.Say("also %s", f.matchWay(by.match))
		return also, also
	}
	return f.matchWay(by.match), f.MatchLabel(by.match, by.name)
}

// NamesCut says that the cases of some names were left out.
func (f Format) NamesCut() string {
	return f.Words.Say("Many names sound like this: only cases of the most likely ones are shown.")
}
