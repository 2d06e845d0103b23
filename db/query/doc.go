// Package query answers the queries of a library: cases, counts, lists and views,
// names, whole reports, and whether anything is damaged. It only reads, in
// transactions that it is given (Answers). It must not know files, nor how an
// import works.
//
// The steps of a query: Answers.query makes a reader, which has a snapshot of what
// was already read of the library and a transaction to read the rest
// (snapshot.go). In a large library Find finds what its page needs first, where that is
// quicker (first_page.go), else the whole answer: the terms of the text are phrases for the
// index and conditions for everything else (text.go), dates written in words
// (span.go), names that sound alike (fuzzy.go, names.go), dates and filters
// (answer.go). The answer is bitmaps of case numbers; it is kept for the counts
// (facets.go) and for later pages and views. An order puts its rows in sequence
// (find.go), and db/cases reads their documents.
package query
