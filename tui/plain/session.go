// Package plain is a session in plain lines: a person types commands, and each answer
// is lines of text, with the numbers to type next. It knows the documents and package
// browse. It must not know a screen: no cursor, no key, no colour.
package plain

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"casebook/model"
	"casebook/model/results"
	"casebook/model/source"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/words"
)

// Options are what a session in plain lines may ask for.
type Options struct {
	Source   map[string]source.Copy // the reader's own copy of a report, by report id
	Open     string                 // the id of a case to begin with
	Text     string                 // a search to begin with
	Language string                 // of the interface, as a locale writes it; empty: as the environment asks
	ASCII    bool                   // no punctuation of the program's own beyond ASCII; so too where words.UTF8 says so
	Export   browse.Exporter        // nil: the session writes no file
	Keeper   browse.Keeper          // of what the reader writes down; nil: it ends with the session
	Lock     time.Duration          // without a line, after which what is kept is locked; 0: never
	Remote   bool                   // the reader sits at another computer than this one: nothing is written here

	Environment []string // the session's environment as KEY=value; nil: the process's own
}

// Lines are what a session reads and writes.
type Lines struct {
	In     io.Reader
	Out    io.Writer
	Width  int  // the width at which lines are wrapped, in columns; 0: no wrapping
	Prompt bool // a person types the lines, after a prompt

	// Secret asks for a passphrase without echo. nil: it is the next line of In.
	Secret func(ctx context.Context, prompt string) ([]byte, error)

	// Stops gets a value when the person presses ctrl+z, and Stop suspends the program
	// until it is resumed. nil: the system does it.
	Stops <-chan os.Signal
	Stop  func()
}

// A session is one run of the browser in plain lines, for screen readers, braille
// displays, line terminals, very slow links and scripts.
type session struct {
	library  results.Library
	options  Options
	words    words.Words
	glyphs   text.Glyphs
	width    int
	prompt   bool
	out      *bufio.Writer
	commands []command
	secret   func(ctx context.Context, prompt string) ([]byte, error)

	at    page   // where the reader is
	trail []page // where the reader came from
	own   own

	all      int                 // how many cases the library has
	total    int                 // how many are in the list
	names    []results.NameMatch // those offered below the list
	obstacle model.Obstacle      // where nothing is found
	loaded   document.LoadedCase // the current case
	links    []document.Link     // of the case, by number - 1
	rows     []browse.Choice     // facets or values to choose from, by number - 1
	filters  browse.FilterTree   // the counts and labels of values
	entries  results.EntryPage   // the last of a view
	report   model.Report        // the first, or the only one

	reports     map[string]browse.ReportParts // those of the cases read so far, by id
	reportNames map[string]string             // the reports, by id, where there are several
	typed       string                        // the current command
	repeat      string                        // the command that waits to be repeated
	said        map[string]bool               // the texts that were said already and are said only once
	done        bool                          // the session ends
}

// maxTrail is the largest number of pages to go back to.
const maxTrail = 200

// Run reads commands and answers them until the reader quits, the input ends or
// ctx does. None of these is an error.
func Run(ctx context.Context, library results.Library, options Options, lines Lines) error {
	if options.Environment == nil {
		options.Environment = os.Environ()
	}
	options.ASCII = options.ASCII || !words.UTF8(options.Environment)
	options.Language = words.Language(options.Language, options.Environment)
	p := newSession(library, options, lines)
	p.begin(ctx)
	in := newInput(lines.In)
	defer in.close()
	if p.secret == nil {
		p.secret = in.secret
	}
	for !p.done {
		if p.prompt {
			p.out.WriteString("> ")
		}
		if err := p.out.Flush(); err != nil {
			return fmt.Errorf("write the answer: %w", err)
		}
		idle, stop := p.idle()
		select {
		case <-ctx.Done():
			p.done = true
		case <-idle:
			p.lockIdle(ctx)
			continue
		case <-lines.Stops:
			if stop(); p.own.Unlocked {
				p.lockIdle(ctx)
				p.out.Flush()
			}
			lines.Stop()
			continue
		case l, more := <-in.next():
			in.waiting = false
			if stop(); more {
				p.onLine(ctx, l)
				continue
			}
			p.done = true
		}
		stop()
		if p.prompt {
			p.out.WriteString("\n") // the shell goes on below the sign
		}
	}
	p.finish(ctx)
	if err := p.out.Flush(); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return nil
}

func newSession(library results.Library, options Options, lines Lines) *session {
	w := words.New(options.Language)
	p := &session{
		library: library, options: options, words: w, glyphs: text.SpokenGlyphs(w), width: lines.Width, prompt: lines.Prompt,
		out: bufio.NewWriter(lines.Out), commands: commands(), secret: lines.Secret, own: own{Own: browse.Own{Keeper: options.Keeper}},
		filters: browse.FilterTree{Words: w}, reports: map[string]browse.ReportParts{}, reportNames: map[string]string{}, said: map[string]bool{},
	}
	if options.Remote {
		p.commands = withoutWriting(p.commands)
	} else if options.Export == nil {
		p.commands = slices.DeleteFunc(p.commands, func(c command) bool { return c.word == "export" })
	}
	if options.Keeper == nil {
		p.commands = slices.DeleteFunc(p.commands, func(c command) bool { return c.word == "keep" || c.word == "lock" })
	}
	return p
}

// begin writes the first lines, and shows the cases, a search or a case.
func (s *session) begin(ctx context.Context) {
	if err := s.learn(ctx); err != nil {
		s.fail(ctx, err)
		return
	}
	if len(s.reportNames) > 1 {
		s.answer("casebook: %d report|casebook: %d reports", len(s.reportNames))
	} else {
		s.line("casebook: " + s.format().Join(s.report.Name(), s.report.Author()))
	}
	s.answer("To read a case, type its number. To search, type \"%s\" and a name or word. \"%s\" lists the commands; \"%s\" ends casebook.", s.command("find"), s.command("help"), s.command("quit"))
	if s.own.CanUnlock() {
		s.answer("Your notes are locked. Type \"%s\" to open them.", s.command("notes"))
	}
	first := page{text: s.options.Text}
	if s.options.Open != "" {
		first = page{kind: pageCase, id: s.options.Open, index: -1}
	}
	if err := s.show(ctx, first); err != nil {
		s.fail(ctx, err)
	}
}

// learn asks how many cases the library has, and for the names of its reports.
func (s *session) learn(ctx context.Context) error {
	counts, err := s.library.Facets(ctx, model.Query{})
	if err != nil {
		return err
	}
	s.all, s.total = counts.Total, counts.Total
	s.filters.Set(counts, nil)
	named := map[string]model.Report{}
	for _, value := range s.filters.Reports() {
		if named[value.Value], err = s.library.Report(ctx, value.Value); err != nil {
			return err
		}
	}
	browse.NameReports(s.reportNames, named, s.glyphs.Dot)
	page, err := s.library.Find(ctx, model.Query{Limit: 1})
	if err == nil && len(page.Rows) > 0 {
		s.report, err = s.library.Report(ctx, page.Rows[0].Report)
	}
	return err
}

// fail writes that the library could not answer.
func (s *session) fail(ctx context.Context, err error) {
	if ctx.Err() == nil && !errors.Is(err, context.Canceled) {
		s.line(browse.Failure(s.words, s.options.Remote, err))
	}
}

// format returns how documents are laid out.
func (s *session) format() document.Format {
	return document.Format{
		Glyphs: s.glyphs, Words: s.words, Width: s.columns(), Plain: true, Numbered: true, Marked: s.own.Marks(), Notes: s.own.Book.Notes,
		Search: model.ParseText(s.at.text), Sort: s.at.sort, SeveralReports: len(s.reportNames) > 0, ReportNames: s.reportNames,
	}
}
