// Package query answers what is asked of a library: cases, counts, lists and
// views, names, whole reports, and whether all is as it was written. It only
// reads, in transactions that it is given (Answers). It must not know files, nor
// how an import goes.
//
// A query goes through it like this. Answers.query makes a reader: the snapshot
// of what has been read of the library in its present state, with a transaction
// for what it lacks (snapshot.go). Find asks for the first rows alone where there
// are very many (find.go), else for the whole answer: the terms of the text are
// phrases for the index and conditions for all else (text.go), dates written in
// words (dated.go), names that sound alike (alike.go, names.go), dates and filters
// (answer.go). The answer is bitmaps of case numbers, and is kept for the counts
// (facets.go), the pages and the views to come. Rows are cut out of it by an
// order (find.go), and db/cases reads their documents.
package query
