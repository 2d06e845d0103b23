package document

import "casebook/model"

// soundsLike is the way of matching that can be said together with a name.
const SoundsLike = "sounds like"

// Match says how a case was found that was not found literally, such as "sounds
// like Yermek Narymbaev". Without a name it says the way only.
func (f Format) Match(match, name string) string {
	switch {
	case match == "" || name == "":
		return f.MatchWay(match)
	case match == SoundsLike:
		return f.Words.Say("sounds like %s", name)
	}
	return name + f.Glyphs.Dot + f.Words.Word(match)
}

// MatchWay says the way of matching where no name is said with it.
func (f Format) MatchWay(match string) string {
	if match == SoundsLike {
		return f.Words.Say("by sound")
	}
	return f.Words.Word(match)
}

// FoundBy is how a page was found that was not found literally: its best rows,
// or with also its last ones only.
type FoundBy struct {
	match string // as model.Row has it; empty: literally
	name  string // the one by which all of it was found, where it may be shown
	also  bool
}

// HowFound sums up how a page was found. Literal hits come before the others.
func HowFound(page model.Page) FoundBy {
	if len(page.Rows) == 0 || page.Offset > 0 {
		return FoundBy{}
	}
	first, last := page.Rows[0], page.Rows[len(page.Rows)-1]
	if first.Match == "" {
		return FoundBy{match: last.Match, also: true}
	}
	of := FoundBy{match: first.Match, name: first.MatchName}
	for _, row := range page.Rows {
		if row.MatchName != of.name || Sensitive(row.Sensitivity) {
			of.name = ""
		}
	}
	return of
}

// FoundBy says how a page was found, in short and with the name it was found by;
// of one found literally there is nothing to say.
func (f Format) FoundBy(by FoundBy) (short, whole string) {
	switch {
	case by.match == "":
		return "", ""
	case by.also:
		also := f.Words.Say("also %s", f.MatchWay(by.match))
		return also, also
	}
	return f.MatchWay(by.match), f.Match(by.match, by.name)
}
