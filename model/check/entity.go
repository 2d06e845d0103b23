package check

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
)

// entities checks the categories, people, organisations, places and laws, and collects
// their names.
func (c *Checker) entities() {
	if len(c.pack.Categories) == 0 && !c.own {
		c.add("$.categories", "the pack has no categories", "list the report's subjects in its order")
	}
	c.category("$.categories", nil, c.pack.Categories)
	for i, person := range c.pack.People {
		path := fmt.Sprintf("$.people[%d]", i)
		c.required(path+".name", "name", person.Name)
		c.people.add(person.Name)
		known(c, path+".kind", "kind of person", person.Kind, model.PersonKinds())
		for j, spelling := range person.Spellings {
			c.required(fmt.Sprintf("%s.spellings[%d].text", path, j), "spelling", spelling.Text)
			known(c, fmt.Sprintf("%s.spellings[%d].origin", path, j), "origin of a spelling", spelling.Origin, model.SpellingOrigins())
		}
		c.described(path, person.Described)
		c.sameAs(path, person.SameAs)
		if person.Status != nil {
			c.required(path+".status.text", "text", person.Status.Text)
		}
	}
	c.unique("$.people", ".name", "person", c.people.list)
	for i, organisation := range c.pack.Organisations {
		path := fmt.Sprintf("$.organisations[%d]", i)
		c.required(path+".name", "name", organisation.Name)
		c.organisations.add(organisation.Name)
		c.sameAs(path, organisation.SameAs)
		c.described(path, organisation.Described)
	}
	c.unique("$.organisations", ".name", "organisation", c.organisations.list)
	c.placeTree()
	c.lawTree()
	c.ownFields()
}

// sameAs checks the ids in a list same_as.
func (c *Checker) sameAs(path string, reports []string) {
	for i, id := range reports {
		here := fmt.Sprintf("%s.same_as[%d]", path, i)
		switch {
		case id == c.pack.Report.ID:
			c.add(here, "this is the report itself", "write the ids of the other reports whose name means the same, or remove it")
		case !validReportID(id):
			c.add(here, fmt.Sprintf("%q is not a valid id of a report", id), "write the id of another report, such as kazakhstan-2016-17")
		}
	}
}

func (c *Checker) described(path string, descriptions []model.Description) {
	for i, description := range descriptions {
		c.required(fmt.Sprintf("%s.described[%d].text", path, i), "text", description.Text)
	}
}

// category checks a list of categories and those below them.
func (c *Checker) category(path string, above []string, categories []model.Category) {
	var names []string
	for i, category := range categories {
		here := fmt.Sprintf("%s[%d]", path, i)
		names = append(names, category.Name)
		if c.required(here+".name", "name", category.Name) {
			c.nameEnd(here+".name", category.Name)
		}
		c.codes(here+".codes", category.Codes)
		below := append(above[:len(above):len(above)], category.Name)
		c.categories.add(model.CategoryPath(below))
		c.category(here+".children", below, category.Children)
	}
	c.unique(path, ".name", "category", names)
}

// codes checks the codes of other schemes; a code of a known scheme must be valid.
func (c *Checker) codes(path string, codes []model.Code) {
	for i, code := range codes {
		here := item(path, i)
		if !c.required(here+".scheme", "scheme", code.Scheme) || !c.required(here+".code", "code", code.Code) {
			continue
		}
		if len(code.Rights()) == 0 {
			c.add(here+".code", fmt.Sprintf("%q is not a valid article of the %s", code.Code, code.Scheme), "write the number of an article that states a right, such as 19")
		}
	}
}

// nameEnd adds a problem if a name ends with a backslash, which would escape the slash
// after it in a path.
func (c *Checker) nameEnd(path, name string) {
	if strings.HasSuffix(name, `\`) {
		c.add(path, fmt.Sprintf("%q ends with a backslash", name), "remove it")
	}
}

func (c *Checker) placeTree() {
	parents := map[string]string{}
	for _, place := range c.pack.Places {
		c.places.add(place.Name)
		parents[place.Name] = place.Parent
	}
	for i, place := range c.pack.Places {
		path := fmt.Sprintf("$.places[%d]", i)
		c.required(path+".name", "name", place.Name)
		if place.Kind != "" || !c.own {
			known(c, path+".kind", "kind of place", place.Kind, model.PlaceKinds())
		}
		c.described(path, place.Described)
		c.sameAs(path, place.SameAs)
		if place.Parent == "" {
			continue
		}
		c.declared(path+".parent", "place", place.Parent, "places", c.places)
		above := []string{place.Name}
		for parent := place.Parent; parent != ""; parent = parents[parent] {
			if parent == place.Name {
				c.add(path+".parent", fmt.Sprintf("%q is part of itself: %s", place.Name, strings.Join(append(above, parent), " in ")), "remove one of these parents")
				break
			}
			if slices.Contains(above, parent) {
				break // a loop that this place is not in; it is reported there
			}
			above = append(above, parent)
		}
	}
	c.unique("$.places", ".name", "place", c.places.list)
}

func (c *Checker) lawTree() {
	c.provisions = map[string]names{}
	for i, law := range c.pack.Laws {
		path := fmt.Sprintf("$.laws[%d]", i)
		if c.required(path+".name", "name", law.Name) {
			c.nameEnd(path+".name", law.Name)
		}
		c.laws.add(law.Name)
		c.sameAs(path, law.SameAs)
		c.described(path, law.Described)
		var provisions names
		for j, provision := range law.Provisions {
			here := fmt.Sprintf("%s.provisions[%d]", path, j)
			if c.required(here+".name", "name", provision.Name) {
				c.nameEnd(here+".name", provision.Name)
			}
			provisions.add(provision.Name)
			c.described(here, provision.Described)
		}
		c.unique(path+".provisions", ".name", "provision", provisions.list)
		c.provisions[law.Name] = provisions
	}
	c.unique("$.laws", ".name", "law", c.laws.list)
}
