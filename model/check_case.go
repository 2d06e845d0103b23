package model

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// ids checks that every case has an id of its own with the report's prefix.
func (c *checker) ids() {
	var ids []string
	number := regexp.MustCompile(`^[0-9]+$`)
	for i, one := range c.pack.Cases {
		path := fmt.Sprintf("$.cases[%d].id", i)
		ids = append(ids, one.ID)
		if !c.required(path, "id", one.ID) {
			continue
		}
		if rest, ok := strings.CutPrefix(one.ID, c.pack.Report.Prefix+"-"); !ok || !number.MatchString(rest) {
			c.add(path, fmt.Sprintf("the id %q does not belong to this report", one.ID), fmt.Sprintf("write the report's prefix and a number: %s-%02d", c.pack.Report.Prefix, i+1))
		}
	}
	c.unique("$.cases", ".id", "id", ids)
	for i, one := range c.pack.Cases {
		for j, relation := range one.Relations {
			path := fmt.Sprintf("$.cases[%d].relations[%d]", i, j)
			known(c, path+".type", "type of relation", relation.Type, RelationTypes())
			switch {
			case relation.Case == one.ID && one.ID != "":
				c.add(path+".case", "the case is related to itself", "write the id of another case")
			case c.required(path+".case", "id of the other case", relation.Case) && !slices.Contains(ids, relation.Case):
				c.add(path+".case", fmt.Sprintf("there is no case %q in this pack", relation.Case), "write the id of another case")
			}
		}
	}
}

// one checks the fields of a case.
func (c *checker) one(path string, one Case) {
	known(c, path+".kind", "kind of case", one.Kind, Kinds())
	c.required(path+".title", "title", one.Title)
	known(c, path+".sensitivity", "sensitivity", one.Sensitivity, Sensitivities())
	if category := CategoryPath(one.Category); c.required(path+".category", "category", category) && !slices.Contains(c.categories, category) {
		hint := "write the names from the root to the leaf, as under categories"
		if near, ok := Nearest(category, c.categories); ok {
			hint = fmt.Sprintf("did you mean [%s]?", strings.ReplaceAll(near, "/", ", "))
		}
		c.add(path+".category", fmt.Sprintf("there is no category [%s] in this pack", strings.Join(one.Category, ", ")), hint)
	}
	for i, date := range one.Dates {
		c.date(fmt.Sprintf("%s.dates[%d].edtf", path, i), date.EDTF)
		known(c, fmt.Sprintf("%s.dates[%d].what", path, i), "thing that a date dates", date.What, DateWhats())
	}
	c.involved(path+".people", "person", one.People, c.people, PersonRoles())
	c.involved(path+".organisations", "organisation", one.Organisations, c.bodies, PersonRoles())
	c.involved(path+".places", "place", one.Places, c.places, PlaceRoles())
	for i, law := range one.Laws {
		c.law(fmt.Sprintf("%s.laws[%d]", path, i), law)
	}
	for i, outcome := range one.Outcomes {
		c.outcome(fmt.Sprintf("%s.outcomes[%d]", path, i), one, outcome)
	}
	for i, figure := range one.Figures {
		c.figure(fmt.Sprintf("%s.figures[%d]", path, i), figure)
	}
	for i, topic := range one.NotStated {
		known(c, fmt.Sprintf("%s.not_stated[%d]", path, i), "thing that a report may leave out", topic, Topics())
		if slices.Contains(one.NotStated[:i], topic) {
			c.add(fmt.Sprintf("%s.not_stated[%d]", path, i), fmt.Sprintf("%q is there twice", topic), "take one out")
		}
	}
}

// involved checks one list of involvements.
func (c *checker) involved(path, what string, involvements []Involvement, names []string, roles []Role) {
	for i, involvement := range involvements {
		here := fmt.Sprintf("%s[%d]", path, i)
		if involvement.Name != NotStated {
			list := path[strings.LastIndex(path, ".")+1:]
			c.declared(here+".name", what, involvement.Name, names, list)
		}
		known(c, here+".role", "role of a "+what, involvement.Role, roles)
		for _, before := range involvements[:i] {
			if before.Name == involvement.Name && before.Role == involvement.Role {
				c.add(here, fmt.Sprintf("%q is there twice in the same role", involvement.Name), "take one out")
				break
			}
		}
	}
}

func (c *checker) law(path string, law LawInvolvement) {
	known(c, path+".role", "role of a law", law.Role, LawRoles())
	stated := law.Provision != "" && law.Provision != NotStated
	if law.Name != NotStated || stated {
		c.declared(path+".name", "law", law.Name, c.laws, "laws")
	}
	if stated && slices.Contains(c.laws, law.Name) {
		c.declared(path+".provision", "provision", law.Provision, c.provisions[law.Name], fmt.Sprintf("the provisions of %q", law.Name))
	}
}

// facts checks where each fact is said to stand in the report, and its anchors.
func (c *checker) facts() {
	for i, one := range c.pack.Cases {
		if len(one.Source) == 0 {
			c.add(fmt.Sprintf("$.cases[%d].source", i), "the case has no source", "write the section, the paragraph, the hedge and the anchors")
		}
	}
	told := map[string]bool{} // a case's mistake is told once, not again for every fact that takes its source over
	for _, fact := range c.pack.Facts() {
		if problem, ok := c.place(fact); ok && (fact.Case == "" || !told[fact.Case+problem.Message]) {
			told[fact.Case+problem.Message] = true
			c.problems = append(c.problems, problem)
		}
		if fact.Case == "" || !told[fact.Case+string(fact.Source.Hedge)] {
			known(c, fact.Path+".hedge", "hedge", fact.Source.Hedge, Hedges())
			told[fact.Case+string(fact.Source.Hedge)] = true
		}
		words := 0
		for i, anchor := range fact.Source.Anchors {
			words += len(strings.Fields(anchor))
			c.required(fmt.Sprintf("%s.anchors[%d]", fact.Path, i), "anchor", anchor)
		}
		if words > MaxAnchorWords {
			c.add(fact.Path+".anchors", fmt.Sprintf("the anchors have %d words", words), fmt.Sprintf("write at most %d words of the paragraph in all: a name, a number, a date", MaxAnchorWords))
		}
		if len(fact.Source.Anchors) == 0 && fact.Stated {
			c.add(fact.Path+".anchors", "the fact has no anchors", "write a few words of the paragraph by which it can be checked")
		}
	}
}

// place returns what is wrong with the section or the paragraph of a fact.
func (c *checker) place(fact Fact) (Problem, bool) {
	heading := headingText(fact.Source.Section)
	switch count, ok := c.paragraphs[heading]; {
	case heading == "":
		return Problem{fact.Path + ".section", "the section is missing", "write the heading's names in brackets, as under sections"}, true
	case !ok:
		hint := "write the names as under sections, from the root to the leaf"
		if near, ok := Nearest(heading, c.headings); ok {
			hint = fmt.Sprintf("did you mean [%s]?", strings.ReplaceAll(near, " > ", ", "))
		}
		return Problem{fact.Path + ".section", fmt.Sprintf("there is no section [%s] in this pack", strings.Join(fact.Source.Section, ", ")), hint}, true
	case fact.Source.Paragraph == 0:
		return Problem{fact.Path + ".paragraph", "the paragraph is missing", "write its number in the section, from 1"}, true
	case fact.Source.Paragraph < 1 || fact.Source.Paragraph > count:
		return Problem{fact.Path + ".paragraph", fmt.Sprintf("the section [%s] has no paragraph %d", strings.Join(fact.Source.Section, ", "), fact.Source.Paragraph), fmt.Sprintf("write a number from 1 to %d", count)}, true
	}
	return Problem{}, false
}
