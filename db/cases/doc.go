// Package cases reads what was imported: reports, whole cases by their numbers or
// ids, their rows for a list, their figures, dates and involvements. To a case it adds what is stored elsewhere: what
// its report says of those who are involved, which cases refer to it, and which
// other reports have the same names. It knows the tables (db/schema) and the
// index. It must not know queries, counts or lists: db/query decides which cases
// are read.
package cases
