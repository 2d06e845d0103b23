package document

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/results"
	"casebook/tui/text"
	"casebook/tui/words"
)

// period describes a month or a year: first what certainly happened in it, by date,
// then what may have happened in it or goes beyond it.
func (b *Builder) period(p results.Profile) {
	if p.Value == "" {
		b.profileHeading(p)
		b.caseLinks(p)
		return
	}
	b.Paragraph(text.Line{text.New(text.Title, b.Date(p.Value))})
	from, to := "", ""
	if period, err := edtf.Parse(p.Value); err == nil {
		from, to = period.Earliest(), period.Latest()
	}
	var certain, possible []model.Happening
	for _, c := range p.Listed {
		for _, h := range c.Happenings() {
			switch may, does := h.Within(from, to); {
			case does:
				certain = append(certain, h)
			case may:
				possible = append(possible, h)
			}
		}
	}
	about := []string{b.Words.Say("%d case|%d cases", p.Cases-p.Possible)}
	if p.Possible > 0 {
		about = append(about, b.Words.Say("%d more possible|%d more possible", p.Possible))
	}
	b.Paragraph(text.Line{text.New(text.Muted, strings.Join(about, b.Glyphs.Dot))})
	b.firstListed(p)
	b.Space()
	b.Column = min(max(b.Width-24, 11), 16)
	slices.SortStableFunc(certain, model.Happening.Compare)
	slices.SortStableFunc(possible, func(a, other model.Happening) int { return other.Compare(a) }) // what says least last
	b.happenings(certain, text.Link)
	if len(possible) > 0 {
		b.Space()
		b.Paragraph(text.Line{text.New(text.Title, b.Words.Say("Possible")), text.New(text.Muted, b.Glyphs.Dot+b.Words.Say("the date is imprecise"))})
		b.happenings(possible, text.Normal) // over a slow link every byte counts
	}
	if !b.Plain && slices.ContainsFunc(append(certain, possible...), func(h model.Happening) bool { return h.YearInferred }) {
		b.Space()
		b.Paragraph(text.Line{text.New(text.Muted, b.Words.Say("(%s): the year is inferred from the report's period", p.Value[:4]))})
	}
}

// happenings adds events with their date and case. Plans and inferred years are
// marked. Of a sensitive case only its title is shown.
func (b *Builder) happenings(list []model.Happening, tone text.Tone) {
	last := ""
	for _, h := range list {
		if b.Plain {
			b.plainHappening(h)
			continue
		}
		date := b.shortDate(h.EDTF)
		if h.YearInferred {
			date = bracketed(h.EDTF, date)
		}
		if same := date == last; same {
			date = ""
		} else if last = date; b.Glyphs.Width(text.Line{{Text: date}}) >= b.Column {
			b.Paragraph(text.Line{text.New(text.Muted, date)})
			date = ""
		}
		title := b.linked(Link{Case: h.Case}, h.Title, "", "title")
		for i := range title {
			if title[i].Tone == text.Link {
				title[i].Tone = tone
			}
		}
		switch {
		case h.Sensitivity.IsSensitive():
			title = append(title, b.aside(b.Words.Say("sensitive: %s", b.sensitivity(h.Sensitivity)))...)
		default:
			title = append(title, b.aside(b.Words.Word(h.What))...)
			if h.Planned() {
				title[len(title)-1].Tone = text.Warning
			}
		}
		b.fieldBeside(date, []text.Line{title})
	}
}

// bracketed returns a date with its years in brackets, for inferred ones.
func bracketed(date, text string) string {
	years := map[string]bool{}
	for part := range strings.SplitSeq(date, "/") {
		if year, _, _ := strings.Cut(part, "-"); len(year) >= 4 && !years[year[:4]] {
			years[year[:4]] = true
			text = strings.ReplaceAll(text, year[:4], "("+year[:4]+")")
		}
	}
	return text
}

// plainHappening is happenings for one event in plain lines.
func (b *Builder) plainHappening(h model.Happening) {
	date := b.shortDate(h.EDTF)
	if h.YearInferred {
		date = b.Words.Say("%s (year inferred)", date)
	}
	what := b.Words.Word(h.What)
	if h.Sensitivity.IsSensitive() {
		what = b.Words.Say("sensitive: %s", b.sensitivity(h.Sensitivity))
	}
	b.field(date, append(b.linked(Link{Case: h.Case}, h.Title, "", "title"), b.aside(what)...))
}

// CaseCount returns how many cases there are, and how many of them are only
// possible, since their dates are less exact than the time asked for: "6 (+9 possible)".
func CaseCount(w words.Words, all, possible int) string {
	if possible == 0 {
		return w.Number(all)
	}
	return w.Number(all-possible) + " " + w.Say("(+%s possible)", w.Number(possible))
}
