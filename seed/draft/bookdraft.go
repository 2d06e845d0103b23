package draft

import (
	"cmp"

	"casebook/model"
	"casebook/seed/pages"
)

// FromBook drafts the pack of one entry of a book.
func FromBook(b *pages.Book, e pages.Entry, options Options) (model.Pack, []pages.Doubt, error) {
	options.book, options.Country = b, e.Country
	options.Period = cmp.Or(options.Period, b.Period)
	options.Prefix = b.Prefixes[e.Country] + "-" + firstYear(options.Period)
	pack, doubts, err := Report(e.Text, options)
	for i := range doubts {
		doubts[i].Line = max(doubts[i].Line-2, 0) + e.Line // the country's name stands above the text
	}
	return pack, doubts, err
}

// shared are the headings that open a section in the book of an entry.
func (o Options) shared() map[string]bool {
	if o.book == nil {
		return nil
	}
	return o.book.Shared
}
