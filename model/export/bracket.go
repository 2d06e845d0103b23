package export

import (
	"slices"
	"strings"

	"casebook/model"
)

// Groups returns the contents of the brackets in a text, round or square, the outer
// ones only; and whether every bracket is matched.
func Groups(text string) (groups []string, closed bool) {
	var open []rune
	begin := 0
	for at, r := range text {
		switch r {
		case '(', '[':
			if open = append(open, r); len(open) == 1 {
				begin = at + 1
			}
		case ')', ']':
			if len(open) == 0 || open[len(open)-1] != map[rune]rune{')': '(', ']': '['}[r] {
				return nil, false
			}
			if open = open[:len(open)-1]; len(open) == 0 {
				groups = append(groups, text[begin:at])
			}
		}
	}
	return groups, len(open) == 0
}

// HoldsRole reports whether a bracket of a name has one or more roles.
func HoldsRole(name string) bool {
	groups, _ := Groups(name)
	return slices.ContainsFunc(groups, func(group string) bool {
		return !slices.ContainsFunc(Roles(group), func(role string) bool { return !isRole(role) })
	})
}

// Roles returns the roles in a bracket: defendant, reported victim. A text without known
// roles is returned as one.
func Roles(group string) []string {
	if roles := strings.Split(group, ", "); slices.ContainsFunc(roles, isRole) {
		return roles
	}
	return []string{group}
}

func isRole(text string) bool {
	return slices.Contains(model.PersonRoles(), model.Role(text)) || slices.Contains(model.PlaceRoles(), model.Role(text)) || slices.Contains(model.LawRoles(), model.LawRole(text))
}
