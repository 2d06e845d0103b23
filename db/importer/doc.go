// Package importer adds reports to a library and removes them: what is derived
// from each case (its words, its values, its days, whom and what it names), what
// an import may change in a report that is already there, and what is rebuilt
// afterwards. It writes in a transaction that it is given (Change). It must not
// know files, nor how a query is answered.
package importer
