package model

import (
	"fmt"
	"strings"

	"casebook/model/edtf"
)

// A Problem is something wrong in a pack.
type Problem struct {
	Path    string // where, as a YAML path such as $.cases[3].dates[0].edtf
	Message string // what is wrong
	Hint    string // what to write instead; may be empty
}

// Check returns everything that is wrong in a pack; nothing when it is sound.
func (p Pack) Check() []Problem {
	c := &checker{pack: p}
	c.texts()
	c.report()
	c.sections()
	c.entities()
	for i, one := range p.Cases {
		c.one(fmt.Sprintf("$.cases[%d]", i), one)
	}
	if len(p.Cases) == 0 {
		c.add("$.cases", "the pack has no cases", "")
	}
	c.ids()
	c.facts()
	c.coverage()
	return c.problems
}

// A checker gathers the problems of a pack and knows what can be referred to.
type checker struct {
	pack       Pack
	problems   []Problem
	people     []string
	bodies     []string // organisations
	places     []string
	laws       []string
	provisions map[string][]string // of each law
	categories []string            // their paths, parents too
	headings   []string            // joined with " > "
	paragraphs map[string]int      // of each heading
}

func (c *checker) add(path, message, hint string) {
	c.problems = append(c.problems, Problem{Path: path, Message: message, Hint: hint})
}

// required adds a problem where a text is missing; it says whether there is one.
func (c *checker) required(path, what, text string) bool {
	if text == "" {
		c.add(path, "the "+what+" is missing", "")
	}
	return text != ""
}

// known adds a problem where a word is missing or not in its vocabulary.
func known[T ~string](c *checker, path, what string, word T, vocabulary []T) {
	words := make([]string, len(vocabulary))
	for i, known := range vocabulary {
		if word == known {
			return
		}
		words[i] = string(known)
	}
	list := "write one of: " + strings.Join(words, ", ")
	if word == "" {
		c.add(path, "the "+what+" is missing", list)
	} else if near, ok := Nearest(string(word), words); ok {
		c.add(path, fmt.Sprintf("%q is no %s", word, what), fmt.Sprintf("did you mean %q? %s", near, list))
	} else {
		c.add(path, fmt.Sprintf("%q is no %s", word, what), list)
	}
}

// declared adds a problem where a name is missing or not in the pack's list of that name.
func (c *checker) declared(path, what, name string, names []string, list string) {
	if !c.required(path, "name of the "+what, name) {
		return
	}
	for _, known := range names {
		if name == known {
			return
		}
	}
	hint := fmt.Sprintf("add it under %s", list)
	if near, ok := Nearest(name, names); ok {
		hint = fmt.Sprintf("did you mean %q? else %s", near, hint)
	}
	c.add(path, fmt.Sprintf("there is no %s %q in this pack", what, name), hint)
}

// date adds a problem where a text is neither EDTF nor NotStated.
func (c *checker) date(path, text string) {
	if text == NotStated {
		return
	}
	if text == "" {
		c.add(path, "the date is missing", "write it as 2016-05-21, 2016-05 or 2016, or: "+NotStated)
		return
	}
	if _, err := edtf.Parse(text); err != nil {
		message, hint, _ := strings.Cut(err.Error(), ": ")
		c.add(path, message, hint)
	}
}

// unique adds a problem for every name that stands twice in a list.
func (c *checker) unique(path, field, what string, names []string) {
	first := map[string]int{}
	for i, name := range names {
		key := Fold(name)
		if at, ok := first[key]; ok && name != "" {
			c.add(fmt.Sprintf("%s[%d]%s", path, i, field), fmt.Sprintf("the %s %q is there twice", what, name), fmt.Sprintf("it is also number %d of this list", at+1))
		} else {
			first[key] = i
		}
	}
}
