package seed

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
)

// rules check cases one by one, where model.Pack.Check needs all of them: a
// quick test tells the sound ones, Check has the last word on the others, in a
// pack of that one case. What only all the cases together can show (a relation
// to a case that is nowhere, a paragraph that no case carries) is not asked.
type rules struct {
	pack       model.Pack
	declares   bool // the file says which people, places and so on there are
	people     map[string]bool
	bodies     map[string]bool
	places     map[string]bool
	laws       map[string]map[string]bool // and their provisions
	categories map[string]bool
	paragraphs map[string]int // of each heading
	dates      map[string]bool
}

func newRules(pack model.Pack) *rules {
	r := &rules{pack: pack, declares: len(pack.Categories) > 0, people: map[string]bool{}, bodies: map[string]bool{}, places: map[string]bool{},
		laws: map[string]map[string]bool{}, categories: map[string]bool{}, paragraphs: map[string]int{}, dates: map[string]bool{}}
	r.addCategories("", pack.Categories)
	for _, person := range pack.People {
		r.people[person.Name] = true
	}
	for _, organisation := range pack.Organisations {
		r.bodies[organisation.Name] = true
	}
	for _, place := range pack.Places {
		r.places[place.Name] = true
	}
	for _, law := range pack.Laws {
		r.laws[law.Name] = map[string]bool{}
		for _, provision := range law.Provisions {
			r.laws[law.Name][provision.Name] = true
		}
	}
	for _, section := range pack.Sections {
		r.paragraphs[heading(section.Heading)] = len(section.Paragraphs)
	}
	return r
}

func (r *rules) addCategories(above string, categories []model.Category) {
	for _, category := range categories {
		r.categories[above+category.Name] = true
		r.addCategories(above+category.Name+"/", category.Children)
	}
}

func heading(section []string) string { return strings.Join(section, " > ") }

// introduce returns what a case names that is not known yet, and knows it from then on.
func (r *rules) introduce(c model.Case) Entities {
	var e Entities
	if r.declares {
		return e
	}
	if path := model.CategoryPath(c.Category); !r.categories[path] {
		r.categories[path] = true
		e.Categories = append(e.Categories, c.Category)
	}
	fresh := func(known map[string]bool, name string) bool {
		if name == "" || name == model.NotStated || known[name] {
			return false
		}
		known[name] = true
		return true
	}
	for _, i := range c.Organisations {
		if fresh(r.bodies, i.Name) {
			e.Organisations = append(e.Organisations, model.Organisation{Name: i.Name})
		}
	}
	addPerson := func(name string) {
		if !r.bodies[name] && fresh(r.people, name) {
			e.People = append(e.People, model.Person{Name: name, Kind: model.PersonIndividual})
		}
	}
	for _, i := range c.People {
		if fresh(r.people, i.Name) {
			e.People = append(e.People, model.Person{Name: i.Name, Kind: model.PersonIndividual})
		}
	}
	for _, f := range c.Figures {
		addPerson(f.AttributedTo)
	}
	for _, i := range c.Places {
		if fresh(r.places, i.Name) {
			e.Places = append(e.Places, model.Place{Name: i.Name})
		}
	}
	for _, l := range c.Laws {
		stated := l.Provision != "" && l.Provision != model.NotStated
		if l.Name == "" || l.Name == model.NotStated && !stated {
			continue
		}
		provisions, known := r.laws[l.Name]
		if !known {
			provisions = map[string]bool{}
			r.laws[l.Name] = provisions
		}
		law := model.Law{Name: l.Name}
		if stated && fresh(provisions, l.Provision) {
			law.Provisions = []model.Provision{{Name: l.Provision}}
		}
		if !known || len(law.Provisions) > 0 {
			e.Laws = append(e.Laws, law)
		}
	}
	return e
}

// explain returns what is wrong in a case; Problem.Path begins at the case.
func (r *rules) explain(c model.Case) []model.Problem {
	pack := r.pack
	pack.Cases = []model.Case{c}
	if !r.declares {
		newRules(model.Pack{}).introduce(c).AddTo(&pack)
		for i := range pack.Places {
			pack.Places[i].Kind = "unnamed"
		}
	}
	own := len(pack.Sections) == 0
	if own {
		pack.Cases[0], pack.Sections = asOfReport(c)
	}
	for _, relation := range c.Relations {
		if relation.Case != c.ID {
			pack.Cases = append(pack.Cases, model.Case{ID: relation.Case})
		}
	}
	var problems []model.Problem
	for _, problem := range pack.Check() {
		rest, ok := strings.CutPrefix(problem.Path, "$.cases[0]")
		if !ok && !r.declares {
			rest, ok = undeclaredPath(problem.Path)
		}
		if ok && !(own && (strings.HasSuffix(rest, ".section") || strings.HasSuffix(rest, ".paragraph"))) {
			problem.Path = "$" + rest
			problems = append(problems, problem)
		}
	}
	return problems
}

// undeclaredPath leads from an entity that a case introduced to the field of the case that names it.
func undeclaredPath(path string) (string, bool) {
	for list, field := range map[string]string{"$.categories": ".category", "$.people": ".people", "$.organisations": ".organisations", "$.places": ".places", "$.laws": ".laws"} {
		if strings.HasPrefix(path, list) {
			return field, true
		}
	}
	return "", false
}

// asOfReport gives a case of one's own list what only the cases of a report
// have, so that it can be checked like one: the places of its facts, and anchors.
func asOfReport(c model.Case) (model.Case, []model.Section) {
	own := model.Source{Section: []string{"own list"}, Paragraph: 1, Hedge: model.HedgeStated, Anchors: []string{"-"}}
	complete := func(s model.Source) model.Source {
		if len(s.Anchors) == 0 {
			s.Anchors = own.Anchors
		}
		s.Section, s.Paragraph = nil, 0
		return s
	}
	sources := make([]model.Source, max(1, len(c.Source)))
	for i := range sources {
		sources[i] = own
		if i < len(c.Source) {
			sources[i] = complete(c.Source[i]).Or(own)
		}
	}
	c.Source = sources
	c.Dates, c.Laws, c.Outcomes, c.Figures = slices.Clone(c.Dates), slices.Clone(c.Laws), slices.Clone(c.Outcomes), slices.Clone(c.Figures)
	for i := range c.Dates {
		c.Dates[i].Source = complete(c.Dates[i].Source)
	}
	for i := range c.Laws {
		c.Laws[i].Source = complete(c.Laws[i].Source)
	}
	for i := range c.Outcomes {
		c.Outcomes[i].Source = complete(c.Outcomes[i].Source)
	}
	for i := range c.Figures {
		c.Figures[i].Source = complete(c.Figures[i].Source)
	}
	for _, list := range []*[]model.Involvement{&c.People, &c.Organisations, &c.Places} {
		*list = slices.Clone(*list)
		for i := range *list {
			(*list)[i].Source = complete((*list)[i].Source)
		}
	}
	return c, []model.Section{{Heading: own.Section, Paragraphs: []string{strings.Repeat("0", 64)}}}
}

// checkHead checks what a file says before its cases; raw is that part of it,
// from its first column, and root the path of the pack in it.
func checkHead(name string, pack model.Pack, raw []byte, line int, root string) error {
	everything := model.Case{} // carries every paragraph, so that none is said to be left out
	for _, section := range pack.Sections {
		for i := range section.Paragraphs {
			everything.Source = append(everything.Source, model.Source{Section: section.Heading, Paragraph: i + 1})
		}
	}
	own := len(pack.Sections) == 0
	pack.Cases = []model.Case{everything}
	var problems []Problem
	for _, problem := range pack.Check() {
		if strings.HasPrefix(problem.Path, "$.cases") || own && ofOwnList(pack, problem.Path) {
			continue
		}
		var at Problem
		if root == "$.pack" {
			at = locateJSON(name, string(raw), line, 1, root+problem.Path[1:], &struct {
				Pack packHead `json:"pack"`
			}{})
		} else {
			at = locateJSON(name, string(raw), line, 1, problem.Path, &model.Pack{})
		}
		at.Message, at.Hint = problem.Message, problem.Hint
		problems = append(problems, at)
	}
	if len(problems) > 0 {
		return newErrors(problems)
	}
	return nil
}

// ofOwnList tells the problems that a published report would have and one's
// own list has not: sections, a period, the kind of a place.
func ofOwnList(pack model.Pack, path string) bool {
	var place int
	if n, _ := fmt.Sscanf(path, "$.places[%d].kind", &place); n == 1 {
		return pack.Places[place].Kind == ""
	}
	return path == "$.sections" || path == "$.categories" || path == "$.report.period" && pack.Report.Period == "" ||
		path == "$.report.country" || path == "$.report.publisher" || path == "$.report.licence" || path == "$.report.attribution"
}

// date says whether a text is EDTF or says that there is none; what it has seen it knows.
func (r *rules) date(text string) bool {
	if text == model.NotStated || r.dates[text] {
		return true
	}
	if _, err := edtf.Parse(text); err != nil {
		return false
	}
	if len(r.dates) < 1<<14 {
		r.dates[text] = true
	}
	return true
}
