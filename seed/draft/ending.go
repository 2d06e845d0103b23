package draft

import (
	"strings"

	"casebook/model"
)

// ending reads an outcome that has no length, or whose length is not stated.
func (p *passage) ending(i int) (foundOutcome, int, bool) {
	for _, entry := range [...]struct {
		phrase string
		kind   model.OutcomeType
		amount model.Amount
	}{
		{"sentenced to death", "death sentence", ""}, {"punishable by death", "death sentence", ""}, {"retained the death penalty", "death sentence", ""},
		{"life imprisonment", "life imprisonment", ""}, {"life in prison", "life imprisonment", ""}, {"to death", "death sentence", ""}, {"life sentence", "life imprisonment", ""}, {"life sentences", "life imprisonment", ""}, {"sentenced to life", "life imprisonment", ""},
		{"sentenced to prison", "prison", model.NotStated}, {"prison terms", "prison", model.NotStated},
		{"suspended sentence", "suspended sentence", ""}, {"suspended sentences", "suspended sentence", ""}, {"suspended on appeal", "suspended sentence", model.NotStated},
		{"administrative detention", "administrative detention", model.NotStated},
		{"temporary ban", "temporary ban", model.NotStated},
		{"fined", "fine", model.NotStated}, {"fine", "fine", model.NotStated}, {"fines", "fine", model.NotStated},
		{"house arrest", "house arrest", model.NotStated}, {"acquitted", "acquittal", ""}, {"cleared", "acquittal", ""},
		{"overturned", "sentence overturned", ""}, {"quashed", "sentence overturned", ""}, {"annulled", "sentence overturned", ""}, {"reversed", "sentence overturned", ""},
		{"withdrawn", "prosecution dropped", ""}, {"dismissed", "prosecution dropped", ""}, {"confirmed", "sentence upheld", ""}, {"deported", "deportation", ""}, {"expelled", "deportation", ""}, {"convicted", "conviction", ""},
		{"upheld", "sentence upheld", ""}, {"released", "release", ""}, {"let go", "release", ""}, {"release", "release", ""}, {"ordered to pay", "fine", model.NotStated}, {"freed", "release", ""}, {"a fine of", "fine", model.NotStated}, {"dropped", "prosecution dropped", ""}, {"lost the case", "case lost", ""},
	} {
		if !p.says(i, entry.phrase) {
			continue
		}
		end := i + len(strings.Fields(entry.phrase))
		if !p.ended(i, end, entry.kind) {
			return foundOutcome{}, 0, false
		}
		o := foundOutcome{at: i}
		o.Type, o.Amount, o.Stage, o.Source = entry.kind, entry.amount, p.stage(i, end, entry.kind), p.anchor(i, end)
		return o, end, true
	}
	return foundOutcome{}, 0, false
}

// ended reports whether words that can be an ending are one here.
func (p *passage) ended(i, end int, kind model.OutcomeType) bool {
	start, stop := p.sentence(i)
	if p.finds(start, i, "nobody|no one|none|no people|no person") {
		return false
	}
	if p.low(i-1) == "be" && !p.finds(start, i, "ordered|ruled") { // what somebody asks for
		return false
	}
	passive := p.finds(max(start, i-3), i, "was|were|been|being|be|had")
	switch kind {
	case "sentence upheld", "sentence overturned":
		return p.finds(start, stop, "sentence|sentences|conviction|convictions|verdict|acquittal|acquittals|ruling|judgment") && p.low(i-1) != "not"
	case "release":
		if p.low(i) == "release" { // the court ordered her release
			return in("ordered", p.low(i-2)) && in("his her their", p.low(i-1)) || p.says(i-2, "ordered the") && p.low(end) == "of"
		}
		before := i - 1
		for before > start && in(betweenVerbs, p.low(before)) {
			before--
		}
		return !p.capital(i) && (p.finds(max(start, i-3), i, "was|were|been") || p.low(before) == "and" && p.finds(start, i, "was|were|been") || in("him her them", p.low(end)))
	case "prosecution dropped":
		return (passive || p.low(i) != "dismissed" || in("the all", p.low(end))) && p.finds(start, stop, "prosecution|charges|charge|case") && (p.low(i) != "dismissed" || p.finds(i, min(stop, i+5), "charges|charge|case") || passive && p.finds(start, i, "charges|charge|case"))
	case "acquittal":
		return p.low(i) != "cleared" || passive
	case "conviction": // what follows from it says more
		return !p.finds(end, stop, "sentenced|fined|imprisonment|prison") && (passive || p.capital(end))
	case "deportation":
		return passive && (p.low(i) != "expelled" || p.low(end) == "to" || p.low(end) == "from")
	case "house arrest":
		return p.finds(max(start, i-4), i, "placed|put|moved|under|transferred|held|sentenced")
	case "fine":
		if p.low(i) == "ordered" {
			return p.isMoney(end) && !p.finds(end, stop, "compensation|damages|costs|fees|bail")
		}
		return (p.low(i) != "fine" || in("of", p.low(end)) || in("a heavy", p.low(i-1)))
	case "death sentence":
		return p.low(i) != "to" || p.finds(max(start, i-8), i, "sentenced")
	case "suspended sentence":
		_, timed := p.duration(end + 1)
		return !(p.low(end) == "of" && timed)
	}
	return true
}

// stage guesses the part of the matter that an outcome ends, from the words of its
// sentence.
func (p *passage) stage(i, end int, kind model.OutcomeType) model.Stage {
	start, stop := p.sentence(i)
	switch {
	case kind == "prosecution dropped":
		return "prosecution"
	case kind == "release":
		return "detention"
	case kind == "house arrest":
		return "detention"
	case kind == "deportation":
		return "administrative"
	case p.finds(start, i, "punishable|punished|punishes|carries|carried|carry|liable|faced|faces|face|facing|risk|risked|risking|could lead|retained|maximum|penalty of|penalties of|provides for") || p.low(i) == "punishable" || p.low(i) == "retained",
		p.low(i) == "fines" && !p.finds(start, stop, "imposed|received|issued|paid|ordered"):
		return "penalty in law"
	case p.finds(max(start, i-6), end, "commuted|reduced"):
		return "commutation"
	case p.finds(max(start, i-6), end, "converted"):
		return "conversion"
	case p.finds(i, min(stop, end+3), "on appeal") || kind == "sentence upheld" || kind == "sentence overturned" || p.finds(start, i, "appeal court|court of appeal|court of appeals|cassation"):
		return "appeal"
	case kind == "administrative detention":
		return "administrative"
	}
	return "trial"
}
