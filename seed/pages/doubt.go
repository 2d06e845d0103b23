package pages

// A Doubt is something that a plain text leaves open and a person should check.
type Doubt struct {
	Line    int // of the text, counted from 1
	Message string
	Hint    string
}
