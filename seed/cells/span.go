package cells

import (
	"fmt"
	"strings"
	"time"

	"casebook/model/edtf"
	"casebook/model/lazy"
)

// Forms of dates in lists: parts of days, weeks and years, and days that share their month
// or year.
var (
	nightOf    = lazy.Regexp{Pattern: `^(?:(?:the )?(?:night|evening|morning|afternoon)(?: of| from)?(?: the)?|(?:в )?ночь (?:с|на)|ночью|утром|вечером|nuit du|noche del?) `}
	weekOf     = lazy.Regexp{Pattern: `^(?:the )?(?:week (?:of|commencing|beginning|starting)|w/c|неделя с|semaine du|semana del) `}
	partOfYear = lazy.Regexp{Pattern: `^(?:q([1-4])|([1-4])(?:st|nd|rd|th)? quarter(?: of)?|([1-4])[- ]?й? квартал|(i{1,3}|iv) квартал|([1-4])e?r?e? trimestre(?: de)?|h([12])|(first|second|перв\pL+|втор\pL+) (?:half|полови\pL+)(?: of)?),? (\d{4})(?: г\.?| года)?$`}
	sharedDays = lazy.Regexp{Pattern: `^(\d{1,2}) ?(?:-|–|—|to|and|&|и) ?(\d{1,2})([./]\d{1,2}[./]\d{2,4})$`}
	isoToDay   = lazy.Regexp{Pattern: `^(\d{4}-\d{2}-)(\d{2}) ?(?:-|–|—|to|till|until) ?(\d{1,2})$`}
	isoToMonth = lazy.Regexp{Pattern: `^(\d{4}-)(\d{2}-\d{2}) ?(?:–|—|to|till|until) ?(\d{2}-\d{2})$`}
)

// spanDate reads a part of a year, a week, or days that share their month: Spring 2014, Q3
// 2015, week of 3 May 2016, 12-13/05/2016, 2016-05-12 to 14; empty for other texts.
func (d DateReading) spanDate(text string) (string, Slip) {
	if !maySpan(text) {
		return "", Slip{}
	}
	if season, year, ok := seasonOf(text); ok {
		return fmt.Sprintf("%s-%02d", year, season), Slip{}
	}
	if at := nightOf.Get().FindString(text); at != "" {
		rest := text[len(at):]
		if date, wrong := d.twoDates(strings.Replace(rest, " на ", " – ", 1)); date != "" || wrong != (Slip{}) {
			return date, wrong
		}
		return d.oneDate(rest)
	}
	if at := weekOf.Get().FindString(text); at != "" {
		first, wrong := d.oneDate(strings.TrimSpace(text[len(at):]))
		if day, err := time.Parse(time.DateOnly, first); err == nil {
			return first + "/" + day.AddDate(0, 0, 6).Format(time.DateOnly), Slip{}
		}
		return "", wrong
	}
	if m := partOfYear.Get().FindStringSubmatch(text); m != nil {
		months, number := 3, 0
		for _, text := range m[1:6] {
			if text != "" {
				number = strings.Index(" 1234", text)
				if strings.HasPrefix(text, "i") {
					number = map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4}[text]
				}
			}
		}
		if half := m[6] + m[7]; half != "" {
			months, number = 6, 1
			if half == "2" || half == "second" || strings.HasPrefix(half, "втор") {
				number = 2
			}
		}
		return fmt.Sprintf("%s-%02d/%s-%02d", m[8], (number-1)*months+1, m[8], number*months), Slip{}
	}
	first, last := "", ""
	if m := sharedDays.Get().FindStringSubmatch(text); m != nil {
		first, last = m[1]+m[3], m[2]+m[3]
		d.Order = OrderDMY
	} else if m := isoToDay.Get().FindStringSubmatch(text); m != nil {
		first, last = m[1]+m[2], fmt.Sprintf("%s%02s", m[1], m[3])
	} else if m := isoToMonth.Get().FindStringSubmatch(text); m != nil {
		first, last = m[1]+m[2], m[1]+m[3]
	} else {
		return "", Slip{}
	}
	begin, wrong := d.oneDate(first)
	if begin == "" {
		return "", wrong
	}
	end, wrong := d.oneDate(last)
	if end == "" {
		return "", wrong
	}
	return begin + "/" + end, Slip{}
}

// maySpan quickly rules out most dates for spanDate by their beginning.
func maySpan(text string) bool {
	rest := strings.TrimLeft(text, "0123456789")
	switch digits := len(text) - len(rest); {
	case rest == "" || digits == 0:
		return rest != ""
	case digits == 4:
		return strings.IndexByte(" ,", rest[0]) >= 0 || rest[0] == '-' && len(text) > len("2016-05-21")
	default:
		return strings.IndexByte("./", rest[0]) < 0
	}
}

// seasonOf reads a season and its year, in any order: 21 is spring, 24 winter.
func seasonOf(text string) (season int, year string, ok bool) {
	words := strings.Fields(strings.NewReplacer(",", " ", " of ", " ", " года", "", " г.", "").Replace(text))
	if len(words) != 2 {
		return 0, "", false
	}
	if len(words[0]) == 4 && strings.Trim(words[0], "0123456789") == "" {
		words[0], words[1] = words[1], words[0]
	}
	if len(words[1]) != 4 || strings.Trim(words[1], "0123456789") != "" {
		return 0, "", false
	}
	for i, names := range seasons {
		if strings.Contains(" "+names+" ", " "+words[0]+" ") {
			return 21 + i, words[1], true
		}
	}
	if month := edtf.SeasonNamed(words[0]); month > 0 {
		return 20 + int(month)/3, words[1], true
	}
	return 0, "", false
}

// seasons are names of seasons, from spring to winter, that package edtf does not have.
var seasons = [...]string{
	"printemps primavera frühling frühjahr весною навесні вясна вясной ilkbahar bahar wiosna wiosną", "été verano verão estate sommer влітку літо лета улетку yaz lato latem",
	"automne otoño outono autunno herbst восени осінь восень sonbahar güz jesień jesienią", "hiver invierno inverno взимку зима зімой kış zimą",
}

// CutDate separates a date from other text of a cell, before or after a comma: Port, 3 May
// 2016. It returns false without a date.
func (d DateReading) CutDate(text string) (date, rest string, ok bool) {
	if len(text) > MaxDateBytes || !strings.Contains(text, ",") {
		return "", "", false
	}
	isDate := func(part string) bool { return len(part) >= len("05.2016") && d.IsDate(part) }
	for at := range len(text) {
		if text[at] != ',' {
			continue
		}
		before, after := strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+1:])
		switch {
		case isDate(after) && before != "":
			return after, before, true
		case isDate(before) && after != "" && !isDate(text):
			return before, after, true
		}
	}
	return "", "", false
}

// IsDate reports whether a text with a digit is a date.
func (d DateReading) IsDate(text string) bool {
	if !strings.ContainsAny(AsciiDigits(text), "0123456789") {
		return false
	}
	_, wrong := d.Read(text)
	return wrong == (Slip{})
}
