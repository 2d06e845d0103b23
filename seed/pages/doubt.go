package pages

// A Doubt is something unclear in a text that a person should check.
type Doubt struct {
	Line    int // of the text, counted from 1
	Message string
	Hint    string
}
