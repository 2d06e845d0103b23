package cells

import "strings"

// WithoutFootnotes removes footnote marks from a text that was copied from a web
// page: Ada Lind[3] is Ada Lind. Brackets after a space are not a mark.
func WithoutFootnotes(text string) string {
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
