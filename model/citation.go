package model

// Cite returns one plain sentence that says where a case comes from, for a footnote.
func Cite(c Case, r Report) string { return "" }

// CategoryPath returns a category as a filter takes it: its names from the root to the leaf, joined with "/".
func CategoryPath(c []string) string { return "" }
