package pages_test

import (
	"strings"
	"testing"

	"casebook/seed/pages"
)

// TestColumns has a title over two columns whose paragraphs end side by side,
// and a line below them.
func TestColumns(t *testing.T) {
	block := func(place, text string) string {
		return "<flow><block " + place + "><line><word>" + strings.ReplaceAll(text, " ", "</word><word>") + "</word></line></block></flow>"
	}
	page := "<html><body><doc><page width=\"595\" height=\"842\">" +
		block(`xMin="60" yMin="20" xMax="540" yMax="40"`, "A title") +
		block(`xMin="60" yMin="50" xMax="290" yMax="100"`, "first left") + block(`xMin="310" yMin="50" xMax="540" yMax="100"`, "first right") +
		block(`xMin="60" yMin="110" xMax="290" yMax="150"`, "second left") + block(`xMin="310" yMin="110" xMax="540" yMax="150"`, "second right &amp; last") +
		block(`xMin="60" yMin="160" xMax="540" yMax="170"`, "a note") + "</page></doc></body></html>"
	got, err := pages.TextOfBoxes(strings.NewReader(page))
	if want := "A title\n\nfirst left\n\nsecond left\n\nfirst right\n\nsecond right & last\n\na note\n\n\f"; err != nil || got != want {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
}
