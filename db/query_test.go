package db

import (
	"casebook/db/query"
	"casebook/db/schema"
)

// What tests of the library need of package query, whose name many of their variables have.
const happeningsTogether = query.HappeningBatch

var bounds = schema.Bounds

func texts[T ~string](words []T) []string { return schema.Texts(words) }
