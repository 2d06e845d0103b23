package ask

import (
	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/browse"
	"casebook/tui/document"
)

// What is known of a case, of a row of a view, and of the library.
type (
	// A CaseRead is a case and what is shown beside it.
	CaseRead struct {
		Reply
		Case document.LoadedCase
	}
	// A ProfileRead is the profile of a row of a view.
	ProfileRead struct {
		Reply
		Profile results.Profile
	}
	// An IDRead is the case with an id.
	IDRead struct {
		Reply
		Text, ID string
	}
	// LibraryLearned is the number of cases in the library, and the report of the first.
	LibraryLearned struct {
		Reply
		Total  int
		Report model.Report
	}
	// ReportsNamed are reports of the library, by id.
	ReportsNamed map[string]model.Report
)

// Case asks for a case, with the titles of those it is related to and with its
// report, unless that is known; the reply is a CaseRead.
func (r Request) Case(id string, known browse.ReportParts, ok bool) tea.Cmd {
	return func() tea.Msg {
		c, err := browse.LoadCase(r.ctx, r.library, id, func(string) (browse.ReportParts, bool) { return known, ok })
		return CaseRead{r.reply(err), c}
	}
}

// Profile asks for the profile of a row of a view; the reply is a ProfileRead.
func (r Request) Profile(query model.Query, entry results.Entry) tea.Cmd {
	return func() tea.Msg {
		profile, err := r.library.Profile(r.ctx, query, entry)
		return ProfileRead{r.reply(err), profile}
	}
}

// ID asks for the case with an id; the reply is an IDRead.
func (r Request) ID(text string) tea.Cmd {
	return func() tea.Msg {
		c, err := r.library.Case(r.ctx, text)
		return IDRead{r.reply(err), text, c.ID}
	}
}

// Learn asks for the number of cases, and the report of the first; the message is a
// LibraryLearned.
func (s *Session) Learn() tea.Cmd {
	library, ctx := s.library, s.Context
	return func() tea.Msg {
		page, err := library.Find(ctx, model.Query{Limit: 1})
		learned := LibraryLearned{Reply: Reply{Err: err}, Total: page.Total}
		if err == nil && len(page.Rows) > 0 {
			learned.Report, learned.Err = library.Report(ctx, page.Rows[0].Report)
		}
		return learned
	}
}

// Reports asks for reports; the message is a ReportsNamed.
func (s *Session) Reports(ids []string) tea.Cmd {
	library, ctx := s.library, s.Context
	return func() tea.Msg {
		named := ReportsNamed{}
		for _, id := range ids {
			if report, err := library.Report(ctx, id); err == nil {
				named[id] = report // else its title is its name
			}
		}
		return named
	}
}
