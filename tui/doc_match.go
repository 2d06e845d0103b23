package tui

import "casebook/model"

// soundsLike is the way of matching that can be said together with a name.
const soundsLike = "sounds like"

// how says how a case was found that was not found literally, such as "sounds
// like Yermek Narymbaev". Without a name it says the way only.
func (w writing) how(match, name string) string {
	switch {
	case match == "" || name == "":
		return w.way(match)
	case match == soundsLike:
		return w.words.Say("sounds like %s", name)
	}
	return name + w.glyphs.Dot + w.words.Word(match)
}

// way says the way of matching where no name is said with it.
func (w writing) way(match string) string {
	if match == soundsLike {
		return w.words.Say("by sound")
	}
	return w.words.Word(match)
}

// matched is how a page was found that was not found literally: its best rows,
// or with also its last ones only.
type matched struct {
	match string // as model.Row has it; empty: literally
	name  string // the one by which all of it was found, where it may be shown
	also  bool
}

// matchedBy sums up how a page was found. Literal hits come before the others.
func matchedBy(page model.Page) matched {
	if len(page.Rows) == 0 || page.Offset > 0 {
		return matched{}
	}
	first, last := page.Rows[0], page.Rows[len(page.Rows)-1]
	if first.Match == "" {
		return matched{match: last.Match, also: true}
	}
	of := matched{match: first.Match, name: first.MatchName}
	for _, row := range page.Rows {
		if row.MatchName != of.name || sensitive(row.Sensitivity) {
			of.name = ""
		}
	}
	return of
}

// matched says how a page was found, in short and with the name it was found by;
// of one found literally there is nothing to say.
func (w writing) matched(by matched) (short, whole string) {
	switch {
	case by.match == "":
		return "", ""
	case by.also:
		also := w.words.Say("also %s", w.way(by.match))
		return also, also
	}
	return w.way(by.match), w.how(by.match, by.name)
}
