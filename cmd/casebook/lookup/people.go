package lookup

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model"
	"casebook/model/results"
	"casebook/model/safe"
	"casebook/model/word"
)

const peopleHelp = `Print the people in the cases: who they are, and their role in each case.
Groups and unnamed people are included.

With a NAME, as you heard it and in any alphabet, print the people it may mean,
best match first, and how each name matches.`

const peopleExample = `
    $ casebook people --role defendant
    $ casebook people narimbaef
    $ casebook people --category "Social media" --json
`

// maxPeople is the largest number of people that a name may mean.
const maxPeople = 50

// matchLiteral is the value of match in JSON for a literal match.
const matchLiteral = "literally"

func People(p *cli.Program) *cobra.Command {
	name := ""
	find := func(library *db.Library, ctx context.Context, query model.Query) ([]results.PersonEntry, error) {
		if name == "" {
			return library.People(ctx, query)
		}
		return peopleByName(ctx, p, library, query, name)
	}
	command := entriesCommand(p, &cobra.Command{Use: "people [NAME] [filters] [--json]", Short: "List people and their roles", Long: peopleHelp, Example: peopleExample}, find,
		func(e results.PersonEntry) []string {
			about := e.Described
			if e.Status != nil {
				about = append([]model.Description{*e.Status}, about...)
			}
			text := descriptionText(about)
			if text == "" && e.Kind != model.PersonIndividual {
				text = safe.Line(string(e.Kind))
			}
			if e.Match != "" && e.Match != matchLiteral {
				text = strings.TrimSpace("(" + safe.Line(e.Match) + ") " + text)
			}
			return []string{safe.Line(e.Name) + possiblySameIn(e.AlsoIn), text, roles(e.Cases, e.More)}
		})
	command.Args = func(_ *cobra.Command, arguments []string) error {
		name = strings.Join(arguments, " ")
		return nil
	}
	command.ValidArgsFunction = p.CompleteFacet(model.FacetPerson)
	return command
}

// peopleByName returns the people of a query's cases that a name may mean, the best
// match first.
func peopleByName(ctx context.Context, p *cli.Program, library *db.Library, query model.Query, name string) ([]results.PersonEntry, error) {
	found, err := library.NamesOf(ctx, model.FacetPerson, name, maxPeople+1)
	if err != nil {
		return nil, err
	}
	if len(found) > maxPeople && !found[maxPeople].Weak {
		fmt.Fprintf(p.Err, "casebook: note: more than %d people match; only the most likely are listed: add another part of the name\n", maxPeople)
	}
	ways, named, near := matchedNames(found, name)
	if len(named) == 0 {
		hint := "casebook people lists everybody"
		if len(near) > 0 {
			hint = "did you mean " + strings.Join(near[:min(len(near), 3)], ", or ") + "?"
		}
		return nil, &cli.Failure{Code: cli.ExitNothing, Message: "nobody is called " + safe.Line(name), Hint: safe.Line(hint)}
	}
	if chosen := query.Filter[model.FacetPerson]; len(chosen) > 0 {
		named = slices.DeleteFunc(named, func(who string) bool { return !slices.Contains(chosen, who) })
	}
	limit := query.Limit
	query.Limit = 0 // the best matches, not the first rows
	var people []results.PersonEntry
	if len(named) > 0 { // else no filter is needed
		query.Filter = maps.Clone(query.Filter)
		query.Filter[model.FacetPerson] = named
		people, err = library.People(ctx, query)
	}
	if err == nil && len(people) == 0 {
		return nil, &cli.Failure{Code: cli.ExitNothing, Message: "nobody called " + safe.Line(name) + " is in these cases", Hint: "without filters: casebook people " + cli.ShellWords(name)}
	}
	for i := range people {
		people[i].Match = ways[people[i].Name]
	}
	slices.SortStableFunc(people, func(a, b results.PersonEntry) int { return slices.Index(named, a.Name) - slices.Index(named, b.Name) })
	if limit > 0 {
		people = people[:min(limit, len(people))]
	}
	return people, err
}

// matchedNames returns the names that match a name, the best first, with how each
// matches; and the weak matches.
func matchedNames(found []results.NameMatch, name string) (ways map[string]string, named, near []string) {
	ways = map[string]string{}
	for _, m := range found {
		switch _, known := ways[m.Name]; {
		case m.Weak:
			near = append(near, m.Name)
			continue
		case known || len(named) == maxPeople:
			continue
		case m.How != "":
			ways[m.Name] = m.How
		case word.Has(m.Name, name, func(a, b string) bool { return a == b }):
			ways[m.Name] = matchLiteral
		case word.Has(m.Name, name, strings.HasPrefix):
			ways[m.Name] = "begins so"
		default:
			ways[m.Name] = "sounds like"
		}
		named = append(named, m.Name)
	}
	return ways, named, near
}
