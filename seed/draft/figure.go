package draft

import (
	"slices"
	"strings"

	"casebook/model"
)

const (
	personNouns = "person people man men woman women child children boy girl journalist blogger activist protester demonstrator detainee prisoner defendant defender lawyer student worker migrant refugee civilian villager villagers resident soldier officer official officials member judge monk teacher"
	eventNouns  = "case execution death killing conviction arrest attack incident"
	countStops  = "a an the this that these those his her their its and or but nor of in on at by to for from with without within after before during since until when while where who whom whose which as than through under over against between into about across near among including despite due per were was are is be been being had has have did do does would could should may might will can also not no later ago old old remained died fled took faced lost went began gave told said wrote won came left got made held stood kept given each live lives work works"
)

// A bound is the comparator of a number, from the words before it.
type bound struct {
	comparator model.Comparator
	hedge      model.Hedge
	from       int // where its words begin
}

// A foundFigure is a figure and the index of its first word.
type foundFigure struct {
	model.Figure
	at int
}

// figures reads the numbers of a passage with what they count. It leaves out ages, years,
// parts of names, lengths of sentences, which are outcomes, and whatever is not clearly a
// count.
func (p *passage) figures() []foundFigure {
	var figures []foundFigure
	for i := 0; i < len(p.words); i++ {
		f, from, end, ok := p.figure(i)
		if !ok {
			continue
		}
		if len(figures) > 0 && p.wordsAt(i-2, "of whom") {
			f.Counts = "of the " + figures[len(figures)-1].Counts
		}
		f.Source.Anchors = p.anchor(from, end).Anchors
		repeats := func(g foundFigure) bool {
			return g.Comparator == f.Comparator && equal(g.Min, f.Min) && equal(g.Max, f.Max)
		}
		if in("the these those all both other his her their", p.lower(i-1)) && slices.ContainsFunc(figures, repeats) {
			continue
		}
		p.markUsed(i, end)
		figures = append(figures, foundFigure{f, i})
		i = end - 1
	}
	return figures
}

func equal(a, b *float64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

// figure reads one figure at a word: what it says, its first word and the one after it.
func (p *passage) figure(i int) (f model.Figure, from, end int, ok bool) {
	if n := ordinal(p.lower(i)); n > 0 && !p.used[i] && in("the his her its their a", p.lower(i-1)) {
		noun := p.lower(i + 1)
		if p.isAdjacent(i) && (in(personNouns, noun) || in(eventNouns, noun)) {
			return model.Figure{Comparator: model.Ordinal, Min: &n, Max: &n, Counts: noun}, i - 1, i + 2, true
		}
	}
	if p.lower(i) == "between" || p.lower(i) == "from" {
		if f, end, ok := p.between(i); ok {
			return f, i, end, true
		}
	}
	n, ok := p.number(i)
	if !ok {
		if f, from, ok := p.measured(i); ok {
			return f, from, i + 1, true
		}
		return p.money(i)
	}
	if !p.isCount(i, n) || !p.isFree(i, n.end) {
		return f, 0, 0, false
	}
	b := p.bound(i)
	for _, percent := range []string{"per cent", "percent"} {
		if p.wordsAt(n.end, percent) {
			end = n.end + len(strings.Fields(percent))
			return b.figure(n, p.share(end)), b.from, end, true
		}
	}
	counts, end := p.counts(n.end)
	if counts == "" && n.digits && p.isAdjacent(i-1) && in(currencies, p.words[i-1].text) { // KES 8,000
		b = p.bound(i - 1)
		return b.figure(n, p.words[i-1].text), b.from, n.end, true
	}
	if counts == "" || p.lower(i) == "one" && b.comparator == model.Exactly && !in(personNouns+" execution death", p.lower(n.end)) {
		return f, 0, 0, false
	}
	return b.figure(n, counts), b.from, end, true
}

// isCount reports whether a number counts something; it may be an age, a year or a part of
// a name.
func (p *passage) isCount(i int, n number) bool {
	before, after := p.lower(i-1), p.lower(n.end)
	switch {
	case year(p.words[i].low) > 0 && n.end == i+1 && p.bound(i).from == i && !in(personNouns, after):
		return false
	case (timeUnit(after) != "" || in("minutes weeks decades centuries week decade century minute", after)) && p.bound(i).comparator == model.Exactly && before != "for": // during six months
		return false
	case in("thirds quarters fifths tenths halves third quarter fifth tenth", after), strings.HasPrefix(after, "-year"):
		return false
	case p.isAge(i): // girls aged over 15
		return false
	case before == "of" && in("mother father", p.lower(i-2)):
		return false
	case timeUnit(after) != "" && before == "for" && p.sentencedBefore(i): // jailed him for six years
		return false
	case in("aged age article articles section sections no number rule chapter part law resolution", before), before == "of" && p.lower(i-2) == "age":
		return false
	case p.isAdjacent(i-1) && p.capital(i-1) && !p.words[i-1].first && !in(personNouns+" "+moneyNouns, after) && n.digits && !in(currencies, p.words[i-1].text):
		return false
	case p.month(n.end) > 0, in("am pm", after), before == "in" && in("1 one", p.lower(i-2)), timeUnit(after) != "" && in("old ago later earlier after before", p.lower(n.end+1)):
		return false
	case p.wordsAt(n.end, "of which were suspended"), p.wordsAt(n.end, "of which was suspended"),
		in("the these all both", before) && in("were was are had have of", after): // mentioned before
		return false
	case p.lower(i) == "one" && (in("no any every each the", before) || in("of another", after)), n.max == 0:
		return false
	}
	return !strings.Contains(p.words[i].text, "/")
}

// isAge reports whether a number belongs to an age: aged 15 to 28, aged between 15 and 49.
func (p *passage) isAge(i int) bool {
	for k := i - 1; k >= max(i-4, 0) && p.words[k].gap == " "; k-- {
		if p.lower(k) == "aged" || p.wordsAt(k, "age of") || p.wordsAt(k, "ages of") {
			return true
		}
		if _, ok := digits(p.lower(k)); !ok && !in("over under below above between at least and to or", p.lower(k)) {
			return false
		}
	}
	return false
}

// sentencedBefore reports whether a sentence mentions a court sentence before a word.
func (p *passage) sentencedBefore(i int) bool {
	start, _ := p.sentence(i)
	return p.finds(start, i, "jailed|sentenced|imprisoned|condemned")
}

// between reads "between 300,000 and 1.5 million people" and "from 3 to 5 attacks".
func (p *passage) between(i int) (model.Figure, int, bool) {
	if f, end, ok := p.betweenAmounts(i); ok {
		return f, end, true
	}
	a, ok := p.number(i + 1)
	if !ok || !in("and to", p.lower(a.end)) || p.isAge(i) || p.lower(i-1) == "aged" {
		return model.Figure{}, 0, false
	}
	b, ok := p.number(a.end + 1)
	if !ok || !p.isFree(i, b.end) || p.month(b.end) > 0 {
		return model.Figure{}, 0, false
	}
	if factor := multiplier(p.lower(b.end - 1)); factor > 0 && a.max < b.min/factor && a.end == i+2 {
		a.min *= factor
	}
	counts, end := p.counts(b.end)
	if counts == "" || a.min > b.max {
		return model.Figure{}, 0, false
	}
	return model.Figure{Comparator: model.Between, Min: &a.min, Max: &b.max, Counts: counts}, end, true
}

// bound reads the comparator before a number.
func (p *passage) bound(i int) bound {
	for _, entry := range [...]struct {
		phrase     string
		comparator model.Comparator
		hedge      model.Hedge
	}{
		{"at least", model.AtLeast, ""}, {"a minimum of", model.AtLeast, ""}, {"not less than", model.AtLeast, ""},
		{"no fewer than", model.AtLeast, ""}, {"no less than", model.AtLeast, ""}, {"not fewer than", model.AtLeast, ""},
		{"more than", model.MoreThan, ""}, {"over", model.MoreThan, ""}, {"in excess of", model.MoreThan, ""}, {"upwards of", model.MoreThan, ""},
		{"up to", model.UpTo, ""}, {"as many as", model.UpTo, ""}, {"at most", model.UpTo, ""}, {"a maximum of", model.UpTo, ""},
		{"no more than", model.UpTo, ""}, {"not more than", model.UpTo, ""},
		{"fewer than", model.FewerThan, ""}, {"less than", model.FewerThan, ""}, {"under", model.FewerThan, ""},
		{"nearly", model.Nearly, ""}, {"almost", model.Nearly, ""}, {"just under", model.Nearly, ""}, {"close to", model.Nearly, ""},
		{"some", model.About, ""}, {"about", model.About, ""}, {"around", model.About, ""}, {"approximately", model.About, ""}, {"roughly", model.About, ""},
		{"an estimated", model.About, model.HedgeEstimated}, {"estimated", model.About, model.HedgeEstimated},
	} {
		from := i - len(strings.Fields(entry.phrase))
		if p.wordsAt(from, entry.phrase) && !in("no not", p.lower(from-1)) && p.isAdjacent(i-1) {
			return bound{entry.comparator, entry.hedge, from}
		}
	}
	return bound{model.Exactly, "", i}
}

// figure makes a figure of a number and its bound.
func (b bound) figure(n number, counts string) model.Figure {
	f := model.Figure{Comparator: b.comparator, Min: &n.min, Max: &n.max, Counts: counts}
	f.Hedge = b.hedge
	hasMin, hasMax := b.comparator.Bounds()
	switch {
	case !hasMax:
		f.Max = nil
	case !hasMin:
		f.Min = nil
	case n.min != n.max:
		f.Comparator = model.Between
	}
	return f
}

// counts returns a short phrase for what a number counts: up to four words, at most one
// "of"; the verb if the noun is missing, as in "33 were injured".
func (p *passage) counts(i int) (string, int) {
	start, end, of := i, i, false
	if in("were are", p.lower(i)) && p.isAdjacent(i-1) {
		if n := i - 1; p.wordsAt(n-2, "of whom") || p.wordsAt(n-3, "of whom") || p.wordsAt(n-4, "of whom") {
			return "of whom", i
		}
	}
	if in("remained died fled survived perished", p.lower(i)) && p.isAdjacent(i-1) && year(p.lower(i-1)) == 0 {
		return p.slice(i, i+1), i + 1
	}
	if p.lower(i) == "of" && p.isAdjacent(i-1) && p.isAdjacent(i) { // 189 of 248 recommendations
		if n, ok := p.number(i + 1); ok && p.isAdjacent(n.end-1) {
			if counts, _ := p.counts(n.end); counts != "" {
				return counts, i
			}
		}
	}
	if (p.wordsAt(i, "of them") || p.wordsAt(i, "of whom") || p.wordsAt(i, "of which")) && p.isAdjacent(i-1) {
		return p.slice(i, i+2), i + 2
	}
	if p.lower(i) == "of" && p.isAdjacent(i-1) && in("the his her their its these those", p.lower(i+1)) { // two of the 20 men
		start = i + 2
		if n, ok := p.number(start); ok {
			start = n.end
		}
		end = start
	}
	if in("were was are had have", p.lower(i)) && p.isAdjacent(i-1) {
		for end = i + 1; in("been also be", p.lower(end)) || strings.HasSuffix(p.lower(end), "ly"); end++ {
		}
		start = end
		if !strings.HasSuffix(p.lower(end), "ed") && !in("shot hurt", p.lower(end)) {
			return "", i
		}
		return p.slice(start, end+1), end + 1
	}
	for ; end < len(p.words) && end < i+4; end++ {
		low := p.lower(end)
		if strings.Trim(p.words[max(end-1, 0)].gap, ` "“‘'`) != "" || p.used[end] {
			break
		}
		if low == "of" && !of && end > i && !in("the his her their these those them its", p.lower(end+1)) {
			of = true
			continue
		}
		if in(countStops, low) || end > i && (strings.HasSuffix(low, "ed") || strings.HasSuffix(low, "ing")) {
			break
		}
		if _, ok := p.number(end); ok {
			break
		}
	}
	for end > start && in("of new more other former young", p.lower(end-1)) {
		end--
	}
	if end == start {
		return "", i
	}
	return p.slice(start, end), end
}
