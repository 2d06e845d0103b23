package tui

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"casebook/model"
	"casebook/model/safe"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/words"
)

// Lines are what a plain session reads and writes.
type Lines struct {
	In     io.Reader
	Out    io.Writer
	Width  int  // columns after which a line is broken, between words; 0: lines stay whole
	Prompt bool // a person types the lines, and is asked for each with a sign
}

// A plain session is the browser as numbered lines and prompts: for screen
// readers, braille lines, line terminals, very slow links and scripts. It only
// ever writes one line after the other.
type plain struct {
	library  browse.Library
	options  Options
	words    words.Words
	glyphs   text.Glyphs
	width    int
	prompt   bool
	out      *bufio.Writer
	commands []plainCommand

	at    stop   // where the reader is
	way   []stop // where the reader came from
	marks browse.Marks

	all     int                 // how many cases the library has
	total   int                 // how many are in the list
	names   []model.NameMatch   // those offered below the list
	inWay   model.Obstacle      // where nothing is found
	reading document.LoadedCase // the case at hand
	links   []document.Link     // those of the case, by their number less one
	rows    []browse.Choice     // facets or values to choose from, by their number less one
	filters browse.FilterTree   // the counts, and what values are called
	entries model.EntryPage     // the last of a view
	report  model.Report        // the first, or the only one

	reports map[string]browse.ReportParts // those of the cases read so far, by id
	called  map[string]string             // the reports, by id, where there are several
	taken   string                        // the name of a file that is there already
	told    map[string]bool               // what needs saying only once
	left    bool                          // the reader has typed quit
}

// maxLine is the length in bytes of the longest line that is taken in.
const maxLine = 1000

// RunPlain is the browser in plain lines, until the reader leaves it, the input
// ends or ctx does. None of these is an error.
func RunPlain(ctx context.Context, library browse.Library, options Options, lines Lines) error {
	all := options.Environment
	if all == nil {
		all = os.Environ()
	}
	options.ASCII = options.ASCII || !UTF8(all)
	p := newPlain(library, options, lines)
	p.begin(ctx)
	typed := make(chan typedLine)
	done := make(chan struct{})
	defer close(done)
	go readLines(lines.In, typed, done)
	for !p.left {
		if p.prompt {
			p.out.WriteString("> ")
		}
		if err := p.out.Flush(); err != nil {
			return fmt.Errorf("write the answer: %w", err)
		}
		select {
		case <-ctx.Done():
			p.left = true
		case l, more := <-typed:
			if more {
				p.take(ctx, l)
				continue
			}
			p.left = true
		}
		if p.prompt {
			p.out.WriteString("\n") // the shell goes on below the sign
		}
	}
	if err := p.out.Flush(); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return nil
}

func newPlain(library browse.Library, options Options, lines Lines) *plain {
	w := words.New(options.spoken())
	p := &plain{
		library: library, options: options, words: w, glyphs: text.SpokenGlyphs(w), width: lines.Width, prompt: lines.Prompt,
		out: bufio.NewWriter(lines.Out), commands: plainCommands(),
		filters: browse.FilterTree{Words: w}, reports: map[string]browse.ReportParts{}, called: map[string]string{}, told: map[string]bool{},
	}
	if options.Export == nil {
		p.commands = slices.DeleteFunc(p.commands, func(c plainCommand) bool { return c.word == "export" })
	}
	return p
}

// begin greets, and shows the cases, a search, or the case to begin with.
func (p *plain) begin(ctx context.Context) {
	if err := p.learn(ctx); err != nil {
		p.fail(ctx, err)
		return
	}
	if len(p.called) > 1 {
		p.answer("casebook: %d report|casebook: %d reports", len(p.called))
	} else {
		p.line("casebook: " + p.writing().Join(p.report.Name(), p.report.Publisher))
	}
	p.answer("Type the number of a case to read it, %s and a name or a word to search, %s for all that can be typed, %s to leave.", p.command("find"), p.command("help"), p.command("quit"))
	first := stop{text: p.options.Text}
	if p.options.Open != "" {
		first = stop{kind: stopCase, id: p.options.Open, index: -1}
	}
	if err := p.show(ctx, first); err != nil {
		p.fail(ctx, err)
	}
}

// learn asks how many cases the library has, and what its reports are called.
func (p *plain) learn(ctx context.Context) error {
	counts, err := p.library.Facets(ctx, model.Query{})
	if err != nil {
		return err
	}
	p.all, p.total = counts.Total, counts.Total
	p.filters.Set(counts, nil)
	named := map[string]model.Report{}
	for _, value := range p.filters.Reports() {
		if named[value.Value], err = p.library.Report(ctx, value.Value); err != nil {
			return err
		}
	}
	browse.NameReports(p.called, named, p.glyphs.Dot)
	page, err := p.library.Find(ctx, model.Query{Limit: 1})
	if err == nil && len(page.Rows) > 0 {
		p.report, err = p.library.Report(ctx, page.Rows[0].Report)
	}
	return err
}

// A typedLine is a line of the input, without what ends it.
type typedLine struct {
	text string
	long bool // longer than is taken in; text is its beginning
}

// readLines reads lines until the input ends or done is closed.
func readLines(in io.Reader, typed chan<- typedLine, done <-chan struct{}) {
	defer close(typed)
	reader := bufio.NewReaderSize(in, maxLine+2)
	for {
		part, more, err := reader.ReadLine()
		l := typedLine{string(part), more || len(part) > maxLine}
		for more && err == nil {
			_, more, err = reader.ReadLine()
		}
		if err != nil && !l.long {
			return
		}
		select {
		case typed <- l:
		case <-done:
			return
		}
		if err != nil {
			return
		}
	}
}

// take does what a line asks for, or says why it cannot.
func (p *plain) take(ctx context.Context, l typedLine) {
	switch {
	case l.long:
		p.answer("That line is too long and was not read. A line has %d letters at the most.", maxLine)
		return
	case !utf8.ValidString(l.text):
		p.answer("That line was not understood: it is not in UTF-8. Set the terminal to UTF-8, or type Latin letters.")
		return
	}
	text := typeable(l.text)
	if text == "" && strings.TrimSpace(l.text) != "" {
		p.answer("That key does nothing here. Type %s for what can be typed.", p.command("help"))
		return
	}
	c, rest, near := parsePlain(p.commands, p.words, text)
	if c == nil {
		p.unknown(text, near)
		return
	}
	if c.word != "export" {
		p.taken = ""
	}
	if err := c.do(p, ctx, rest); err != nil {
		p.fail(ctx, err)
	}
}

// typeable is what was typed without what keys that are no letters send.
func typeable(typed string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case safe.Unsafe(r):
			return -1
		}
		return r
	}, ansi.Strip(typed)))
}

// fail says that the library could not answer. The reader stays where they were.
func (p *plain) fail(ctx context.Context, err error) {
	if ctx.Err() == nil && !errors.Is(err, context.Canceled) {
		p.answer("The library could not answer: %v", err)
	}
}

// answer writes one thing said, by its English form in the catalogue.
func (p *plain) answer(text string, arguments ...any) {
	p.line(p.words.Word(text, arguments...))
}

// once answers what needs saying only once in a session.
func (p *plain) once(text string, arguments ...any) {
	if !p.told[text] {
		p.told[text] = true
		p.answer(text, arguments...)
	}
}

// line writes one line of text, broken between words where it is too wide.
func (p *plain) line(s string) { p.lines(text.Wrap(text.Line{text.New(text.Normal, s)}, p.columns())) }

func (p *plain) lines(lines []text.Line) {
	for _, l := range lines {
		p.write(strings.TrimRight(l.String(), " "))
	}
}

func (p *plain) columns() int {
	if p.width <= 0 {
		return unbroken
	}
	return p.width
}

// numbered writes a line that can be chosen by its number.
func (p *plain) numbered(number int, text string) { p.line(strconv.Itoa(number) + ". " + text) }

// command is a command's word in the reader's language.
func (p *plain) command(english string) string { return p.words.Word(english) }

// writing is how facts become lines here.
func (p *plain) writing() document.Format {
	return document.Format{
		Glyphs: p.glyphs, Words: p.words, Width: p.columns(), Plain: true, Marked: p.marks,
		Search: model.ParseText(p.at.text), SeveralReports: len(p.called) > 0,
	}
}

// unbroken is the width of lines that are left whole.
const unbroken = 1 << 20

// setWidth sets after how many columns a line is broken.
func (p *plain) setWidth(_ context.Context, text string) error {
	number, err := strconv.Atoi(text)
	switch off := model.Fold(text) == "off" || model.Fold(text) == model.Fold(p.command("off")); {
	case off || err == nil && number == 0:
		p.width = 0
		p.answer("Lines are left whole.")
	case err == nil && number >= 20 && number <= 500:
		p.width = number
		p.answer("Lines are broken after %d letters at the most.", number)
	default:
		p.answer("Type %s and a number from 20 to 500, or %s to leave lines whole.", p.command("width"), p.command("off"))
	}
	return nil
}
