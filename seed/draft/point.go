package draft

import "strings"

// points reads the points of one list, and the words between them: "17 and 20 May",
// "April, May and June", "1 January to 30 June 2015". A year counts after a preposition; a
// day needs its month.
func (p *passage) points(i int) (points []point, seps []string, end int) {
	whole, joined := 0, 0 // numbers of points and separators up to the last complete point
	end = i
	for len(points) < 8 {
		found, next, ok := p.point(i)
		complete := ok
		if !ok {
			if found, next = p.day(i), i+1; len(found) == 0 { // a day, whose month may come later in the list
				break
			}
			if before := len(points) - 1; before >= 0 && whole == len(points) && points[before].day > 0 && p.afterMonth(i) { // October 23 and 24
				for d := range found {
					found[d].month, found[d].year = points[before].month, points[before].year
				}
				if p.words[i].gap == ", " && p.year(i+1) > 0 {
					next = i + 2
					for d := range found {
						found[d].year = p.year(i + 1)
					}
				}
				complete = true
			}
		}
		points = append(points, found...)
		for range len(found) - 1 {
			seps = append(seps, "-")
		}
		if complete {
			whole, joined, end = len(points), len(seps), next
		}
		sep, after := p.separator(next)
		if sep == "" {
			break
		}
		seps = append(seps, sep)
		i = after
	}
	return points[:whole], seps[:joined], end // days without a month are only numbers
}

// point reads a day with its month, a month, or a year, each with the year after it.
func (p *passage) point(i int) ([]point, int, bool) {
	i = p.skipPart(i)
	if days := p.day(i); len(days) > 0 && p.isAdjacent(i) && p.month(i+1) > 0 {
		year, end := p.yearAfter(i + 1)
		for d := range days {
			days[d].month, days[d].year = p.month(i+1), year
		}
		return days, end, true
	}
	if month := p.month(i); month > 0 {
		if days := p.day(i + 1); len(days) == 1 && p.isAdjacent(i) && strings.HasPrefix(p.words[i+1].gap, ", ") && p.year(i+2) > 0 {
			return []point{{p.year(i + 2), month, days[0].day}}, i + 3, true
		}
		if days := p.day(i + 1); len(days) > 0 && (p.isAdjacent(i) || p.words[i].gap == ". ") && p.monthFirst(i) { // October 10-12
			end := i + 2
			year := 0
			if p.words[i+1].gap == ", " && p.year(i+2) > 0 {
				year, end = p.year(i+2), i+3
			}
			for d := range days {
				days[d].month, days[d].year = month, year
			}
			return days, end, true
		}
		year, end := p.yearAfter(i)
		return []point{{year: year, month: month}}, end, true
	}
	if from, to, ok := strings.Cut(p.lower(i), "-"); ok { // January-March 2016, 2014-15
		a, b := position(monthWords, from)+1, position(monthWords, to)+1
		if a > 0 && b > 0 && p.capital(i) {
			year, end := p.yearAfter(i)
			return []point{{month: a, year: year}, {month: b, year: year}}, end, true
		}
		if y, z := year(from), year(to); y > 0 && z > y {
			return []point{{year: y}, {year: z}}, i + 1, true
		}
	}
	if decade, ok := strings.CutSuffix(p.lower(i), "0s"); ok && year(decade+"0") > 0 {
		first := year(decade + "0")
		return []point{{year: first}, {year: first + 9}}, i + 1, true
	}
	if y := p.year(i); y > 0 {
		return []point{{year: y}}, i + 1, true
	}
	return nil, i, false
}

// monthFirst reports whether the number after a month is a day, as in On January 15,
// and not a count: In May 15 people.
func (p *passage) monthFirst(i int) bool {
	before, after := p.lower(i-1), p.lower(i+2)
	if in("in during throughout early late", before) || i > 0 && strings.HasPrefix(p.lower(i), "mid-") {
		return false
	}
	if p.words[i+1].gap == " " && !in(wordsAfterDay, after) && !p.capital(i+2) {
		return in("on by since until from between through before after a the and to", before) && !(strings.HasSuffix(after, "s") || in("people men women children", after))
	}
	return true
}

// wordsAfterDay are words that may follow a day, but not a count.
const wordsAfterDay = "and or to until through till for in at by on of when while where after before was were but as the a an that which who with from under during his her their police two three four five six seven eight nine ten several some dozens hundreds"

// skipPart skips "early", "the end of" and similar words: which part of a month or year
// they mean is not known.
func (p *passage) skipPart(i int) int {
	if p.lower(i) == "the" {
		i++
	}
	for in("early late mid", p.lower(i)) || in("beginning start middle end", p.lower(i)) && p.lower(i+1) == "of" {
		if p.lower(i+1) == "of" {
			i++
		}
		i++
	}
	return i
}

// afterMonth reports whether a number after "and" or a dash is the day of the month
// before it, and not a count.
func (p *passage) afterMonth(i int) bool {
	k := i - 1
	for k > 0 && (in("and or to", p.lower(k)) || len(p.day(k)) > 0) {
		k--
	}
	return p.month(k) > 0 && len(p.day(k+1)) > 0 && (p.words[i].gap != " " || in(wordsAfterDay, p.lower(i+1)))
}

// day reads a day of the month, or two as in 17-20.
func (p *passage) day(i int) []point {
	var days []point
	for part := range strings.SplitSeq(p.lower(i), "-") {
		n, ok := digits(strings.TrimRight(part, "stndrh"))
		if !ok || n < 1 || n > 31 || n != float64(int(n)) || len(days) == 2 {
			return nil
		}
		days = append(days, point{day: int(n)})
	}
	return days
}

// month returns the month that a word means; 0 for other words.
func (p *passage) month(i int) int {
	low := strings.TrimPrefix(p.lower(i), "mid-")
	if low == p.lower(i) && !p.capital(i) {
		return 0
	}
	if i >= 0 && i < len(p.words) && (strings.HasPrefix(p.words[i].gap, ".") || len(p.day(i+1)) > 0) {
		switch low {
		case "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec":
			return position("jan feb mar apr may jun jul aug sep oct nov dec", low[:3]) + 1
		}
	}
	return position(monthWords, low) + 1
}

func (p *passage) year(i int) int { return year(strings.TrimPrefix(p.lower(i), "mid-")) }

// yearAfter returns the year that follows a word, if one does, and the word after both.
func (p *passage) yearAfter(i int) (int, int) {
	if p.isAdjacent(i) && p.year(i+1) > 0 {
		return p.year(i + 1), i + 2
	}
	return 0, i + 1
}

// year reads a year that a report may mention.
func year(low string) int {
	if len(low) != 4 {
		return 0
	}
	n, ok := digits(low)
	if !ok || n < 1900 || n > 2099 {
		return 0
	}
	return int(n)
}

// separator returns the separator between a point and the next, and its beginning.
func (p *passage) separator(i int) (string, int) {
	if i <= 0 || i >= len(p.words) {
		return "", i
	}
	gap := p.words[i-1].gap
	switch {
	case gap == " " && in("and to until till through or", p.lower(i)):
		return p.lower(i), i + 1
	case gap == ", " && p.lower(i) == "and":
		return "and", i + 1
	case gap == ", ":
		return ",", i
	case strings.Trim(gap, " –—-") == "" && strings.ContainsAny(gap, "–—-"):
		return "-", i
	}
	return "", i
}
