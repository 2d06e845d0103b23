// Package cases reads what was imported: reports, whole cases by their numbers or ids,
// their rows for a list, their figures, dates and involvements. It adds to a case what is
// stored elsewhere: descriptions of those involved, cases that refer to it, and other
// reports with the same names. It knows the tables (db/schema) and the index. It must not
// know queries, counts or lists: db/query decides which cases are read.
package cases
