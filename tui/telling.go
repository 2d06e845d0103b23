package tui

import (
	"strings"
	"unicode"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/tui/words"
)

// tell says a text of which parts look different: arguments that are pieces
// stand in it as they are. Other arguments are as those of words.Say.
func tell(words words.Words, tone tone, text string, arguments ...any) line {
	held := make([]any, len(arguments))
	for i, argument := range arguments {
		switch argument := argument.(type) {
		case piece:
			held[i] = string(rune(i + 1)) // a place held for it
		case string:
			held[i] = clean(argument)
		default:
			held[i] = argument
		}
	}
	var l line
	rest := words.Say(text, held...)
	for {
		at := strings.IndexFunc(rest, unicode.IsControl)
		if at < 0 {
			break
		}
		if at > 0 {
			l = append(l, piece{text: rest[:at], tone: tone})
		}
		l = append(l, arguments[rest[at]-1].(piece))
		rest = rest[at+1:]
	}
	if rest != "" {
		l = append(l, piece{text: rest, tone: tone})
	}
	return l
}

// date is a date as people write it; a date that cannot be read stays as it is.
func (w writing) date(date string) string {
	if date == model.NotStated {
		return w.words.Say("date not stated")
	}
	return phrased(date, w.words.Word)
}

// shortDate is a date with its months cut to three letters.
func (w writing) shortDate(date string) string {
	if w.plain {
		return w.date(date)
	}
	return phrased(date, func(text string, arguments ...any) string {
		return w.words.Word(shortened(text), arguments...)
	})
}

func phrased(date string, say edtf.Phrasing) string {
	parsed, err := edtf.Parse(date)
	if err != nil {
		return date
	}
	return parsed.Phrase(say)
}

// shortened is the short form of a text that a date is made of.
func shortened(text string) string {
	if text == "%[1]s %[2]s" {
		return "%s %s" // a text of its own, since languages shorten more than the months
	}
	if month := strings.TrimPrefix(text, "%[1]s "); len(month) > 3 && !strings.Contains(month, "%") {
		return text[:len(text)-len(month)+3]
	}
	return text
}
