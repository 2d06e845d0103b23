package cells

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// WithoutFootnotes removes footnote marks, as in text copied from web pages: Ada Lind[3]
// is Ada Lind. Brackets after a space are not a mark.
func WithoutFootnotes(text string) string {
	text = withoutSigns(text)
	if strings.IndexByte(text, '[') <= 0 {
		return text
	}
	var b strings.Builder
	rest := text
	for {
		open := strings.IndexByte(rest, '[')
		if open < 0 {
			break
		}
		length := strings.IndexByte(rest[open:], ']')
		before := rest[:open]
		if length > 0 && isFootnote(rest[open+1:open+length]) && (before != "" && before[open-1] != ' ' || before == "" && b.Len() > 0) {
			b.WriteString(before)
			rest = rest[open+length+1:]
			continue
		}
		b.WriteString(rest[:open+1])
		rest = rest[open+1:]
	}
	b.WriteString(rest)
	return b.String()
}

// withoutSigns removes daggers and stars after the last letter of a text.
func withoutSigns(text string) string {
	bare := strings.TrimRight(text, "*†‡")
	if last, _ := utf8.DecodeLastRuneInString(bare); len(bare) == len(text) || !unicode.IsLetter(last) {
		return text
	}
	return bare
}

// IsFootnotes reports whether a text has footnote marks only: [3][40].
func IsFootnotes(text string) bool {
	return strings.HasPrefix(text, "[") && WithoutFootnotes("x"+strings.ReplaceAll(text, " ", "")) == "x"
}

// isFootnote reports whether a text in brackets is a footnote mark: 3, a, note 2.
func isFootnote(mark string) bool {
	switch mark {
	case "citation needed", "better source needed", "clarification needed", "dubious", "edit":
		return true
	}
	number, isNote := strings.CutPrefix(strings.ToLower(mark), "note ")
	if strings.Trim(number, "0123456789") == "" {
		return number != "" && len(number) <= 3
	}
	return !isNote && len(mark) == 1 && mark[0] >= 'a' && mark[0] <= 'z'
}
