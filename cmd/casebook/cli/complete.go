package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"casebook/db"
	"casebook/model"
	"casebook/model/safe"
)

// RegisterCompletion registers the completion of a flag's value. Over SSH no shell
// completes, and cobra would keep the function as long as the program runs.
func (p *Program) RegisterCompletion(command *cobra.Command, flag string, values completer) {
	if !p.Remote {
		command.RegisterFlagCompletionFunc(flag, values)
	}
}

// A completer returns the values that a shell may complete.
type completer = func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective)

// CompleteFacet completes the values of a facet with how many cases have them.
func (p *Program) CompleteFacet(facet model.Facet) completer {
	return p.complete(func(ctx context.Context, library *db.Library) ([]cobra.Completion, error) {
		counts, err := library.Facets(ctx, model.Query{})
		var values []cobra.Completion
		for _, v := range counts.Of(facet).Values {
			text := v.Value
			if facet == model.FacetPlace {
				text = v.Label
			}
			values = append(values, cobra.CompletionWithDesc(safe.Line(text), Counted(v.Count, "case")))
		}
		return values, err
	})
}

// completeFields completes the values of custom fields.
func (p *Program) completeFields() completer {
	return p.complete(func(ctx context.Context, library *db.Library) ([]cobra.Completion, error) {
		counts, err := library.Facets(ctx, model.Query{})
		var values []cobra.Completion
		for _, f := range counts.Facets {
			name, own := f.Facet.OwnField()
			for _, v := range f.Values {
				if own {
					values = append(values, cobra.CompletionWithDesc(safe.Line(name+"="+v.Value), Counted(v.Count, "case")))
				}
			}
		}
		return values, err
	})
}

// CompleteCases completes the ids of cases with their titles.
func (p *Program) CompleteCases(command *cobra.Command, arguments []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(arguments) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return p.complete(func(ctx context.Context, library *db.Library) ([]cobra.Completion, error) {
		page, err := library.Find(ctx, model.Query{Limit: PageRows})
		var values []cobra.Completion
		for _, row := range page.Rows {
			values = append(values, cobra.CompletionWithDesc(safe.Line(row.ID), safe.Line(fmt.Sprintf("%s: %s", row.Kind, row.Title))))
		}
		return values, err
	})(command, arguments, begun)
}

// complete makes a completion that needs the library. Without a library, or if it would
// have to be updated first, it completes nothing: somebody who is typing should not see
// errors, nor wait.
func (p *Program) complete(values func(context.Context, *db.Library) ([]cobra.Completion, error)) completer {
	return func(command *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		ctx := command.Context()
		if ctx == nil {
			ctx = context.Background()
		}
		library, err := p.openWith(ctx, db.Open)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		defer library.Close()
		found, err := values(ctx, library)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return found, cobra.ShellCompDirectiveNoFileComp
	}
}
