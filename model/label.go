package model

import (
	"fmt"
	"strconv"
	"strings"

	"casebook/model/edtf"
)

// Label returns a figure as text, such as "at least 34 people arrested".
func (f Figure) Label() string {
	number := func(n *float64) string {
		if n == nil {
			return NotStated
		}
		return Number(*n)
	}
	switch f.Comparator {
	case Exactly, "":
		return number(f.Min) + " " + f.Counts
	case Between:
		return "between " + number(f.Min) + " and " + number(f.Max) + " " + f.Counts
	case Ordinal:
		return number(f.Min) + ordinalEnding(f.Min) + " " + f.Counts
	}
	bound := f.Min
	if least, _ := f.Comparator.Bounds(); !least {
		bound = f.Max
	}
	return string(f.Comparator) + " " + number(bound) + " " + f.Counts
}

// Phrase returns a figure with its date and source, such as "at least 48 journalists
// detained, 21 May 2016, according to NGOs". hedge is that of the figure or its case.
func (f Figure) Phrase(hedge Hedge, yearInferred bool) string {
	phrase := f.Label()
	if f.Date != "" {
		phrase += ", " + DateLabel(f.Date)
	}
	if yearInferred {
		phrase += " (year inferred)"
	}
	switch {
	case f.AttributedTo == "" && (hedge == "" || hedge == HedgeStated):
		return phrase
	case f.AttributedTo == "":
		return phrase + ", " + string(hedge)
	case hedge == HedgeEstimated:
		return phrase + ", estimated by " + f.AttributedTo
	}
	return phrase + ", according to " + f.AttributedTo
}

// ordinalEnding returns the ending of an ordinal number: 1st, 2nd, 3rd, 4th, 11th.
func ordinalEnding(n *float64) string {
	if n == nil {
		return ""
	}
	whole := int(*n) % 100
	if whole >= 11 && whole <= 13 {
		return "th"
	}
	switch whole % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}

// Label returns an outcome as text, such as "prison, 5 years (sentenced, 28 November
// 2016)".
func (o Outcome) Label() string {
	label := string(o.Type)
	switch {
	case o.Amount == "":
	case o.Amount == NotStated:
		what, _, _ := strings.Cut(o.amountTopic(), " ")
		label += ", " + what + " " + NotStated
	case o.Type.OfMoney():
		label += ", " + o.Amount.sum(o.Unit)
	case o.Amount == "1":
		label += ", 1 " + strings.TrimSuffix(string(o.Unit), "s")
	default:
		label += ", " + string(o.Amount) + " " + string(o.Unit)
	}
	var aside []string
	if stage := o.StageLabel(); stage != "" {
		aside = append(aside, stage)
	}
	if o.Date == NotStated {
		aside = append(aside, "date "+NotStated)
	} else if o.Date != "" {
		aside = append(aside, DateLabel(o.Date))
	}
	if len(aside) > 0 {
		label += " (" + strings.Join(aside, ", ") + ")"
	}
	return label
}

// StageLabel returns the label of a stage after its outcome, such as "sentenced" or "on
// appeal"; empty if the outcome implies it.
func (o Outcome) StageLabel() string {
	switch o.Stage {
	case StagePenaltyInLaw:
		return string(o.Stage)
	case "administrative":
		if o.Type == "inspection" {
			return ""
		}
		return "administrative case"
	case "appeal":
		return "on appeal"
	case "conversion":
		return "converted"
	case "commutation":
		return "commuted"
	case "trial":
		switch o.Type {
		case "compensation", "conviction", "acquittal", "sentence upheld", "sentence overturned", "case won", "case lost", "prosecution dropped", "inspection", "release":
			return "in court"
		}
		return "sentenced"
	}
	return ""
}

// Whom returns the people of an outcome, such as "Maks Bokaev, Talgat Ayan" or
// "Journalists (most)"; empty: none.
func (o Outcome) Whom() string {
	names := strings.Join(o.People, ", ")
	if o.Share != "" && names != "" {
		names += " (" + o.Share + ")"
	}
	return names
}

// Label returns a date with its kind, such as "17–20 May 2016 (arrest)".
func (d Date) Label() string {
	return fmt.Sprintf("%s (%s)", DateLabel(d.EDTF), d.What)
}

// DateLabel returns a date in EDTF as people write it; other text, such as NotStated, is
// returned as it is.
func DateLabel(text string) string {
	if text == NotStated {
		return text
	}
	date, err := edtf.Parse(text)
	if err != nil {
		return text
	}
	return date.Label()
}

// Label returns a law with its provision and role, such as "Criminal Code, art. 419
// (charged)".
func (l LawInvolvement) Label() string {
	label := l.Name
	if l.Provision != "" && (l.Provision != NotStated || l.Name != NotStated) {
		label += ", " + l.Provision
	}
	return involvedLabel(label, string(l.Role), l.Described)
}

// Label returns somebody with their role and descriptions, such as "Maks Bokaev
// (defendant), prisoner of conscience".
func (i Involvement) Label() string { return involvedLabel(i.FullName(), string(i.Role), i.Described) }

func involvedLabel(name, role string, described []Description) string {
	label := fmt.Sprintf("%s (%s)", name, role)
	if len(described) > 0 {
		label += ", " + DescribedLabel(described)
	}
	return label
}

// Number returns a number with a comma at the thousands, such as 300,000.
func Number(n float64) string {
	text := strconv.FormatFloat(n, 'f', -1, 64)
	whole, fraction, _ := strings.Cut(text, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return sign + whole
}

// DescribedLabel returns descriptions in one line, such as "prisoner of
// conscience, blogger".
func DescribedLabel(described []Description) string {
	texts := make([]string, len(described))
	for i, description := range described {
		texts[i] = description.Text
	}
	return strings.Join(texts, ", ")
}
