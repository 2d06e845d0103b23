package draft_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"casebook/model"
	"casebook/seed"
	"casebook/seed/draft"
)

// Facts are what is compared of a paragraph: dates in EDTF, figures as
// "at least 34", provisions as "Criminal Code" or "Criminal Code/art. 419".
type facts struct {
	dates, figures, laws []string
}

// A tally counts what a draft has of what is true.
type tally struct {
	found, missed, wrong int
}

func (t tally) recall() float64    { return ratio(t.found, t.missed) }
func (t tally) precision() float64 { return ratio(t.found, t.wrong) }

func ratio(good, bad int) float64 {
	if good+bad == 0 {
		return 1
	}
	return float64(good) / float64(good+bad)
}

func (t *tally) compare(report *testing.T, where, what string, truth, drafted []string) {
	for _, fact := range truth {
		if slices.Contains(drafted, fact) {
			t.found++
		} else {
			t.missed++
			report.Logf("%s: missed the %s %s", where, what, fact)
		}
	}
	for _, fact := range drafted {
		if !slices.Contains(truth, fact) {
			t.wrong++
			report.Logf("%s: has a wrong %s %s", where, what, fact)
		}
	}
}

// TestCompareWithTheSeed measures a draft of the shared report against the
// pack written by hand. Facts that the hand-written pack takes from no words
// of the paragraph (a year that the report does not write) count as missed.
func TestCompareWithTheSeed(t *testing.T) {
	text, err := os.ReadFile("../../../shared/report/kazakhstan-2016-17.txt")
	if err != nil {
		t.Skipf("left out: the report's text is not here: %v", err)
	}
	truth, err := seed.Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	pack, _, err := draft.Report(string(text), draft.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := pack.Report.ID+" "+pack.Report.Prefix+" "+pack.Report.Period, truth.Report.ID+" "+truth.Report.Prefix+" "+truth.Report.Period; got != want {
		t.Errorf("the report is %s, want %s", got, want)
	}
	if got, want := fmt.Sprint(pack.Sections), fmt.Sprint(truth.Sections); got != want {
		t.Errorf("sections and hashes are\n%s\nwant\n%s", got, want)
	}
	if got, want := categoryNames(pack.Categories), categoryNames(truth.Categories); got != want {
		t.Errorf("categories are %s, want %s", got, want)
	}
	measure(t, byParagraph(truth), byParagraph(pack), 0.9, 0.85, 0.85)
}

// categoryNames writes a tree of categories without their codes, which no text states.
func categoryNames(categories []model.Category) string {
	var names strings.Builder
	for _, c := range categories {
		fmt.Fprintf(&names, "%s [%s] ", c.Name, categoryNames(c.Children))
	}
	return names.String()
}

// TestCompareWithOtherCountries measures drafts of made-up entries of seven
// countries. The rules have been corrected on them, so it tells what gets
// worse, not how a new entry will do.
func TestCompareWithOtherCountries(t *testing.T) {
	compareEntries(t, entries(), 0.9, 0.85, 0.85)
}

// TestCompareWithVariedEntries is the same for entries written to vary.
func TestCompareWithVariedEntries(t *testing.T) {
	compareEntries(t, varied(), 0.9, 0.9, 0.9)
	compareEntries(t, further(), 0.9, 0.9, 0.9)
}

// TestCompareWithHeldOutEntries tells how an entry will do that nobody has corrected a rule on.
func TestCompareWithHeldOutEntries(t *testing.T) {
	compareEntries(t, heldOut(), 0.9, 0.9, 0.9)
}

func compareEntries(t *testing.T, all map[string]map[string]facts, recall ...float64) {
	t.Helper()
	truth, drafted := map[string]facts{}, map[string]facts{}
	for name, entry := range all {
		for where, fact := range entry {
			truth[name+": "+where] = fact
		}
		for where, fact := range byParagraph(read(t, name)) {
			drafted[name+": "+where] = fact
		}
	}
	measure(t, truth, drafted, recall...)
}

// measure compares paragraph by paragraph and asks for the recall given and a precision of 0.9.
func measure(t *testing.T, truth, drafted map[string]facts, recall ...float64) {
	t.Helper()
	var tallies [3]tally
	for where := range drafted {
		if _, ok := truth[where]; !ok {
			t.Errorf("no such paragraph: %s", where)
		}
	}
	for where, want := range truth {
		got := drafted[where]
		tallies[0].compare(t, where, "date", want.dates, got.dates)
		tallies[1].compare(t, where, "figure", want.figures, got.figures)
		tallies[2].compare(t, where, "law", want.laws, got.laws)
	}
	t.Logf("%-10s %6s %6s %6s %7s %10s", "", "found", "missed", "wrong", "recall", "precision")
	for i, what := range []string{"dates", "figures", "provisions"} {
		n := tallies[i]
		t.Logf("%-10s %6d %6d %6d %7.2f %10.2f", what, n.found, n.missed, n.wrong, n.recall(), n.precision())
		if n.recall() < recall[i] || n.precision() < 0.9 {
			t.Errorf("%s: recall %.2f, want %.2f; precision %.2f, want 0.90", what, n.recall(), recall[i], n.precision())
		}
	}
}

// byParagraph gathers the facts of a pack by the paragraph in which they stand.
func byParagraph(p model.Pack) map[string]facts {
	all := map[string]facts{}
	for _, c := range p.Cases {
		first := c.Source[0]
		where := func(s model.Source) string {
			if s.Paragraph == 0 {
				s = first
			}
			return fmt.Sprintf("%s ¶%d", strings.Join(s.Section, " > "), s.Paragraph)
		}
		all[where(first)] = all[where(first)] // a paragraph without facts counts too
		for _, d := range c.Dates {
			f := all[where(d.Source)]
			if d.EDTF != model.NotStated {
				f.dates = once(f.dates, d.EDTF)
			}
			all[where(d.Source)] = f
		}
		for _, figure := range c.Figures {
			f := all[where(figure.Source)]
			f.figures = once(f.figures, figureText(figure))
			all[where(figure.Source)] = f
		}
		for _, l := range c.Laws {
			f := all[where(l.Source)]
			if l.Name != model.NotStated && !strings.Contains(l.Name, "(not named)") {
				f.laws = once(f.laws, lawText(l))
			}
			all[where(l.Source)] = f
		}
	}
	return all
}

// figureText is "at least 34", "between 3 5": without what it counts, which each pack says in its own words.
func figureText(f model.Figure) string {
	text := string(f.Comparator)
	for _, bound := range []*float64{f.Min, f.Max} {
		if bound != nil && !strings.HasSuffix(text, fmt.Sprintf(" %.15g", *bound)) {
			text += fmt.Sprintf(" %.15g", *bound)
		}
	}
	return text
}

// lawText names a law with its article; a provision in a pack's own words is left out.
func lawText(l model.LawInvolvement) string {
	if strings.HasPrefix(l.Provision, "art. ") || strings.HasPrefix(l.Provision, "sec. ") {
		return l.Name + "/" + l.Provision
	}
	return l.Name
}

func once(list []string, text string) []string {
	if slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}
