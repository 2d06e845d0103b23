package check

import (
	"fmt"
	"slices"

	"casebook/model"
)

// loop adds a problem if relations of one type form a loop, such as two cases that are
// part of each other.
func (c *Checker) loop(path, id string, relation model.Relation) {
	if c.relations == nil {
		c.relations = map[model.RelationType]map[string][]string{}
	}
	above := c.relations[relation.Type]
	if above == nil {
		above = map[string][]string{}
		c.relations[relation.Type] = above
	}
	above[id] = append(above[id], relation.Case)
	seen, next := map[string]bool{}, []string{relation.Case}
	for len(next) > 0 {
		one := next[len(next)-1]
		next = next[:len(next)-1]
		if one == id {
			c.add(path, fmt.Sprintf("the relations form a loop: %[1]q is %[3]s %[2]q, and so on back to %[1]q", id, relation.Case, relation.Type), "remove one of these relations")
			return
		}
		if !seen[one] {
			seen[one] = true
			next = append(next, slices.Clone(above[one])...)
		}
	}
}
