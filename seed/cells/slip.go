package cells

// A Slip is what is wrong in a cell.
type Slip struct{ Message, Hint string }

// Wrong is a slip: what is wrong, and what to do.
func Wrong(message, hint string) Slip { return Slip{message, hint} }
