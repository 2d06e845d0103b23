// Package booktest makes up an annual report, as a program copies it from the
// pages of a book: with running heads, page numbers, letters at the edge, boxes of
// facts, hyphens and paragraphs that go on behind the end of a page. Nobody in it
// lives, and no country in it is one.
package booktest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Title is what the book is called, and Period the year that it covers.
const (
	Title  = "Samland Watch Report 2012"
	Period = "2011"
)

// Headings are those of its entries.
var Headings = []string{"Background", "Freedom of expression", "Torture and other ill-treatment", "Death penalty", "Impunity", "Violence against women", "Unfair trials", "River dams and displacement"}

var (
	begins   = strings.Fields("Ar Bel Cor Dra Elm Fen Gor Hal Isk Jur Kel Lom Mar Nor Ost Pel Qua Ros Sul Tor Ulm Var Wes Yol Zan")
	ends     = strings.Fields("avia onia estan ora undi aland eria")
	given    = strings.Fields("Ada Bo Cay Dora Eve Finn Gus Hild Ivo Jarl Kaj Lena Mio Nils Odd Per Runa Siv Tove Ulf")
	family   = strings.Fields("Lind Berg Dahl Falk Hart Ivarsen Jonsdal Krog Lund Moe Nygaard Olsen Prytz Quist Rask Solheim Thrane Ulvund Viken Wold")
	months   = strings.Fields("January February March April May June July August September October November December")
	callings = []string{"journalist", "lawyer", "human rights defender", "teacher", "trade unionist", "student"}
)

// Countries returns the names of the first entries.
func Countries(entries int) []string {
	var names []string
	for i := range entries {
		names = append(names, begins[i%len(begins)]+ends[i/len(begins)%len(ends)])
	}
	return names
}

// Text makes a book of so many entries, of some ten thousand letters each.
func Text(entries int) string {
	r := rand.New(rand.NewPCG(14, uint64(entries)))
	var b strings.Builder
	page := 50
	b.WriteString(Title + "\n\nThis report covers the period January to December " + Period + ".\n\n© Samland Watch 2012\nISBN: 978-0-00-000000-2\n\nCONTENTS\n\n")
	names := Countries(entries)
	for i, name := range names {
		fmt.Fprintf(&b, "%s .......... %d\n", name, page+i*3)
	}
	b.WriteString("\n\f")
	for _, name := range names {
		entry(&b, r, name, &page)
	}
	return b.String()
}

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

func entry(b *strings.Builder, r *rand.Rand, name string, page *int) {
	fmt.Fprintf(b, "\uFFFC%s\n\nREPUBLIC OF %s\nHead of state: %s %s\nHead of government: Death penalty: Population:\nLife expectancy: Under-5 mortality: Adult literacy:\n%s %s abolitionist for all crimes 5.1 million 65 years 45.3 per 1,000 99.6 per cent\n\n",
		strings.ToUpper(name), strings.ToUpper(name), pick(r, given), pick(r, family), pick(r, given), pick(r, family))
	var lines []string
	add := func(text string) { lines = append(lines, wrap(text, 68)...) }
	add("The police held people for long without a charge. The courts were slow, and " + pick(r, family) + " Prison was overcrowded.")
	for _, heading := range Headings {
		lines = append(lines, "", heading, "")
		for range 4 + r.IntN(3) {
			add(paragraph(r))
			lines = append(lines, "")
		}
	}
	for i, line := range lines {
		b.WriteString(line + "\n")
		if i%42 == 41 && i+2 < len(lines) { // the end of a page, in a paragraph as often as not
			*page++
			letter := string([]rune(name)[0])
			fmt.Fprintf(b, "\n%d\n%s\n\f%s\n%s\n\n", *page, Title, letter, strings.ToUpper(name))
		}
	}
	b.WriteString("\n")
}

func paragraph(r *rand.Rand) string {
	person := func() string { return pick(r, given) + " " + pick(r, family) }
	day := func() string { return fmt.Sprintf("%d %s", 1+r.IntN(28), pick(r, months)) }
	town := func() string { return pick(r, []string{"Port", "Havn", "Visby", "Strand", "Elvdal"}) }
	sentences := []string{
		fmt.Sprintf("On %s, police in %s detained %s, a %s, who had spoken at a gathering.", day(), town(), person(), pick(r, callings)),
		fmt.Sprintf("%s was sentenced to %d years in prison on %s.", person(), 2+r.IntN(9), day()),
		fmt.Sprintf("At least %d people were arrested in %s between %d and %d %s.", 10+r.IntN(300), town(), 1+r.IntN(9), 11+r.IntN(9), pick(r, months)),
		fmt.Sprintf("In %s, the Supreme Court upheld the conviction of %s under Article %d of the Penal Code.", pick(r, months), person(), 100+r.IntN(200)),
		fmt.Sprintf("%s and %s, who had been held without charge since %s, were released in %s.", person(), person(), day(), pick(r, months)),
		"The government did not open an investigation, although several organizations had asked for one, and the self-censorship of newspapers went on.",
		"Families of the disappeared said that the authorities had given them no information, and that lawyers were not let into the building.",
	}
	r.Shuffle(len(sentences), func(i, j int) { sentences[i], sentences[j] = sentences[j], sentences[i] })
	return strings.Join(sentences[:2+r.IntN(2)], " ")
}

// wrap breaks a text into lines, with a hyphen where a long word does not fit.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch room := width - len(line) - 1; {
		case line == "":
			line = word
		case len(word) <= room:
			line += " " + word
		case len(word) > 11 && room > 5 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == "":
			lines = append(lines, line+" "+word[:5]+"-")
			line = word[5:]
		default:
			lines = append(lines, line)
			line = word
		}
	}
	return append(lines, line)
}
