package seed

import (
	"slices"
	"strings"
	"unicode"

	"casebook/model"
)

// sound says whether a case keeps every rule of model.Pack.Check that it can
// keep alone. It may say no of one that does, never yes of one that does not.
func (r *rules) sound(c model.Case) bool {
	number, ok := strings.CutPrefix(c.ID, r.pack.Report.Prefix+"-")
	own := len(r.pack.Sections) == 0
	return ok && number != "" && strings.Trim(number, "0123456789") == "" &&
		slices.Contains(model.Kinds(), c.Kind) && slices.Contains(model.Sensitivities(), c.Sensitivity) &&
		c.Title != "" && plain(c.Title) && plain(c.Note) && r.soundCategory(c.Category) &&
		(own || len(c.Source) > 0) && r.soundSources(c, own) &&
		r.soundInvolved(c, c.People, r.people, model.PersonRoles(), own) && r.soundInvolved(c, c.Organisations, r.bodies, model.PersonRoles(), own) &&
		r.soundInvolved(c, c.Places, r.places, model.PlaceRoles(), own) &&
		r.soundDates(c, own) && r.soundLaws(c, own) && r.soundOutcomes(c, own) && r.soundFigures(c, own) && r.soundRest(c)
}

// plain says whether a text is on one line, printable, and trimmed.
func plain(text string) bool {
	if text == "" {
		return true
	}
	for _, r := range text {
		if r < ' ' || r >= 0x7f && (unicode.IsControl(r) || r == unicode.ReplacementChar || unicode.Is(unicode.Bidi_Control, r)) {
			return false
		}
	}
	return strings.TrimSpace(text) == text
}

func (r *rules) soundCategory(path []string) bool {
	for _, name := range path {
		if name == "" || !plain(name) || strings.Contains(name, "/") {
			return false
		}
	}
	return len(path) > 0 && (!r.declares || r.categories[model.CategoryPath(path)])
}

func (r *rules) soundSources(c model.Case, own bool) bool {
	for _, source := range c.Source {
		if !r.soundSource(source, model.Source{}, own, true) {
			return false
		}
	}
	return true
}

// soundSource checks where a fact stands, what is empty being as in the first source of its case.
func (r *rules) soundSource(s, first model.Source, own, stated bool) bool {
	s = s.Or(first)
	words := 0
	for _, anchor := range s.Anchors {
		words += len(strings.Fields(anchor))
		if anchor == "" || !plain(anchor) {
			return false
		}
	}
	if words > model.MaxAnchorWords || s.Hedge != "" && !slices.Contains(model.Hedges(), s.Hedge) {
		return false
	}
	for _, name := range s.Section {
		if !plain(name) {
			return false
		}
	}
	return own || s.Hedge != "" && (len(s.Anchors) > 0 || !stated) && s.Paragraph >= 1 && s.Paragraph <= r.paragraphs[heading(s.Section)]
}

func first(c model.Case) model.Source {
	if len(c.Source) == 0 {
		return model.Source{}
	}
	return c.Source[0]
}

func (r *rules) soundDates(c model.Case, own bool) bool {
	for _, date := range c.Dates {
		if !r.date(date.EDTF) || !slices.Contains(model.DateWhats(), date.What) || !r.soundSource(date.Source, first(c), own, date.EDTF != model.NotStated) {
			return false
		}
	}
	return true
}

func (r *rules) soundInvolved(c model.Case, involved []model.Involvement, names map[string]bool, roles []model.Role, own bool) bool {
	for i, one := range involved {
		if one.Name == "" || !plain(one.Name) || r.declares && one.Name != model.NotStated && !names[one.Name] ||
			!slices.Contains(roles, one.Role) || !r.soundSource(one.Source, first(c), own, one.Name != model.NotStated) {
			return false
		}
		for _, before := range involved[:i] {
			if before.Name == one.Name && before.Role == one.Role {
				return false
			}
		}
	}
	return true
}

func (r *rules) soundLaws(c model.Case, own bool) bool {
	for _, law := range c.Laws {
		stated := law.Provision != "" && law.Provision != model.NotStated
		if law.Name == "" || !plain(law.Name) || !plain(law.Provision) || strings.Contains(law.Name+law.Provision, "/") ||
			!slices.Contains(model.LawRoles(), law.Role) || !r.soundSource(law.Source, first(c), own, law.Name != model.NotStated || stated) {
			return false
		}
		if provisions, known := r.laws[law.Name]; r.declares && (law.Name != model.NotStated || stated) && (!known || stated && !provisions[law.Provision]) {
			return false
		}
	}
	return true
}

func (r *rules) soundOutcomes(c model.Case, own bool) bool {
	for _, o := range c.Outcomes {
		stated := o.Amount != "" && o.Amount != model.NotStated
		if o.Stage != model.NotStated && !slices.Contains(model.Stages(), o.Stage) || !slices.Contains(model.OutcomeTypes(), o.Type) || o.Date != "" && !r.date(o.Date) ||
			stated != (o.Unit != "") || stated && (!slices.Contains(model.Units(), o.Unit) || !soundAmount(string(o.Amount))) ||
			!r.soundSource(o.Source, first(c), own, true) {
			return false
		}
		for _, name := range o.People {
			named := func(i model.Involvement) bool { return i.Name == name }
			if name == "" || !slices.ContainsFunc(c.People, named) && !slices.ContainsFunc(c.Organisations, named) {
				return false
			}
		}
	}
	return true
}

// soundAmount knows whole and half numbers above 0, their bounds and their ranges.
func soundAmount(text string) bool {
	for _, bound := range []string{"up to ", "at least "} {
		if number, ok := strings.CutPrefix(text, bound); ok {
			return soundNumber(number)
		}
	}
	low, high, isRange := strings.Cut(text, "-")
	return soundNumber(low) && (!isRange || soundNumber(high) && len(low) == len(high) && low < high)
}

func soundNumber(text string) bool {
	text = strings.TrimSuffix(text, ".5")
	return text != "" && len(text) < 9 && text[0] != '0' && strings.Trim(text, "0123456789") == ""
}

func (r *rules) soundFigures(c model.Case, own bool) bool {
	for _, f := range c.Figures {
		if f.Counts == "" || !plain(f.Counts) || !plain(f.AttributedTo) || f.AttributedTo == model.NotStated || f.Date != "" && !r.date(f.Date) ||
			r.declares && f.AttributedTo != "" && !r.people[f.AttributedTo] && !r.bodies[f.AttributedTo] || !r.soundSource(f.Source, first(c), own, true) {
			return false
		}
		low, high := -1.0, -1.0 // a number that is there is not negative
		if f.Min != nil {
			low = *f.Min
		}
		if f.Max != nil {
			high = *f.Max
		}
		var ok bool
		switch f.Comparator {
		case model.Exactly, model.Ordinal:
			ok = low == high && low >= 1 && low == float64(int64(low))
		case model.AtLeast:
			ok = low >= 0 && f.Max == nil
		case model.UpTo:
			ok = high >= 0 && f.Min == nil
		case model.Between:
			ok = low >= 0 && low < high
		}
		if !ok || low > 1e15 || high > 1e15 {
			return false
		}
	}
	return true
}

func (r *rules) soundRest(c model.Case) bool {
	for _, relation := range c.Relations {
		if !slices.Contains(model.RelationTypes(), relation.Type) || relation.Case == "" || !plain(relation.Case) || relation.Case == c.ID {
			return false
		}
	}
	for i, topic := range c.NotStated {
		if !slices.Contains(model.Topics(), topic) || slices.Contains(c.NotStated[:i], topic) {
			return false
		}
	}
	return true
}
