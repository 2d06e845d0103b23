package measure

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A Question is a query and the name that it should find or, where its kind
// is Not, must not be matched with.
type Question struct {
	Query, Name, Kind string
}

// Not is the kind of a question whose name must not be matched.
const Not = "not"

// ReadQuestions reads tab-separated rows under a header that names the columns
// query, canonical and kind. An error says which line is wrong and how.
func ReadQuestions(r io.Reader) ([]Question, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	columns := map[string]int{}
	var questions []Question
	for line := 1; lines.Scan(); line++ {
		cells := strings.Split(strings.TrimSuffix(lines.Text(), "\r"), "\t")
		if line == 1 {
			for i, cell := range cells {
				columns[strings.TrimPrefix(cell, "\ufeff")] = i
			}
			for _, name := range []string{"query", "canonical", "kind"} {
				if _, named := columns[name]; !named {
					return nil, fmt.Errorf("line 1: no column %q: the first line names the columns query, canonical, kind, separated by tabs", name)
				}
			}
			continue
		}
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		cell := func(name string) string {
			if i := columns[name]; i < len(cells) {
				return strings.TrimSpace(cells[i])
			}
			return ""
		}
		question := Question{cell("query"), cell("canonical"), cell("kind")}
		if question.Query == "" || question.Name == "" {
			return nil, fmt.Errorf("line %d: a row needs a query and a canonical name, separated by a tab", line)
		}
		questions = append(questions, question)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read questions: %w", err)
	}
	if len(questions) == 0 {
		return nil, errors.New("no questions: expected a header line and rows of query, canonical and kind")
	}
	return questions, nil
}
