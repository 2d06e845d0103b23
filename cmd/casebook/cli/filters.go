package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"casebook/db"
	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/results"
	"casebook/model/safe"
	"casebook/model/word"
)

// FilterFacets are the filters that are facets, by their names on the command line.
var FilterFacets = []struct {
	Flag  string
	facet model.Facet
	help  string
}{
	{"category", model.FacetCategory, "+ cases in the category `NAME` or below it"},
	{"kind", model.FacetKind, "+ cases of this `KIND`: proceeding, event, law, practice, statistic or treaty"},
	{"person", model.FacetPerson, "+ cases with the person `NAME`"},
	{"org", model.FacetOrganisation, "+ cases with the organisation `NAME`"},
	{"country", model.FacetCountry, "+ cases of reports about the country `NAME`"},
	{"place", model.FacetPlace, "+ cases at the place `NAME` or inside it"},
	{"law", model.FacetLaw, "+ cases with the law or provision `NAME`, such as 419"},
	{"role", model.FacetRole, "+ cases with somebody in this `ROLE`, such as defendant"},
	{"outcome", model.FacetOutcome, "+ cases with this `OUTCOME`, such as prison"},
	{"penalty", model.FacetPenalty, "+ laws with this `PENALTY`, such as fine"},
	{"right", model.FacetRight, "+ cases about this human `RIGHT`, such as privacy"},
	{"not-stated", model.FacetNotStated, "+ cases where the report does not state `WHAT`, such as court"},
	{"report", model.FacetReport, "+ cases of the report with this `ID`, or of a publication by its title"},
}

// Filters are the values of a command's filter flags.
type Filters struct {
	values       map[model.Facet]*texts
	fields       texts     // NAME=VALUE, of custom fields
	notes        io.Writer // for notes beside the answer
	since, until string
	sort         string
	draft        string
	limit        int
	Given        func(flag string) bool // reports whether a flag was given
}

// texts are the values of a flag that can be repeated. pflag's own writes its default
// as CSV, which takes longer than all else about a flag.
type texts []string

// Set implements pflag.Value.
func (t *texts) Set(text string) error {
	*t = append(*t, text)
	return nil
}

// String implements pflag.Value.
func (t *texts) String() string { return strings.Join(*t, ", ") }

// Type implements pflag.Value; completion goes by it that the flag can be repeated.
func (t *texts) Type() string { return "stringArray" }

// AddFilters gives a command the filter flags, with completion from the library.
func (p *Program) AddFilters(command *cobra.Command) *Filters {
	f := &Filters{values: map[model.Facet]*texts{}, notes: p.Err, Given: command.Flags().Changed}
	for _, filter := range FilterFacets {
		f.values[filter.facet] = &texts{}
		command.Flags().Var(f.values[filter.facet], filter.Flag, filter.help)
		command.Flags().SetAnnotation(filter.Flag, FilterFlag, nil)
		p.RegisterCompletion(command, filter.Flag, p.CompleteFacet(filter.facet))
	}
	command.Flags().Var(&f.fields, "field", "cases with a value in a custom field: `NAME=VALUE`, such as Age=30-39")
	command.Flags().SetAnnotation("field", FilterFlag, nil)
	p.RegisterCompletion(command, "field", p.completeFields())
	command.Flags().StringVar(&f.since, "since", "", "cases dated on or after `DATE`, certainly or possibly: 2016, 2016-05 or 2016-05-21")
	command.Flags().StringVar(&f.until, "until", "", "cases dated on or before `DATE`, certainly or possibly")
	command.Flags().StringVar(&f.sort, "sort", string(model.SortReport), "`ORDER`: report (as in the report), date, title, people, outcome or place")
	command.Flags().IntVar(&f.limit, "limit", 0, "at most `N` rows")
	command.Flags().StringVar(&f.draft, "draft", "", "`WHICH`: yes for only drafts, no for no drafts")
	p.RegisterCompletion(command, "draft", cobra.FixedCompletions([]string{"yes", "no"}, cobra.ShellCompDirectiveNoFileComp))
	p.RegisterCompletion(command, "sort", cobra.FixedCompletions(sortNames(), cobra.ShellCompDirectiveNoFileComp))
	for _, flag := range []string{"since", "until", "limit"} {
		p.RegisterCompletion(command, flag, cobra.NoFileCompletions)
	}
	for _, flag := range []string{"since", "until", "draft", "sort", "limit"} {
		command.Flags().SetAnnotation(flag, FilterFlag, nil)
	}
	return f
}

// Query makes a query of the flags, or returns an error for an invalid value.
func (f *Filters) Query(ctx context.Context, library *db.Library) (model.Query, error) {
	query := model.Query{Filter: model.Filter{}, Since: f.since, Until: f.until, Sort: model.Sort(f.sort), Limit: f.limit}
	if !slices.Contains(sortNames(), f.sort) {
		return query, Usage("write "+Sentence(sortNames())+" after --sort", "there is no order %q", f.sort)
	}
	if f.Given("limit") && f.limit < 1 {
		return query, Usage("write a number, such as --limit 10; without --limit all rows are listed", "--limit must be at least 1, not %d", f.limit)
	}
	switch f.draft {
	case "":
	case "yes":
		query.Text = "is:draft"
	case "no":
		query.Text = "-is:draft"
	default:
		return query, Usage("write yes or no after --draft", "--draft cannot be %q", f.draft)
	}
	var bounds [2]edtf.Date
	for i, bound := range []struct{ flag, text string }{{"since", f.since}, {"until", f.until}} {
		if bound.text == "" && !f.Given(bound.flag) {
			continue
		}
		var err error
		if bounds[i], err = edtf.Parse(bound.text); err != nil {
			wrong, _, _ := strings.Cut(err.Error(), ": write ") // an interval is not a valid bound
			return query, Usage("write a year, a month or a day, such as 2016, 2016-05 or 2016-05-21", "--%s: %s", bound.flag, wrong)
		}
	}
	if last := bounds[1].Latest(); f.since != "" && f.until != "" && last != "" && bounds[0].Earliest() > last {
		return query, Usage("swap the two dates", "--since %s is after --until %s", f.since, f.until)
	}
	for _, filter := range FilterFacets {
		for _, text := range *f.values[filter.facet] {
			values, err := library.Resolve(ctx, filter.facet, text)
			if err != nil {
				return query, err
			}
			f.noteMeaning(filter.Flag, text, filter.facet, values)
			query.Filter[filter.facet] = append(query.Filter[filter.facet], values...)
		}
	}
	for _, text := range f.fields {
		name, value, ok := strings.Cut(text, "=")
		if !ok {
			return query, Usage("write the field, = and the value, such as --field Sex=female; casebook facets lists them", "--field cannot be %q", text)
		}
		facet, err := ownField(ctx, library, name)
		if err != nil {
			return query, err
		}
		values, err := library.Resolve(ctx, facet, value)
		if err != nil {
			return query, err
		}
		f.noteMeaning("field", value, facet, values)
		query.Filter[facet] = append(query.Filter[facet], values...)
	}
	return query, f.noteNamesakes(ctx, library, query)
}

// ownField returns the facet of a custom field by its name, in capitals or not.
func ownField(ctx context.Context, library *db.Library, name string) (model.Facet, error) {
	counts, err := library.Facets(ctx, model.Query{})
	if err != nil {
		return "", err
	}
	var names []string
	for _, facet := range counts.Facets {
		known, own := facet.Facet.OwnField()
		if own && model.Fold(known) == model.Fold(strings.TrimSpace(name)) {
			return facet.Facet, nil
		}
		if own {
			names = append(names, known)
		}
	}
	hint := "this library has no custom fields that are numbers or choices"
	if near, ok := model.Nearest(name, names); ok {
		hint = "did you mean " + near + "?"
	} else if len(names) > 0 {
		hint = "there are " + strings.Join(names, ", ")
	}
	return "", Usage(hint, "no field is called %q", name)
}

// noteMeaning prints which values a filter means, if they do not contain its words or
// are several places.
func (f *Filters) noteMeaning(flag, text string, facet model.Facet, values []string) {
	names, separator := values, ", "
	several := false
	if facet == model.FacetPlace {
		separator = "; "
		names = make([]string, len(values))
		own := map[string]int{}
		for i, value := range values {
			path := model.SplitPath(value)
			names[i] = path[len(path)-1]
			own[names[i]]++
		}
		for i, value := range values {
			if path := model.SplitPath(value); own[names[i]] > 1 {
				several = true
				slices.Reverse(path)
				names[i] = strings.Join(path, ", ")
			}
		}
	}
	if !several && !slices.ContainsFunc(values, func(value string) bool { return !word.Has(value, text, strings.Contains) }) {
		return
	}
	fmt.Fprintf(f.notes, "casebook: note: for --%s %s, using %s\n", flag, safe.Line(text), safe.Line(someOf(names, separator)))
}

// maxNamed is how many names a note has.
const maxNamed = 3

// someOf returns the first names of a list, and how many more there are.
func someOf(names []string, separator string) string {
	some := strings.Join(names[:min(len(names), maxNamed)], separator)
	if more := len(names) - maxNamed; more > 0 {
		some += fmt.Sprintf(" and %d more", more)
	}
	return some
}

// noteNamesakes says that a name of several reports may not be the same person: the
// cases are shown together.
func (f *Filters) noteNamesakes(ctx context.Context, library *db.Library, query model.Query) error {
	chosen := query.Filter[model.FacetReport]
	for _, facet := range []model.Facet{model.FacetPerson, model.FacetOrganisation, model.FacetPlace, model.FacetLaw} {
		for _, name := range query.Filter[facet] {
			if facet == model.FacetLaw { // without the provision
				name = model.JoinPath(model.SplitPath(name)[0])
			}
			groups, err := library.Namesakes(ctx, facet, name)
			if err != nil {
				return err
			}
			var reports []string
			for _, group := range groups {
				if at := slices.IndexFunc(group, func(id string) bool { return len(chosen) == 0 || slices.Contains(chosen, id) }); at >= 0 {
					reports = append(reports, group[at])
				}
			}
			if len(reports) < 2 || name == model.NotStated {
				continue
			}
			fmt.Fprintf(f.notes, "casebook: note: %s is in several reports (%s) and may not be the same; --report chooses one\n", safe.Line(name), safe.Line(someOf(reports, ", ")))
		}
	}
	return nil
}

func sortNames() []string {
	var names []string
	for _, sort := range model.Sorts() {
		names = append(names, string(sort))
	}
	return names
}

// Total returns the number of cases of a query, also if its page does not have it.
func Total(ctx context.Context, library *db.Library, query model.Query, page results.Page) (all, possible int, err error) {
	if page.Total >= 0 {
		return page.Total, page.Possible, nil
	}
	counts, err := library.Count(ctx, query)
	return counts.Total, counts.Possible, err
}

// FacetName returns the name of a facet, or of a custom field.
func FacetName(facet model.Facet) string {
	if name, own := facet.OwnField(); own {
		return name
	}
	return string(facet)
}
