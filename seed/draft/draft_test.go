package draft_test

import (
	"errors"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/check"
	"casebook/model/edtf"
	"casebook/model/source"
	"casebook/seed/draft"
)

// TestDraftIsAValidPack checks each draft as a finished pack is checked, and
// every anchor against the text from which it was drafted.
// A report of no known country has its id from its title, and "report" where that has
// no Latin letters.
func TestIDWithoutACountry(t *testing.T) {
	for title, want := range map[string]string{"Prisons in the north 2016": "prisons-in-the-north-2016 PRI-2016", "Тарвания 2016": "report-2016 REP-2016"} {
		pack, _, err := draft.Report(title+"\n\nExpression\n\nPetru Vasle was fined in May.", draft.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := pack.Report.ID + " " + pack.Report.Prefix; got != want {
			t.Errorf("%s: %s, want %s", title, got, want)
		}
	}
}

// A title has the date of the outcome that it tells, not of another one in the sentence,
// and tells of a death before all else.
func TestTitles(t *testing.T) {
	for text, want := range map[string]string{
		"Blogger Petru Vasle was sentenced to three years' imprisonment in September for posts; he was released in November pending an appeal.": "Petru Vasle: release, November 2016",
		"Trader Ilie Sarn was arrested in Tavna on 4 June. He died in police custody on 6 June; his wife, Ana Sarn, was fined.":                 "Ilie Sarn: death in custody, June 2016",
		"Pupil Radu Nasta died on 4 June in Tavna after soldiers had shot at a crowd.":                                                          "Radu Nasta: death, Tavna, June 2016",
	} {
		pack, _, err := draft.Report("Tarvania 2016\n\nExpression\n\n"+text, draft.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if title := pack.Cases[0].Title; title != want {
			t.Errorf("the title is %q, want %q", title, want)
		}
	}
}

func TestTitleInCapitals(t *testing.T) {
	pack, _, err := draft.Report("SWEDEN 2016/17\n\nAda Lind was fined.", draft.Options{})
	if err != nil || pack.Report.Title != "Sweden 2016/17" {
		t.Errorf("the title is %q, error %v", pack.Report.Title, err)
	}
}

func TestDraftIsAValidPack(t *testing.T) {
	texts := map[string]string{}
	for _, all := range []map[string]map[string]facts{entries(), varied(), further(), heldOut()} {
		for name := range all {
			texts[name] = text(t, name)
		}
	}
	if report, err := os.ReadFile("../../../shared/report/kazakhstan-2016-17.txt"); err == nil {
		texts["the shared report"] = string(report)
	} else {
		t.Logf("left out: the report's text is not here: %v", err)
	}
	for name, text := range texts {
		pack, _, err := draft.Report(text, draft.Options{})
		if errors.Is(err, draft.ErrNoPeriod) {
			pack, _, err = draft.Report(text, draft.Options{Period: "2016"})
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, problem := range check.Pack(pack) {
			t.Errorf("%s: %s: %s (%s)", name, problem.Path, problem.Message, problem.Hint)
		}
		copied := source.Read(text, pack.Sections)
		result := source.Verify(pack, &copied)
		for _, problem := range result.Problems {
			t.Errorf("%s: %s: %s: %s", name, problem.Case, problem.Fact, problem.Message)
		}
		for _, c := range pack.Cases {
			if !c.Draft {
				t.Errorf("%s: %s is not marked as a draft", name, c.ID)
			}
		}
	}
}

func TestDraftHasNoSentenceOfTheReport(t *testing.T) {
	const sentence = "Indigenous communities were exposed to toxic metals"
	pack := read(t, "peru-2017-18")
	for _, c := range pack.Cases {
		if strings.Contains(c.Title+c.Note, sentence) {
			t.Errorf("%s copies the report", c.ID)
		}
	}
	pack, _, err := draft.Report(text(t, "peru-2017-18"), draft.Options{WithText: true})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(pack.Cases[0].Note, sentence) {
		t.Errorf("the note is %q, and has not the text that was asked for", pack.Cases[0].Note)
	}
}

// TestLayoutsOfATable reads the same entry in the layouts that copies of reports have.
func TestLayoutsOfATable(t *testing.T) {
	plain := text(t, "peru-2017-18")
	want := read(t, "peru-2017-18").Sections
	lines := strings.Split(plain, "\n")
	for name, layout := range map[string]string{
		"Windows line ends": "\uFEFF" + strings.ReplaceAll(plain, "\n", "\r\n"),
		"wrapped lines":     wrap(lines, 72, "\n"),
		"narrow columns":    wrap(lines, 42, "\n"),
		"no empty lines":    strings.ReplaceAll(plain, "\n\n", "\n"),
		"a page's end in a paragraph": strings.Replace(plain, "served 12 of", "served 12\n\n291\n\fAmnesty International Report 2017/18\n\n"+
			"of", 1),
		"footnotes": strings.Replace(plain, "©", "1. Peru: A title (Index: AMR 46/1234/2017)\n2. Peru: Another title (Press release, 3 May)\n\n©", 1),
		"headings in capitals": strings.NewReplacer("Background", "BACKGROUND", "Human rights defenders\n", "HUMAN RIGHTS DEFENDERS\n", "Excessive use of force", "EXCESSIVE USE OF FORCE",
			"Sexual and reproductive rights", "SEXUAL AND REPRODUCTIVE RIGHTS", "Discrimination", "DISCRIMINATION").Replace(plain),
	} {
		pack, _, err := draft.Report(layout, draft.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !reflect.DeepEqual(pack.Sections, want) {
			t.Errorf("%s: the sections are\n%v\nwant\n%v", name, pack.Sections, want)
		}
	}
}

// wrap breaks lines at a width.
func wrap(lines []string, width int, end string) string {
	var b strings.Builder
	for _, line := range lines {
		column := 0
		for i, word := range strings.Fields(line) {
			switch {
			case i > 0 && column+1+len(word) > width:
				b.WriteString(end)
				column = 0
			case i > 0:
				b.WriteString(" ")
				column++
			}
			b.WriteString(word)
			column += len(word)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestNamesInADraft(t *testing.T) {
	pack := read(t, "peru-2017-18")
	var people, organisations, places []string
	for _, p := range pack.People {
		people = append(people, p.Name)
	}
	for _, o := range pack.Organisations {
		organisations = append(organisations, o.Name)
	}
	for _, p := range pack.Places {
		places = append(places, string(p.Kind)+" "+p.Name)
	}
	for what, lists := range map[string][2][]string{
		"people":        {people, {"Quintanar", "Rufina Chuquimamani", "Teófilo Chuquimamani", "Lucho Ñahui"}},
		"organisations": {organisations, {"Committee on Enforced Disappearances", "Agua Limpia", "Public Prosecutor’s Office", "National Institute of Rights Statistics"}},
		"places":        {places, {"country Peru", "city Cajamarca", "region Loreto Region", "region Puno Province", "region Ucayali", "region Pasco"}},
	} {
		if !slices.Equal(lists[0], lists[1]) {
			t.Errorf("%s are %q, want %q", what, lists[0], lists[1])
		}
	}
}

func TestSentencesAreOutcomes(t *testing.T) {
	for sentence, want := range map[string]string{
		"Ada Lind was sentenced to five years' imprisonment.":                               "trial prison 5 years",
		"Ada Lind was sentenced to four months and ten days in prison.":                     "trial prison more than 4 months",
		"Ada Lind was given two and a half years’ probation.":                               "trial probation 2.5 years",
		"Most were sentenced to 10–15 days' administrative detention.":                      "administrative administrative detention 10-15 days",
		"Ada Lind and Bo Ek were sentenced to eight and four years in prison respectively.": "trial prison 8 years Ada Lind; trial prison 4 years Bo Ek",
		"The offence was punishable by up to 12 years in prison.":                           "penalty in law prison up to 12 years",
		"Her 18-month prison sentence was upheld.":                                          "trial prison 18 months; appeal sentence upheld",
		"He received a suspended sentence of three years.":                                  "trial suspended sentence 3 years",
		"Four men were sentenced to death.":                                                 "trial death sentence",
		"All death sentences were commuted to life imprisonment.":                           "commutation life imprisonment",
		"Ada Lind was sentenced on May 20 to 30 years in prison.":                           "trial prison 30 years",
		"Ada Lind was sentenced to a year in prison.":                                       "trial prison 1 years",
		"Ada Lind and Bo Ek were given life and ten years in prison, respectively.":         "trial life imprisonment Ada Lind; trial prison 10 years Bo Ek",
		"Ada Lind was convicted and ordered to pay RM1,900.":                                "trial fine not stated",
		"Ada Lind urged that the charges be dropped.":                                       "",
		"Ada Lind served five years as minister.":                                           "",
		"Ada Lind was given 48 hours to leave.":                                             "",
		"Ada Lind could be sentenced to five years in prison.":                              "",
		"Bo Ek called for the release of Ada Lind.":                                         "",
		"No charges were brought against Ada Lind, who was not arrested.":                   "",
		"A group asked that Ada Lind be released and the charges against her be dropped.":   "",
		"Ordered pay 100 euros.":                                                            "",
		"She was held for six months.":                                                      "",
	} {
		pack, _, err := draft.Report("Sweden 2016/17\n\n"+sentence, draft.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, o := range pack.Cases[0].Outcomes {
			people := o.People
			if len(people) > 0 && !strings.Contains(sentence, "respectively") {
				people = nil
			}
			got = append(got, strings.Join(strings.Fields(strings.Join(append([]string{string(o.Stage), string(o.Type), string(o.Amount), string(o.Unit)}, people...), " ")), " "))
		}
		if text := strings.Join(got, "; "); text != want {
			t.Errorf("%s: %q, want %q", sentence, text, want)
		}
	}
}

// TestNamesOfLaws has the ways in which entries name laws.
func TestNamesOfLaws(t *testing.T) {
	for sentence, want := range map[string]string{
		"In June, amendments to the Law on Peaceful Assembly entered into force.":                                                     "Law on Peaceful Assembly",
		"She was charged under Section 66 of the Information Technology Act and Article 295-A of the Penal Code.":                     "Information Technology Act/sec. 66|Penal Code/art. 295-A",
		"The government withdrew from the Rome Statute of the International Criminal Court in October.":                               "Rome Statute of the International Criminal Court",
		"He was held under the Prevention of Terrorism Act (PTA) for two years.":                                                      "Prevention of Terrorism Act",
		"Turkey derogated from the International Covenant on Civil and Political Rights and the European Convention on Human Rights.": "International Covenant on Civil and Political Rights|European Convention on Human Rights",
		"Activists were prosecuted for violating Federal Law No. 121 and Article 20.2 of the Code of Administrative Offences.":        "Federal Law No. 121|Code of Administrative Offences/art. 20.2",
		"It ratified the Optional Protocol to the Convention against Torture on 5 May.":                                               "Optional Protocol to the Convention against Torture",
		"Under the Penal and Family Codes, women were unequal.":                                                                       "Penal Code|Family Code",
		"A draft Law on Civil Society Organizations was before the National Assembly.":                                                "Law on Civil Society Organizations",
		"The Land Act, 2016 came into force on 1 March.":                                                                              "Land Act, 2016",
		"The Armed Forces (Special Powers) Act remained in force in Jammu and Kashmir.":                                               "Armed Forces (Special Powers) Act",
		"The Emergency Powers Act of 1987 and the 2014 Anti-Terrorism Law were invoked.":                                              "Emergency Powers Act of 1987|2014 Anti-Terrorism Law",
		"Parliament passed the Harbour Act on Foreign Ships (Law No. 11/2020) on 5 May.":                                              "Harbour Act on Foreign Ships|Law No. 11/2020",
		"The Constitution guarantees this; the Constitutional Court agreed.":                                                          "Constitution",
		"In Bill Hassan's view the rule of law had gone.":                                                                             "",
		"Ethiopia's Charities and Societies Proclamation remained in force.":                                                          "Charities and Societies Proclamation",
		"It violated Article 3 of the UN Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment.":   "UN Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment/art. 3",
		"The Anti-Homosexuality Act was annulled, but Penal Code Section 145 stayed.":                                                 "Anti-Homosexuality Act|Penal Code/sec. 145",
		"Police relied on the Riot Act and the Public Order Ordinance against Joshua Chow.":                                           "Riot Act|Public Order Ordinance",
	} {
		pack, _, err := draft.Report("Sweden 2016/17\n\n"+sentence, draft.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range pack.Cases[0].Laws {
			got = append(got, lawText(l))
		}
		wanted := strings.FieldsFunc(want, func(r rune) bool { return r == '|' })
		slices.Sort(got)
		slices.Sort(wanted)
		if !slices.Equal(got, wanted) {
			t.Errorf("%s: %q, want %q", sentence, got, wanted)
		}
	}
}

func TestErrorsOfDrafts(t *testing.T) {
	for text, want := range map[string]error{
		"":                                     draft.ErrNoParagraph,
		"\n\f\n":                               draft.ErrNoParagraph,
		"Sweden\n\nA paragraph with no year.":  draft.ErrNoPeriod,
		"Sweden 2016/17\n\nOn 3 May it ended.": nil,
	} {
		if _, _, err := draft.Report(text, draft.Options{}); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", text, err, want)
		}
	}
	if _, _, err := draft.Report("Sweden\n\nA paragraph.", draft.Options{Period: "soon"}); err == nil {
		t.Error("a period that is no date is taken")
	}
}

func TestDoubts(t *testing.T) {
	_, doubts, err := draft.Report("Sweden 2016\n\nPrivacy\n\nMail\n\nIt was read.\n\nLetters\n\nThey were opened in Visby.", draft.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, d := range doubts {
		told = append(told, d.Message)
	}
	for _, want := range []string{"only the year 2016", `heading "Letters" is treated as part of "Privacy"`, `"Visby" is treated as a town`, "licence"} {
		if !strings.Contains(strings.Join(told, "\n"), want) {
			t.Errorf("no doubt says %q: %q", want, told)
		}
	}
}

// TestSpellingIsNotASecondName has names in two ways of writing them, which a pack takes for one.
func TestSpellingIsNotASecondName(t *testing.T) {
	pack, doubts, err := draft.Report("Peru 2016/17\n\nLGBT/INTERSEX RIGHTS\n\nOn 3 May, Maria Perez, a journalist, was fined under Law 30364/15. On 31 February it ended. Dozens of journalists were arrested after 5 June.\n\n"+
		"DEATH PENALTY\n\nIn July, María Pérez was arrested.\n\nDeath penalty\n\nIt was kept.", draft.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(pack.People) != 1 || len(pack.People[0].Spellings) != 1 || pack.People[0].Spellings[0].Text != "María Pérez" || pack.Cases[1].People[0].Name != "Maria Perez" {
		t.Errorf("people are %+v, and of the second case %+v", pack.People, pack.Cases[1].People)
	}
	if len(pack.Sections) != 2 || len(pack.Sections[1].Paragraphs) != 2 {
		t.Errorf("sections are %+v", pack.Sections)
	}
	var dates []string
	for _, d := range pack.Cases[0].Dates {
		dates = append(dates, d.EDTF)
	}
	if !slices.Equal(dates, []string{"2016-05-03"}) {
		t.Errorf("dates are %q: what is after a day is not on it", dates)
	}
	var told []string
	for _, d := range doubts {
		told = append(told, d.Message)
	}
	for _, want := range []string{`"31 February"`, `"Dozens of journalists"`, `"after 5 June"`} {
		if !strings.Contains(strings.Join(told, "\n"), want) {
			t.Errorf("what could not be read of %s is not a doubt: %q", want, told)
		}
	}
}

func FuzzReport(f *testing.F) {
	for _, sentence := range []string{
		"Between 3 and 6 June, at least 21 people were fined, according to the NGO Open Door.",
		"Article 5 of the Criminal and Land Codes came into force in the 1990s, since then 7% in Oslo.",
		"BACKGROUND\nUnder the Convention on the Rights of All\n\nMail\n\nAda Lind, a poet, and Bo Ek were sentenced to eight and four years in prison.",
		"From six months to 1.5 million euros (US$ 3) in the provinces of Ada and Bo; the sixth man, 10-15 days' detention.",
	} {
		f.Add("Sweden 2016\n\n" + sentence)
	}
	f.Add("A 2016\n\nBetween")
	f.Add("A 2016\n\n17-20 May and a half years' (Article 5 of the Codes, 9% US$ of Bill-\nof \u00AD")
	f.Fuzz(func(t *testing.T, text string) {
		sound(t, text, draft.Options{Period: "2016"})
		pack, _, err := draft.Report(text, draft.Options{Period: "2016", WithText: true})
		if err != nil {
			return
		}
		for _, c := range pack.Cases {
			paragraph := c.Note
			for _, d := range c.Dates {
				if _, err := edtf.Parse(d.EDTF); err != nil {
					t.Errorf("%s: %v", c.ID, err)
				}
				anchored(t, paragraph, d.Source)
			}
			for _, figure := range c.Figures {
				anchored(t, paragraph, figure.Source)
			}
			for _, l := range c.Laws {
				anchored(t, paragraph, l.Source)
			}
			for _, o := range c.Outcomes {
				anchored(t, paragraph, o.Source)
			}
		}
	})
}

// anchored wants the anchors of a fact in its paragraph, and not too many words of them.
func anchored(t *testing.T, paragraph string, s model.Source) {
	t.Helper()
	words := 0
	for _, anchor := range s.Anchors {
		words += len(strings.Fields(anchor))
		if !strings.Contains(paragraph, anchor) {
			t.Errorf("%q is not in %q", anchor, paragraph)
		}
	}
	if words == 0 || words > model.MaxAnchorWords {
		t.Errorf("the anchors %q have %d words", s.Anchors, words)
	}
}
