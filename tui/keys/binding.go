// Package keys has the bindings of keys: their names, their scopes, their texts in the
// help and the bottom line, and the Latin keys of a Cyrillic keyboard. It must not know
// what the actions do.
package keys

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
)

// A Scope is where a binding works: in a pane or a prompt. Scopes can be combined.
type Scope uint16

const (
	Filters Scope = 1 << iota
	Cases
	View // the list pane, where it shows a view
	Detail
	Help
	Search
	Export
	Commands
	HelpSearch
	Note     // a note is written
	Secret   // a passphrase is asked for
	Question // before leaving
	FacetSearch

	Panes   = Filters | Cases | View | Detail
	Reading = Panes | Help
	Typing  = Search | Export | Commands | HelpSearch | FacetSearch | Note
	Always  = Reading | Typing | Secret | Question
)

// A Binding is the keys of one action, and their texts.
//
// Its package key is the only one of Bubbles that is loaded: the others look for
// clipboard programs on the disk when they are.
type Binding struct {
	key.Binding
	Scope Scope
	Group string // of the help
	Hint  Hint
}

// A Hint is the text of a binding on the bottom line.
type Hint struct {
	Label    string // empty: it is not on the bottom line
	Keys     string // if they differ from the help
	Order    int    // lower comes first; from Last on, at the end of the line
	InDetail int    // the same when a case is read; before those without
}

// Last is the order of the hints at the end of the bottom line.
const Last = 1000

// Bind makes a binding. The keys are named as Bubble Tea names them, with spaces
// between; shown is how people read them. One without a description is not in
// the help, one without a hint not on the bottom line.
func Bind(scope Scope, shown, names, description string, hint ...Hint) Binding {
	b := Binding{Binding: key.NewBinding(key.WithKeys(strings.Fields(names)...), key.WithHelp(shown, description)), Scope: scope}
	if len(hint) > 0 {
		b.Hint = hint[0]
	}
	return b
}

// Takes reports whether the binding has a key and a part of a scope.
func (b Binding) Takes(scope Scope, key string) bool {
	return b.Scope&scope != 0 && slices.Contains(b.Keys(), key)
}

// Shown returns the keys as people read them.
func (b Binding) Shown() string { return b.Help().Key }

// Description returns the help text of the action.
func (b Binding) Description() string { return b.Help().Desc }

// Rank is the position of the hint in a scope; lower comes first.
func (h Hint) Rank(scope Scope) int {
	const others = 100
	switch {
	case scope != Detail:
		return h.Order
	case h.InDetail > 0:
		return h.InDetail
	}
	return others + h.Order
}
