// Package query answers the queries of a library: cases, counts, lists and views,
// names, whole reports, and whether anything is damaged. It only reads, in
// transactions that it is given (Answers). It must not know files, nor how an
// import works.
//
// The steps of a search: Answers.query makes a reader, a snapshot that caches what was
// already read of the library, with a transaction that reads the rest (snapshot.go). The
// terms of the text become conditions for the text index, and sets of cases for fields
// (text.go). Matches by dates in words (span.go), by names that sound alike (fuzzy.go,
// name_match.go, names.go) and after corrections (correction.go) are added, and dates and
// filters applied (answer.go). The answer is bitmaps of case numbers. It is cached for the
// counts (facets.go) and for later pages and views. An order puts its rows in sequence
// (find.go), and db/cases reads their documents. In a large library Find first looks for a
// page without the whole answer (first_page.go).
package query
