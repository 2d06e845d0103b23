package db

import (
	"strings"

	"casebook/model"
	"casebook/model/edtf"
)

// mostTerms is how many terms of a text are asked for. Nobody types more; a
// pasted page must not hold the library up.
const mostTerms = 64

// fields are the facets that the fields of a text ask in; date has conditions
// of its own, and what is marked is not the library's to know.
var fields = map[string]model.Facet{
	"person": model.FacetPerson, "org": model.FacetOrganisation, "place": model.FacetPlace, "law": model.FacetLaw,
	"category": model.FacetCategory, "kind": model.FacetKind, "role": model.FacetRole, "outcome": model.FacetOutcome,
}

// textRestriction turns what a person typed into the rows to look at.
func textRestriction(text string) restriction {
	terms := model.ParseText(text)
	if len(terms) > mostTerms {
		terms = terms[:mostTerms]
	}
	var match, exclude []string
	var conditions []condition
	for _, term := range terms {
		if term.Field == "" {
			if term.Not {
				exclude = append(exclude, quote(term))
			} else {
				match = append(match, quote(term))
			}
			continue
		}
		var c condition
		if term.Field == "date" {
			c = dateCondition(term)
		} else if facet, known := fields[term.Field]; known {
			c = wordsCondition(facet, term)
		} else {
			continue
		}
		if term.Not {
			c.sql = "NOT " + c.sql
		}
		conditions = append(conditions, c)
	}
	// All of one kind side by side: FTS5 limits how deep an expression may be nested, not how wide.
	without := strings.Join(exclude, " OR ")
	if len(match) == 0 {
		r := everything()
		if len(exclude) > 0 {
			r.add(condition{"{number} NOT IN (SELECT rowid FROM text WHERE text MATCH ?)", []any{without}})
		}
		r.add(conditions...)
		return r
	}
	expression := "(" + strings.Join(match, " AND ") + ")"
	if len(exclude) > 0 {
		expression += " NOT (" + without + ")"
	}
	r := matching(expression)
	r.add(conditions...)
	return r
}

// quote writes a term as a string of FTS5's query language, in which nothing
// but a quotation mark means anything, and which ends at a NUL.
func quote(term model.Term) string {
	quoted := `"` + strings.NewReplacer(`"`, `""`, "\x00", " ").Replace(term.Text) + `"`
	if term.Prefix {
		quoted += "*"
	}
	return quoted
}

// wordsCondition asks for the cases with a value that has all the words of a
// term, in its own name or in another one. A word may be the beginning of a
// longer one, unless it is quoted.
func wordsCondition(facet model.Facet, term model.Term) condition {
	sql := `{number} IN (SELECT tag."case" FROM tag WHERE tag.value IN (SELECT v.number FROM facet_value v WHERE v.facet = ?`
	args := []any{string(facet)}
	list := split(term.Text)
	if term.Phrase {
		list = []string{strings.Join(list, " ") + " "}
	}
	for _, word := range list {
		sql += " AND (instr(v.words, ?) OR EXISTS (SELECT 1 FROM entity e WHERE e.value = v.number AND instr(e.words, ?)))"
		args = append(args, " "+word, " "+word)
	}
	return condition{sql + "))", args}
}

// dateCondition asks for the cases that may lie in the time that a term
// names: a date in EDTF, two of them with .. between, or words such as May
// 2016.
func dateCondition(term model.Term) condition {
	since, until, isRange := strings.Cut(term.Text, "..")
	if !isRange {
		until = since
	}
	from, to, err := bounds(since, until)
	if err != nil {
		return wordsCondition(model.FacetDate, term)
	}
	return within(from, to)
}

// within asks for the cases of which a date may lie between two days.
func within(from, to string) condition {
	return condition{`EXISTS (SELECT 1 FROM date WHERE date."case" = {number} AND date.earliest <= ? AND date.latest >= ?)`, []any{to, from}}
}

// bounds returns the first day of since and the last day of until, both in
// EDTF and empty for an open end.
func bounds(since, until string) (from, to string, err error) {
	from, to = firstDay, lastDay
	if since != "" {
		date, err := edtf.Parse(since)
		if err != nil {
			return "", "", err
		}
		from, _ = days(date)
	}
	if until != "" {
		date, err := edtf.Parse(until)
		if err != nil {
			return "", "", err
		}
		_, to = days(date)
	}
	return from, to, nil
}
