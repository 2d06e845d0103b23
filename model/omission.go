package model

import (
	"slices"
	"strings"
)

// Topic returns the topic of an omission; empty: none.
func (o Omission) Topic() Topic {
	for _, topic := range Topics() {
		if rest, ok := strings.CutPrefix(string(o), string(topic)); ok && (rest == "" || rest[0] == ' ' && strings.TrimSpace(rest) != "") {
			return topic
		}
	}
	return ""
}

// Object returns the object of an omission, such as "of the appeal"; empty: none.
func (o Omission) Object() string {
	return strings.TrimSpace(strings.TrimPrefix(string(o), string(o.Topic())))
}

// Missing returns the omissions of a case in the order of Topics: those that it lists,
// and the fields that are not stated.
func (c Case) Missing() []Omission {
	missing := slices.Clone(c.NotStated)
	add := func(text string, omission Omission) {
		if text == NotStated && !slices.Contains(missing, omission) {
			missing = append(missing, omission)
		}
	}
	for _, date := range c.Dates {
		add(date.EDTF, Omission("date of the "+date.What))
	}
	for _, person := range c.People {
		add(person.Name, "name")
	}
	for _, organisation := range c.Organisations {
		add(organisation.Name, "name")
	}
	for _, place := range c.Places {
		add(place.Name, "place")
	}
	for _, law := range c.Laws {
		add(law.Name, "law")
		if law.Role == LawCharged || law.Role == LawConvicted {
			add(law.Provision, "charge")
		}
	}
	for _, outcome := range c.Outcomes {
		add(outcome.Date, Omission("date of the "+outcome.dateTopic()))
		add(string(outcome.Amount), Omission(outcome.amountTopic()))
	}
	topics := Topics()
	slices.SortStableFunc(missing, func(a, b Omission) int { return slices.Index(topics, a.Topic()) - slices.Index(topics, b.Topic()) })
	return slices.Compact(missing)
}

// dateTopic returns the kind of an outcome's date.
func (o Outcome) dateTopic() string {
	switch o.Stage {
	case "trial":
		return "verdict"
	case "appeal", "conversion", "commutation":
		return string(o.Stage)
	case "prosecution":
		return "decision"
	}
	if o.Type == "prosecution dropped" {
		return "end of the prosecution"
	}
	return string(o.Type)
}

// amountTopic names the amount of an outcome.
func (o Outcome) amountTopic() string {
	switch o.Type {
	case "fine", "compensation":
		return "amount of the " + string(o.Type)
	case "prison":
		return "length of the prison term"
	}
	return "length of the " + string(o.Type)
}
