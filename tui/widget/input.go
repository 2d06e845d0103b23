package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model/safe"
	"casebook/tui/width"
)

// An Input is one line of text that a person edits. It is our own:
// keys.Binding says why.
type Input struct {
	Text     string
	At       int  // byte offset of the cursor
	Selected bool // all of the text: what is typed now takes its place
}

// maxInput is the maximum length of a text, in bytes.
const maxInput = 400

// Set sets the text, with the cursor at its end.
func (i *Input) Set(text string) {
	text = safe.Line(text)
	i.Text, i.At, i.Selected = text, len(text), false
}

// Insert inserts typed or pasted text at the cursor, on one line. It replaces a
// selected text, except that a space only ends the selection. It reports whether there
// was room.
func (i *Input) Insert(typed string) bool {
	typed = safe.Line(strings.ToValidUTF8(typed, ""))
	before, after := i.Text[:i.At], i.Text[i.At:]
	if i.Selected && typed != " " {
		before, after = "", ""
	}
	if len(before)+len(typed)+len(after) > maxInput {
		return false
	}
	i.Text, i.At, i.Selected = before+typed+after, len(before)+len(typed), false
	return true
}

// Replace replaces a part of the text and puts the cursor after it. It reports whether
// there was room.
func (i *Input) Replace(start, end int, text string) bool {
	if len(i.Text)-(end-start)+len(text) > maxInput {
		return false
	}
	i.remove(start, end)
	return i.Insert(text)
}

// MoveTo puts the cursor at an offset.
func (i *Input) MoveTo(at int) { i.At, i.Selected = at, false }

// Delete deletes a part, or the selected text.
func (i *Input) Delete(start, end int) {
	if i.Selected {
		i.Set("")
		return
	}
	i.remove(start, end)
}

func (i *Input) remove(start, end int) {
	i.Text = i.Text[:start] + i.Text[end:]
	i.At = start
}

// Left is the offset of the character before the cursor.
func (i *Input) Left() int {
	last := 0
	for at := 0; at < i.At; {
		last = at
		size, _ := width.ByLetter.First(i.Text[at:])
		at += size
	}
	return last
}

// Right is the offset after the character at the cursor.
func (i *Input) Right() int {
	if i.At == len(i.Text) {
		return i.At
	}
	size, _ := width.ByLetter.First(i.Text[i.At:])
	return i.At + size
}

// WordLeft is the offset of the beginning of the word before the cursor.
func (i *Input) WordLeft() int {
	trimmed := strings.TrimRightFunc(i.Text[:i.At], unicode.IsSpace)
	space := strings.LastIndexFunc(trimmed, unicode.IsSpace)
	if space < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(trimmed[space:])
	return space + size
}

// WordRight is the offset of the end of the word after the cursor.
func (i *Input) WordRight() int {
	rest := strings.TrimLeftFunc(i.Text[i.At:], unicode.IsSpace)
	start := len(i.Text) - len(rest)
	if space := strings.IndexFunc(rest, unicode.IsSpace); space >= 0 {
		return start + space
	}
	return len(i.Text)
}

// LineStart and LineEnd return the offsets of the ends of the line at the cursor.
func (i *Input) LineStart() int { return strings.LastIndexByte(i.Text[:i.At], '\n') + 1 }

func (i *Input) LineEnd() int {
	if end := strings.IndexByte(i.Text[i.At:], '\n'); end >= 0 {
		return i.At + end
	}
	return len(i.Text)
}

// View returns the text in so many columns and the column of the cursor. A longer text
// is cut around the cursor.
func (i *Input) View(m width.Method, columns int) (text string, column int) {
	columns = max(columns, 2)
	before := m.End(i.Text[:i.At], columns-1)
	column = m.Columns(before)
	return before + m.Begin(i.Text[i.At:], columns-column), min(column, columns-1)
}
