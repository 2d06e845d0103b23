package cells

// A Slip is an error in a cell.
type Slip struct {
	Message, Hint string
	Ambiguous     bool // a date with two possible meanings
}

// Wrong returns a slip with what is wrong and what to do.
func Wrong(message, hint string) Slip { return Slip{Message: message, Hint: hint} }
