package sheet

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"casebook/seed"
)

// encodingOfNames sets the encoding in which a row has known column names that are not
// ASCII, such as Situación: at least half of its non-ASCII cells.
func (t *Table) encodingOfNames() bool {
	best, bestKnown := "", 0
	for _, encoding := range seed.Encodings() {
		other := *t
		other.Layout.Encoding = encoding
		if strings.HasPrefix(encoding, "utf-") || other.reopen(true) != nil {
			continue
		}
		for range maxPreviewRows {
			row, err := other.Rows.Next()
			if err != nil {
				break
			}
			known, strange := 0, 0
			for _, cell := range row {
				if !isASCII(cell) {
					strange++
					if t.isColumnName(cell) || slices.ContainsFunc(strings.Fields(cell), func(word string) bool { return !isASCII(word) && t.isColumnName(word) }) {
						known++
					}
				}
			}
			if known > bestKnown && known*2 >= strange {
				best, bestKnown = encoding, known
			}
		}
	}
	t.Layout.Encoding = cmp.Or(best, t.Layout.Encoding)
	return best != ""
}

func isASCII(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf })
}
