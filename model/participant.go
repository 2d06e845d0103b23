package model

import "slices"

// A Participant is somebody or something in a case with all their roles in it.
type Participant struct {
	Involvement // the first one
	Others      []Involvement
}

// Participants joins the involvements of the same name, in the order of the
// first ones. What is not stated is joined with nothing.
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

// Hedges returns how surely the report says what differs from a plain
// statement, such as "reported"; with several roles, of which one.
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
