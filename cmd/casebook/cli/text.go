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

// Width is how many columns a text may take on the terminal; 0 where the
// answer goes to a pipe or a file, which gets its lines whole.
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

// Strong sets a text off on a terminal that can and may; NO_COLOR and a dumb
// terminal get it plain.
func (p *Program) Strong(text string) string {
	if p.Width() == 0 || p.Variable("NO_COLOR") != "" || p.Variable("TERM") == "dumb" {
		return text
	}
	return safe.Bold + text + safe.BoldEnded
}

// widestColumn is how far a long cell may push the columns after it.
const widestColumn = 60

// PrintRows prints a table without lines: columns two spaces apart, the last
// one as long as it is, a cell that is too wide pushing only its own line.
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

// Sentence is a list of words as in a sentence: "a, b or c".
func Sentence(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// ShellWord is a word of a command line as a shell reads it.
func ShellWord(word string) string {
	word = safe.Line(word)
	if word != "" && !strings.ContainsFunc(word, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_-./:,+@%=", r)
	}) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// Counted is a count with its noun, such as "1 case" and "2 cases".
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

// Cells are several values of a column in one cell.
func Cells[T any](values []T, phrase func(T) string) string {
	var texts []string
	for _, value := range values {
		texts = append(texts, phrase(value))
	}
	return strings.Join(texts, "; ")
}

// ShellWords are words as a shell reads them back: what has more in it than
// letters, digits and plain punctuation stands in single quotes.
func ShellWords(words ...string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = ShellWord(word)
	}
	return strings.Join(quoted, " ")
}

// IsTerminal says whether what is read from or written to is a terminal.
func IsTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(file.Fd())
}
