package seed

import (
	"fmt"
	"slices"
	"strings"
)

// Errors is all mistakes in a pack, in the order of the file.
type Errors struct {
	Problems []Problem
}

// A Problem is a mistake in a pack's file.
type Problem struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"`   // counted from 1; 0: the whole file
	Column  int    `json:"column,omitempty"` // in characters, counted from 1; 0: the whole line
	Cell    string `json:"cell,omitempty"`   // of a workbook, such as Sheet1!B12; instead of line and column
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"` // what to write instead
	Source  string `json:"-"`              // the line of the file; may be empty
}

// InOrder sorts the problems of a file by their place in it.
func InOrder(problems []Problem) *Errors {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
	return &Errors{problems}
}

// Error returns every problem with its line of the file and its hint.
func (e *Errors) Error() string {
	var b strings.Builder
	for i, problem := range e.Problems {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(problem.String())
	}
	return b.String()
}

// String returns a problem as file:line:column: message, then the line of the
// file with a mark under the column, then the hint.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.Place())
	message := p.Message
	if letters := []rune(message); len(letters) > maxMessage {
		message = string(letters[:maxMessage/2]) + " … " + string(letters[len(letters)-maxMessage/2:])
	}
	fmt.Fprintf(&b, ": %s", message)
	if source, at := p.excerpt(); source != "" {
		fmt.Fprintf(&b, "\n    %s\n    %s^", source, strings.Repeat(" ", at))
	}
	if p.Hint != "" {
		fmt.Fprintf(&b, "\n    %s", p.Hint)
	}
	return b.String()
}

// Place returns where a problem is, as file:line:column.
func (p Problem) Place() string {
	switch {
	case p.Cell != "":
		return p.File + ":" + p.Cell
	case p.Line > 0 && p.Column > 0:
		return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
	case p.Line > 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return p.File
}

// maxMessage is the maximum length of a message in letters: it may quote a cell.
const maxMessage = 600

// excerptWidth is how many characters of a line of the file are shown.
const excerptWidth = 100

// excerpt returns the part of the line around the column, safe for a terminal, and the
// number of characters before the column in it.
func (p Problem) excerpt() (string, int) {
	line := []rune(strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return ' '
		}
		return r
	}, p.Source))
	at := min(max(p.Column-1, 0), len(line))
	from := 0
	for from < at && line[from] == ' ' {
		from++
	}
	if at-from > excerptWidth/2 {
		from = at - excerptWidth/2
	}
	return string(line[from:min(from+excerptWidth, len(line))]), at - from
}
