package mapping

import (
	"strings"

	"casebook/model"
)

// A Note is something about the table that the user should know and that is not an error:
// how often it occurs, with up to three examples.
type Note struct {
	Text     string
	Count    int
	Examples []string
}

// String returns a note as a line: "12 cells: ..., such as ...".
func (n Note) String() string {
	text := n.Text
	if n.Count > 0 {
		text = model.Number(float64(n.Count)) + " × " + text
	}
	if len(n.Examples) > 0 {
		text += ", such as " + strings.Join(n.Examples, "; ")
	}
	return text
}

// maxExampleLetters is the number of characters of an example that are shown.
const maxExampleLetters = 60

func Shorten(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if letters := []rune(text); len(letters) > maxExampleLetters {
		return string(letters[:maxExampleLetters]) + "…"
	}
	return text
}
