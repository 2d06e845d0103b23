package model

import "casebook/model/word"

// Fold returns a text as it is compared in a search: see word.Fold.
func Fold(text string) string { return word.Fold(text) }
