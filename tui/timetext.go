package tui

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/tui/text"
)

// time tells of a month or a year: first what certainly lies in it, each on its
// day or over its days, then what may lie in it or goes beyond it.
func (w *writer) time(p model.Profile) {
	if p.Value == "" {
		w.profileHeading(p)
		w.listed(p)
		return
	}
	w.paragraph(text.Line{text.New(text.Title, w.date(p.Value))})
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
	about := []string{w.words.Say("%d case|%d cases", p.Cases-p.Possible)}
	if p.Possible > 0 {
		about = append(about, w.words.Say("%d more possible|%d more possible", p.Possible))
	}
	w.paragraph(text.Line{text.New(text.Muted, strings.Join(about, w.glyphs.Dot))})
	if p.Possible > 0 && len(p.Value) == len("2016-05") {
		w.paragraph(text.Line{text.New(text.Muted, w.words.Say("The filter When leaves out dates that give no month; date:%s finds them too.", p.Value))})
	}
	w.someListed(p)
	w.space()
	w.column = min(max(w.width-24, w.column), 16)
	slices.SortStableFunc(certain, model.Happening.Compare)
	slices.SortStableFunc(possible, func(a, b model.Happening) int { return b.Compare(a) }) // what says least last
	w.happenings(certain, text.Link)
	if len(possible) > 0 {
		w.space()
		w.paragraph(text.Line{text.New(text.Title, w.words.Say("Possible")), text.New(text.Muted, w.glyphs.Dot+w.words.Say("the date is wider or less exact"))})
		w.happenings(possible, text.Normal) // over a slow link every byte counts
	}
	if !w.plain && slices.ContainsFunc(append(certain, possible...), func(h model.Happening) bool { return h.YearInferred }) {
		w.space()
		w.paragraph(text.Line{text.New(text.Muted, w.words.Say("(%s): the year is inferred from the report's period", p.Value[:4]))})
	}
}

// happenings writes what happened, in its order: the date, what it is, and
// the case. What was planned and what has its year from the report's period only
// is told apart. Of a sensitive case only its title is shown.
func (w *writer) happenings(list []model.Happening, tone text.Tone) {
	last := ""
	for _, h := range list {
		if w.plain {
			w.plainHappening(h)
			continue
		}
		date := w.shortDate(h.EDTF)
		if h.YearInferred {
			date = bracketed(h.EDTF, date)
		}
		if same := date == last; same {
			date = ""
		} else if last = date; (text.Line{{Text: date}}).Width() >= w.column {
			w.paragraph(text.Line{text.New(text.Muted, date)})
			date = ""
		}
		title := w.linked(link{id: h.Case}, h.Title, "", "title")
		for i := range title {
			if title[i].Tone == text.Link {
				title[i].Tone = tone
			}
		}
		switch {
		case sensitive(h.Sensitivity):
			title = append(title, w.aside(w.words.Say("sensitive: %s", w.sensitivity(h.Sensitivity)))...)
		default:
			title = append(title, w.aside(w.words.Word(h.What))...)
			if h.Planned() {
				title[len(title)-1].Tone = text.Warning
			}
		}
		w.field(date, title)
	}
}

// bracketed is a date as people read it with its years in brackets: they are
// inferred.
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
