package sheet

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"casebook/seed"
)

// encodingOfNames finds the encoding in which a row of a text names columns that are
// known and not ASCII, such as Situación: half of such cells at least.
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
				if strings.ContainsFunc(cell, func(r rune) bool { return r >= utf8.RuneSelf }) {
					strange++
					if t.known(cell) {
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
