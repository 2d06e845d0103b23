package cli

import (
	"fmt"
	"os"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"casebook/model"
	"casebook/model/safe"
	"casebook/tui/width"
)

// Width returns how many columns a text may take on the terminal; 0 for a pipe or a
// file, where lines are not wrapped.
func (p *Program) Width() int {
	file, ok := p.Terminal.(*os.File)
	if !ok || !term.IsTerminal(file.Fd()) {
		return 0
	}
	columns, _, err := term.GetSize(file.Fd())
	if err != nil || columns < 20 {
		return 80
	}
	return min(columns, 100)
}

// Strong makes a text bold, on a terminal that can show it; not with NO_COLOR or on
// a dumb terminal.
func (p *Program) Strong(text string) string {
	if p.Width() == 0 || p.Variable("NO_COLOR") != "" || p.Variable("TERM") == "dumb" {
		return text
	}
	return safe.Bold + text + safe.BoldEnded
}

// widestColumn is how far a long cell may push the columns after it.
const widestColumn = 60

// PrintRows prints a table without lines: columns two spaces apart; a cell that is
// too wide moves only its own line.
func (p *Program) PrintRows(rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row[:max(len(row)-1, 0)] {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			if width := width.ByLetter.Columns(cell); width <= widestColumn {
				widths[i] = max(widths[i], width)
			}
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell)
			if i < len(row)-1 {
				line.WriteString(strings.Repeat(" ", max(widths[i]-width.ByLetter.Columns(cell), 0)+2))
			}
		}
		fmt.Fprintln(p.Out, strings.TrimRight(line.String(), " "))
	}
}

// Indented puts a label in front of a text and, where the terminal is too
// narrow for one line, the rest below the text's beginning.
func Indented(label, text string, columns int) string {
	margin := width.ByLetter.Columns(label)
	if columns-margin < 20 {
		return label + text
	}
	return label + strings.ReplaceAll(ansi.WordwrapWc(text, columns-margin, ""), "\n", "\n"+strings.Repeat(" ", margin))
}

// Sentence returns a list of words as in a sentence: "a, b or c".
func Sentence(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// ShellWord returns a word quoted for a shell.
func ShellWord(word string) string {
	word = safe.Line(word)
	if word != "" && !strings.ContainsFunc(word, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_-./:,+@%=", r)
	}) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// Counted returns a count with its noun, such as "1 case" and "2 cases".
func Counted(count int, noun string) string {
	switch {
	case count == 1:
	case strings.HasSuffix(noun, "ry"): // entry
		noun = strings.TrimSuffix(noun, "y") + "ies"
	default:
		noun += "s"
	}
	return model.Number(float64(count)) + " " + noun
}

// Cells returns several values of a column as one cell.
func Cells[T any](values []T, phrase func(T) string) string {
	var texts []string
	for _, value := range values {
		texts = append(texts, phrase(value))
	}
	return strings.Join(texts, "; ")
}

// ShellWords returns words quoted for a shell: in single quotes, unless they have
// only letters, digits and plain punctuation.
func ShellWords(words ...string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = ShellWord(word)
	}
	return strings.Join(quoted, " ")
}

// IsTerminal reports whether what is read from or written to is a terminal.
func IsTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(file.Fd())
}
