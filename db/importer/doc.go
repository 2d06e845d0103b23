// Package importer adds reports to a library and removes them: what is derived from each
// case (words, values, days, entities), what an import may change in an existing report,
// and what is rebuilt afterwards. It writes in a transaction that it is given (Change). It
// must not know files, nor how a query is answered.
//
// The way of a case: Import gives it to an importer, which compares it with the library
// (compare.go). A writer derives values and words from it (derive.go, entity.go,
// case_text.go), adds them to the current block of the index (write.go), and queues its
// rows (background.go). At the end the old version of the report is removed (replace.go),
// and what depends on the whole library is made anew (settle).
package importer
