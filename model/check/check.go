// Package check finds mistakes in a pack: missing values, missing references, words
// outside the vocabularies, unsafe text. It knows the model; it must not know files,
// formats or a library. Each mistake has a YAML path, by which the line is found.
package check

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
)

// A Problem is something wrong in a pack.
type Problem struct {
	Path    string // a YAML path such as $.cases[3].dates[0].edtf
	Message string // what is wrong
	Hint    string // what to write instead; may be empty
}

// Pack returns all mistakes in a pack. Gaps returns those that a part of a report may
// have.
//
// A pack without sections is the user's own list, not a published report: its report
// needs only the id, the prefix and the title, and its cases no source, no anchors and
// no kind of place. If it has no categories either, names need not be declared.
func Pack(p model.Pack) []Problem {
	c := New(p)
	problems := c.Head()
	if len(p.Cases) == 0 {
		problems = append(problems, Problem{Path: "$.cases", Message: "the pack has no cases"})
	}
	for i, one := range p.Cases {
		for _, problem := range c.Case(one) {
			problem.Path = fmt.Sprintf("$.cases[%d]", i) + problem.Path[1:]
			problems = append(problems, problem)
		}
	}
	return append(problems, c.IDs(p.Cases)...)
}

// IDs returns the cases with the id of an earlier one; a Path begins at the pack.
func (c *Checker) IDs(cases []model.Case) []Problem {
	ids := make([]string, len(cases))
	for i, one := range cases {
		ids[i] = one.ID
	}
	c.unique("$.cases", ".id", "id", ids)
	return c.takeProblems()
}

// A Checker checks the cases of a pack one by one, with the names that they can refer to.
// It is for one goroutine at a time.
type Checker struct {
	pack          model.Pack
	own           bool      // the user's own list
	undeclared    bool      // cases may have names that the pack does not declare
	head          []Problem // of the pack itself
	problems      []Problem // found since the last call of takeProblems
	people        names
	organisations names // organisations
	places        names
	laws          names
	provisions    map[string]names // of each law
	categories    names            // their paths, parents too
	fields        names
	kinds         map[string]model.FieldKind // of fields
	headings      names                      // joined with " > "
	paragraphs    map[string]int             // of each heading
	relations     map[model.RelationType]map[string][]string
}

// names are the names that can be referred to, in their order.
type names struct {
	list []string
	has  map[string]bool
}

func (n *names) add(name string) {
	if n.has == nil {
		n.has = map[string]bool{}
	}
	n.list = append(n.list, name)
	n.has[name] = true
}

// New returns a Checker for the cases of a pack. It ignores the cases in the pack.
func New(p model.Pack) *Checker {
	p.Cases = nil
	c := &Checker{pack: p, own: len(p.Sections) == 0}
	c.undeclared = c.own && len(p.Categories) == 0
	c.walk(nil, reflect.ValueOf(c.pack))
	c.report()
	c.sections()
	c.entities()
	c.factsOf(p.Facts())
	c.head = c.takeProblems()
	return c
}

// Head returns the mistakes in everything of the pack but the cases.
func (c *Checker) Head() []Problem { return slices.Clone(c.head) }

// Case returns the mistakes in a case; a Path begins at the case, such as
// $.dates[0].edtf.
func (c *Checker) Case(one model.Case) []Problem {
	c.walk(nil, reflect.ValueOf(one))
	c.checkCase(one)
	c.factsOf(one.Facts("$", false))
	return c.takeProblems()
}

func (c *Checker) takeProblems() []Problem {
	problems := c.problems
	c.problems = nil
	return problems
}

func (c *Checker) add(path, message, hint string) {
	c.problems = append(c.problems, Problem{Path: path, Message: message, Hint: hint})
}

// required adds a problem if a text is missing, and reports whether there is a text.
func (c *Checker) required(path, what, text string) bool {
	if text == "" {
		c.add(path, "the "+what+" is missing", "")
	}
	return text != ""
}

// known adds a problem if a word is missing or not in its vocabulary.
func known[T ~string](c *Checker, path, what string, word T, vocabulary []T) {
	if slices.Contains(vocabulary, word) {
		return
	}
	words := make([]string, len(vocabulary))
	for i, known := range vocabulary {
		words[i] = string(known)
	}
	list := "write one of: " + strings.Join(words, ", ")
	if word == "" {
		c.add(path, "the "+what+" is missing", list)
	} else if near, ok := model.Nearest(string(word), words); ok {
		c.add(path, fmt.Sprintf("%q is not a valid %s", word, what), fmt.Sprintf("did you mean %q? %s", near, list))
	} else {
		c.add(path, fmt.Sprintf("%q is not a valid %s", word, what), list)
	}
}

// declared adds a problem if a name is missing or not declared in the pack's list.
func (c *Checker) declared(path, what, name, list string, declared ...names) {
	if !c.required(path, "name of the "+what, name) || c.undeclared {
		return
	}
	var all []string
	for _, names := range declared {
		if names.has[name] {
			return
		}
		all = append(all, names.list...)
	}
	hint := fmt.Sprintf("add it under %s", list)
	if near, ok := model.Nearest(name, all); ok {
		hint = fmt.Sprintf("did you mean %q? Otherwise %s", near, hint)
	}
	c.add(path, fmt.Sprintf("there is no %s %q in this pack", what, name), hint)
}

// date adds a problem if a text is neither EDTF nor NotStated.
func (c *Checker) date(path, text string) {
	if text == model.NotStated {
		return
	}
	if text == "" {
		c.add(path, "the date is missing", "write it as 2016-05-21, 2016-05 or 2016, or: "+model.NotStated)
		return
	}
	if _, err := edtf.Parse(text); err != nil {
		message, hint, _ := strings.Cut(err.Error(), ": ")
		c.add(path, message, hint)
	}
}

// unique adds a problem for every name that is twice in a list.
func (c *Checker) unique(path, field, what string, names []string) {
	first := map[string]int{}
	for i, name := range names {
		key := model.Fold(name)
		if at, ok := first[key]; ok && name != "" {
			c.add(fmt.Sprintf("%s[%d]%s", path, i, field), fmt.Sprintf("the %s %q is listed twice", what, name), fmt.Sprintf("it is also number %d of this list", at+1))
		} else {
			first[key] = i
		}
	}
}
