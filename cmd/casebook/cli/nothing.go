package cli

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"casebook/db"
	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/results"
	"casebook/model/safe"
)

// NothingFound is the failure of a query without results. Its hint names the part that
// excludes everything, as the browser does.
func NothingFound(ctx context.Context, library *db.Library, query model.Query, what string) error {
	failed := &Failure{Code: ExitNothing, Message: "no " + what + " found", Hint: "casebook list without filters shows every case"}
	if counts, err := library.Count(ctx, model.Query{}); err == nil && counts.Total == 0 {
		failed.Hint = "the library is empty; casebook import adds cases"
		return failed
	}
	if words := strings.Fields(query.Text); len(words) == 1 {
		if c, err := library.Case(ctx, words[0]); err == nil {
			failed.Hint = "to read the case of this id: casebook show " + c.ID
			return failed
		}
	}
	if span, ok := model.ReversedSpan(query.Text); ok {
		failed.Hint = "the end of " + safe.Line(span) + " is before its beginning; swap the two"
		return failed
	}
	if hint, err := missingValue(ctx, library, query); err != nil || hint != "" {
		failed.Hint = hint
		return cmp.Or(err, error(failed))
	}
	obstacle, err := library.Obstacle(ctx, query)
	if err != nil {
		return err
	}
	there := func(near string) bool { // the name is in the query, and another word keeps it out
		return obstacle.Cases > 0 && obstacle.Term != "" && strings.Contains(model.Fold(near), model.Fold(obstacle.Without.Text))
	}
	if near, err := nearestNames(ctx, library, query.Text); err != nil {
		return err
	} else if near != "" {
		failed.Hint = "did you mean " + near + "?"
		if there(near) {
			failed.Hint += fmt.Sprintf(" Without %s there would be %s", obstacleName(obstacle), Counted(obstacle.Cases, "case"))
		}
		return failed
	}
	inNumbers := regexp.MustCompile(`^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$`)
	for _, term := range model.ParseText(query.Text) {
		if term.Field != "date" && !inNumbers.MatchString(term.Text) || isDate(term.Text) {
			continue
		}
		if values, err := library.Complete(ctx, model.FacetDate, term.Text, 1); err == nil && len(values) == 0 {
			failed.Hint = fmt.Sprintf("%q is not understood as a date; write 2016-05, 2016-05-21, 28.11.2016 or may 2016", safe.Line(term.Text))
			if dotted := strings.ReplaceAll(term.Text, "/", "."); strings.Contains(term.Text, "/") && isDate(dotted) {
				failed.Hint = fmt.Sprintf("%q may be two days; write %s (the day first) or the year first", term.Text, dotted)
			}
			return failed
		}
	}
	if meant, err := library.Complete(ctx, "", query.Text, 1); err != nil {
		return err
	} else if len(meant) > 0 && flagOf(meant[0].Facet) != "" {
		label := safe.Line(meant[0].Label)
		failed.Hint = fmt.Sprintf("%s %s has %s: casebook list %s %q", meant[0].Facet, label, Counted(meant[0].Count, "case"), flagOf(meant[0].Facet), label)
		return failed
	}
	if obstacle.Cases > 0 && (obstacle.Term == "" || obstacle.Without.Restricted()) { // a word alone leaves every case
		failed.Hint = fmt.Sprintf("without %s there would be %s", obstacleName(obstacle), Counted(obstacle.Cases, "case"))
	}
	return failed
}

// maxValues is the largest number of values in a hint.
const maxValues = 5

// missingValue says that no case has the value that a query asks for in a custom field,
// and lists its values; empty if the query has no such field.
func missingValue(ctx context.Context, library *db.Library, query model.Query) (string, error) {
	for _, term := range model.ParseText(query.Text) {
		if term.Own == "" || term.Not {
			continue
		}
		names, err := library.Complete(ctx, model.FacetFields, term.Own, maxValues)
		if err != nil {
			return "", err
		}
		at := slices.IndexFunc(names, func(v results.FacetValue) bool { return model.FieldKey(v.Label) == model.FieldKey(term.Own) })
		if at < 0 {
			continue
		}
		page, err := library.Find(ctx, model.Query{Text: model.TypedTerms(term), Limit: 1})
		if err != nil || page.Total != 0 {
			return "", err
		}
		values, err := library.Complete(ctx, model.FieldFacet(term.Own), "", maxValues)
		if err != nil {
			return "", err
		}
		hint := fmt.Sprintf("no %s has %q", safe.Line(names[at].Label), safe.Line(term.Text))
		var there []string
		for _, v := range values {
			there = append(there, safe.Line(v.Label))
		}
		if len(there) > 0 {
			hint += "; there are " + strings.Join(there, ", ")
		}
		return hint, nil
	}
	return "", nil
}

// isDate reports whether a text can be read as a date, or as two with .. between them.
func isDate(text string) bool {
	for part := range strings.SplitSeq(text, "..") {
		if _, err := edtf.Parse(part); part != "" && err != nil {
			dates, rest := model.WrittenDates([]model.Term{{Text: part}})
			if len(dates) == 0 || len(rest) > 0 {
				return false
			}
		}
	}
	return true
}

// obstacleName is the part that excludes everything, as it was typed.
func obstacleName(o model.Obstacle) string {
	switch {
	case o.Bound != "":
		return "--" + o.Bound
	case strings.TrimPrefix(o.Term, "-") == "is:draft":
		return "--draft"
	case o.Term != "":
		return safe.Line(o.Term)
	}
	return flagOf(o.Facet)
}

// flagOf returns the flag of a facet; empty: none.
func flagOf(facet model.Facet) string {
	if name, own := facet.OwnField(); own {
		return "--field " + safe.Line(name)
	}
	for _, filter := range FilterFacets {
		if filter.facet == facet {
			return "--" + filter.Flag
		}
	}
	return ""
}

// maxNearest is the largest number of names in a hint.
const maxNearest = 3

// nearestNames returns the names of people, organisations and places that are most
// similar to a text; empty: none is similar.
func nearestNames(ctx context.Context, library *db.Library, text string) (string, error) {
	if strings.TrimSpace(text) == "" {
		return "", nil
	}
	found, err := library.Names(ctx, text, maxNearest)
	if err != nil || len(found) == 0 {
		return "", err
	}
	var names []string
	for _, match := range found {
		if !slices.Contains(names, match.Name) {
			names = append(names, safe.Line(match.Name))
		}
	}
	return Sentence(names), nil
}
