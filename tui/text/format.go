package text

import (
	"strings"
	"unicode"

	"casebook/model/safe"
	"casebook/tui/words"
)

// Format returns a text of the catalogue with arguments that keep their tones if they
// are spans.
func Format(w words.Words, tone Tone, format string, arguments ...any) Line {
	held := make([]any, len(arguments))
	for i, argument := range arguments {
		switch argument := argument.(type) {
		case Span:
			held[i] = string(rune(i + 1)) // stands for the span until the text is put together
		case string:
			held[i] = safe.Line(argument)
		default:
			held[i] = argument
		}
	}
	var l Line
	rest := w.Say(format, held...)
	for {
		at := strings.IndexFunc(rest, unicode.IsControl)
		if at < 0 {
			break
		}
		if at > 0 {
			l = append(l, Span{Text: rest[:at], Tone: tone})
		}
		l = append(l, arguments[rest[at]-1].(Span))
		rest = rest[at+1:]
	}
	if rest != "" {
		l = append(l, Span{Text: rest, Tone: tone})
	}
	return l
}
