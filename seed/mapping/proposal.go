package mapping

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"casebook/model"
	"casebook/seed"
	"casebook/seed/sheet"
)

// A Proposal is a proposed mapping for a table.
type Proposal struct {
	Mapping   Mapping
	Notes     []Note              // for the user
	Questions []Question          // what the table does not show
	Examples  map[string][]string // values of each column
}

// Propose proposes a mapping for a table. given has what the user said of columns:
// {"Where": "places"}; order is that of dates in columns that do not show it. A
// contradiction is an *seed.Errors.
func Propose(t *sheet.Table, given map[string]string, order string) (*Proposal, error) {
	given, err := checkGiven(t, given)
	if err != nil {
		return nil, err
	}
	survey, err := surveyTable(t, idColumns(t))
	if err != nil {
		return nil, err
	}
	p := &proposer{t: t, s: survey, given: given, mapped: make([]bool, len(t.Columns)), year: time.Now().Year(), order: order}
	p.m.Order = order
	p.propose()
	if p.m.Report.Prefix == "" {
		p.m.Report.Prefix = p.prefix()
	}
	if err := problemsOf(t.FileName(), p.m.check()); err != nil {
		return nil, err
	}
	examples := map[string][]string{}
	for i, name := range t.Columns {
		examples[name] = survey.columns[i].examples
	}
	return &Proposal{p.m, p.notes, p.questions, examples}, nil
}

// checkGiven checks what the user said of columns, and returns it by the exact names of
// the columns.
func checkGiven(t *sheet.Table, said map[string]string) (map[string]string, error) {
	var problems []seed.Problem
	columns := map[string]int{}
	for i, name := range t.Columns {
		columns[name] = i
	}
	given := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(said)) {
		target := said[name]
		at, ok := FindColumn(columns, name)
		if !ok {
			problems = append(problems, new(Mapping).Problem("", t.FileName(), NoColumn(name, columns)))
			continue
		}
		given[t.Columns[at]] = target
		field, role, _ := strings.Cut(strings.TrimSuffix(target, "!"), ":")
		if own, ok := ownField(strings.TrimSuffix(field, "!")); ok && role != "" && Single(own) {
			problems = append(problems, seed.Problem{Message: fmt.Sprintf("the column %q cannot be the field %q: %s has no roles", name, target, own), Hint: fmt.Sprintf("write --map %s=%s", name, own)})
		} else if !ok && target != "-" {
			hint := "the fields are " + strings.Join(ownFields()[:17], ", ")
			if near, ok := model.Nearest(field, ownFields()[:17]); ok {
				hint = fmt.Sprintf("did you mean %s?", near)
			}
			problems = append(problems, seed.Problem{Message: fmt.Sprintf("the column %q cannot be the field %q: a case has no such field", name, field), Hint: hint})
		}
	}
	return given, problemsOf(t.FileName(), problems)
}

// problemsOf returns an error with the problems of a file; nil without any.
func problemsOf(file string, problems []seed.Problem) error {
	if len(problems) == 0 {
		return nil
	}
	for i := range problems {
		problems[i].File = file
	}
	return &seed.Errors{Problems: problems}
}

// A proposer makes a mapping from the names and the values of columns.
type proposer struct {
	t         *sheet.Table
	s         *survey
	m         Mapping
	given     map[string]string // what the user said of columns
	mapped    []bool            // columns that are mapped
	codes     []string          // columns whose numbers may stand for words
	notes     []Note
	questions []Question
	order     string // of dates, as the user said
	year      int    // the current year
}

// idColumns returns the columns that may have ids: the survey compares their values.
func idColumns(t *sheet.Table) []int {
	var columns []int
	for i, name := range t.Bare {
		field, own := ownField(name)
		h, ok := headingFor(name)
		if own && field == "id" || ok && h.Field == "id" || i == 0 && name == "" {
			columns = append(columns, i)
		}
	}
	if len(columns) > 4 {
		columns = columns[:4]
	}
	return columns
}

// prefix returns what all ids have before their number; empty if they differ.
func (p *proposer) prefix() string {
	column := -1
	for i, name := range p.t.Columns {
		if _, ok := ownField(p.t.Bare[i]); ok && slices.Contains(p.m.OwnForm, name) {
			if field, _ := ownField(p.t.Bare[i]); field == "id" {
				column = i
			}
		}
		if p.m.ID == p.ref(i) {
			column = i
		}
	}
	if column < 0 {
		return ""
	}
	prefix := ""
	for value := range p.s.columns[column].values {
		before, number, ok := seed.CutNumber(strings.TrimSpace(sheet.Unguard(value)))
		if !ok || number == "" || prefix != "" && before != prefix {
			if strings.Trim(value, "0123456789") == "" {
				continue
			}
			return ""
		}
		prefix = before
	}
	return prefix
}

// A Question asks the user for something that the table does not show. The first
// answer is the most likely one.
type Question struct {
	Text    string
	Answers []Answer
	Note    string // the text of the note that says what holds without an answer; empty: none
	column  string
}

// An Answer is a possible answer and its effect.
type Answer struct {
	Text  string
	order string
	set   func(*Mapping)
}

// Choose answers a question.
func (q Question) Choose(m *Mapping, answer int) { q.Answers[answer].set(m) }

// A Note is something about the table that the user should know and that is not an error:
// how often it occurs, with up to three examples.
type Note struct {
	Text     string
	Count    int
	Examples []string
}

// String returns a note as a line: "12 cells: ..., such as ...".
func (n Note) String() string {
	text := n.Text
	if n.Count > 0 {
		text = model.Number(float64(n.Count)) + " × " + text
	}
	if len(n.Examples) > 0 {
		text += ", such as " + strings.Join(n.Examples, "; ")
	}
	return text
}

// maxExampleLetters is the number of characters of an example that are shown.
const maxExampleLetters = 60

// Shorten returns a text on one line, cut to the length of an example.
func Shorten(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if letters := []rune(text); len(letters) > maxExampleLetters {
		return string(letters[:maxExampleLetters]) + "…"
	}
	return text
}
