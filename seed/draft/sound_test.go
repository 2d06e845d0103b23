package draft_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/check"
	"casebook/model/export"
	"casebook/seed"
	"casebook/seed/draft"
)

// pieces are what texts are made of that a pack cannot take as they are, among
// what it can.
var pieces = strings.Split(`Law 30364/15|Decree No. 12/2015|article 5/2 of the Penal Code|Articles 5A and 5a of the penal code|the PENAL CODE
LGBT/INTERSEX RIGHTS|Lgbt/intersex rights|DEATH PENALTY|Death penalty|Death Penalty > Trials|Background|A/B|/|//
Maria Perez, a journalist,|María Pérez|MARIA PEREZ|journalist Jean-Luc O'Neil|Dr Ada/Bo Lind|President Ek
Committee on Truth|COMMITTEE ON TRUTH|Comité on Truth|the NGO Open/Door|according to the NGO Open Door,|Officials said|Óficials said
in Peru|in PERU|in Péru|in the city of Visby|in Visbý|the provinces of Ada and Bo and Áda
was sentenced to five years in prison|was fined|were sentenced to eight and four years respectively|up to 0 years in prison|3-1 years' imprisonment|was upheld
On 31 February|On 3 May|since then|between 5 and 5 men|from 10% to 3%|between 17 and 20 May|the 0th man|the third man|1.5 million people|at least 00 people|-7 men|US$ 0|99999999999999999999 people|dozens of men
and|;|.|. |, |(|)|"|'|’s|[|]|{|}|: |#|---|- x|? |&a|*a|!b|%|@|`+"`"+`|\|null|true|~|2016|0x1F|1e3|=
`+"\u202e|\u200f|\u061c|\u2028|\u00a0|\u0085|\u0301|\ufffd|\x00|\x1b[31m|\x07|\t|\r|\f|\ufeff|\u00ad|\U000E0001|ﬁ", "|")

// TestDraftsAreAlwaysValid drafts texts of all sorts and checks each as its
// file is checked: what draft writes, import takes.
func TestDraftsAreAlwaysValid(t *testing.T) {
	random := rand.New(rand.NewPCG(20161, 7))
	var all []string
	for _, piece := range pieces {
		all = append(all, strings.Split(piece, "\n")...)
	}
	for range 500 {
		var text strings.Builder
		if random.IntN(4) > 0 {
			text.WriteString("Peru 2016/17\n\n")
		}
		for range 1 + random.IntN(40) {
			text.WriteString(all[random.IntN(len(all))])
			text.WriteString([]string{" ", " ", " ", ". ", "\n", "\n\n", ""}[random.IntN(7)])
		}
		sound(t, text.String(), draft.Options{Period: "2016", WithText: random.IntN(3) == 0})
	}
}

// sound drafts a text, writes it and reads it again; none of that may find a mistake.
func sound(t *testing.T, text string, options draft.Options) {
	t.Helper()
	pack, _, err := draft.Report(text, options)
	if err != nil {
		return
	}
	for _, problem := range check.Pack(pack) {
		t.Errorf("%q: %s: %s", text, problem.Path, problem.Message)
	}
	var file bytes.Buffer
	if err := export.Write(&file, export.YAML, []model.Pack{pack}, export.Of(pack)); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	if _, err := seed.Load("draft.yaml", file.Bytes()); err != nil {
		t.Errorf("%q: %v", text, err)
	}
}
