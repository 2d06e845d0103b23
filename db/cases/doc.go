// Package cases reads what the library has as it came in: reports, whole cases by
// their numbers or ids, and their rows for a list. To a case it adds what is said
// of it elsewhere: what its report says of those who are involved, which cases lead
// to it, and which other reports have the same names. It knows the tables
// (db/schema) and the index. It must not know queries, counts or lists: db/query
// decides which cases are read.
package cases
