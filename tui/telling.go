package tui

import (
	"strings"
	"unicode"

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
