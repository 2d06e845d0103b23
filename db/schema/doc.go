// Package schema is what a library file holds: its tables and their format, how
// words, days, values and documents are written in them, and their checksums. It
// knows the model, the index and the tables of names. It must not know how a query
// is answered nor how an import works: both use it.
package schema
