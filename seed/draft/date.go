package draft

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"casebook/model"
	"casebook/model/edtf"
)

const monthWords = "january february march april may june july august september october november december"

// A point is a day, a month or a year as written; missing parts are 0.
type point struct {
	year, month, day int
}

// dates reads the dates of a passage. Without a year they are of the report's period;
// "that year" and "since then" refer to the date before.
func (r *reader) dates(p *passage) []model.Date {
	for i := range p.words { // Petition No. 8 of 2014
		if in("no number", p.lower(i)) && p.lower(i+2) == "of" && p.year(i+3) > 0 && p.isFree(i, i+4) {
			p.markUsed(i, i+4)
		}
	}
	var dates []model.Date
	last := point{}  // the last date read
	written := -1    // beginning of the sentence of the last date with a written year
	sentenceOf := -1 // beginning of the sentence of the last date
	for i := 0; i < len(p.words); {
		if start, _ := p.sentence(i); p.wordsAt(i, "since then") && len(dates) > 0 && !strings.Contains(dates[len(dates)-1].EDTF, "/") && sentenceOf >= 0 && p.follows(sentenceOf, start) {
			since := dates[len(dates)-1]
			dates = append(dates, model.Date{EDTF: since.EDTF + "/..", What: "period", YearInferred: since.YearInferred, Source: p.anchor(i, i+2)})
			i += 2
			continue
		}
		found, end := r.sameMonth(p, i, last, dates)
		if end == i {
			found, end = r.dateAt(p, i, &last, &written)
		}
		if end <= i || !p.isFree(i, end) {
			i++
			continue
		}
		if len(found) > 0 {
			p.markUsed(i, end)
			dates = append(dates, found...)
			sentenceOf, _ = p.sentence(i)
		}
		i = end
	}
	return dates
}

// follows reports whether a sentence is the same as another or the next one.
func (p *passage) follows(before, start int) bool {
	_, end := p.sentence(before)
	return start == before || start == end
}

// yearBefore returns the year of the previous date for one without a year, if it is in the
// same sentence or the next and within three months; else 0.
func (p *passage) yearBefore(i int, date, last point, sentence int) int {
	start, _ := p.sentence(i)
	if sentence < 0 || last.month == 0 || date.month < last.month || date.month > last.month+3 || !p.follows(sentence, start) {
		return 0
	}
	return last.year
}

// dateAt reads a date, or a list of dates, that begins at a word; end is the word after
// it.
func (r *reader) dateAt(p *passage, i int, last *point, sentence *int) ([]model.Date, int) {
	at := i
	word := p.lower(i)
	span := in("between from", word)
	if span || in("in on at by since until till during before after of throughout around late early mid", word) {
		at++
	}
	for span || at > i {
		if !in("the early late mid beginning start end middle of around about at", p.lower(at)) || at > i+5 {
			break
		}
		at++
	}
	if found, end := r.partOfYear(p, i); end > i {
		return found, end
	}
	points, seps, end := p.points(at)
	if len(points) == 0 || at == i && !p.isDate(at, points[0]) {
		return nil, i
	}
	if len(points) == 1 {
		span = false
	}
	inferred := points[len(points)-1].year == 0 && points[0].year == 0
	if inferred {
		switch {
		case p.wordsAt(end, "that year") || p.wordsAt(end, "the same year"):
			points[len(points)-1].year = last.year
		case p.wordsAt(end, "of that year") || p.wordsAt(end, "of the same year"):
			points[len(points)-1].year = last.year
		case p.wordsAt(end, "the following year") || p.wordsAt(end, "of the following year"):
			points[len(points)-1].year = last.year + min(last.year, 1)
		}
		if points[len(points)-1].year == 0 {
			points[len(points)-1].year = cmp.Or(p.yearBefore(i, points[0], *last, *sentence), r.year)
		}
	}
	if !completePoints(points, span) {
		return nil, i
	}
	*last = points[len(points)-1]
	if !inferred {
		*sentence, _ = p.sentence(i)
	} else if last.year == r.year {
		*sentence = -1
	}

	if in("after before", word) && at > i { // not in it
		return nil, end
	}
	open := ""
	if len(points) == 1 && in("since until till", word) {
		open = word
	}
	var dates []model.Date
	for _, text := range edtfDates(points, seps, span, open) {
		if _, err := edtf.Parse(text); err == nil {
			dates = append(dates, model.Date{EDTF: text, What: p.dateWhat(i, end, text), YearInferred: inferred, Source: p.anchor(i, end)})
		}
	}
	return dates, end
}

// partOfYear reads "the first half of the year" and "the end of the year", meaning the
// year of the report's period.
func (r *reader) partOfYear(p *passage, i int) ([]model.Date, int) {
	for _, part := range [...]struct{ phrase, edtf string }{
		{"first half", "%[1]d-01/%[1]d-06"}, {"second half", "%[1]d-07/%[1]d-12"},
		{"first quarter", "%[1]d-01/%[1]d-03"}, {"second quarter", "%[1]d-04/%[1]d-06"}, {"third quarter", "%[1]d-07/%[1]d-09"},
		{"fourth quarter", "%[1]d-10/%[1]d-12"}, {"last quarter", "%[1]d-10/%[1]d-12"}, {"final quarter", "%[1]d-10/%[1]d-12"},
		{"first six months", "%[1]d-01/%[1]d-06"}, {"first three months", "%[1]d-01/%[1]d-03"}, {"first nine months", "%[1]d-01/%[1]d-09"},
		{"last six months", "%[1]d-07/%[1]d-12"}, {"last three months", "%[1]d-10/%[1]d-12"},
		{"end", "%d"}, {"close", "%d"},
	} {
		from := i
		if in("in during over for throughout by at until before", p.lower(from)) {
			from++
		}
		if p.lower(from) != "the" || !p.wordsAt(from+1, part.phrase+" of") {
			continue
		}
		end := from + 2 + len(strings.Fields(part.phrase))
		year, inferred := p.year(end), false
		switch {
		case year > 0 && part.phrase == "end": // points reads a year alone
			return nil, i
		case year > 0:
			end++
		case p.wordsAt(end, "the year"):
			year, inferred, end = r.year, true, end+2
		default:
			continue
		}
		text := fmt.Sprintf(part.edtf, year)
		return []model.Date{{EDTF: text, What: p.dateWhat(i, end, text), YearInferred: inferred, Source: p.anchor(i, end)}}, end
	}
	return nil, i
}

// sameMonth reads "the same month" and "later that month", if the previous date was in a
// single month.
func (r *reader) sameMonth(p *passage, i int, last point, before []model.Date) ([]model.Date, int) {
	for _, phrase := range []string{"the same month", "that same month", "later that month", "earlier that month"} {
		if p.wordsAt(i, phrase) && last.month > 0 && len(before) > 0 {
			end := i + len(strings.Fields(phrase))
			text := point{year: last.year, month: last.month}.edtf()
			return []model.Date{{EDTF: text, What: p.dateWhat(i, end, text), YearInferred: before[len(before)-1].YearInferred, Source: p.anchor(i, end)}}, end
		}
	}
	return nil, i
}

// isDate reports whether a point without a preposition is a date: a year beside a month,
// or a month that is not also another word.
func (p *passage) isDate(i int, at point) bool {
	switch {
	case at.month == 0:
		return in("the a its their his her this and to", p.lower(i-1)) && p.isAdjacent(i) && !p.capital(i+1)
	case at.day > 0 || at.year > 0:
		return true
	}
	return !in("may march august", p.lower(i)) || in("the this last and to", p.lower(i-1))
}

// completePoints adds to each point of a list what only one of them has.
func completePoints(points []point, span bool) bool {
	for i := len(points) - 2; i >= 0; i-- {
		a, b := &points[i], points[i+1]
		if a.month == 0 && a.day > 0 {
			a.month = b.month
		}
		if a.year == 0 {
			a.year = b.year
			if span && a.month > b.month && b.month > 0 {
				a.year--
			}
		}
	}
	for i := 1; i < len(points); i++ {
		if a, b := points[i-1], &points[i]; b.year == 0 && a.year > 0 {
			b.year = a.year
			if b.month > 0 && b.month < a.month {
				b.year++
			}
		}
	}
	for _, each := range points {
		if each.year == 0 {
			return false
		}
	}
	return true
}

// edtfDates returns points in EDTF: one interval for a span or consecutive points, else
// one date each.
func edtfDates(points []point, seps []string, span bool, open string) []string {
	first, last := points[0], points[len(points)-1]
	span = span || len(seps) == 1 && in("- to until till through", seps[0])
	switch {
	case open == "since":
		return []string{first.edtf() + "/.."}
	case open != "":
		return []string{"../" + first.edtf()}
	case len(points) > 1 && (span || areConsecutive(points)):
		return []string{first.edtf() + "/" + last.edtf()}
	}
	var texts []string
	for _, each := range points {
		texts = append(texts, each.edtf())
	}
	return texts
}

// areConsecutive reports whether each point follows the one before it: April and May,
// 3 and 4 October.
func areConsecutive(points []point) bool {
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		next := a.time().AddDate(0, 0, 1)
		switch {
		case a.precision() != b.precision():
			return false
		case a.month == 0:
			next = a.time().AddDate(1, 0, 0)
		case a.day == 0:
			next = a.time().AddDate(0, 1, 0)
		}
		if !next.Equal(b.time()) {
			return false
		}
	}
	return true
}

func (t point) time() time.Time {
	return time.Date(t.year, time.Month(max(t.month, 1)), max(t.day, 1), 0, 0, 0, 0, time.UTC)
}

func (t point) precision() int { return 1 + min(t.month, 1) + min(t.day, 1) }

func (t point) edtf() string {
	switch t.precision() {
	case 1:
		return fmt.Sprintf("%04d", t.year)
	case 2:
		return fmt.Sprintf("%04d-%02d", t.year, t.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", t.year, t.month, t.day)
}
