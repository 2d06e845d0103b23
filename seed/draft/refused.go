package draft

import (
	"regexp"
	"strconv"
	"sync"

	"casebook/model"
	"casebook/model/check"
	"casebook/seed/pages"
)

// A refusal is a fact or a name that a check of the pack refuses: the list that
// it is in, its index there and, of a law's provision, the index of that; else -1.
type refusal struct {
	list             string
	index, provision int
	message          string
}

var refusedPath = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\$\.(\w+)\[(\d+)\](?:\.provisions\[(\d+)\])?`) })

// refusals sorts problems by the items that have them, each item once.
func refusals(problems []check.Problem) []refusal {
	var all []refusal
	told := map[string]bool{}
	for _, problem := range problems {
		match := refusedPath().FindStringSubmatch(problem.Path)
		if match == nil || told[match[0]] {
			continue
		}
		told[match[0]] = true
		index, _ := strconv.Atoi(match[2])
		provision := -1
		if match[3] != "" {
			provision, _ = strconv.Atoi(match[3])
		}
		all = append(all, refusal{match[1], index, provision, problem.Message})
	}
	return all
}

// takeOut takes out of the pack what a check of it refuses: the names that it
// cannot hold, and then the facts that have one of them or are wrong
// themselves. Each is a Doubt, so that nothing of the text is lost unseen and
// what is drafted can always be imported.
func takeOut(pack *model.Pack, p pages.Page) []pages.Doubt {
	reasons := map[string]string{} // of each name taken out
	for before := -1; before != len(reasons); {
		before = len(reasons)
		takeNames(pack, refusals(check.New(*pack).Head()), reasons)
	}
	var doubts []pages.Doubt
	checker := check.New(*pack)
	for i := range pack.Cases {
		c := &pack.Cases[i]
		for {
			told := takeFacts(c, refusals(checker.Case(*c)), reasons)
			if len(told) == 0 {
				break
			}
			for _, message := range told {
				doubts = append(doubts, pages.Doubt{Line: p.Paragraphs[i].Line, Message: "left out: " + message, Hint: "add it to the pack by hand in a valid form"})
			}
		}
	}
	return doubts
}

// takeNames takes names out of the pack's lists and keeps why.
func takeNames(pack *model.Pack, out []refusal, reasons map[string]string) {
	for n := len(out) - 1; n >= 0; n-- { // from the end, so that the indexes before hold
		switch r := out[n]; r.list {
		case "people":
			reasons[pack.People[r.index].Name] = r.message
			pack.People = without(pack.People, r.index)
		case "organisations":
			reasons[pack.Organisations[r.index].Name] = r.message
			pack.Organisations = without(pack.Organisations, r.index)
		case "places":
			reasons[pack.Places[r.index].Name] = r.message
			pack.Places = without(pack.Places, r.index)
		case "laws":
			law := &pack.Laws[r.index]
			if r.provision >= 0 {
				reasons[law.Name+"/"+law.Provisions[r.provision].Name] = r.message
				law.Provisions = without(law.Provisions, r.provision)
				continue
			}
			reasons[law.Name] = r.message
			pack.Laws = without(pack.Laws, r.index)
		}
	}
}

// takeFacts takes facts out of a case and returns what is to be said of each.
func takeFacts(c *model.Case, out []refusal, reasons map[string]string) []string {
	var told []string
	tell := func(r refusal, names ...string) {
		for _, name := range names {
			if reason, ok := reasons[name]; ok {
				r.message = reason
			}
		}
		told = append(told, r.message)
	}
	for n := len(out) - 1; n >= 0; n-- {
		r := out[n]
		switch r.list {
		case "people":
			tell(r, c.People[r.index].Name)
			c.People = without(c.People, r.index)
		case "organisations":
			tell(r, c.Organisations[r.index].Name)
			c.Organisations = without(c.Organisations, r.index)
		case "places":
			tell(r, c.Places[r.index].Name)
			c.Places = without(c.Places, r.index)
		case "laws":
			law := c.Laws[r.index]
			tell(r, law.Name, law.Name+"/"+law.Provision)
			c.Laws = without(c.Laws, r.index)
		case "dates":
			tell(r)
			c.Dates = without(c.Dates, r.index)
		case "outcomes":
			tell(r)
			c.Outcomes = without(c.Outcomes, r.index)
		case "figures":
			tell(r, c.Figures[r.index].AttributedTo)
			c.Figures = without(c.Figures, r.index)
		}
	}
	return told
}

// without returns a list without one of its items.
func without[T any](list []T, index int) []T {
	return append(list[:index:index], list[index+1:]...)
}
