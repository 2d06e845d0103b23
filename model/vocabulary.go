package model

// The vocabularies: the closed lists of words of a pack, in the order in which they are
// shown. Roles follow the HURIDOCS Events Standard Formats; comparators and hedges say
// how certain the report is.
type (
	// A Kind is the kind of a case.
	Kind string
	// A Role is the role of a person, an organisation or a place in a case.
	Role string
	// A LawRole is the role of a law in a case.
	LawRole string
	// A Stage is the part of a matter that an outcome ends.
	Stage string
	// An OutcomeType is the type of an outcome.
	OutcomeType string
	// A Unit is the unit of an outcome's amount.
	Unit string
	// A Comparator is the bound of a figure.
	Comparator string
	// A Hedge is how certain the report is of a fact: stated by it, reported by somebody, or estimated.
	Hedge string
	// A Sensitivity is the topic of a sensitive case.
	Sensitivity string
	// A RelationType is how a case is related to another one.
	RelationType string
	// A DateWhat is the kind of a date: what happened on it.
	DateWhat string
	// A Topic is something that a report may not state.
	Topic string
	// An Omission is something that a report does not state: a Topic, maybe with its object, such as "number of people detained elsewhere".
	Omission string
	// A PersonKind is the kind of a person: individual, group or unnamed.
	PersonKind string
	// A PlaceKind is the kind of a place, such as city or region.
	PlaceKind string
	// A SpellingOrigin is the origin of another spelling of a name.
	SpellingOrigin string
)

// The words that the program itself must know.
const (
	KindProceeding Kind = "proceeding"
	KindEvent      Kind = "event"
	KindLaw        Kind = "law"
	KindPractice   Kind = "practice"
	KindStatistic  Kind = "statistic"
	KindTreaty     Kind = "treaty"

	SensitivityNone           Sensitivity = "none"
	SensitivitySexualViolence Sensitivity = "sexual-violence"

	HedgeStated    Hedge = "stated"
	HedgeReported  Hedge = "reported"
	HedgeEstimated Hedge = "estimated"

	Exactly   Comparator = "exactly"
	About     Comparator = "about"
	Nearly    Comparator = "nearly" // fewer, and not by much
	AtLeast   Comparator = "at least"
	MoreThan  Comparator = "more than"
	UpTo      Comparator = "up to"
	FewerThan Comparator = "fewer than"
	Between   Comparator = "between"
	Ordinal   Comparator = "ordinal"

	LawCharged   LawRole = "charged"
	LawConvicted LawRole = "convicted"

	RoleReportedVictim Role = "reported victim"
	RoleDefendant      Role = "defendant"

	// StagePenaltyInLaw is the stage of the penalty that a law provides for.
	StagePenaltyInLaw Stage = "penalty in law"

	PersonIndividual PersonKind = "individual"
	PersonGroup      PersonKind = "group"
	PersonUnnamed    PersonKind = "unnamed"
)

// Kinds lists the kinds of cases in the order in which they are shown.
func Kinds() []Kind {
	return []Kind{KindProceeding, KindEvent, KindLaw, KindPractice, KindStatistic, KindTreaty}
}

// PersonRoles lists the roles of people and organisations.
func PersonRoles() []Role {
	return []Role{RoleReportedVictim, RoleDefendant, "victim of crime", "perpetrator", "alleged perpetrator", "convicted perpetrator", "litigant", "intervening party",
		"authority", "source", "affected", "mentioned"}
}

// PlaceRoles lists the roles of places.
func PlaceRoles() []Role {
	return []Role{"occurred", "planned", "seat", "origin", "subject"}
}

// LawRoles lists the roles of laws.
func LawRoles() []LawRole {
	return []LawRole{LawCharged, LawConvicted, "applied", "defines", "proposed", "challenged", "not ratified", "mentioned"}
}

// Stages lists the stages of a matter, from the rule to the last change of a sentence.
func Stages() []Stage {
	return []Stage{StagePenaltyInLaw, "detention", "investigation", "prosecution", "administrative", "trial", "appeal", "conversion", "commutation"}
}

// OutcomeTypes lists what a stage can end with.
func OutcomeTypes() []OutcomeType {
	return []OutcomeType{"death sentence", "life imprisonment", "prison", "suspended sentence", "probation", "house arrest", "community service",
		"administrative detention", "arrest", "detention", "fine", "compensation", "temporary ban", "travel ban", "deportation", "conviction", "acquittal",
		"sentence upheld", "sentence overturned", "case won", "case lost", "prosecution dropped", "inspection", "release"}
}

// OfMoney reports whether the amount of an outcome is a sum: its unit is a currency, as
// the report writes it.
func (t OutcomeType) OfMoney() bool { return t == "fine" || t == "compensation" }

// OfTime reports whether the amount of an outcome is a length of time.
func (t OutcomeType) OfTime() bool {
	switch t {
	case "prison", "suspended sentence", "probation", "house arrest", "community service", "administrative detention", "detention", "temporary ban", "travel ban":
		return true
	}
	return false
}

// Units lists what lengths of time are counted in; the singular stands for one as for many.
func Units() []Unit {
	return []Unit{"years", "months", "days", "hours"}
}

// Comparators lists the comparators of figures.
func Comparators() []Comparator {
	return []Comparator{Exactly, About, Nearly, AtLeast, MoreThan, UpTo, FewerThan, Between, Ordinal}
}

// Bounds reports which numbers a figure with this comparator has: min, max or both.
func (c Comparator) Bounds() (least, most bool) {
	switch c {
	case AtLeast, MoreThan:
		return true, false
	case UpTo, FewerThan, Nearly:
		return false, true
	}
	return true, true
}

// Hedges lists the hedges.
func Hedges() []Hedge {
	return []Hedge{HedgeStated, HedgeReported, HedgeEstimated}
}

// Sensitivities lists the topics of sensitive cases.
func Sensitivities() []Sensitivity {
	return []Sensitivity{SensitivityNone, SensitivitySexualViolence}
}

// IsSensitive reports whether only the title of a case is shown until it is opened.
func (s Sensitivity) IsSensitive() bool { return s != "" && s != SensitivityNone }

// relations are the types of relations with their inverses.
var relations = []struct{ is, inverse RelationType }{
	{"part of", "has part"}, {"example of", "has example"}, {"response to", "has response"}, {"result of", "led to"}, {"follows", "followed by"},
	{"background to", "has background"}, {"first use of", "first used in"}, {"same charge", "same charge"}, {"see also", "see also"},
}

// RelationTypes lists the types of relations.
func RelationTypes() []RelationType {
	types := make([]RelationType, len(relations))
	for i, relation := range relations {
		types[i] = relation.is
	}
	return types
}

// Inverse returns the relation from the other case; unless both are the same, it is not
// a word of packs.
func (t RelationType) Inverse() RelationType {
	for _, relation := range relations {
		if relation.is == t {
			return relation.inverse
		}
	}
	return t
}

// DateWhats lists the kinds of dates.
func DateWhats() []DateWhat {
	return []DateWhat{"act", "protest", "planned", "arrest", "detention", "release", "challenge", "verdict", "appeal", "conversion", "commutation", "fine", "introduced", "in force", "first use",
		"moratorium", "period"}
}

// Topics lists the topics of omissions.
func Topics() []Topic {
	return []Topic{"court", "law", "charge", "date", "place", "name", "authority", "penalty", "length", "amount", "reason", "number", "source", "outcome"}
}

// PersonKinds lists the kinds of people.
func PersonKinds() []PersonKind {
	return []PersonKind{PersonIndividual, PersonGroup, PersonUnnamed}
}

// PlaceKinds lists the kinds of places, from the largest.
func PlaceKinds() []PlaceKind {
	return []PlaceKind{"country", "region", "city", "town", "unnamed"}
}

// SpellingOrigins lists the origins of spellings.
func SpellingOrigins() []SpellingOrigin {
	return []SpellingOrigin{"report", "derived", "external"}
}
