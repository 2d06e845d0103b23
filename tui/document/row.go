package document

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/text"
)

// Row returns the lines of a case in a list: its title, then the people and the
// outcome, or the match of the search.
func (f Format) Row(row results.Row, title text.Tone, lines int) []text.Line {
	f = f.AlsoMark(row.MatchName)
	drawn := f.lines(text.Mark(title, row.Title, f.terms("", "title")), lines)
	room := lines - len(drawn)
	if room == 0 { // beside the end of the title, where there is room
		end := drawn[lines-1]
		if f.Width -= f.Glyphs.Width(end) + f.Glyphs.Columns(f.Glyphs.Dot); f.Width >= minSummary {
			drawn[lines-1] = append(append(end, text.Span{Text: f.Glyphs.Dot, Tone: text.Muted}), f.Glyphs.Truncate(f.secondLine(row), f.Width, f.Glyphs.Tail)...)
		}
		return drawn
	}
	f.Width -= len(hangingIndent)
	said := f
	for said.Width = f.Width * room; said.Width > f.Width && len(f.Glyphs.Wrap(said.secondLine(row), f.Width)) > room; {
		said.Width -= 4 // breaking between words takes room
	}
	for _, l := range f.lines(said.secondLine(row), room) {
		drawn = append(drawn, append(text.Line{{Text: hangingIndent}}, l...))
	}
	return drawn
}

// hangingIndent is the indent of a row's lines after the first.
const hangingIndent = "  "

// lines wraps a line to the width of the format, into at most so many lines.
func (f Format) lines(l text.Line, most int) []text.Line {
	rows := f.Glyphs.Wrap(l, f.Width)
	if len(rows) == 0 {
		return []text.Line{nil}
	}
	if len(rows) <= most {
		return rows
	}
	last := rows[most-1]
	for _, row := range rows[most:] {
		last = append(append(last, text.Span{Text: " "}), row...)
	}
	return append(rows[:most-1:most-1], f.Glyphs.Truncate(last, f.Width, f.Glyphs.Tail))
}

// minSummary is the minimum width of a summary, in columns.
const minSummary = 12

// secondLine returns the line below the title of a case in a list. If several reports
// are listed it ends with the name of the case's report.
func (f Format) secondLine(row results.Row) text.Line {
	second := f.answer(row)
	if name := f.ReportNames[row.Report]; name != "" {
		second = append(second, text.New(text.Muted, f.Glyphs.Dot+name))
	}
	return second
}

// answer returns whom a case is about and the outcome, or what the search found in it.
func (f Format) answer(row results.Row) (second text.Line) {
	if row.Draft {
		second = text.Line{text.New(text.Warning, f.Words.Say("draft")), {Text: f.Glyphs.Dot, Tone: text.Muted}}
	}
	if row.Possible {
		second = append(second, text.New(text.Warning, f.Words.Say("possible date")), text.Span{Text: f.Glyphs.Dot, Tone: text.Muted})
	}
	if row.Sensitivity.IsSensitive() {
		if row.Match != "" {
			second = append(second, text.New(text.Warning, f.matchWay(row.Match)), text.Span{Text: f.Glyphs.Dot, Tone: text.Muted})
		}
		return append(second, text.New(text.Muted, f.Words.Word(string(row.Kind))+f.Glyphs.Dot+f.Words.Say("sensitive: %s", f.sensitivity(row.Sensitivity))))
	}
	if row.Match != "" {
		second = append(second, text.Mark(text.Warning, f.MatchLabel(row.Match, row.MatchName), f.terms("", "person"))...)
		second = append(second, text.Span{Text: f.Glyphs.Dot, Tone: text.Muted})
		f.Width -= f.Glyphs.Width(second)
		return append(second, f.summary(row)...)
	}
	f.Width -= f.Glyphs.Width(second)
	summary := f.summary(row)
	people := text.Mark(text.Normal, strings.Join(row.People, ", "), f.terms("", "person"))
	if ended := f.Join(f.rowOutcome(row), f.rowDate(row)); people.Matches() > 0 && ended != "" {
		people = append(people, text.New(text.Muted, f.Glyphs.Dot+ended))
	}
	switch {
	case len(f.Search) > 0 && people.Matches() > 0 && summary.Matches() == 0:
		second = append(second, f.fromMatch(people)...)
	case len(f.Search) > 0 && row.Snippet != "" && summary.Matches() == 0:
		second = append(second, f.fromMatch(text.Mark(text.Normal, row.Snippet, f.terms("")))...)
	default:
		second = append(second, summary...)
	}
	return second
}

// PlainRow returns a case in a list as a line: its title, how it was found if not
// literally, the people, the outcome, and the match of the search.
func (f Format) PlainRow(row results.Row) string {
	standing, possible := f.status(row.ID, row.Draft), ""
	if row.Possible {
		possible = f.Words.Say("possible date")
	}
	if row.Sensitivity.IsSensitive() {
		return joinTitle(row.Title, f.Join(standing, possible, f.Words.Word(row.Match), f.Words.Word(string(row.Kind)), f.Words.Say("sensitive: %s", f.sensitivity(row.Sensitivity))))
	}
	found := ""
	if people := strings.Join(row.People, f.Glyphs.Dot); row.Match == "" && len(f.Search) > 0 {
		found = row.Snippet
		if len(model.Marks(people, f.terms("", "person"))) > 0 {
			found = people
		}
	}
	summary := f.summary(row)
	if summary.Matches() > 0 {
		found = ""
	}
	return joinTitle(row.Title, f.Join(standing, possible, f.MatchLabel(row.Match, row.MatchName), summary.String(), found, f.ReportNames[row.Report]))
}

// joinTitle joins a title and the text after it with a full stop, since titles have
// commas.
func joinTitle(title, rest string) string {
	if rest == "" {
		return title
	}
	return title + ". " + rest
}

// fromMatch cuts the beginning of a line if its first match would not be visible.
func (f Format) fromMatch(l text.Line) text.Line {
	before := 0
	for i, p := range l {
		if p.Tone == text.Match {
			if before+f.Glyphs.Width(text.Line{p}) <= f.Width || i == 0 {
				return l
			}
			lead := f.Glyphs.Cells(l[:i])
			lead = lead[max(len(lead)-f.Width/3, 0):]
			return append(append(text.Line{{Text: f.Glyphs.Tail, Tone: text.Muted}}, text.Merge(lead)...), l[i:]...)
		}
		before += f.Glyphs.Width(text.Line{p})
	}
	return l
}

// summary returns the people of a case, the outcome and the date; without people its
// kind, date and category. In a list sorted by date, the date comes first.
func (f Format) summary(row results.Row) text.Line {
	date := f.rowDate(row)
	if f.Sort != model.SortDate || date == "" {
		return f.whoAndWhat(row, date)
	}
	lead := text.New(text.Muted, date+f.Glyphs.Dot)
	if f.Width > 0 {
		f.Width = max(f.Width-f.Glyphs.Width(text.Line{lead}), 1)
	}
	return append(text.Line{lead}, f.whoAndWhat(row, "")...)
}

// whoAndWhat is a summary whose date comes last.
func (f Format) whoAndWhat(row results.Row, date string) text.Line {
	ended := f.rowOutcome(row)
	if len(row.Concerned) > 0 {
		names, short := strings.Join(row.Concerned, ", "), row.Concerned[0]
		if others := len(row.Concerned) - 1; others > 0 {
			short = f.Words.Say("%[2]s and %[1]d other|%[2]s and %[1]d others", others, short)
		}
		forms := []string{f.Join(names, ended, date), f.Join(short, ended, date), f.Join(short, ended)}
		if ended != "" && row.MatchName != "" {
			forms = nil // the match names somebody
		}
		if ended != "" {
			forms = append(forms, f.Join(ended, date), ended) // the title says who it is
		}
		said := forms[len(forms)-1]
		if fits := slices.IndexFunc(forms, func(form string) bool { return f.Width <= 0 || f.Glyphs.Columns(form) <= f.Width }); fits >= 0 {
			said = forms[fits]
		}
		return text.Mark(text.Muted, said, f.terms("", "person", "org", "outcome"))
	}
	l := text.Mark(text.Muted, f.Words.Word(string(row.Kind)), f.terms("kind"))
	if ended = f.Join(ended, date); ended != "" {
		l = append(l, text.New(text.Muted, f.Glyphs.Dot+ended))
	}
	if len(row.Category) > 0 {
		l = append(l, text.Span{Text: f.Glyphs.Dot, Tone: text.Muted})
		l = append(l, text.Mark(text.Muted, row.Category[len(row.Category)-1], f.terms("", "category"))...)
	}
	return l
}

func (f Format) rowDate(row results.Row) string {
	if row.Date == "" || row.Date == model.NotStated {
		return ""
	}
	return f.shortDate(row.Date)
}

// rowOutcome returns the outcomes of a row's case, each once, with the amount if
// stated; empty: none.
func (f Format) rowOutcome(row results.Row) string {
	var said []string
	for _, o := range row.Outcomes {
		if o.Amount == model.NotStated {
			o.Amount = ""
		}
		if ended := f.outcome(o); !slices.Contains(said, ended) {
			said = append(said, ended)
		}
	}
	return strings.Join(said, "; ")
}
