// Package importer takes reports into a library and out of it: what is derived
// of each case (its words, its values, its days, whom and what it names), what
// an import may change of a report that is there, and what is written anew
// afterwards. It writes in a transaction that it is given (Change). It must not
// know files, nor how a query is answered.
package importer
