// Package schema is what a library file holds: its tables and their format, how
// words, days, values and documents are written in them, and the checksums of
// all that. It knows the model, the index and the tables of names. It must not
// know how a query is answered nor how an import goes: both are made of what is here.
package schema
