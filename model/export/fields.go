package export

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/safe"
)

// A field is a property of a case for people to read, one line for each value.
type field struct {
	Label string
	Lines []string
}

// kind returns the kind of a case, and whether it is a draft.
func kind(c model.Case) string {
	if c.Draft {
		return string(c.Kind) + " · draft"
	}
	return string(c.Kind)
}

// fields returns the fields of a case below its title and note, in the order in which
// they are shown, without empty ones.
func fields(c model.Case) []field {
	var all []field
	add := func(label string, lines []string) {
		for i, line := range lines {
			lines[i] = safe.Line(line)
		}
		if len(lines) > 0 {
			all = append(all, field{label, lines})
		}
	}
	involved := func(p model.Participant) string {
		return strings.Join(append([]string{p.Label()}, p.Hedges()...), ", ")
	}
	dates := slices.DeleteFunc(slices.Clone(c.Dates), func(d model.Date) bool { return d.EDTF == model.NotStated })
	laws := slices.DeleteFunc(slices.Clone(c.Laws), func(l model.LawInvolvement) bool { return !l.Stated() })
	add("When", lines(dates, func(d model.Date) string {
		label := d.Label()
		if d.YearInferred {
			label = strings.TrimSuffix(label, ")") + ", year inferred)"
		}
		return label + hedgeLabel(d.Source)
	}))
	add("People", lines(model.Participants(c.People), involved))
	add("Organisations", lines(model.Participants(c.Organisations), involved))
	add("Where", lines(model.Participants(c.Places), involved))
	add("Law", lines(laws, func(l model.LawInvolvement) string { return l.Label() + hedgeLabel(l.Source) }))
	outcome := func(o model.Outcome) string {
		label := o.Label()
		if whom := o.Whom(); whom != "" {
			label = whom + ": " + label
		}
		return label + hedgeLabel(o.Source)
	}
	inLaw := func(o model.Outcome) bool { return o.Stage == model.StagePenaltyInLaw }
	add("Outcome", lines(slices.DeleteFunc(slices.Clone(c.Outcomes), inLaw), outcome))
	add("Penalty in law", lines(slices.DeleteFunc(slices.Clone(c.Outcomes), func(o model.Outcome) bool { return !inLaw(o) }), func(o model.Outcome) string {
		return strings.TrimSuffix(outcome(o), " ("+string(model.StagePenaltyInLaw)+")")
	}))
	add("Figures", lines(c.Figures, func(f model.Figure) string { return f.Phrase(c.HedgeOf(f.Source), false) }))
	for i, value := range c.Fields {
		if slices.ContainsFunc(c.Fields[:i], func(before model.FieldValue) bool { return before.Name == value.Name }) {
			continue
		}
		var values []string
		for _, other := range c.Fields[i:] {
			if other.Name == value.Name {
				values = append(values, safe.Line(other.Value)+hedgeLabel(other.Source))
			}
		}
		add(safe.Line(value.Name), values)
	}
	if missing := lines(c.Missing(), func(o model.Omission) string { return string(o) }); len(missing) > 0 {
		add("Not stated in the report", []string{strings.Join(missing, ", ")})
	}
	add("Related", lines(c.Related(), func(r model.Relation) string { return string(r.Type) + " " + r.Case }))
	add("Former ids", slices.Clone(c.Merged))
	if c.Sensitivity.IsSensitive() {
		add("Sensitive", []string{strings.ReplaceAll(string(c.Sensitivity), "-", " ")})
	}
	add("Source", lines(c.Source, func(s model.Source) string {
		place := strings.Join(s.Section, " › ")
		if s.Paragraph > 0 {
			place += fmt.Sprintf(", paragraph %d", s.Paragraph)
		}
		return place + hedgeLabel(s)
	}))
	return all
}

// hedgeLabel returns the hedge of a fact unless it is stated.
func hedgeLabel(s model.Source) string {
	if s.Hedge == "" || s.Hedge == model.HedgeStated {
		return ""
	}
	return ", " + string(s.Hedge)
}

// lines are values, each as a line.
func lines[T any](values []T, line func(T) string) []string {
	var lines []string
	for _, value := range values {
		lines = append(lines, line(value))
	}
	return lines
}
