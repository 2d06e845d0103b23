package db

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casebook/db/schema"
	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/results"
	"casebook/model/word"
)

// A truth answers queries by going through all cases of some reports.
type truth struct{ packs []model.Pack }

// texts are the words of a case, each list of which a phrase may go through:
// all that is printed on it.
func (u truth) texts(pack model.Pack, c model.Case) [][]string {
	list := [][]string{word.Split(c.Title), word.Split(c.Note), word.Split(string(c.Kind))}
	add := func(texts ...string) {
		for _, text := range texts {
			list = append(list, word.Split(text))
		}
	}
	for _, person := range c.People {
		text := person.Name
		for _, known := range pack.People {
			if known.Name == person.Name {
				for _, spelling := range known.Spellings {
					text += " " + spelling.Text
				}
				text += " " + model.DescribedLabel(known.Described)
			}
		}
		add(text, string(person.Role))
	}
	for _, organisation := range c.Organisations {
		add(organisation.Name, string(organisation.Role))
	}
	for _, place := range c.Places {
		add(place.Name, string(place.Role))
		if place.Name == "Hark" {
			add("River Region")
		}
	}
	for _, law := range c.Laws {
		add(law.Name+" "+law.Provision, string(law.Role))
	}
	add(c.Category...)
	for _, outcome := range c.Outcomes {
		add(string(outcome.Type), string(outcome.Stage), outcome.StageLabel())
		if outcome.Amount != "" {
			add(string(outcome.Amount) + " " + string(outcome.Unit))
		}
		if outcome.Date != "" {
			add(model.DateLabel(outcome.Date))
		}
	}
	for _, date := range c.Dates {
		if add(string(date.What)); date.EDTF != model.NotStated {
			add(model.DateLabel(date.EDTF))
		}
	}
	return list
}

// has reports whether a case has what is wanted.
func (u truth) has(pack model.Pack, c model.Case, wanted model.Clause) bool {
	texts := u.texts(pack, c)
	somewhere := func(words []string, prefix bool) bool {
		return slices.ContainsFunc(texts, func(text []string) bool { return stand(text, words, prefix) })
	}
	withStem := func(wanted string) bool {
		return slices.ContainsFunc(texts, func(text []string) bool {
			return slices.ContainsFunc(text, func(other string) bool { return word.IsForm(other, wanted) })
		})
	}
	own := true
	for i, phrase := range wanted.Phrases {
		prefix := wanted.Prefix && i == len(wanted.Phrases)-1
		own = own && (somewhere(phrase, prefix) || len(phrase) == 1 && !wanted.Exact && withStem(phrase[0]))
	}
	return own || slices.ContainsFunc(wanted.Wordings, func(words []string) bool { return somewhere(words, false) }) ||
		slices.ContainsFunc(wanted.Synonyms, func(words []string) bool {
			return !slices.ContainsFunc(words, func(one string) bool { return !withStem(one) })
		})
}

// names are what each value of a facet that a case has is called.
func (u truth) names(pack model.Pack, c model.Case, facet model.Facet) (values [][]string) {
	switch facet {
	case model.FacetPerson:
		for _, person := range c.People {
			names := []string{person.Name}
			for _, other := range u.packs {
				for _, known := range other.People {
					for _, spelling := range known.Spellings {
						if known.Name == person.Name {
							names = append(names, spelling.Text)
						}
					}
				}
			}
			values = append(values, names)
		}
	case model.FacetOrganisation:
		for _, organisation := range c.Organisations {
			values = append(values, []string{organisation.Name})
		}
	case model.FacetPlace:
		for _, place := range c.Places {
			for name := place.Name; name != ""; {
				values = append(values, []string{name})
				at := slices.IndexFunc(pack.Places, func(p model.Place) bool { return p.Name == name })
				if name = ""; at >= 0 {
					name = pack.Places[at].Parent
				}
			}
		}
	case model.FacetLaw:
		for _, law := range c.Laws {
			values = append(values, []string{law.Name}, []string{law.Provision, model.JoinPath(law.Name, law.Provision)})
		}
	case model.FacetCategory:
		for i := range c.Category {
			values = append(values, []string{model.CategoryPath(c.Category[:i+1]), c.Category[i]})
		}
	case model.FacetKind:
		values = [][]string{{string(c.Kind)}}
	case model.FacetRole:
		for _, involved := range slices.Concat(c.People, c.Organisations) {
			values = append(values, []string{string(involved.Role)})
		}
	case model.FacetOutcome:
		for _, outcome := range c.Outcomes {
			values = append(values, []string{string(outcome.Type)})
		}
	}
	return values
}

// stand reports whether words stand beside each other in a text; the last may be a beginning.
func stand(text, words []string, prefix bool) bool {
	for at := 0; at+len(words) <= len(text); at++ {
		last := len(words) - 1
		if slices.Equal(text[at:at+last], words[:last]) && (text[at+last] == words[last] || prefix && strings.HasPrefix(text[at+last], words[last])) {
			return true
		}
	}
	return false
}

func (u truth) term(pack model.Pack, c model.Case, term model.Term) bool {
	words := word.Split(term.Text)
	facet, known := model.FacetOf(term.Field)
	switch {
	case len(words) == 0 || term.Field != "" && !known:
		return !term.Not
	case term.Field == "":
		return !term.Not
	case facet == model.FacetDate:
		since, until, isRange := strings.Cut(term.Text, "..")
		if !isRange {
			until = since
		}
		return lies(c, since, until)
	}
	literally := func(names []string) bool {
		has := func(words []string, prefix bool) bool {
			return slices.ContainsFunc(names, func(name string) bool { return stand(word.Split(name), words, prefix) })
		}
		if term.Phrase {
			return has(words, false)
		}
		return !slices.ContainsFunc(words, func(word string) bool { return !has([]string{word}, true) })
	}
	worded := []model.Facet{model.FacetCategory, model.FacetKind, model.FacetRole, model.FacetOutcome}
	if !term.Phrase && slices.Contains(worded, facet) && !u.hasValue(facet, literally) {
		wanted := model.ClausesOf([]model.Term{{Text: term.Text}})
		return slices.ContainsFunc(u.names(pack, c, facet), func(names []string) bool {
			return !slices.ContainsFunc(wanted, func(w model.Clause) bool { return !w.MatchesWords(word.Split(names[0])) })
		})
	}
	return slices.ContainsFunc(u.names(pack, c, facet), literally)
}

// hasValue reports whether a case of any report has such a value of a facet.
func (u truth) hasValue(facet model.Facet, such func(names []string) bool) bool {
	return slices.ContainsFunc(u.packs, func(pack model.Pack) bool {
		return slices.ContainsFunc(pack.Cases, func(c model.Case) bool {
			return slices.ContainsFunc(u.names(pack, c, facet), such)
		})
	})
}

// lies reports whether a date of a case may lie between two.
func lies(c model.Case, since, until string) bool {
	from, to, err := schema.Bounds(since, until)
	return err == nil && slices.ContainsFunc(c.Happenings(), func(h model.Happening) bool {
		possible, _ := h.Within(from, to)
		return possible
	})
}

// find returns the cases of a query, in its order.
func (u truth) find(query model.Query, quick int) []model.Case {
	var found []model.Case
	for _, pack := range u.packs {
		for _, c := range pack.Cases {
			has := query.Since == "" && query.Until == "" || lies(c, query.Since, query.Until)
			terms := model.ParseText(query.Text)
			for _, term := range terms {
				has = has && u.term(pack, c, term) != term.Not
			}
			for _, wanted := range model.ClausesOf(terms) {
				has = has && u.has(pack, c, wanted) != wanted.Not
			}
			for facet, values := range query.Filter {
				has = has && (len(values) == 0 || slices.ContainsFunc(values, func(value string) bool {
					return slices.ContainsFunc(u.names(pack, c, facet), func(names []string) bool { return slices.Contains(names, value) })
				}))
			}
			if has {
				found = append(found, c)
			}
		}
	}
	switch query.Sort {
	case model.SortDate:
		slices.SortStableFunc(found, func(a, b model.Case) int { return cmp.Compare(day(a), day(b)) })
	case model.SortTitle:
		slices.SortStableFunc(found, func(a, b model.Case) int { return cmp.Compare(model.Fold(a.Title), model.Fold(b.Title)) })
	case model.SortPeople, model.SortOutcome, model.SortPlace:
		slices.SortStableFunc(found, func(a, b model.Case) int { return cmp.Compare(a.SortKey(query.Sort), b.SortKey(query.Sort)) })
	default:
		if len(u.all()) <= quick { // in a larger library the first rows come before the others are known
			rank := model.NewTitleRank(model.ParseText(query.Text))
			slices.SortStableFunc(found, func(a, b model.Case) int {
				return cmp.Or(trueFirst(u.typed(query, a), u.typed(query, b)), cmp.Compare(rank.Score(b.Title), rank.Score(a.Title)))
			})
		}
	}
	slices.SortStableFunc(found, func(a, b model.Case) int { return trueFirst(certainly(query, a), certainly(query, b)) })
	return found
}

// day is what cases are sorted by in the order of dates.
func day(c model.Case) string {
	if dates := c.Happenings(); len(dates) > 0 {
		if parsed, err := edtf.Parse(dates[0].EDTF); err == nil {
			return parsed.Earliest() + cmp.Or(parsed.Latest(), "~")
		}
	}
	return "~"
}

func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// all are the cases of all reports.
func (u truth) all() (all []model.Case) {
	for _, pack := range u.packs {
		all = append(all, pack.Cases...)
	}
	return all
}

// typed reports whether a case has the words of a text as they are typed.
func (u truth) typed(query model.Query, c model.Case) bool {
	texts := u.texts(u.of(c), c)
	for _, wanted := range model.ClausesOf(model.ParseText(query.Text)) {
		for i, phrase := range wanted.Phrases {
			prefix := wanted.Prefix && i == len(wanted.Phrases)-1
			if !wanted.Not && !slices.ContainsFunc(texts, func(text []string) bool { return stand(text, phrase, prefix) }) {
				return false
			}
		}
	}
	return true
}

// certainly reports whether a case certainly has a date in each time asked for.
func certainly(asked model.Query, c model.Case) bool {
	within := func(since, until string) bool {
		from, to, err := schema.Bounds(since, until)
		return err != nil || slices.ContainsFunc(c.Happenings(), func(h model.Happening) bool {
			_, certain := h.Within(from, to)
			return certain
		})
	}
	for _, term := range model.ParseText(asked.Text) {
		if since, until, isRange := strings.Cut(term.Text, ".."); term.Field == "date" && !term.Not {
			if !isRange {
				until = since
			}
			if !within(since, until) {
				return false
			}
		}
	}
	return asked.Since == "" && asked.Until == "" || within(asked.Since, asked.Until)
}

// The words of made-up reports: few, so that they meet, with the same beginnings.
var madeWords = strings.Fields("prison jail imprisoned prisoner five 5 years protested rally arrests ёлки елками harbour harbor hark har h ha Énorme enormous quay quays river Ривер река ёлка ель law lawful houses housing of the ofen ß strasse straße 7 70 701")

// madeReport is a report of made-up cases that have something of everything.
func madeReport(random *rand.Rand, id string, cases int) model.Pack {
	some := func(most int) string {
		var words []string
		for range 1 + random.IntN(most) {
			words = append(words, one(random, madeWords))
		}
		return strings.Join(words, one(random, []string{" ", " ", ", ", "-", ". "}))
	}
	person := func() string { return fmt.Sprintf("Zu%c Ze%c", 'a'+random.IntN(9), 'a'+random.IntN(4)) }
	pack := model.Pack{Report: model.Report{ID: id, Prefix: strings.ToUpper(id), Title: "Report " + id},
		Categories: []model.Category{{Name: "Quays", Children: []model.Category{{Name: "Harbour law"}}}, {Name: "Rivers"}},
		Places:     []model.Place{{Name: "Hark", Kind: "town", Parent: "River Region"}, {Name: "River Region", Kind: "region"}, {Name: "Quay", Kind: "town"}}}
	for i := range 4 {
		pack.People = append(pack.People, model.Person{Name: fmt.Sprintf("Zu%c Zea", 'a'+i), Kind: model.PersonIndividual, Spellings: []model.Spelling{{Text: "Har " + id, Origin: "report"}},
			Described: []model.Description{{Text: some(3)}}})
	}
	for i := range cases {
		c := model.Case{ID: fmt.Sprintf("%s-%d", pack.Report.Prefix, i+1), Kind: one(random, model.Kinds()), Sensitivity: model.SensitivityNone, Title: some(4), Note: some(12),
			Category: one(random, [][]string{nil, {"Quays"}, {"Quays", "Harbour law"}, {"Rivers"}})}
		for range random.IntN(3) {
			c.Dates = append(c.Dates, model.Date{EDTF: one(random, []string{"2016", "2016-05", "2015-11-03", "2017-01-31", "2014/2015", "2016-05~", "not stated", "2003/.."}), What: "act"})
			c.People = append(c.People, model.Involvement{Name: person(), Role: one(random, model.PersonRoles())})
		}
		if random.IntN(3) == 0 {
			c.Organisations = append(c.Organisations, model.Involvement{Name: "Harbour " + one(random, madeWords), Role: one(random, model.PersonRoles())})
			c.Outcomes = append(c.Outcomes, model.Outcome{Stage: "trial", Type: one(random, model.OutcomeTypes()), Amount: one(random, []model.Amount{"", "5", "10-15"}), Unit: "years", Date: one(random, []string{"", "2016-06-01"})})
		}
		if random.IntN(2) == 0 {
			c.Places = append(c.Places, model.Involvement{Name: one(random, []string{"Hark", "River Region", "Quay"}), Role: "occurred"})
			c.Laws = append(c.Laws, model.LawInvolvement{Name: one(random, []string{"River law", "Quay Code"}), Provision: one(random, []string{"art. 7", "art. 70"}), Role: "charged"})
		}
		pack.Cases = append(pack.Cases, c)
	}
	return pack
}

// madeQuery is a query of a random text, filter, order and page. Exact says that
// nothing can be found that only sounds like it.
func madeQuery(random *rand.Rand) (query model.Query, exact bool) {
	exact = true
	var terms []string
	for range random.IntN(4) {
		word := one(random, madeWords)
		switch random.IntN(8) {
		case 0, 1:
			exact = false
			terms = append(terms, word)
		case 2:
			terms = append(terms, `"`+word+`"`)
		case 3:
			terms = append(terms, `"`+word+" "+one(random, madeWords)+`"`)
		case 4:
			terms = append(terms, "-"+word)
		case 5:
			exact = false
			terms = append(terms, word+"-"+one(random, madeWords))
		case 6:
			terms = append(terms, one(random, []string{`category:harbour`, `category:"harbour law"`, `kind:e`, `role:defendant`, `outcome:prison`, `law:7`, `law:"art 7"`, `place:"river region"`, `person:"zua zea"`, `-place:hark`, `-person:zub`, `person:"har r1"`, `law:"river law"`, `"law art"`, `"code art 7"`}))
		case 7:
			terms = append(terms, one(random, []string{"date:2016", "date:2016-05", "-date:2015..2016", "date:2015-11-03..2016-05-02"}))
		}
	}
	query = model.Query{Text: strings.Join(terms, " "), Sort: one(random, model.Sorts()), Limit: 1 + random.IntN(30), Filter: model.Filter{}}
	if random.IntN(2) == 0 {
		query.Text += " " // the last word is whole
	}
	if random.IntN(3) == 0 {
		query.Filter[model.FacetKind] = texts(model.Kinds()[:random.IntN(4)])
	}
	if random.IntN(4) == 0 {
		query.Filter[model.FacetPerson] = []string{"Zua Zea", "Zub Zeb"}
	}
	if random.IntN(4) == 0 {
		query.Filter[model.FacetCategory] = []string{"Quays"}
	}
	if random.IntN(5) == 0 {
		query.Since = "2015-06"
	}
	return query, exact
}

// Libraries of all sizes, with blocks of all sizes, whatever came in and went
// out, answer as going through all their cases does.
func TestTruth(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	quick := 0
	for seed := range uint64(8) {
		random := rand.New(rand.NewPCG(seed, 3))
		path := filepath.Join(t.TempDir(), "library.db")
		smallBlocks(t, path, 1+random.IntN(9))
		library := opened(t, path)
		library.FirstPageScan = 1 + random.IntN(60)
		var u truth
		for range 1 + random.IntN(6) {
			id := fmt.Sprintf("r%d", random.IntN(4))
			at := slices.IndexFunc(u.packs, func(p model.Pack) bool { return p.Report.ID == id })
			if at >= 0 {
				u.packs = slices.Delete(u.packs, at, at+1)
			}
			if at >= 0 && random.IntN(2) == 0 {
				if err := library.Remove(t.Context(), id); err != nil {
					t.Fatal(err)
				}
				continue
			}
			pack := madeReport(random, id, []int{0, 1, 7, 60, 300}[random.IntN(5)])
			u.packs = append(u.packs, pack)
			if err := library.Import(t.Context(), pack); err != nil {
				t.Fatal(err)
			}
		}
		if err := library.Check(t.Context()); err != nil {
			t.Error(err)
		}
		for range 150 {
			query, exact := madeQuery(random)
			want := u.find(query, library.FirstPageScan)
			// What only sounds like a text stands between the others where dates are asked for.
			mixed := !exact && (query.Since != "" || strings.Contains(query.Text, "date:"))
			if random.IntN(2) == 0 && !mixed {
				query.Offset = random.IntN(len(want) + 1)
			}
			if random.IntN(2) == 0 && query.Offset > 0 {
				query.After = want[query.Offset-1].ID
			}
			page, err := library.Find(t.Context(), query)
			if err != nil {
				t.Fatalf("%+v: %v", query, err)
			}
			counts, err := library.Facets(t.Context(), query)
			if err != nil {
				t.Fatalf("%+v: %v", query, err)
			}
			if totals, err := library.Count(t.Context(), query); err != nil || totals.Total != counts.Total || totals.Possible != counts.Possible {
				t.Fatalf("seed %d, %+v: %d cases, %d possible, %v; counted %d, %d", seed, query, totals.Total, totals.Possible, err, counts.Total, counts.Possible)
			}
			if page.Total < 0 {
				quick++
				page.Total = counts.Total
			}
			if counts.Total != page.Total || page.Total < len(want) || exact && page.Total != len(want) || page.Offset != query.Offset {
				t.Fatalf("seed %d, %+v: %d, counted %d, from %d; want %d", seed, query, page.Total, counts.Total, page.Offset, len(want))
			}
			end := min(query.Offset+query.Limit, len(want))
			if mixed {
				page.Rows = slices.DeleteFunc(page.Rows, func(row results.Row) bool {
					return !slices.ContainsFunc(want, func(c model.Case) bool { return c.ID == row.ID })
				})
				end = min(len(page.Rows), end)
			}
			if len(page.Rows) < end-query.Offset {
				t.Fatalf("seed %d, %+v: %d rows, want %d", seed, query, len(page.Rows), end-query.Offset)
			}
			for i, c := range want[query.Offset:end] {
				if page.Rows[i].ID != c.ID {
					t.Fatalf("seed %d, %+v: row %d is %s, want %s", seed, query, i, page.Rows[i].ID, c.ID)
				}
			}
			for _, counted := range counts.Facets {
				if exact && counted.Facet != model.FacetPlace && counted.Facet != model.FacetLaw {
					u.count(t, query, counted)
				}
			}
		}
	}
	if quick == 0 {
		t.Error("no first page came before the rest was known")
	}
}

// count sees that the values of a facet have as many cases as they should.
func (u truth) count(t *testing.T, query model.Query, counted results.FacetCount) {
	t.Helper()
	if !slices.Contains(schema.ValueColumns(), string(counted.Facet)) || counted.Facet == model.FacetDate {
		return
	}
	others := model.Filter{}
	for facet, values := range query.Filter {
		if facet != counted.Facet {
			others[facet] = values
		}
	}
	query.Filter = others
	want := map[string]int{}
	for _, c := range u.find(query, 0) {
		met := map[string]bool{}
		for _, names := range u.names(u.of(c), c, counted.Facet) {
			if !met[names[0]] {
				met[names[0]] = true
				want[names[0]]++
			}
		}
	}
	for _, value := range counted.Values {
		if value.Count != want[value.Value] {
			t.Errorf("%+v: %s %s has %d cases, want %d", query, counted.Facet, value.Value, value.Count, want[value.Value])
		}
	}
}

func (u truth) of(c model.Case) model.Pack {
	at := slices.IndexFunc(u.packs, func(p model.Pack) bool { return strings.HasPrefix(c.ID, p.Report.Prefix+"-") })
	return u.packs[at]
}
