package draft

import (
	"regexp"
	"strconv"
	"sync"

	"casebook/model"
	"casebook/model/check"
	"casebook/seed/pages"
)

// A refusal is a fact or a name that a check of the pack refuses: its list, its index
// there and the index of a law's provision, or -1.
type refusal struct {
	list             string
	index, provision int
	message          string
}

var refusedPath = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\$\.(\w+)\[(\d+)\](?:\.provisions\[(\d+)\])?`) })

// refusals returns the items that have problems, each once.
func refusals(problems []check.Problem) []refusal {
	var all []refusal
	seen := map[string]bool{}
	for _, problem := range problems {
		match := refusedPath().FindStringSubmatch(problem.Path)
		if match == nil || seen[match[0]] {
			continue
		}
		seen[match[0]] = true
		index, _ := strconv.Atoi(match[2])
		provision := -1
		if match[3] != "" {
			provision, _ = strconv.Atoi(match[3])
		}
		all = append(all, refusal{match[1], index, provision, problem.Message})
	}
	return all
}

// removeInvalid removes what a check of the pack refuses, so that a draft can always
// be imported: invalid names, and then the facts that have one or are invalid. Each
// becomes a Doubt, so that the reader sees what was left out.
func removeInvalid(pack *model.Pack, p pages.Page) []pages.Doubt {
	reasons := map[string]string{} // of each removed name
	for before := -1; before != len(reasons); {
		before = len(reasons)
		removeNames(pack, refusals(check.New(*pack).Head()), reasons)
	}
	var doubts []pages.Doubt
	checker := check.New(*pack)
	for i := range pack.Cases {
		c := &pack.Cases[i]
		for {
			messages := removeFacts(c, refusals(checker.Case(*c)), reasons)
			if len(messages) == 0 {
				break
			}
			for _, message := range messages {
				doubts = append(doubts, pages.Doubt{Line: p.Paragraphs[i].Line, Message: "left out: " + message, Hint: "add it to the pack by hand in a valid form"})
			}
		}
	}
	return doubts
}

// removeNames removes names from the pack's lists and keeps the reasons.
func removeNames(pack *model.Pack, out []refusal, reasons map[string]string) {
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

// removeFacts removes facts from a case and returns a message about each.
func removeFacts(c *model.Case, out []refusal, reasons map[string]string) []string {
	var messages []string
	report := func(r refusal, names ...string) {
		for _, name := range names {
			if reason, ok := reasons[name]; ok {
				r.message = reason
			}
		}
		messages = append(messages, r.message)
	}
	for n := len(out) - 1; n >= 0; n-- {
		r := out[n]
		switch r.list {
		case "people":
			report(r, c.People[r.index].Name)
			c.People = without(c.People, r.index)
		case "organisations":
			report(r, c.Organisations[r.index].Name)
			c.Organisations = without(c.Organisations, r.index)
		case "places":
			report(r, c.Places[r.index].Name)
			c.Places = without(c.Places, r.index)
		case "laws":
			law := c.Laws[r.index]
			report(r, law.Name, law.Name+"/"+law.Provision)
			c.Laws = without(c.Laws, r.index)
		case "dates":
			report(r)
			c.Dates = without(c.Dates, r.index)
		case "outcomes":
			report(r)
			c.Outcomes = without(c.Outcomes, r.index)
		case "figures":
			report(r, c.Figures[r.index].AttributedTo)
			c.Figures = without(c.Figures, r.index)
		}
	}
	return messages
}

// without returns a list without one of its items.
func without[T any](list []T, index int) []T {
	return append(list[:index:index], list[index+1:]...)
}
