// Package bench measures a library of generated cases: any number of them, always
// the same, and as unevenly distributed as real ones. It knows the
// library's methods and the model; it knows no SQL and prints nothing.
package bench

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"casebook/model"
)

// The numbers of everything but the cases.
const (
	reports       = 10 // one with most of the cases, and small ones
	years         = 10
	firstYear     = 2007
	regions       = 25
	towns         = 600
	people        = 40_000
	organisations = 2_500
	codes         = 40
	provisions    = 30 // of each code
	rareWords     = 60_000
)

// prefix begins the ids of generated reports.
const prefix = "bench-"

// A generator generates reports. The same numbers give the same reports.
type generator struct {
	usual, parts                  []string // frequent words, and syllables
	words, surnames, given        []string
	people, organisations, places []string
	laws                          []string
	common, rare, crowd, sizes    *rand.Zipf
	random                        *rand.Rand
	categories                    [][]string
}

// Words that are frequent in human-rights reports.
const usualWords = `the of and to in a for was by that on with were at had been police court prison government authorities against year trial
	detention arrested human rights law officials protest security reported charges activists journalists public national international sentence
	freedom expression assembly members state office appeal lawyers access continued people sentenced release without days months political
	opposition torture investigation prosecutor criminal article including armed groups killed civilians refugees asylum women girls violence
	discrimination workers union land rights indigenous community forced evictions housing water health children school death penalty executions
	impunity military forces camp border migrants deported returned families disappeared accountability justice commission inquiry witnesses`

const syllables = `ba be bi bo bu da de di do du ga ge gu ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su
	ta te ti to tu va ve vi vo za ze zha she cha yer nur dos bek gul san ray tal ber mar kel dar yan sul tan kai or al ay`

const endings = `ov ev in bekov baev bayev uly kyzy tayev zhanov ova eva ina ko enko yan shvili zade oglu son ez i a er mann sky`

func newGenerator() *generator {
	r := rand.New(rand.NewPCG(2016, 17))
	usual, endings := strings.Fields(usualWords), strings.Fields(endings)
	g := &generator{random: r, usual: usual, parts: strings.Fields(syllables),
		common: rand.NewZipf(r, 1.05, 4, uint64(len(usual)-1)),
		rare:   rand.NewZipf(r, 1.02, 30, rareWords-1),
		crowd:  rand.NewZipf(r, 1.01, 200, people-1),
		sizes:  rand.NewZipf(r, 1.2, 6, towns-1),
	}
	g.words = g.names(rareWords, func() string { return g.syllables(2 + r.IntN(3)) })
	g.surnames = g.names(9000, func() string { return title(g.syllables(1+r.IntN(3)) + endings[r.IntN(len(endings))]) })
	g.given = g.names(900, func() string { return title(g.syllables(2 + r.IntN(2))) })
	g.people = g.names(people, func() string {
		return g.given[r.IntN(len(g.given))] + " " + g.surnames[r.IntN(len(g.surnames))]
	})
	g.organisations = g.names(organisations, func() string {
		return title(g.syllables(2)) + " " + []string{"Foundation", "Committee", "Union of Journalists", "Ministry", "Human Rights Centre", "Movement", "Police Department"}[r.IntN(7)]
	})
	g.places = g.names(regions+towns, func() string { return title(g.syllables(2 + r.IntN(2))) })
	for i := range codes {
		g.laws = append(g.laws, []string{"Criminal", "Administrative", "Land", "Labour", "Civil"}[i%5]+" Code of "+g.places[i%regions])
	}
	for _, root := range strings.Fields("Expression Assembly Torture Detention Justice Discrimination Labour Migration Housing Violence") {
		for range 6 {
			g.categories = append(g.categories, []string{root, title(g.words[r.IntN(len(g.words))])})
		}
	}
	return g
}

// names generates different names.
func (g *generator) names(count int, name func() string) []string {
	known := map[string]bool{}
	for list := make([]string, 0, count); ; {
		made := name()
		if !known[made] {
			known[made] = true
			list = append(list, made)
		}
		if len(list) == count {
			return list
		}
	}
}

func (g *generator) syllables(count int) string {
	var word strings.Builder
	for range count {
		word.WriteString(g.parts[g.random.IntN(len(g.parts))])
	}
	return word.String()
}

func title(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

// text generates a number of words, one in five of them rare.
func (g *generator) text(words int) string {
	list := make([]string, words)
	for i := range list {
		if list[i] = g.usual[g.common.Uint64()]; g.random.IntN(5) == 0 {
			list[i] = g.words[g.rare.Uint64()]
		}
	}
	return title(strings.Join(list, " "))
}

// report generates a report without cases, and its cases one at a time.
// Only the cases name people and organisations, as in a user's own list.
func (g *generator) report(number, cases int) (model.Pack, iter.Seq2[model.Case, error]) {
	head := model.Pack{
		Report: model.Report{ID: fmt.Sprint(prefix, number), Prefix: fmt.Sprintf("B-%d", number), Title: fmt.Sprintf("Made up, part %d", number), Publisher: "casebook",
			Country: "Nowhere", Period: fmt.Sprintf("%d/%d", firstYear, firstYear+years-1), Licence: "CC0", Attribution: "Made up by casebook doctor."},
		Sections: []model.Section{{Heading: []string{"All"}, Paragraphs: []string{strings.Repeat("0", 64)}}},
	}
	for _, path := range g.categories {
		if last := len(head.Categories) - 1; last < 0 || head.Categories[last].Name != path[0] {
			head.Categories = append(head.Categories, model.Category{Name: path[0]})
		}
		above := &head.Categories[len(head.Categories)-1]
		above.Children = append(above.Children, model.Category{Name: path[1]})
	}
	for i, name := range g.places {
		place := model.Place{Name: name, Kind: "region"}
		if i >= regions {
			place.Kind, place.Parent = "town", g.places[i%regions]
		}
		head.Places = append(head.Places, place)
	}
	for _, name := range g.laws {
		law := model.Law{Name: name}
		for i := range provisions {
			law.Provisions = append(law.Provisions, model.Provision{Name: fmt.Sprintf("art. %d", 100+i*11)})
		}
		head.Laws = append(head.Laws, law)
	}
	return head, func(yield func(model.Case, error) bool) {
		for i := range cases {
			if !yield(g.makeCase(fmt.Sprintf("B-%d-%06d", number, i+1), firstYear+i*years/cases), nil) {
				return
			}
		}
	}
}

func (g *generator) makeCase(id string, year int) model.Case {
	r := g.random
	c := model.Case{
		ID: id, Kind: []model.Kind{model.KindProceeding, model.KindEvent, model.KindEvent, model.KindPractice, model.KindProceeding, model.KindStatistic, model.KindLaw}[r.IntN(7)],
		Title: g.text(4 + r.IntN(4)), Note: g.text(12 + r.IntN(20)), Category: g.categories[min(r.IntN(len(g.categories)), r.IntN(len(g.categories)))],
		Sensitivity: model.SensitivityNone,
		Source:      []model.Source{{Section: []string{"All"}, Paragraph: 1, Hedge: model.HedgeStated, Anchors: []string{g.words[r.IntN(len(g.words))]}}},
	}
	if r.IntN(50) == 0 {
		c.Sensitivity = model.SensitivitySexualViolence
	}
	day := fmt.Sprintf("%d-%02d-%02d", year, 1+r.IntN(12), 1+r.IntN(28))
	c.Dates = []model.Date{{EDTF: day[:[]int{4, 7, 10, 10}[r.IntN(4)]], What: "act"}}
	for range r.IntN(3) {
		c.People = append(c.People, model.Involvement{Name: g.people[g.crowd.Uint64()], Role: pick(r, model.PersonRoles())})
	}
	for range r.IntN(2) {
		c.Organisations = append(c.Organisations, model.Involvement{Name: g.organisations[min(r.IntN(organisations), r.IntN(organisations))], Role: pick(r, model.PersonRoles())})
	}
	c.Places = []model.Involvement{{Name: g.places[regions+g.sizes.Uint64()], Role: "occurred"}}
	if r.IntN(2) == 0 {
		c.Laws = []model.LawInvolvement{{Name: g.laws[min(r.IntN(codes), r.IntN(codes))], Provision: fmt.Sprintf("art. %d", 100+r.IntN(provisions)*11), Role: "charged"}}
		c.Outcomes = []model.Outcome{{Stage: "trial", Type: pick(r, model.OutcomeTypes()), Amount: model.Amount(fmt.Sprint(1 + r.IntN(12))), Unit: "years"}}
	}
	if r.IntN(5) == 0 {
		least := float64(r.IntN(5000))
		c.Figures = []model.Figure{{Comparator: model.AtLeast, Min: &least, Counts: "people " + g.usual[g.common.Uint64()]}}
	}
	return c
}

func pick[T any](r *rand.Rand, list []T) T { return list[min(r.IntN(len(list)), r.IntN(len(list)))] }
