package sheet

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"casebook/seed"
)

// encodingOfNames finds the encoding in which a row of a text names columns by words that
// are known and not ASCII, such as Situación: half of such cells at least.
func (t *Table) encodingOfNames() bool {
	best, most := "", 0
	for _, encoding := range seed.Encodings() {
		other := *t
		other.Layout.Encoding = encoding
		if strings.HasPrefix(encoding, "utf-") || other.reopen(true) != nil {
			continue
		}
		for range mostAbove {
			row, err := other.Rows.Next()
			if err != nil {
				break
			}
			known, strange := 0, 0
			for _, cell := range row {
				if !isASCII(cell) {
					strange++
					if t.known(cell) || slices.ContainsFunc(strings.Fields(cell), func(word string) bool { return !isASCII(word) && t.known(word) }) {
						known++
					}
				}
			}
			if known > most && known*2 >= strange {
				best, most = encoding, known
			}
		}
	}
	t.Layout.Encoding = cmp.Or(best, t.Layout.Encoding)
	return best != ""
}

func isASCII(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf })
}
