// Package index is what cases are found, counted and ordered by, beside their
// documents: columns, orders, and the reading of SQLite's text index. It knows
// numbers of cases and of values, words that are folded already, and which of them
// have synonyms. It must not know what a case is, nor a facet, a date or a name: its
// callers give all of these their numbers. What is here is derived, and can be rebuilt
// from the documents.
//
// # Words
//
// The words of the cases are in case_text and those of the names of facet
// values in value_text: contentless FTS5 tables, whose rowid is the number of
// the case or of the value. SQLite finds words, phrases and prefixes;
// db/importer makes the text of a row. A query is an Expression, which quotes
// each word, so that nothing that a person types is syntax. The answer is a
// Roaring bitmap, which the aggregate function case_set collects inside SQLite:
// a million rows one by one would take seconds. The text of a case ends with a word
// for each of its values that few cases have (ValueWord): under a filter by one, a
// common word is looked for in these cases only.
//
// To read a word that a hundred thousand cases have takes FTS5 ten milliseconds and
// more. So the table index_word has bitmaps of the cases of a block that have a common
// word: a stem ("·polic"), or a word that begins in some way ("po*", up to three
// letters). To find that no case has a word takes FTS5 some fifty microseconds, and the
// words of a text may have hundreds of synonyms. So each stem of the table of synonyms
// (model/word) has bitmaps, however few cases have it, and a bitmap under the empty word
// lists which of these stems the block has: by their places in the table, with the sum of
// the table. A bitmap has the places of cases in their block; the column first says from
// which case on. FTS5 is asked for what is rare, for phrases and for longer beginnings,
// among the cases that these leave. Where there is no bitmap, for the cases before it, or
// where the table is another one now, FTS5 tells: which words have bitmaps is nothing
// that an answer depends on.
//
// # Columns
//
// Cases are counted by columns: a GROUP BY takes seconds at 100,000 cases, a
// column in memory some milliseconds. The cases are in blocks of 1<<bits by
// their numbers (65,536 but in tests; the table generation has the bits). A
// column of a block is, in this order,
//
//	uvarint                 how many cases it covers, from the first of the block;
//	                        those after them have no value
//	uvarint                 how many combinations of values there are
//	for each combination    uvarint: how many values it has; each of them, ascending, as
//	                        a uvarint: the difference to the one before
//	for each case           its combination: nothing where there is only one, a byte up
//	                        to 256 of them, else two, the lower one first
//
// A value is the number of a row of facet_value. Sets of cases are made from
// columns when they are needed, and kept for the next keystroke.
//
// # Orders
//
// By number the cases are in the order of their reports. For each other order a
// block has an entry for each case, sorted by key and then by number (table
// index_order_block):
//
//	uvarint, uvarint, bytes how many bytes the key begins with like the one before it, how
//	                        many more it has, and these
//	uint16                  the case's place in the block, the lower byte first
//
// They are merged into the order of the whole library (table index_order):
// numbers of four bytes, the lower first, 4,096 to a chunk, so that a page is
// cut out of it wherever it begins.
//
// # Invariants
//
//   - Each blob begins with the CRC-32C of its place in the table and of the
//     rest: what is damaged or in the wrong row is ErrDamaged, and never an answer.
//   - Each block that has cases has every column and every order.
//   - A number is given once: imported cases come after all others. When a report
//     is removed, its cases are removed from their blocks.
//   - All orders have all cases.
//
// # Callers
//
// An import makes a Block at a time (db/importer/write.go) and calls Arrange at
// its end; a removal loads blocks without the removed cases
// (db/importer/replace.go). A query has the Index of its snapshot and a Reader of
// it in its transaction (db/query/snapshot.go): Matching and Values find words,
// Having and Sets find values, Count counts facets, Page and Place find pages in
// orders.
package index
