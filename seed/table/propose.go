package table

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"casebook/model"
)

// mostChoices is how many different values a field may have to be one of choices.
const mostChoices = 60

// mostCategories is how many different values a column may have to be the category.
const mostCategories = 200

// A proposer makes a mapping from the names of columns and from what stands in them.
type proposer struct {
	t     *table
	s     *survey
	m     Mapping
	given map[string]string // what the person said of columns: COLUMN: FIELD
	done  []bool            // the columns that are mapped
	notes []Note
	ask   []Question
	order string // of the numbers of dates, as the person said
}

// propose makes a mapping of what has none.
func (p *proposer) propose() {
	p.m.Table = p.t.layout
	p.ownColumns()
	var chosen [][]heading
	for i, name := range p.t.bare {
		var found []heading
		if !p.done[i] {
			found = p.fitting(i, headingsNamed(name))
		}
		chosen = append(chosen, found)
	}
	p.givenNames(chosen)
	first := func(field, as string) (column int, ok bool) {
		best, score := -1, 0
		for i, found := range chosen {
			if !p.done[i] && len(found) > 0 && found[0].Field == field && (as == "" || found[0].As == as) && found[0].score > score {
				best, score = i, found[0].score
			}
		}
		return best, best >= 0
	}
	all := func(field string) []int {
		var columns []int
		for i, found := range chosen {
			if !p.done[i] && len(found) > 0 && found[0].Field == field {
				columns = append(columns, i)
			}
		}
		return columns
	}
	p.names(all, chosen)
	p.places(all, chosen)
	p.datesOf(all, chosen)
	for _, i := range all("organisations") {
		p.m.Organisations = append(p.m.Organisations, NameRule{Name: p.ref(i), Role: model.Role(chosen[i][0].As), Split: p.split(i, true)})
		p.done[i] = true
	}
	for _, i := range all("laws") {
		rule := LawRule{Role: model.LawRole(chosen[i][0].As), Split: p.split(i, true)}
		if mentionsLaw(p.s.columns[i].examples) {
			rule.Law = p.ref(i)
		} else {
			rule.Provision = p.ref(i)
		}
		p.m.Laws = append(p.m.Laws, rule)
		p.done[i] = true
	}
	for _, i := range all("figures") {
		p.m.Figures = append(p.m.Figures, FigureRule{Number: p.ref(i), Counts: Template(chosen[i][0].As)})
		p.done[i] = true
	}
	if i, ok := first("category", ""); ok && len(p.m.Category) == 0 && !p.has("category") {
		p.m.Category = Templates{p.ref(i)}
		p.done[i] = true
	}
	if i, ok := first("title", ""); ok && p.m.Title == "" && !p.has("title") {
		p.m.Title = p.ref(i)
		p.done[i] = true
	}
	if i, ok := first("note", ""); ok && p.m.Note == "" && !p.has("note") {
		p.m.Note = p.ref(i)
		p.done[i] = true
	}
	p.titleOf()
	p.idOf(first)
	p.rest()
	p.shareOrder()
}

// shareOrder takes the order of the dates of one column for those of another
// that does not show its own: one program wrote both.
func (p *proposer) shareOrder() {
	known := map[string]bool{}
	for _, rule := range p.m.Dates {
		known[rule.Order] = true
	}
	for _, rule := range p.m.Fields {
		known[rule.Order] = true
	}
	known[p.m.Order] = true
	delete(known, "")
	delete(known, orderSerial)
	if len(known) != 1 || len(p.ask) == 0 {
		return
	}
	for order := range known {
		for _, question := range p.ask {
			for i, answer := range question.Answers {
				if answer.order == order {
					question.Choose(&p.m, i)
				}
			}
			p.note("%s: the order of its dates is taken to be that of the other columns, %s", question.column, order)
		}
	}
	p.ask = nil
}

// ref is a column as a template has it.
func (p *proposer) ref(column int) Template {
	return Template("{" + p.t.columns[column] + "}")
}

// has says whether a column of casebook's own form fills a field.
func (p *proposer) has(field string) bool {
	for _, entry := range p.m.OwnForm {
		if _, own, err := parseOwn(entry); err == nil && own.field == field {
			return true
		}
	}
	return false
}

// ownColumns takes the columns that bear the names of casebook's own fields,
// and those of which the person said what they are. Their cells are in the form
// of docs/csv.md, unless what stands in the column shows that they are not.
func (p *proposer) ownColumns() {
	export := p.t.isExport()
	taken := map[string]bool{}
	for i := range p.t.bare {
		if target, ok := p.given[p.t.columns[i]]; ok {
			p.done[i] = true
			if field, _, _ := strings.Cut(target, ":"); target != "-" {
				if field, ok := ownField(strings.TrimSuffix(field, "!")); ok {
					taken[field] = true
				}
			}
			p.giveColumn(i, target)
		}
	}
	for i, name := range p.t.bare {
		if name == WhyColumn {
			p.m.LeaveOut = append(p.m.LeaveOut, p.t.columns[i])
			p.done[i] = true
		}
	}
	if !p.isOwn(taken) {
		return
	}
	for i, name := range p.t.bare {
		if p.done[i] {
			continue
		}
		if _, _, ok := listField(name); ok && !taken[name] {
			taken[name] = true
			p.m.OwnForm = append(p.m.OwnForm, p.t.columns[i])
			p.done[i] = true
			continue
		}
		if export && slices.Contains(repeatingColumns(), name) {
			p.done[i] = true
			p.m.LeaveOut = append(p.m.LeaveOut, p.t.columns[i])
			continue
		}
		field, ok := ownField(name)
		if !ok || single(field) && taken[field] {
			continue
		}
		if !export && !slices.Contains(strings.Fields("report citation licence attribution caveats"), field) && p.asText(i, field) {
			taken[field] = true
			p.done[i] = true
			continue
		}
		if !export && field == "source" && !p.sourceForm(i) {
			continue
		}
		taken[field] = true
		p.m.OwnForm = append(p.m.OwnForm, p.t.columns[i])
		p.done[i] = true
		if field == "dates" && !export {
			p.m.Order, p.m.Pivot = p.orderOf(i)
		}
	}
}

// isOwn says whether a table may be in casebook's own form: it has the columns
// that such a one needs, or the person said which they are.
func (p *proposer) isOwn(given map[string]bool) bool {
	for _, need := range []string{"id", "title"} {
		has := func(name string) bool { field, ok := ownField(name); return ok && field == need }
		if !given[need] && !slices.ContainsFunc(p.t.bare, has) {
			return false
		}
	}
	return true
}

// sourceForm says whether a column called source is written as docs/csv.md
// says: with the sign of a paragraph, or a hedge in brackets.
func (p *proposer) sourceForm(column int) bool {
	for value := range p.s.columns[column].values {
		if strings.Contains(value, "¶") || strings.HasSuffix(value, "]") || strings.HasSuffix(value, "(stated)") || strings.HasSuffix(value, "(reported)") || strings.HasSuffix(value, "(estimated)") || strings.Contains(value, " › ") {
			return true
		}
	}
	return false
}

// isExport says whether a table is an export of casebook's own.
func (t *table) isExport() bool {
	return slices.Contains(t.bare, "id") && slices.Contains(t.bare, "report") && slices.Contains(t.bare, "citation") && slices.Contains(t.bare, "not_stated")
}

// asText maps a column that bears one of casebook's names and is not written in
// its form: in whose cells brackets hold no roles, or slashes no categories.
func (p *proposer) asText(column int, field string) bool {
	s := &p.s.columns[column]
	list := field == "people" || field == "organisations" || field == "places"
	split := Texts{";", splitLines}
	switch {
	case list && (s.brackets > 0 && s.roles == 0 || s.bars > 0 && s.roles == 0):
		if s.bars > 0 {
			split = Texts{"|", ";", splitLines}
		}
		rule := NameRule{Name: p.ref(column), Split: split}
		switch field {
		case "people":
			rule.Role = "mentioned"
			p.m.People = append(p.m.People, rule)
		case "organisations":
			rule.Role = "mentioned"
			p.m.Organisations = append(p.m.Organisations, rule)
		default:
			rule.Role = "occurred"
			p.m.Places = append(p.m.Places, rule)
		}
		p.note("%s: what stands in brackets is no role, so it is part of the name", p.t.columns[column])
		return true
	case field == "category" && s.slashes > 0 && s.paths == 0 && !isTree(s.values):
		p.m.Category = Templates{p.ref(column)}
		p.note("%s: a slash is part of the name; write › for a category below another", p.t.columns[column])
		return true
	case field == "id" && s.all > 0 && s.again*2 > s.all:
		return false
	}
	return false
}

// isTree says whether what stands before a slash stands above several names.
func isTree(values map[string]int) bool {
	below := map[string]int{}
	for value := range values {
		if above, _, ok := strings.Cut(value, "/"); ok {
			below[strings.TrimSpace(above)]++
		}
	}
	for above, count := range below {
		if count > 1 || values[above] > 0 {
			return true
		}
	}
	return len(below) > 0 && len(below) == len(values) && len(values) == 1
}

// giveColumn maps a column as the person said: FIELD:role, FIELD! for casebook's
// own form, or - to leave it out.
func (p *proposer) giveColumn(column int, target string) {
	if target == "-" {
		p.m.LeaveOut = append(p.m.LeaveOut, p.t.columns[column])
		return
	}
	name, role, _ := strings.Cut(target, ":")
	if strings.HasSuffix(name, "!") || strings.HasSuffix(target, "!") {
		name, role = strings.TrimSuffix(name, "!"), strings.TrimSuffix(role, "!")
		if role != "" {
			name += ":" + role
		}
		p.m.OwnForm = append(p.m.OwnForm, p.t.columns[column]+"="+name)
		return
	}
	ref := p.ref(column)
	field, _ := ownField(name)
	split := p.split(column, field != "places")
	switch field {
	case "id":
		p.m.ID = ref
	case "kind":
		p.m.Kind = ref
	case "title":
		p.m.Title = ref
	case "note":
		p.m.Note = ref
	case "category":
		p.m.Category = append(p.m.Category, ref)
	case "sensitivity":
		p.m.Sensitivity = ref
	case "dates":
		rule := DateRule{Date: ref, What: model.DateWhat(role), Split: split}
		rule.Order, rule.Pivot = p.orderOf(column)
		p.m.Dates = append(p.m.Dates, rule)
	case "people":
		p.m.People = append(p.m.People, NameRule{Name: ref, Role: model.Role(role), Split: split})
	case "organisations":
		p.m.Organisations = append(p.m.Organisations, NameRule{Name: ref, Role: model.Role(role), Split: split})
	case "places":
		p.m.Places = append(p.m.Places, NameRule{Name: ref, Role: model.Role(role), Split: split})
	case "laws":
		p.m.Laws = append(p.m.Laws, LawRule{Law: ref, Role: model.LawRole(role), Split: split})
	case "figures":
		p.m.Figures = append(p.m.Figures, FigureRule{Number: ref, Counts: Template(role)})
	default:
		p.m.OwnForm = append(p.m.OwnForm, p.t.columns[column]+"="+target)
	}
}

// fitting returns the meanings of a column's name that what stands in it allows.
func (p *proposer) fitting(column int, found []heading) []heading {
	s := &p.s.columns[column]
	known := s.filled - s.unknown
	numeric := known > 0 && float64(s.numbers+s.grouped) >= 0.9*float64(known)
	dated := known > 0 && float64(s.dates) >= 0.5*float64(known)
	return slices.DeleteFunc(slices.Clone(found), func(h heading) bool {
		if known == 0 {
			return h.Field != "fields"
		}
		switch h.Field {
		case "dates":
			return !dated && !s.share(s.serials, 0.9)
		case "figures":
			return !numeric
		case "people", "organisations", "first name", "middle name", "last name", "note", "title", "laws":
			return numeric || s.share(s.links, 0.5) || h.Field != "laws" && h.Field != "note" && dated && s.share(s.dates, 0.9)
		case "category":
			return numeric && len(s.values) > 30 || s.overflows() || len(s.values) > mostCategories || s.longest > 120 || s.share(s.links, 0.5)
		case "places":
			return s.share(s.links, 0.5) || numeric && h.As != "district"
		case "year", "month", "day":
			return s.longest > 12
		case "id":
			return s.longest > 80
		}
		return false
	})
}

// givenNames tells given names from whole names: "Имя" and "Nombre" are a whole
// name, unless another column has the family name.
func (p *proposer) givenNames(chosen [][]heading) {
	family := slices.ContainsFunc(chosen, func(found []heading) bool { return len(found) > 0 && found[0].Field == "last name" })
	first := slices.ContainsFunc(chosen, func(found []heading) bool { return len(found) > 0 && found[0].Field == "first name" && found[0].exact })
	for i, found := range chosen {
		words := headingWords(p.t.bare[i])
		if len(words) != 1 || len(found) == 0 {
			continue
		}
		switch word := words[0]; {
		case family && (word == "имя" || word == "nombre" || word == "name"):
			found[0].Field = "first name"
		case !family && (word == "имя" || word == "nombre"):
			found[0].Field, found[0].As = "people", ""
		case first && word == "nom":
			found[0].Field = "last name"
		}
	}
}

// names finds the people of a table.
func (p *proposer) names(all func(string) []int, chosen [][]heading) {
	people := all("people")
	role := p.roleOfPeople()
	whole := false
	for n, i := range people {
		if p.otherSpelling(i, people[:n]) {
			continue
		}
		as := model.Role(chosen[i][0].As)
		if as == "" {
			as, whole = role, true
		} else if as == "reported victim" || as == "defendant" {
			whole = true
		}
		p.m.People = append(p.m.People, NameRule{Name: p.ref(i), Role: as, Split: p.split(i, true)})
		p.done[i] = true
	}
	given, middle, family := all("first name"), all("middle name"), all("last name")
	if whole || len(family) == 0 && len(given) == 0 {
		return
	}
	parts := append(append(append([]int(nil), given...), middle...), family...)
	if strings.ContainsFunc(p.t.bare[parts[0]], func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
		slices.Sort(parts) // as such lists have them: the family name first
	}
	var refs []string
	for _, i := range parts {
		refs = append(refs, string(p.ref(i)))
		p.done[i] = true
	}
	for _, i := range all("suffix") {
		refs = append(refs, string(p.ref(i)))
		p.done[i] = true
	}
	p.m.People = append(p.m.People, NameRule{Name: Template(strings.Join(refs, " ")), Role: role})
}

// otherSpelling says whether a column has the names of another one as another
// language writes them: it is not of other people.
func (p *proposer) otherSpelling(column int, before []int) bool {
	bare := func(i int) []string {
		return slices.DeleteFunc(headingWords(p.t.bare[i]), func(w string) bool { return languageWords()[w] })
	}
	return slices.ContainsFunc(before, func(i int) bool { return slices.Equal(bare(i), bare(column)) })
}

// roleOfPeople guesses what a list makes of its people, by its name and its columns.
func (p *proposer) roleOfPeople() model.Role {
	text := model.Fold(p.t.in.name + " " + p.t.layout.Sheet + " " + strings.Join(p.t.bare, " "))
	for _, hint := range []struct {
		role  model.Role
		words string
	}{
		{"reported victim", "victim kill murder dead death died execut disappear missing detain arrest prisoner tortur shooting shot hostage abduct political persecut journalist defender жертв погиб убит пытк задерж арест похищ исчез пропав политзак журналист victim tue mort disparu deten arret otage victima muert asesin desapar deten secuestr feminicid شهيد ضحايا قتل"},
		{"defendant", "defendant accus charge sentenc convict verdict court подсудим обвин приговор статья осужд accus condamn proces acusad imputad sentenc juicio"},
	} {
		for _, word := range strings.Fields(hint.words) {
			if strings.Contains(text, model.Fold(word)) {
				return hint.role
			}
		}
	}
	return "mentioned"
}

// split is what stands between several names of a cell: what was found in the
// column. Lines are no split of an address.
func (p *proposer) split(column int, lines bool) Texts {
	s := &p.s.columns[column]
	var split Texts
	if lines && s.lines > 0 {
		split = append(split, splitLines)
	}
	if s.semis > 0 {
		split = append(split, ";")
	}
	if s.bars > 0 {
		split = append(split, "|")
	}
	return split
}

// places finds where the cases of a table happened: the town, in the region, in
// the country.
func (p *proposer) places(all func(string) []int, chosen [][]heading) {
	byLevel := map[string][]int{}
	for _, i := range all("places") {
		byLevel[chosen[i][0].As] = append(byLevel[chosen[i][0].As], i)
	}
	var levels []int // from the nearest
	for _, level := range []string{"city", "district", "region", "country"} {
		if columns := byLevel[level]; len(columns) > 0 {
			levels = append(levels, columns[0])
		}
	}
	if places := byLevel["place"]; len(places) > 0 && (len(byLevel["city"]) == 0 && p.s.columns[places[0]].longest <= 100) {
		levels = append([]int{places[0]}, levels...)
	}
	if len(levels) == 0 {
		return
	}
	rule := NameRule{Name: p.ref(levels[0]), Role: "occurred", Split: p.split(levels[0], false)}
	for _, i := range levels[1:] {
		rule.In = append(rule.In, p.ref(i))
	}
	for _, i := range levels {
		p.done[i] = true
	}
	p.m.Places = append(p.m.Places, rule)
}

// datesOf finds the dates of a table, in one column each or in three.
func (p *proposer) datesOf(all func(string) []int, chosen [][]heading) {
	for _, i := range all("dates") {
		rule := DateRule{Date: p.ref(i), What: model.DateWhat(chosen[i][0].As), Split: p.split(i, true)}
		rule.Order, rule.Pivot = p.orderOf(i)
		p.m.Dates = append(p.m.Dates, rule)
		p.done[i] = true
	}
	years, months, days := all("year"), all("month"), all("day")
	if len(p.m.Dates) > 0 || p.has("dates") || len(years) == 0 {
		return
	}
	date := string(p.ref(years[0]))
	p.done[years[0]] = true
	if len(months) > 0 {
		date += "-" + string(p.ref(months[0]))
		p.done[months[0]] = true
		if len(days) > 0 {
			date += "-" + string(p.ref(days[0]))
			p.done[days[0]] = true
		}
	}
	p.m.Dates = append(p.m.Dates, DateRule{Date: Template(date), What: "act"})
}

// orderOf finds the order of the numbers of a column's dates, where the column
// shows it, and the pivot of years of two digits. Where it shows none and it
// matters, that is asked.
func (p *proposer) orderOf(column int) (order string, pivot int) {
	s := &p.s.columns[column]
	if s.twoDigits > 0 || s.dates < s.filled || s.share(s.dates, 0.5) && p.wordYears(s) {
		pivot = p.t.year % 100
	}
	switch {
	case s.share(s.serials, 0.9):
		return orderSerial, 0
	case s.dayFirst == 0 && s.monthFirst == 0 && s.either == 0:
		return "", p.needed(pivot, s)
	case s.monthFirst == 0 && s.dayFirst > 0:
		order = orderDMY
	case s.dayFirst == 0 && s.monthFirst > 0:
		order = orderMDY
	case s.dayFirst > 0 && s.monthFirst > 0:
		// the column has both: the others show what is meant by each
		if s.dayFirst > 20*s.monthFirst {
			order = orderDMY
		} else if s.monthFirst > 20*s.dayFirst {
			order = orderMDY
		}
	}
	if order == "" && s.either > 0 {
		if p.order != "" {
			return p.order, p.needed(pivot, s)
		}
		p.askOrder(column)
	}
	return order, p.needed(pivot, s)
}

// needed is the pivot where the column has years of two digits.
func (p *proposer) needed(pivot int, s *columnSurvey) int {
	if s.twoDigits > 0 || p.wordYears(s) {
		return pivot
	}
	return 0
}

// wordYears says whether dates such as 13-Jan-20 are among the values of a column.
func (p *proposer) wordYears(s *columnSurvey) bool {
	for value := range s.values {
		if _, wrong := (dateReading{order: orderDMY}).read(value); strings.Contains(wrong.message, "two digits") {
			return true
		}
	}
	return false
}

// mentionsLaw says whether texts name a law and not only what somebody is charged with.
func mentionsLaw(examples []string) bool {
	for _, example := range examples {
		text := " " + model.Fold(example)
		for _, word := range []string{" art", " ст", " sec", " §", " law", " act ", " code", " ук ", " коап", " кодекс", " ley ", " loi ", " codigo", " bap", " бап"} {
			if strings.Contains(text, word) {
				return true
			}
		}
		if strings.ContainsAny(example, "0123456789") {
			return true
		}
	}
	return false
}

// titleOf takes for the title, where nothing else says what a case is, the first
// column of texts that differ in every row.
func (p *proposer) titleOf() {
	if p.m.Title != "" || p.m.Note != "" || p.has("title") || len(p.m.People)+len(p.m.Organisations)+len(p.m.Category)+len(p.m.Figures) > 0 {
		return
	}
	for i := range p.t.columns {
		s := &p.s.columns[i]
		if !p.done[i] && s.filled > 0 && s.numbers+s.dates+s.links == 0 && s.all == p.s.rows && s.longest > 3 && s.longest <= 200 && (s.overflows() || len(s.values) == s.all) {
			p.m.Title = p.ref(i)
			p.done[i] = true
			return
		}
	}
}

// idOf finds the column with the ids, or the key by which a row is known again.
func (p *proposer) idOf(first func(field, as string) (int, bool)) {
	if p.has("id") || p.m.ID != "" {
		return
	}
	if i, ok := first("id", ""); ok {
		if s := &p.s.columns[i]; s.again == 0 && s.all > 0 && s.all*2 >= p.s.rows {
			p.m.ID = p.ref(i)
			p.done[i] = true
			if s.all == p.s.rows {
				return
			}
		}
	}
	if len(p.t.bare) > 0 && p.t.bare[0] == "" && p.t.layout.Headings == NoHeadings {
		if s := &p.s.columns[0]; s.again == 0 && s.all == p.s.rows && s.longest <= 40 && !p.done[0] && s.seen != nil {
			p.m.ID = p.ref(0)
			p.done[0] = true
			return
		}
	}
	add := func(t Template) {
		entry := string(t)
		if name := strings.TrimSuffix(strings.TrimPrefix(entry, "{"), "}"); !strings.ContainsAny(name, "{}") {
			entry = name // one column
		}
		if entry != "" && !slices.Contains(p.m.Key, entry) {
			p.m.Key = append(p.m.Key, entry)
		}
	}
	for _, rule := range p.m.People {
		add(rule.Name)
	}
	for _, rule := range p.m.Dates {
		add(rule.Date)
	}
	for _, rule := range p.m.Places {
		add(rule.Name)
	}
	if len(p.m.People) == 0 || len(p.m.Key) < 2 { // nothing less than the row tells it from the others
		for i := range p.t.columns[:min(len(p.t.columns), mostKey)] {
			if p.s.columns[i].filled > 0 {
				add(p.ref(i))
			}
		}
	}
}

// mostKey is how many columns a proposed key has at the most.
const mostKey = 20

// rest keeps every other column as a field of the list's own.
func (p *proposer) rest() {
	var nameless []string
	for i, name := range p.t.columns {
		if p.done[i] {
			continue
		}
		s := &p.s.columns[i]
		if s.all == 0 {
			if p.s.whole {
				p.m.LeaveOut = append(p.m.LeaveOut, name)
				if p.t.bare[i] != "" {
					p.note("%s: the column is empty, and left out", name)
				}
				continue
			}
		}
		rule := FieldRule{Name: name, Kind: p.kindOf(i)}
		switch rule.Kind {
		case model.FieldDate:
			rule.Order, rule.Pivot = p.orderOf(i)
		case model.FieldChoice:
			if s.bars > 0 {
				rule.Split = Texts{"|"}
			} else if s.semis > 0 {
				rule.Split = Texts{";"}
			}
			if s.lines > 0 {
				rule.Split = append(rule.Split, splitLines)
			}
		case model.FieldLink:
			rule.Split = p.split(i, true)
		}
		p.m.Fields = append(p.m.Fields, rule)
		if p.t.bare[i] == "" {
			nameless = append(nameless, name)
		}
	}
	if len(nameless) > 0 {
		p.note("without a name, and kept as fields: %s", strings.Join(nameless, ", "))
	}
}

// kindOf finds out what the values of a column are.
func (p *proposer) kindOf(column int) model.FieldKind {
	s := &p.s.columns[column]
	known := s.filled - s.unknown
	part := func(count int) bool { return known > 0 && float64(count) >= 0.95*float64(known) }
	few := !s.overflows() && len(s.values) <= mostChoices && s.longest <= 80
	switch {
	case known == 0 && few:
		return model.FieldChoice
	case part(s.links):
		return model.FieldLink
	case part(s.numbers+s.grouped) && s.zeros == 0 && s.numbers > 0:
		if few && (isFlag(s.values) || areYears(s.values)) {
			return model.FieldChoice
		}
		return model.FieldNumber
	case part(s.dates) && s.longest > 4:
		return model.FieldDate
	case few && (len(s.values)*3 <= s.all || len(s.values) <= 12 && (len(s.values) < s.all || s.longest <= 25 && !hasDigits(s.values))):
		return model.FieldChoice
	}
	return model.FieldText
}

// isFlag says whether numbers are only those of yes and no.
func isFlag(values map[string]int) bool {
	for value := range values {
		if value != "0" && value != "1" {
			return false
		}
	}
	return len(values) == 2
}

// areYears says whether numbers are years, of which a range says nothing.
func areYears(values map[string]int) bool {
	for value := range values {
		if len(value) != 4 || value < "1800" || value > "2100" {
			return false
		}
	}
	return true
}

func hasDigits(values map[string]int) bool {
	for value := range values {
		if strings.ContainsAny(value, "0123456789") {
			return true
		}
	}
	return false
}

func (p *proposer) note(format string, arguments ...any) {
	p.notes = append(p.notes, Note{Text: fmt.Sprintf(format, arguments...)})
}

// A Question is what a person must say where a table does not show it. The
// first answer is the likeliest.
type Question struct {
	Text    string
	Answers []Answer
	column  string
}

// An Answer is what a person may say, and what follows from it.
type Answer struct {
	Text  string
	order string
	set   func(*Mapping)
}

// Choose answers a question.
func (q Question) Choose(m *Mapping, answer int) { q.Answers[answer].set(m) }

// askOrder asks which number of a column's dates is the month.
func (p *proposer) askOrder(column int) {
	s := &p.s.columns[column]
	example := ""
	for _, value := range s.examples {
		if strings.ContainsAny(value, "/-") {
			example = value
			break
		}
	}
	name, ref := p.t.columns[column], p.ref(column)
	read := func(order string) string {
		date, wrong := (dateReading{order, p.t.year % 100}).read(example)
		if wrong != (slip{}) {
			return order
		}
		return order + ": " + example + " is " + model.DateLabel(date)
	}
	set := func(order string) func(*Mapping) {
		return func(m *Mapping) {
			found := false
			for i := range m.Dates {
				if m.Dates[i].Date == ref {
					m.Dates[i].Order, found = order, true
				}
			}
			for i := range m.Fields {
				if m.Fields[i].Name == name {
					m.Fields[i].Order, found = order, true
				}
			}
			if !found { // the column is in casebook's own form
				m.Order = order
			}
		}
	}
	p.ask = append(p.ask, Question{Text: fmt.Sprintf("Which number comes first in the dates of %s, such as %s?", strconv.Quote(name), example), column: name,
		Answers: []Answer{{read(orderDMY), orderDMY, set(orderDMY)}, {read(orderMDY), orderMDY, set(orderMDY)}}})
}
