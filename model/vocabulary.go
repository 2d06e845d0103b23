package model

// The vocabularies: every closed list of words that a pack may use, in the
// order in which they are shown. Roles follow the HURIDOCS Events Standard
// Formats; comparators and hedges say how sure the report itself is.
type (
	// A Kind says what sort of statement a case is.
	Kind string
	// A Role is what a person, an organisation or a place has to do with a case.
	Role string
	// A LawRole is what a law has to do with a case.
	LawRole string
	// A Stage is the part of a matter that an outcome ends.
	Stage string
	// An OutcomeType is what a stage ended with.
	OutcomeType string
	// A Unit is what the amount of an outcome is counted in.
	Unit string
	// A Comparator says how a figure bounds what it counts.
	Comparator string
	// A Hedge says how the report puts a fact: as its own statement, as reported by somebody, as an estimate.
	Hedge string
	// A Sensitivity says why a case is opened only on purpose.
	Sensitivity string
	// A RelationType says how one case leads to another.
	RelationType string
	// A DateWhat says what happened on a date.
	DateWhat string
	// A Topic is something that a reader looks for and a report may leave out.
	Topic string
	// An Omission is what a report leaves out: a Topic alone, or with its object, such as "number of people detained elsewhere".
	Omission string
	// A PersonKind tells an individual from a group and from somebody unnamed.
	PersonKind string
	// A PlaceKind tells a city from a region and a country.
	PlaceKind string
	// A SpellingOrigin says where another spelling of a name comes from.
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

	// StagePenaltyInLaw is the penalty that a law provides for; nobody had to bear it.
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

// Units lists what lengths of time are counted in; the singular stands for one as for many.
func Units() []Unit {
	return []Unit{"years", "months", "days", "hours"}
}

// Comparators lists how a figure can bound what it counts.
func Comparators() []Comparator {
	return []Comparator{Exactly, About, Nearly, AtLeast, MoreThan, UpTo, FewerThan, Between, Ordinal}
}

// Bounds says which numbers a figure with this comparator has: the least, the
// most, or both.
func (c Comparator) Bounds() (least, most bool) {
	switch c {
	case AtLeast, MoreThan:
		return true, false
	case UpTo, FewerThan, Nearly:
		return false, true
	}
	return true, true
}

// Hedges lists how a report can put a fact.
func Hedges() []Hedge {
	return []Hedge{HedgeStated, HedgeReported, HedgeEstimated}
}

// Sensitivities lists why a case may be opened only on purpose.
func Sensitivities() []Sensitivity {
	return []Sensitivity{SensitivityNone, SensitivitySexualViolence}
}

// IsSensitive reports whether only the title of a case is shown until it is opened.
func (s Sensitivity) IsSensitive() bool { return s != "" && s != SensitivityNone }

// relations are the types of relations with what each is from its other end.
var relations = []struct{ is, inverse RelationType }{
	{"part of", "has part"}, {"example of", "has example"}, {"response to", "has response"}, {"result of", "led to"}, {"follows", "followed by"},
	{"background to", "has background"}, {"first use of", "first used in"}, {"same charge", "same charge"}, {"see also", "see also"},
}

// RelationTypes lists how one case can lead to another.
func RelationTypes() []RelationType {
	types := make([]RelationType, len(relations))
	for i, relation := range relations {
		types[i] = relation.is
	}
	return types
}

// Inverse returns what a relation is from its other end; a word that is in no
// pack where the two ends differ.
func (t RelationType) Inverse() RelationType {
	for _, relation := range relations {
		if relation.is == t {
			return relation.inverse
		}
	}
	return t
}

// DateWhats lists what a date can date.
func DateWhats() []DateWhat {
	return []DateWhat{"act", "protest", "planned", "arrest", "detention", "release", "challenge", "verdict", "appeal", "conversion", "commutation", "fine", "introduced", "in force", "first use",
		"moratorium", "period"}
}

// Topics lists what a report may leave out without a field of its own to say so.
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

// SpellingOrigins lists where other spellings come from.
func SpellingOrigins() []SpellingOrigin {
	return []SpellingOrigin{"report", "derived", "external"}
}
