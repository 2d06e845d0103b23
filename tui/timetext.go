package tui

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
)

// time tells of a month or a year: first what certainly lies in it, each on its
// day or over its days, then what may lie in it or goes beyond it.
func (w *writer) time(p model.Profile) {
	if p.Value == "" {
		w.profileHeading(p)
		w.listed(p)
		return
	}
	w.paragraph(line{say(toneTitle, w.date(p.Value))})
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
	w.paragraph(line{say(toneMuted, strings.Join(about, w.signs.dot))})
	if p.Possible > 0 && len(p.Value) == len("2016-05") {
		w.paragraph(line{say(toneMuted, w.words.Say("The filter When leaves out dates that give no month; date:%s finds them too.", p.Value))})
	}
	w.someListed(p)
	w.space()
	w.column = min(max(w.width-24, w.column), 16)
	slices.SortStableFunc(certain, model.Happening.Compare)
	slices.SortStableFunc(possible, func(a, b model.Happening) int { return b.Compare(a) }) // what says least last
	w.happenings(certain, toneLink)
	if len(possible) > 0 {
		w.space()
		w.paragraph(line{say(toneTitle, w.words.Say("Possible")), say(toneMuted, w.signs.dot+w.words.Say("the date is wider or less exact"))})
		w.happenings(possible, toneText) // over a slow link every byte counts
	}
	if !w.plain && slices.ContainsFunc(append(certain, possible...), func(h model.Happening) bool { return h.YearInferred }) {
		w.space()
		w.paragraph(line{say(toneMuted, w.words.Say("(%s): the year is inferred from the report's period", p.Value[:4]))})
	}
}

// happenings writes what happened, in its order: the date, what it is, and
// the case. What was planned and what has its year from the report's period only
// is told apart. Of a sensitive case only its title is shown.
func (w *writer) happenings(list []model.Happening, tone tone) {
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
		} else if last = date; (line{{text: date}}).width() >= w.column {
			w.paragraph(line{say(toneMuted, date)})
			date = ""
		}
		text := w.linked(link{id: h.Case}, h.Title, "", "title")
		for i := range text {
			if text[i].tone == toneLink {
				text[i].tone = tone
			}
		}
		switch {
		case sensitive(h.Sensitivity):
			text = append(text, w.aside(w.words.Say("sensitive: %s", w.sensitivity(h.Sensitivity)))...)
		default:
			text = append(text, w.aside(w.words.Word(h.What))...)
			if h.Planned() {
				text[len(text)-1].tone = toneWarning
			}
		}
		w.field(date, text)
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
