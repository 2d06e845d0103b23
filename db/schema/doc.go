// Package schema is the format of a library file: its tables, how words, days, values and
// documents are stored in them, and their checksums. It knows the model, the index and
// the tables of names. It must not know how a query is answered nor how an import works:
// both use it.
package schema
