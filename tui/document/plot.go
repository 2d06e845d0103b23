package document

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/text"
	"casebook/tui/words"
)

// plotLabel returns the name of a plot.
func plotLabel(w words.Words, plot results.Plot) string {
	if plot == results.PlotPeople {
		return w.Say("People and groups by outcome")
	}
	return w.Say("Outcomes by month")
}

// plotCount returns what a row of a plot counts: "3 outcomes", "2 people, 1 group".
func (f Format) plotCount(e results.Entry) string {
	if e.Plot == results.PlotMonths {
		return f.Words.Say("%d outcome|%d outcomes", e.Cases)
	}
	var counts []string
	if people := e.Cases - e.Groups; people > 0 {
		counts = append(counts, f.Words.Say("%d person|%d people", people))
	}
	if e.Groups > 0 {
		counts = append(counts, f.Words.Say("%d group|%d groups", e.Groups))
	}
	return strings.Join(counts, ", ")
}

// plotProfile describes a row of a plot, or draws all of it.
func (b *Builder) plotProfile(p results.Profile) {
	b.Paragraph(text.Line{text.New(text.Title, b.EntryLabel(p.Entry))})
	if p.Value != "" {
		b.Paragraph(text.Line{text.New(text.Muted, b.plotCount(p.Entry))})
	}
	b.Space()
	switch {
	case p.Unread > 0:
		b.Paragraph(text.Line{text.New(text.Warning, b.Words.Say("%d cases have an outcome: too many to compare. Narrow them with a filter or a search.", p.Unread))})
		return
	case p.Plot == results.PlotPeople && p.Value == "":
		b.peopleByOutcome(p.Endings)
	case p.Plot == results.PlotPeople:
		b.people(p.Endings)
	case p.Value == "":
		b.outcomesByMonth(p.Endings)
	default:
		b.outcomes(p.Endings)
	}
	b.Space()
	b.Paragraph(text.Line{text.New(text.Muted, b.Words.Say("Sensitive cases are left out."))})
}

// outcomesByMonth draws the number of outcomes by type and month: a row for each type,
// a column for each month.
func (b *Builder) outcomesByMonth(endings []results.Ending) {
	months := results.PlotMonths.Entries(endings)
	if len(months) == 0 {
		return
	}
	months = months[1:]
	counts := map[[2]string]int{}
	met := map[string]bool{}
	for _, e := range endings {
		if outcome := e.Key(); !met[outcome] {
			met[outcome] = true
			counts[[2]string{string(e.Type), results.PlotMonths.Value(e)}]++
		}
	}
	var kinds []string
	label, widest := 0, 1
	for _, kind := range model.OutcomeTypes() {
		for _, month := range months {
			if count := counts[[2]string{string(kind), month.Value}]; count > 0 {
				kinds = append(kinds, string(kind))
				widest = max(widest, utf8.RuneCountInString(b.Words.Number(count)))
			}
		}
	}
	kinds = slices.Compact(kinds)
	for _, kind := range kinds {
		label = max(label, b.Glyphs.Width(text.Line{{Text: b.Words.Word(kind)}}))
	}
	dated := func(e results.Entry) bool { return len(e.Value) == len("2016-05") }
	label = min(label, b.Width-(widest+1)*len(months))
	if label < minSummary || len(months) < 2 {
		return // the rows of the list say it
	}
	head, caption := text.Line{{Text: strings.Repeat(" ", label)}}, []string{}
	for _, month := range months {
		title := "?"
		switch {
		case dated(month):
			initial, _ := utf8.DecodeRuneInString(b.shortDate(month.Value))
			title = string(unicode.ToUpper(initial))
		default:
			caption = []string{"?: " + b.Words.Say("month not stated")}
		}
		head = append(head, text.New(text.Muted, padLeft(title, widest+1)))
	}
	b.Lines = append(b.Lines, head)
	for _, kind := range kinds {
		row := b.Glyphs.Justify(text.Line{text.New(text.Normal, b.Words.Word(kind))}, nil, label, b.Glyphs.Tail)
		for _, month := range months {
			cell := text.New(text.Muted, padLeft(b.Glyphs.Unmarked(), widest+1))
			if count := counts[[2]string{kind, month.Value}]; count > 0 {
				cell = text.New(text.Title, padLeft(b.Words.Number(count), widest+1))
			}
			row = append(row, cell)
		}
		b.Lines = append(b.Lines, row)
	}
	if months = slices.DeleteFunc(months, func(e results.Entry) bool { return !dated(e) }); len(months) > 1 {
		caption = append([]string{b.shortDate(months[0].Value) + " – " + b.shortDate(months[len(months)-1].Value)}, caption...)
	}
	b.Space()
	b.Paragraph(text.Line{text.New(text.Muted, b.Join(caption...))})
}

// endingDate returns the date of an outcome; empty if not stated.
func (b *Builder) endingDate(e results.Ending) string {
	if e.Date == "" || e.Date == model.NotStated {
		return ""
	}
	return b.shortDate(e.Date)
}

// padLeft returns a number or a letter at the right of a cell.
func padLeft(s string, width int) string {
	return strings.Repeat(" ", max(width-utf8.RuneCountInString(s), 0)) + s
}

// outcomes adds the outcomes of a month by date, each with its people.
func (b *Builder) outcomes(endings []results.Ending) {
	slices.SortStableFunc(endings, func(a, other results.Ending) int { return cmp.Compare(firstDay(a.Date), firstDay(other.Date)) })
	b.Column = min(max(b.Width-24, 11), 16)
	last := ""
	for at := 0; at < len(endings); {
		e, names := endings[at], []string{}
		for ; at < len(endings) && endings[at].Case == e.Case && endings[at].Number == e.Number; at++ {
			names = append(names, endings[at].Name)
		}
		date := b.endingDate(e)
		about := strings.Join(slices.DeleteFunc(names, func(name string) bool { return name == "" }), ", ")
		if about == "" {
			about = e.Title
		}
		l := append(b.linked(Link{Case: e.Case}, b.outcome(e.Outcome)), b.aside(about)...)
		if b.Plain {
			b.field(cmp.Or(date, b.Words.Say("date not stated")), l)
			continue
		}
		if date == last {
			date = ""
		} else {
			last = date
		}
		b.fieldBeside(date, []text.Line{l})
	}
}

// peopleByOutcome adds each outcome with its people.
func (b *Builder) peopleByOutcome(endings []results.Ending) {
	rows := results.PlotPeople.Entries(endings)
	if len(rows) == 0 {
		return
	}
	for _, row := range rows[1:] {
		l := text.Line{text.New(text.Title, b.EntryLabel(row)), text.New(text.Muted, b.Glyphs.Dot+b.plotCount(row)+": ")}
		listed := map[string]bool{}
		for _, e := range endings {
			if string(e.Type) != row.Value || e.Facet == "" || listed[e.Value] {
				continue
			}
			if len(listed) > 0 {
				l = append(l, text.New(text.Normal, ", "))
			}
			listed[e.Value] = true
			l = append(l, b.linked(Link{Facet: e.Facet, Value: e.Value}, e.Name)...)
		}
		b.item(l)
	}
}

// people adds the people of an outcome, each with the amount, stage and date.
func (b *Builder) people(endings []results.Ending) {
	for _, e := range endings {
		if e.Facet == "" {
			continue
		}
		date := b.endingDate(e)
		amount := ""
		if e.Amount != "" && e.Amount != model.NotStated {
			amount = b.amount(e.Amount, e.Unit)
		}
		stage := b.stage(e.Outcome)
		at := strings.Join(slices.DeleteFunc([]string{stage, date}, func(s string) bool { return s == "" }), ", ")
		l := append(b.linked(Link{Facet: e.Facet, Value: e.Value}, e.Name), b.aside(amount, at)...)
		b.item(append(append(l, text.New(text.Muted, b.Glyphs.Dot)), b.linked(Link{Case: e.Case}, e.Case)...))
	}
}
