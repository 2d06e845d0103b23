package main

import (
	"strconv"
	"strings"

	"casebook/model"
	"casebook/model/safe"
)

// datePhrase is a date with what happened on it, such as "January 2016
// (verdict), year inferred".
func datePhrase(d model.Date) string {
	phrase := d.Label()
	if d.YearInferred {
		phrase += ", year inferred"
	}
	return safe.Line(phrase)
}

// participantPhrase is somebody with their roles, and where the report says each
// of them if that is elsewhere than what the case says.
func participantPhrase(p model.Participant) string {
	phrase := safe.Line(p.Label()) + possibly(p.AlsoIn)
	for _, other := range p.Others {
		if from := sourcePhrase(other.Source); from != "" {
			phrase += " [" + safe.Line(string(other.Role)) + ": " + from + "]"
		}
	}
	return phrase
}

func lawPhrase(l model.LawInvolvement) string { return safe.Line(l.Label()) + possibly(l.AlsoIn) }

// outcomePhrase is an outcome with whom it concerns.
func outcomePhrase(o model.Outcome) string {
	if whom := o.Whom(); whom != "" {
		return safe.Line(whom + ": " + o.Label())
	}
	return safe.Line(o.Label())
}

// figurePhrase is a figure with its date, and who says so how surely.
func figurePhrase(f model.FigureEntry) string {
	phrase := f.Label()
	if f.Date != "" {
		phrase += ", " + model.DateLabel(f.Date)
	}
	if f.YearInferred {
		phrase += " (year inferred)"
	}
	switch {
	case f.AttributedTo == "":
	case f.Hedge == model.HedgeEstimated:
		phrase += ", estimated by " + f.AttributedTo
	default:
		phrase += ", according to " + f.AttributedTo
	}
	return safe.Line(phrase)
}

// sourcePhrase is a place in the report and how it puts the matter, such as
// "Freedom of expression › Social media, paragraph 2, stated". Of a fact it is
// what differs from its case.
func sourcePhrase(s model.Source) string {
	var parts []string
	if len(s.Section) > 0 {
		parts = append(parts, strings.Join(s.Section, " › "))
	}
	if s.Paragraph > 0 {
		parts = append(parts, "paragraph "+strconv.Itoa(s.Paragraph))
	}
	if s.Hedge != "" {
		parts = append(parts, string(s.Hedge))
	}
	return safe.Line(strings.Join(parts, ", "))
}

// counted is a count with its noun, such as "1 case" and "2 cases".
func counted(count int, noun string) string {
	if count != 1 {
		noun += "s"
	}
	return model.Number(float64(count)) + " " + noun
}

// cells are several values of a column in one cell.
func cells[T any](values []T, phrase func(T) string) string {
	var texts []string
	for _, value := range values {
		texts = append(texts, phrase(value))
	}
	return strings.Join(texts, "; ")
}
