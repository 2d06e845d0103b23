package model

import "slices"

// A Participant is somebody or something in a case with all their roles in it.
type Participant struct {
	Involvement // the first one
	Others      []Involvement
}

// Participants groups the involvements by name, in the order of the first ones. Names
// that are not stated are not grouped.
func Participants(involvements []Involvement) []Participant {
	var all []Participant
	for _, i := range involvements {
		at := slices.IndexFunc(all, func(p Participant) bool { return i.Name != NotStated && p.Name == i.Name && p.Path == i.Path })
		if at < 0 {
			all = append(all, Participant{Involvement: i})
			continue
		}
		all[at].Others = append(all[at].Others, i)
	}
	return all
}

// Label returns somebody with their roles and what the report says of them,
// such as "Maks Bokaev (reported victim, defendant), prisoner of conscience".
func (p Participant) Label() string {
	roles := string(p.Role)
	for _, other := range p.Others {
		roles += ", " + string(other.Role)
	}
	return involvedLabel(p.FullName(), roles, p.Described)
}

// Hedges returns the hedges other than "stated", such as "reported"; with several roles,
// each with its role.
func (p Participant) Hedges() []string {
	var hedges []string
	for _, i := range append([]Involvement{p.Involvement}, p.Others...) {
		switch {
		case i.Hedge == "" || i.Hedge == HedgeStated:
		case len(p.Others) == 0:
			hedges = append(hedges, string(i.Hedge))
		default:
			hedges = append(hedges, string(i.Role)+" "+string(i.Hedge))
		}
	}
	return hedges
}

// Concerned returns the people and the organisations that a case is about: those with
// such a role or with an outcome, and not authorities, sources and those only mentioned.
func (c Case) Concerned() (people, organisations []Participant) {
	return c.concerned(c.People), c.concerned(c.Organisations)
}

func (c Case) concerned(involved []Involvement) (all []Participant) {
	for _, p := range Participants(involved) {
		about := func(i Involvement) bool { return i.Role.Concerned() }
		named := func(o Outcome) bool { return slices.Contains(o.People, p.Name) }
		if about(p.Involvement) || slices.ContainsFunc(p.Others, about) || slices.ContainsFunc(c.Outcomes, named) {
			all = append(all, p)
		}
	}
	return all
}

// Concerned reports whether a case is about the people with this role.
func (r Role) Concerned() bool { return r != "authority" && r != "source" && r != "mentioned" }

// Concerns reports whether an outcome is about somebody: it names them, or it names
// nobody and the case is about them.
func (o Outcome) Concerns(i Involvement) bool {
	if o.Stage == StagePenaltyInLaw || len(o.People) > 0 {
		return slices.Contains(o.People, i.Name)
	}
	return i.Role.Concerned()
}

// About reports whether an outcome is about somebody in any of their roles.
func (o Outcome) About(p Participant) bool {
	return o.Concerns(p.Involvement) || slices.ContainsFunc(p.Others, o.Concerns)
}

// HasOutcome reports whether a case has an outcome that is about somebody in it.
func (c Case) HasOutcome(p Participant) bool {
	return slices.ContainsFunc(c.Outcomes, func(o Outcome) bool { return o.Stage != StagePenaltyInLaw && o.About(p) })
}
