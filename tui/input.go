package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model/safe"

	"github.com/charmbracelet/x/ansi"
)

// An input is one line of text that a person edits. It is our own:
// keys.Binding says why.
type input struct {
	text     string
	at       int  // byte offset of the cursor
	selected bool // all of the text: what is typed now takes its place
}

// maxInput is the length in bytes from which on nothing more is taken in.
const maxInput = 400

func (i *input) set(text string) {
	text = safe.Line(text)
	i.text, i.at, i.selected = text, len(text), false
}

// insert puts typed or pasted text in at the cursor, on one line. Where all is
// selected it takes the place of that, but for a space, which goes on.
func (i *input) insert(typed string) {
	typed = safe.Line(strings.ToValidUTF8(typed, ""))
	if i.selected && typed != " " {
		i.set("")
	}
	i.selected = false
	if len(i.text)+len(typed) > maxInput {
		return
	}
	i.text = i.text[:i.at] + typed + i.text[i.at:]
	i.at += len(typed)
}

// replace puts text in the place of a part, and the cursor after it. It reports
// whether there was room.
func (i *input) replace(start, end int, text string) bool {
	if len(i.text)-(end-start)+len(text) > maxInput {
		return false
	}
	i.remove(start, end)
	i.insert(text)
	return true
}

// moveTo puts the cursor at an offset.
func (i *input) moveTo(at int) { i.at, i.selected = at, false }

// delete takes a part out; where all is selected, all.
func (i *input) delete(start, end int) {
	if i.selected {
		i.set("")
		return
	}
	i.remove(start, end)
}

func (i *input) remove(start, end int) {
	i.text = i.text[:start] + i.text[end:]
	i.at = start
}

func (i *input) left() int {
	last := 0
	for at := 0; at < i.at; {
		last = at
		cluster, _ := ansi.FirstGraphemeCluster(i.text[at:], ansi.GraphemeWidth)
		at += max(len(cluster), 1)
	}
	return last
}

func (i *input) right() int {
	cluster, _ := ansi.FirstGraphemeCluster(i.text[i.at:], ansi.GraphemeWidth)
	return i.at + len(cluster)
}

func (i *input) wordLeft() int {
	trimmed := strings.TrimRightFunc(i.text[:i.at], unicode.IsSpace)
	space := strings.LastIndexFunc(trimmed, unicode.IsSpace)
	if space < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(trimmed[space:])
	return space + size
}

func (i *input) wordRight() int {
	rest := strings.TrimLeftFunc(i.text[i.at:], unicode.IsSpace)
	start := len(i.text) - len(rest)
	if space := strings.IndexFunc(rest, unicode.IsSpace); space >= 0 {
		return start + space
	}
	return len(i.text)
}

// View shows the text in width columns and says in which of them the cursor
// is. A text too long for them is shown around its cursor.
func (i *input) View(width int) (text string, column int) {
	width = max(width, 2)
	before, after := i.text[:i.at], i.text[i.at:]
	if over := ansi.StringWidth(before) - (width - 1); over > 0 {
		before = ansi.TruncateLeft(before, over, "")
	}
	column = ansi.StringWidth(before)
	return before + ansi.Truncate(after, width-column, ""), min(column, width-1)
}
