package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"casebook/model"
)

// item is the path of an item of a list.
func item(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// checkCase checks the fields of a case.
func (c *Checker) checkCase(one model.Case) {
	if rest, ok := strings.CutPrefix(one.ID, c.pack.Report.Prefix+"-"); c.required("$.id", "id", one.ID) && (!ok || !model.ValidNumber(rest)) {
		c.add("$.id", fmt.Sprintf("the id %q does not belong to this report", one.ID), fmt.Sprintf("write the report's prefix and a number or a reference without spaces, such as %s-02", c.pack.Report.Prefix))
	}
	known(c, "$.kind", "kind of case", one.Kind, model.Kinds())
	c.required("$.title", "title", one.Title)
	known(c, "$.sensitivity", "sensitivity", one.Sensitivity, model.Sensitivities())
	c.categoryOf("$.category", one.Category)
	for i, other := range one.OtherCategories {
		path := item("$.other_categories", i)
		c.categoryOf(path, other)
		if slices.Equal(other, one.Category) || slices.ContainsFunc(one.OtherCategories[:i], func(before []string) bool { return slices.Equal(before, other) }) {
			c.add(path, fmt.Sprintf("the category [%s] is listed twice", strings.Join(other, ", ")), "remove one")
		}
	}
	c.codes("$.codes", one.Codes)
	for i, id := range one.Merged {
		path := item("$.merged", i)
		if rest, ok := strings.CutPrefix(id, c.pack.Report.Prefix+"-"); !ok || !model.ValidNumber(rest) {
			c.add(path, fmt.Sprintf("the id %q does not belong to this report", id), fmt.Sprintf("write the id that a former case had, such as %s-02", c.pack.Report.Prefix))
		} else if id == one.ID {
			c.add(path, "the case is merged into itself", "write the id of the former case, or remove it")
		}
	}
	if len(one.Source) == 0 && !c.own {
		c.add("$.source", "the case has no source", "write the section, the paragraph, the hedge and the anchors")
	}
	for i, relation := range one.Relations {
		path := item("$.relations", i)
		known(c, path+".type", "type of relation", relation.Type, model.RelationTypes())
		if c.required(path+".case", "id of the other case", relation.Case) && relation.Case == one.ID {
			c.add(path+".case", "the case is related to itself", "write the id of another case")
		} else if relation.Type.Inverse() != relation.Type {
			c.loop(path+".case", one.ID, relation)
		}
	}
	for i, date := range one.Dates {
		c.date(item("$.dates", i)+".edtf", date.EDTF)
		known(c, item("$.dates", i)+".what", "kind of date", date.What, model.DateWhats())
	}
	c.involved("$.people", "person", one.People, c.people, model.PersonRoles())
	c.involved("$.organisations", "organisation", one.Organisations, c.organisations, model.PersonRoles())
	c.involved("$.places", "place", one.Places, c.places, model.PlaceRoles())
	for i, law := range one.Laws {
		c.law(item("$.laws", i), law)
	}
	for i, outcome := range one.Outcomes {
		c.outcome(item("$.outcomes", i), one, outcome)
	}
	for i, figure := range one.Figures {
		c.figure(item("$.figures", i), figure)
	}
	for i, value := range one.Fields {
		c.fieldValue(item("$.fields", i), value)
	}
	for i, omission := range one.NotStated {
		if omission.Topic() == "" {
			first, _, _ := strings.Cut(string(omission), " ")
			known(c, item("$.not_stated", i), "topic for not_stated", model.Topic(first), model.Topics())
		}
		if slices.Contains(one.NotStated[:i], omission) {
			c.add(item("$.not_stated", i), fmt.Sprintf("%q is listed twice", omission), "remove one")
		}
	}
}

// categoryOf checks a category of a case at a path.
func (c *Checker) categoryOf(path string, names []string) {
	category := model.CategoryPath(names)
	switch {
	case !c.required(path, "category", category) || c.categories.has[category]:
	case c.undeclared:
		for i, name := range names {
			if here := item(path, i); c.required(here, "name", name) {
				c.nameEnd(here, name)
			}
		}
	default:
		hint := "write the names from the top level down, as under categories"
		if near, ok := model.Nearest(category, c.categories.list); ok {
			hint = fmt.Sprintf("did you mean [%s]?", strings.Join(model.SplitPath(near), ", "))
		}
		c.add(path, fmt.Sprintf("there is no category [%s] in this pack", strings.Join(names, ", ")), hint)
	}
}

// involved checks one list of involvements.
func (c *Checker) involved(path, what string, involvements []model.Involvement, names names, roles []model.Role) {
	type part struct {
		name string
		role model.Role
	}
	var seen map[part]bool
	if len(involvements) > maxPairwise {
		seen = make(map[part]bool, len(involvements))
	}
	for i, involvement := range involvements {
		here := item(path, i)
		if involvement.Name != model.NotStated {
			c.declared(here+".name", what, involvement.Name, path[2:], names)
		}
		known(c, here+".role", "role of a "+what, involvement.Role, roles)
		twice := seen[part{involvement.Name, involvement.Role}]
		if seen == nil {
			twice = slices.ContainsFunc(involvements[:i], func(before model.Involvement) bool {
				return before.Name == involvement.Name && before.Role == involvement.Role
			})
		} else {
			seen[part{involvement.Name, involvement.Role}] = true
		}
		if twice {
			c.add(here, fmt.Sprintf("%q is listed twice in the same role", involvement.Name), "remove one")
		}
	}
}

// maxPairwise is the largest number that are compared pair by pair.
const maxPairwise = 16

func (c *Checker) law(path string, law model.LawInvolvement) {
	known(c, path+".role", "role of a law", law.Role, model.LawRoles())
	stated := law.Provision != "" && law.Provision != model.NotStated
	if law.Name != model.NotStated || stated {
		c.declared(path+".name", "law", law.Name, "laws", c.laws)
	}
	if c.undeclared {
		c.nameEnd(path+".name", law.Name)
		c.nameEnd(path+".provision", law.Provision)
	} else if stated && c.laws.has[law.Name] {
		c.declared(path+".provision", "provision", law.Provision, fmt.Sprintf("the provisions of %q", law.Name), c.provisions[law.Name])
	}
}

// factsOf checks the sources and anchors of facts.
func (c *Checker) factsOf(facts []model.Fact) {
	told := map[string]bool{} // a mistake in a case's source is reported once, not for every fact that inherits it
	for _, fact := range facts {
		if problem, ok := c.place(fact); ok && (fact.Case == "" || !told[problem.Message]) {
			told[problem.Message] = true
			c.problems = append(c.problems, problem)
		}
		if hedge := fact.Source.Hedge; (fact.Case == "" || !told[string(hedge)]) && (hedge != "" || !c.own) {
			known(c, fact.Path+".hedge", "hedge", hedge, model.Hedges())
			told[string(hedge)] = true
		}
		words := 0
		for _, anchor := range fact.Source.Anchors {
			words += len(strings.Fields(anchor))
			c.required(fact.Path+".anchors", "anchor", anchor)
		}
		if words > model.MaxAnchorWords {
			c.add(fact.Path+".anchors", fmt.Sprintf("the anchors have %d words", words), fmt.Sprintf("write at most %d words of the paragraph in all: a name, a number, a date", model.MaxAnchorWords))
		}
		if len(fact.Source.Anchors) == 0 && fact.Stated && !c.own {
			c.add(fact.Path+".anchors", "the fact has no anchors", "write a few words of the paragraph by which it can be checked")
		}
	}
}

// place returns what is wrong with the section or the paragraph of a fact.
func (c *Checker) place(fact model.Fact) (Problem, bool) {
	heading := headingText(fact.Source.Section)
	switch count, ok := c.paragraphs[heading]; {
	case c.own && fact.Source.Paragraph < 0:
		return Problem{fact.Path + ".paragraph", "paragraph numbers start at 1", "write 1 or more"}, true
	case c.own:
		return Problem{}, false
	case heading == "":
		return Problem{fact.Path + ".section", "the section is missing", "write the heading's names in brackets, as under sections"}, true
	case !ok:
		hint := "write the names as under sections, from the top level down"
		if near, ok := model.Nearest(heading, c.headings.list); ok {
			hint = fmt.Sprintf("did you mean [%s]?", strings.ReplaceAll(near, " > ", ", "))
		}
		return Problem{fact.Path + ".section", fmt.Sprintf("there is no section [%s] in this pack", strings.Join(fact.Source.Section, ", ")), hint}, true
	case fact.Source.Paragraph == 0:
		return Problem{fact.Path + ".paragraph", "the paragraph is missing", "write its number in the section, beginning with 1"}, true
	case fact.Source.Paragraph < 1 || fact.Source.Paragraph > count:
		return Problem{fact.Path + ".paragraph", fmt.Sprintf("the section [%s] has no paragraph %d", strings.Join(fact.Source.Section, ", "), fact.Source.Paragraph), fmt.Sprintf("write a number from 1 to %d", count)}, true
	}
	return Problem{}, false
}
