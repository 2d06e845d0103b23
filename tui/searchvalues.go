package tui

import (
	tea "charm.land/bubbletea/v2"

	"casebook/model/results"
	"casebook/tui/searchbox"
)

// A valueRead is what the library takes a typed value to mean, best first.
type valueRead struct {
	reply
	typed  searchbox.Value
	values []results.FacetValue
}

// readFields asks what the values in the search box mean, as far as it is not
// known.
func (s *searchBox) readFields() tea.Cmd {
	a := s.app
	var commands []tea.Cmd
	library, request := a.library, a.current
	for _, typed := range s.meanings.Unknown(s.Text, s.At, a.typing()) {
		commands = append(commands, func() tea.Msg {
			values, err := library.Complete(request.ctx, typed.Facet, typed.Text, searchbox.MaxValues)
			return valueRead{request.reply(err), typed, values}
		})
	}
	return tea.Batch(commands...)
}

// readMeant asks which values of filters the plain words in the search box may
// mean. It comes after the rows.
func (s *searchBox) readMeant() tea.Cmd {
	a := s.app
	typed, ok := s.meanings.UnknownPlain(s.Text, s.At)
	if !ok || !a.typing() {
		return nil
	}
	library, request := a.library, a.current
	return func() tea.Msg {
		values, err := library.Complete(request.ctx, typed.Facet, typed.Text, searchbox.MaxValues)
		return valueRead{request.reply(err), typed, values}
	}
}

// onValueRead takes in what a typed value means.
func (a *App) onValueRead(message valueRead) {
	switch {
	case !a.current.wants(message.reply):
		return // the question that took its place has asked for it too
	case message.err != nil:
		a.fail(message.err)
		a.keyboard.ahead = nil
		return
	}
	a.search.meanings.Add(message.typed, message.values)
	a.search.complete()
}

// complete lists what may become of the word at the cursor.
func (s *searchBox) complete() {
	a := s.app
	if !a.typing() {
		s.completion.Hide()
		return
	}
	s.completion.Update(s.Text, s.At, s.meanings, a.words)
}

// takeCompletion puts a row of the completion in the place of what was typed.
func (s *searchBox) takeCompletion() tea.Cmd {
	a := s.app
	switch {
	case !s.completion.Offers():
		return nil
	case !s.completion.InsertInto(&s.Input):
		a.notice = a.words.Say("The search box is full.")
		return nil
	}
	return s.Edited(true)
}
