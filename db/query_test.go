package db

import "casebook/db/query"

// What tests of the library need of package query, whose name many of their variables have.
const happeningsTogether = query.HappeningsTogether

var bounds = query.Bounds

func texts[T ~string](words []T) []string { return query.Texts(words) }
