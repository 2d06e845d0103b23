package document

import (
	"strings"
	"testing"

	"casebook/model"
	"casebook/tui/text"
	"casebook/tui/words"
)

// The name of a custom field stands beside its value, also where it is longer than the
// labels of casebook.
func TestLongNamesOfCustomFields(t *testing.T) {
	c := LoadedCase{Case: model.Case{Title: "T", Fields: []model.FieldValue{{Name: "Consent to publish", Value: "No"}, {Name: "Age", Value: "30"}}}}
	var lines []string
	for _, l := range Case(Format{Width: 76}, c).Lines {
		lines = append(lines, l.String())
	}
	if said := strings.Join(lines, "\n"); !strings.Contains(said, "Consent to publish  No\nAge                 30") {
		t.Errorf("the fields are written as\n%s", said)
	}
}

// TestPlainCase: where nothing leads on, related cases have their id and other
// reports their name; a fact from another place in the report says from where.
func TestPlainCase(t *testing.T) {
	place := model.Source{Section: []string{"Roads"}, Paragraph: 2, Hedge: model.HedgeReported}
	c := LoadedCase{
		Case: model.Case{
			ID: "S-1", Kind: model.KindEvent, Title: "A road closed", Note: "Two lines.\nOf a note.", Category: []string{"Roads", "Bridges"}, Sensitivity: model.SensitivitySexualViolence,
			People: []model.Involvement{
				{Name: "A. Driver", Role: "reported victim", AlsoIn: []string{"other-report"}},
				{Name: "B. Driver", Role: "mentioned", Source: model.Source{Section: []string{"Overview"}, Paragraph: 1, Hedge: model.HedgeStated}},
			},
			Relations: []model.Relation{{Type: "part of", Case: "S-2"}, {Type: "part of", Case: "S-3"}},
			Source:    []model.Source{place, {Section: []string{"Overview"}, Paragraph: 1, Hedge: model.HedgeStated}},
		},
		Titles: map[string]string{"S-2": "Roads closed"},
	}
	english := words.New("en")
	f := Format{Glyphs: text.SpokenGlyphs(english), Words: english, Plain: true}
	got := Case(f, c).String()
	for _, want := range []string{
		"S-1, event\n", "Sensitive: sexual violence\n", "Note: Two lines.\nNote: Of a note.\n", "A. Driver: reported victim, maybe also in other-report\n",
		"Also mentioned: B. Driver, Overview, paragraph 1, stated\n", "S-2, Roads closed\n", "S-3\n", "Source: Roads, paragraph 2, reported\n", "Source: Overview, paragraph 1, stated\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the document lacks %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "(link") {
		t.Errorf("links have numbers that nothing takes:\n%s", got)
	}
	f.Numbered = true
	if numbered := Case(f, c).String(); !strings.Contains(numbered, "Roads closed (link ") || strings.Contains(numbered, "S-2, ") {
		t.Errorf("numbered links:\n%s", numbered)
	}
	if gate := Gate(f, c).String(); strings.Contains(gate, "Driver") || !strings.Contains(gate, "sexual violence") {
		t.Errorf("the gate:\n%s", gate)
	}
}
