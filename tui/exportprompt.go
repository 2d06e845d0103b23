package tui

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"casebook/model/safe"
	"casebook/tui/document"
	"casebook/tui/text"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// A saving is the line in which the reader names a file for the cases found.
type saving struct {
	input
	open      bool
	marked    bool               // what is marked is written, and not what is found
	sensitive int                // how many of the cases are
	taken     string             // a file that is there already: Enter again replaces it
	cancel    context.CancelFunc // of what is being written; nil: nothing is
}

// A casesWritten says what became of writing the cases found.
type casesWritten struct {
	name  string
	cases int
	err   error
}

// A sensitiveCounted is how many of the cases marked, or of those found, are sensitive.
type sensitiveCounted struct {
	marked bool
	count  int
}

// countSensitive asks how many of the cases to be written are sensitive, since
// the file has them in full.
func (a *App) countSensitive() tea.Cmd {
	a.saving.sensitive = 0
	library, marked, query := a.library, a.saving.marked, a.writes()
	chosen := query.Filter[model.FacetSensitivity]
	return func() tea.Msg {
		counts, err := library.Facets(context.Background(), query)
		if err != nil {
			return nil // they are written all the same
		}
		of := sensitiveCounted{marked: marked}
		for _, facet := range counts.Facets {
			for _, value := range facet.Values {
				if facet.Facet == model.FacetSensitivity && document.Sensitive(model.Sensitivity(value.Value)) && (len(chosen) == 0 || slices.Contains(chosen, value.Value)) {
					of.count += value.Count
				}
			}
		}
		return of
	}
}

// warned takes in how many of the cases to be written are sensitive.
func (a *App) warned(message sensitiveCounted) {
	if message.marked == a.saving.marked {
		a.saving.sensitive = message.count
	}
}

// writes is the query whose cases are written.
func (a *App) writes() model.Query {
	if a.saving.marked {
		return a.marks.query()
	}
	return a.answered.query
}

// firstName is what is suggested for the file: a page to read.
const firstName = "cases.md"

// boxed says whether the keys are typed into a line.
func (a *App) boxed() bool { return a.box() != nil }

// box is the line that is typed in; nil: none.
func (a *App) box() *input {
	switch {
	case a.typing:
		return &a.search
	case a.saving.open:
		return &a.saving.input
	case a.palette.open:
		return &a.palette.input
	case a.finding.open:
		return &a.finding.input
	}
	return nil
}

// startSaving asks for the name of a file.
func (a *App) startSaving() tea.Cmd {
	a.saving.open, a.saving.taken = true, ""
	if a.saving.cancel == nil {
		a.saving.marked = len(a.marks) > 0
	}
	if a.saving.text == "" {
		a.saving.set(firstName)
	}
	a.sayWriting()
	return a.countSensitive()
}

// sayWriting says what the keys do while cases are being written.
func (a *App) sayWriting() {
	if a.saving.cancel != nil {
		a.notice = a.words.Say("Writing %s: Enter browses on meanwhile, Esc stops it.", safe.Line(a.saving.text))
	}
}

// typeName puts typed or pasted text into the name.
func (a *App) typeName(text string) {
	if a.sayWriting(); a.saving.cancel == nil {
		a.saving.insert(text)
		a.saving.taken = ""
	}
}

// save edits the name, begins to write, or gives up.
func (a *App) save(action Action) tea.Cmd {
	running := a.saving.cancel != nil
	switch {
	case action == Cancel:
		if running {
			a.saving.cancel()
		}
		a.saving.open = false
	case action == Accept && running:
		a.saving.open = false
	case running:
		a.sayWriting()
	case action == Other:
		a.saving.marked = len(a.marks) > 0 && !(a.saving.marked && a.list.total > 0)
		a.saving.taken = ""
		return a.countSensitive()
	case action == Accept && strings.TrimSpace(a.saving.text) == "":
		a.notice = a.words.Say("Give the file a name, such as %s.", firstName)
	case action == Accept:
		return a.writeCases(strings.TrimSpace(a.saving.text))
	case a.saving.Update(action):
		a.saving.taken = ""
	}
	return nil
}

// writeCases has the cases found written to a file. One that is there already
// is replaced only if the reader has been told of it.
func (a *App) writeCases(name string) tea.Cmd {
	ctx, cancel := context.WithCancel(context.Background())
	a.saving.cancel = cancel
	a.sayWriting()
	export, query, replace := a.options.Export, a.writes(), name == a.saving.taken
	return func() tea.Msg {
		cases, err := export(ctx, query, name, replace)
		return casesWritten{name, cases, err}
	}
}

// written says what became of the file.
func (a *App) written(message casesWritten) {
	a.saving.cancel()
	a.saving.cancel, a.saving.taken = nil, ""
	switch name := safe.Line(message.name); {
	case errors.Is(message.err, context.Canceled):
		a.notice = a.words.Say("Stopped: %s is not written.", name)
	case errors.Is(message.err, fs.ErrExist) && a.saving.open:
		a.saving.taken = message.name
		a.notice = a.words.Say("%s is there already. Enter replaces it, Esc leaves it.", name)
	case errors.Is(message.err, fs.ErrExist):
		a.notice = a.words.Say("%s was there already and is left as it was. w takes another name.", name)
	case errors.Is(message.err, ErrEnding):
		a.notice = a.words.Say("Not written: end the name in .md .csv .json .jsonl .html .yaml .txt or .bib")
	case message.err != nil:
		a.notice = a.words.Say("Not written: %s", strings.ReplaceAll(message.err.Error(), "\n", " "))
	default:
		a.saving.open = false
		a.notice = a.words.Say("%[1]d case written to %[2]s.|%[1]d cases written to %[2]s.", message.cases, name)
	}
}

// savingLabel is what stands before the name.
func (a *App) savingLabel() string {
	if a.layout.width < mediumWidth {
		if a.saving.marked {
			return " " + a.words.Say("write marked to") + " "
		}
		return " " + a.words.Say("write to") + " "
	}
	if a.saving.marked {
		return " " + a.words.Say("write %d marked case to|write %d marked cases to", len(a.marks)) + " "
	}
	return " " + a.words.Say("write %d case to|write %d cases to", a.list.total) + " "
}

// warning says that the file has sensitive cases in full.
func (a *App) warning() text.Line {
	if a.saving.sensitive == 0 {
		return nil
	}
	return text.Line{text.New(text.Warning, a.words.Say("%d sensitive, in full|%d sensitive, in full", a.saving.sensitive)+" ")}
}

// savingLine is the line with the name, and what its ending may be.
func (a *App) savingLine() text.Line {
	label := text.Line{{Text: a.savingLabel(), Tone: text.Focus}}
	room := a.layout.width - label.Width() - 1
	shown, _ := a.saving.View(room)
	label = append(label, text.Span{Text: shown})
	var beside text.Line
	for _, part := range []text.Line{a.warning(), {{Text: ".md .csv .json .jsonl .html .yaml .txt .bib ", Tone: text.Muted}}} {
		if label.Width()+beside.Width()+part.Width()+2 <= a.layout.width {
			beside = append(beside, part...)
		}
	}
	return text.Justify(label, beside, a.layout.width, "")
}
