// Package index finds, counts and orders cases without reading their documents: with
// SQLite's text index, columns and orders. It knows the numbers of cases and of values,
// folded words, and which of them have synonyms. It must not know what a case, a facet, a
// date or a name is: its callers give all of these numbers. Everything here is derived, and
// can be rebuilt from the documents.
//
// # Words
//
// The table case_text has the words of cases, and value_text those of the names of facet
// values: contentless FTS5 tables, whose rowid is the number of the case or value. SQLite
// finds words, phrases and prefixes; db/importer makes the text of a row. A query is an
// Expression, which quotes each word, so that nothing a person types is syntax. The result
// is a Roaring bitmap, made inside SQLite by the aggregate function case_set: reading a
// million rows one by one would take seconds. The text of a case ends with a word for some
// of its values (ValueWord). Under a filter by one of these, a common word is searched in
// the cases of the value only.
//
// FTS5 takes ten milliseconds and more to read a word that a hundred thousand cases have.
// So the table index_word has bitmaps of the cases of a block with a common word: with a
// stem ("·polic") or with a prefix of up to three letters ("po*"). FTS5 also takes some
// fifty microseconds to find that no case has a word, and a text may have hundreds of
// synonyms. So each stem of the table of synonyms (model/word) has bitmaps, however rare it
// is, and each line of the table of forms has one for all its forms ("protest+"). A bitmap
// with an empty word lists the stems and lines that the block has, by their places in the
// tables, with the checksum of both. A bitmap has the slots of cases in their block.
// The column first is the first case that it covers. FTS5 searches rare words, phrases and
// longer prefixes, among the cases that the bitmaps leave. It also searches the cases
// before first, and everything if the table of synonyms has changed: no answer depends on
// which words have bitmaps.
//
// # Columns
//
// Cases are counted by columns: a GROUP BY takes seconds at 100,000 cases, a column in
// memory some milliseconds. Cases are in blocks of 1<<bits by their numbers (65,536, less
// in tests; the table generation has the bits). A column of a block consists of
//
//	uvarint                 the number of cases that it covers, from the first of the
//	                        block; later cases have no value
//	uvarint                 the number of combinations of values
//	for each combination    uvarint: the number of its values; then each value, ascending,
//	                        as a uvarint: the difference to the one before
//	for each case           the number of its combination: no byte if there is only one,
//	                        one byte for up to 256, else two, the lower one first
//
// A value is the number of a row of facet_value. Sets of cases are made from columns when
// they are needed, and cached for the next keystroke.
//
// # Orders
//
// By number, cases are in the order of their reports. For each other order a block has an
// entry for each case, sorted by key and then by number (table index_order_block):
//
//	uvarint, uvarint, bytes the number of bytes that the key shares with the one before,
//	                        the number of its other bytes, and these
//	uint16                  the slot of the case in the block, the lower byte first
//
// They are merged into the order of the whole library (table index_order): numbers of four
// bytes, the lower first, 4,096 to a chunk, so that a page can be read from any place.
//
// # Invariants
//
//   - Each blob begins with the CRC-32C of its place in the table and of the rest. Damaged
//     bytes, or bytes in the wrong row, are ErrDamaged and never an answer.
//   - Each block with cases has every column and every order.
//   - A number is used once: imported cases get higher numbers than all others. When a
//     report is removed, its cases are removed from their blocks.
//   - All orders have all cases.
//
// # Callers
//
// An import writes one Block after the other (db/importer/write.go), and calls Arrange at
// its end. A removal loads blocks without the removed cases (db/importer/replace.go). A
// query has the Index of its snapshot and a Reader of it in its transaction
// (db/query/snapshot.go): Matching and Values search words, Having and Sets find the cases
// of values, Count counts by columns, Page and Place find pages in orders.
package index
