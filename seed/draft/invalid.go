package draft

import (
	"strconv"

	"casebook/model"
	"casebook/model/check"
	"casebook/model/lazy"
	"casebook/seed/pages"
)

// A refusal is a fact or name that the check of the pack refuses: its list, its index, and
// the index of a law's provision or -1.
type refusal struct {
	list             string
	index, provision int
	message          string
}

var refusedPath = lazy.Regexp{Pattern: `^\$\.(\w+)\[(\d+)\](?:\.provisions\[(\d+)\])?`}

// refusals returns the items with problems, each once.
func refusals(problems []check.Problem) []refusal {
	var all []refusal
	seen := map[string]bool{}
	for _, problem := range problems {
		match := refusedPath.Get().FindStringSubmatch(problem.Path)
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

// removeInvalid removes what the check of the pack refuses, so that a draft can always be
// imported: invalid names, then invalid facts and those with removed names. Each becomes a
// Doubt.
func removeInvalid(pack *model.Pack, p pages.Page) []pages.Doubt {
	reasons := map[string]string{} // by removed name
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
	for n := len(out) - 1; n >= 0; n-- { // from the end, so that indexes stay valid
		switch r := out[n]; r.list {
		case "people":
			reasons[remove(&pack.People, r.index).Name] = r.message
		case "organisations":
			reasons[remove(&pack.Organisations, r.index).Name] = r.message
		case "places":
			reasons[remove(&pack.Places, r.index).Name] = r.message
		case "laws":
			if law := &pack.Laws[r.index]; r.provision >= 0 {
				reasons[law.Name+"/"+remove(&law.Provisions, r.provision).Name] = r.message
			} else {
				reasons[remove(&pack.Laws, r.index).Name] = r.message
			}
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
			report(r, remove(&c.People, r.index).Name)
		case "organisations":
			report(r, remove(&c.Organisations, r.index).Name)
		case "places":
			report(r, remove(&c.Places, r.index).Name)
		case "laws":
			law := remove(&c.Laws, r.index)
			report(r, law.Name, law.Name+"/"+law.Provision)
		case "dates":
			remove(&c.Dates, r.index)
			report(r)
		case "outcomes":
			remove(&c.Outcomes, r.index)
			report(r)
		case "figures":
			report(r, remove(&c.Figures, r.index).AttributedTo)
		}
	}
	return messages
}

// remove removes an item from a list, which may be shared, and returns it.
func remove[T any](list *[]T, index int) T {
	item := (*list)[index]
	*list = append((*list)[:index:index], (*list)[index+1:]...)
	return item
}
