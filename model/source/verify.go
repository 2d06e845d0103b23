package source

import (
	"fmt"
	"strings"

	"casebook/model"
	"casebook/model/check"
)

// A Result is what a verification found.
type Result struct {
	Rows     []Row     `json:"sections"` // one for each, in the report's order
	Problems []Problem `json:"problems,omitempty"`
	Notes    []string  `json:"notes,omitempty"` // what else the copy has; not failures
	Failed   Failed    `json:"failed"`
}

// Failed is how many checks failed. Each of them is a Problem, except for the facts
// of a copy that has no paragraph of the report.
type Failed struct {
	Facts      int `json:"facts"`      // as in the rows
	Paragraphs int `json:"paragraphs"` // without a case, missing, changed or moved
	Headings   int `json:"headings"`   // that are missing or changed
	Others     int `json:"others"`     // other mistakes of the pack
}

// A Row is the result of one section.
type Row struct {
	Heading    []string `json:"section"`
	Paragraphs int      `json:"paragraphs"` // how many the section has
	Covered    int      `json:"covered"`    // how many of them have a case
	Found      int      `json:"found"`      // how many of them are in the copy, unchanged and in place; 0 without a copy
	Facts      int      `json:"facts"`      // how many were checked
	Failed     int      `json:"failed"`     // how many of them are wrong
}

// A Problem is a fact or a paragraph that failed a check.
type Problem struct {
	Case      string   `json:"case,omitempty"` // its id; empty: none
	Fact      string   `json:"fact,omitempty"` // such as "figure: at least 34 people arrested"; empty: a whole paragraph
	Section   []string `json:"section,omitempty"`
	Paragraph int      `json:"paragraph,omitempty"` // counted from 1; 0: none
	Line      int      `json:"line,omitempty"`      // of the copy; 0: none
	Message   string   `json:"message"`             // what is wrong
}

// Total returns the sums over all sections.
func (r Result) Total() Row {
	var total Row
	for _, row := range r.Rows {
		total.Paragraphs += row.Paragraphs
		total.Covered += row.Covered
		total.Found += row.Found
		total.Facts += row.Facts
		total.Failed += row.Failed
	}
	return total
}

// OK reports whether nothing failed.
func (r Result) OK() bool { return len(r.Problems) == 0 }

// Verify checks a pack: its consistency and, with a copy, the hash and the place of every
// paragraph and the anchors of every fact. A copy must be read with the pack's sections.
func Verify(p model.Pack, c *Copy) Result {
	v := verification{pack: p, facts: p.Facts(), failed: map[string]bool{}, wrong: map[reference]bool{}}
	v.rows()
	v.check()
	if c != nil {
		v.copy = c.Against(p)
		v.paragraphs()
		v.anchors()
		v.notes()
	}
	v.count()
	return v.result
}

// A verification makes a Result.
type verification struct {
	pack   model.Pack
	facts  []model.Fact
	copy   Copy
	failed map[string]bool    // the paths of the facts that are wrong
	wrong  map[reference]bool // the paragraphs that are wrong
	result Result
}

// rows makes a row for each section, with its paragraphs.
func (v *verification) rows() {
	type paragraph struct {
		section string
		number  int
	}
	carried := map[paragraph]bool{}
	for _, c := range v.pack.Cases {
		for _, s := range c.Source {
			carried[paragraph{model.JoinPath(s.Section...), s.Paragraph}] = true
		}
	}
	for i, section := range v.pack.Sections {
		row := Row{Heading: section.Heading, Paragraphs: len(section.Paragraphs)}
		for n := range section.Paragraphs {
			if carried[paragraph{model.JoinPath(section.Heading...), n + 1}] {
				row.Covered++
			} else {
				v.wrong[reference{i, n}] = true
			}
		}
		v.result.Rows = append(v.result.Rows, row)
	}
}

// check adds the problems of the pack itself.
func (v *verification) check() {
	gaps := check.Gaps(v.pack)
	if len(v.pack.Sections) == 0 { // the user's own list promises no coverage
		for _, gap := range gaps {
			v.result.Notes = append(v.result.Notes, check.CaseAt(v.pack, gap.Path)+": "+gap.Message)
		}
		gaps = nil
	}
	facts := make(map[string]model.Fact, len(v.facts))
	for _, fact := range v.facts {
		facts[fact.Path] = fact
	}
	for _, problem := range append(check.Pack(v.pack), gaps...) {
		found := Problem{Fact: problem.Path, Message: problem.Message}
		for end := range len(problem.Path) + 1 {
			if end < len(problem.Path) && problem.Path[end] != '.' {
				continue
			}
			if fact, ok := facts[problem.Path[:end]]; ok {
				v.failed[fact.Path] = true
				found.Case, found.Fact, found.Section, found.Paragraph = fact.Case, fact.What, fact.Source.Section, fact.Source.Paragraph
			}
		}
		if found.Case == "" {
			found.Case = check.CaseAt(v.pack, problem.Path)
		}
		if found.Fact == problem.Path && !strings.HasPrefix(problem.Path, "$.sections[") {
			v.result.Failed.Others++
		}
		if found.Fact == problem.Path && found.Case != "" { // the case says where, the message what
			found.Fact = ""
		}
		v.result.Problems = append(v.result.Problems, found)
	}
}

// paragraphs compares the paragraphs of the copy with those of the report.
func (v *verification) paragraphs() {
	if first, _ := v.copy.extent(); first == 0 {
		v.result.Problems = append(v.result.Problems, Problem{Message: "this copy has none of the report's paragraphs; use the plain text of the report"})
		for _, r := range v.copy.references() {
			v.wrong[r] = true
		}
		return
	}
	for i, section := range v.pack.Sections {
		if name, before := v.copy.missingHeading(i); name != "" {
			v.result.Failed.Headings++
			v.result.Problems = append(v.result.Problems, Problem{Section: section.Heading, Line: before, Message: fmt.Sprintf("the heading %q is missing before the section, or changed", name)})
		}
		for n := range section.Paragraphs {
			paragraph, ok := v.copy.Paragraph(section.Heading, n+1)
			problem := Problem{Section: section.Heading, Paragraph: n + 1, Line: paragraph.Line}
			switch {
			case !ok:
				problem.Message = "the paragraph is missing in the copy"
			case !paragraph.Intact:
				problem.Message = "the paragraph differs from the report"
			case paragraph.Moved:
				problem.Message = "the paragraph has been moved"
			default:
				v.result.Rows[i].Found++
				continue
			}
			v.wrong[reference{i, n}] = true
			v.result.Problems = append(v.result.Problems, problem)
		}
	}
}

// anchors looks for every fact's anchors in its paragraph.
func (v *verification) anchors() {
	first, _ := v.copy.extent()
	plain := map[string]string{} // of each paragraph's text
	for _, fact := range v.facts {
		paragraph, ok := v.copy.Paragraph(fact.Source.Section, fact.Source.Paragraph)
		if _, there := plain[paragraph.Text]; !there {
			plain[paragraph.Text] = normalise(paragraph.Text)
		}
		var missing []string
		for _, anchor := range fact.Source.Anchors {
			if !ok || !has(plain[paragraph.Text], normalise(anchor)) {
				missing = append(missing, fmt.Sprintf("%q", anchor))
			}
		}
		if len(missing) == 0 {
			continue
		}
		v.failed[fact.Path] = true
		if first == 0 {
			continue // reported once, for the whole copy
		}
		message := "not in the paragraph: " + strings.Join(missing, ", ")
		if !ok {
			message = "its paragraph is missing in the copy"
		}
		v.result.Problems = append(v.result.Problems, Problem{Case: fact.Case, Fact: fact.What, Section: fact.Source.Section, Paragraph: fact.Source.Paragraph, Line: paragraph.Line, Message: message})
	}
}

// count counts the facts and the paragraphs of each section. Facts that are not stated
// cannot be checked.
func (v *verification) count() {
	rows := map[string][]int{}
	for i, row := range v.result.Rows {
		heading := model.JoinPath(row.Heading...)
		rows[heading] = append(rows[heading], i)
	}
	for _, fact := range v.facts {
		if !fact.Stated && !v.failed[fact.Path] {
			continue
		}
		for _, i := range rows[model.JoinPath(fact.Source.Section...)] {
			v.result.Rows[i].Facts++
			if v.failed[fact.Path] {
				v.result.Rows[i].Failed++
			}
		}
	}
	v.result.Failed.Facts = v.result.Total().Failed
	v.result.Failed.Paragraphs = len(v.wrong)
}
