package intake

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"casebook/cmd/casebook/cli"
	"casebook/model/safe"
	"casebook/seed"
	"casebook/seed/mapping"
	"casebook/seed/sheet"
	"casebook/seed/table"
)

// questions are asked on a terminal about what a table does not show. Without one
// nothing is asked.
type questions struct {
	p     *cli.Program
	in    *bufio.Reader // nil: there is no terminal
	asked bool
}

func newQuestions(p *cli.Program) *questions {
	q := &questions{p: p}
	if cli.IsTerminal(p.In) && cli.IsTerminal(p.Err) {
		q.in = bufio.NewReader(p.In)
	}
	return q
}

// propose opens a table and makes a mapping for it. It asks for the encoding, if that is
// unclear, and for the sheet, if there are several.
func (q *questions) propose(name string, r io.Reader, options table.Options) (*table.Reader, error) {
	reader, err := table.Propose(name, r, options)
	if _, again := r.(sheet.Source); !again || q.in == nil {
		return reader, err
	}
	var unclear *seed.UnclearEncoding
	if errors.As(err, &unclear) && len(unclear.Readings) > 1 {
		question := mapping.Question{Text: fmt.Sprintf("%s is not in UTF-8. Which of these is a word?", name)}
		for _, reading := range unclear.Readings {
			question.Answers = append(question.Answers, mapping.Answer{Text: reading.Word + " (" + reading.Encoding + ")"})
		}
		answer, err := q.ask(question, false)
		if err != nil {
			return nil, err
		}
		options.Layout.Encoding = unclear.Readings[answer].Encoding
		return table.Propose(name, r, options)
	}
	if err != nil || options.Layout.Sheet != "" || options.Mapping != nil {
		return reader, err
	}
	if sheets, read := reader.Sheets(); len(sheets) > 1 {
		question := mapping.Question{Text: fmt.Sprintf("Which sheet of %s has the list?", name)}
		names := append([]string{strings.Join(read, ", ")}, slices.DeleteFunc(slices.Clone(sheets), func(other string) bool { return len(read) == 1 && other == read[0] })...)
		for _, one := range names {
			question.Answers = append(question.Answers, mapping.Answer{Text: one})
		}
		answer, err := q.ask(question, false)
		if err != nil {
			return nil, err
		}
		if answer > 0 {
			options.Layout.Sheet = names[answer]
			return table.Propose(name, r, options)
		}
	}
	return reader, nil
}

// askAll asks what a table does not show. The answers hold when all are given, since a
// person may go back to the question before.
func (q *questions) askAll(reader *table.Reader) error {
	list := reader.Questions()
	if q.in == nil {
		return nil
	}
	answers := make([]int, len(list))
	for i := 0; i < len(list); {
		answer, err := q.ask(list[i], i > 0)
		if err != nil {
			return err
		}
		if answer == goBack {
			i--
			continue
		}
		answers[i] = answer
		i++
	}
	for i, question := range list {
		reader.Answer(question, answers[i])
	}
	return nil
}

// keep asks whether the answers are kept in the file of a mapping, so that the next import
// does not ask again. It returns its name; empty: no.
func (q *questions) keep(name string) (string, error) {
	if !q.asked || name == seed.StandardInput {
		return "", nil
	}
	file := mappingName(name)
	answer, err := q.ask(mapping.Question{Text: fmt.Sprintf("Keep these answers for the next import, in %s?", file), Answers: []mapping.Answer{{Text: "yes"}, {Text: "no"}}}, false)
	if err != nil || answer > 0 {
		return "", err
	}
	return file, nil
}

// goBack is the answer that asks for the question before.
const goBack = -1

// ask asks a question until it is answered by a number or Enter, or by b where there is one
// before.
func (q *questions) ask(question mapping.Question, back bool) (int, error) {
	q.asked = true
	fmt.Fprintln(q.p.Err, safe.Line(question.Text))
	for i, answer := range question.Answers {
		fmt.Fprintf(q.p.Err, "  %d  %s\n", i+1, safe.Line(answer.Text))
	}
	prompt := fmt.Sprintf("1 to %d, Enter is 1: ", len(question.Answers))
	if back {
		prompt = fmt.Sprintf("1 to %d, Enter is 1, b goes back: ", len(question.Answers))
	}
	for {
		fmt.Fprint(q.p.Err, prompt)
		line, err := q.in.ReadString('\n')
		if err != nil && (err != io.EOF || line == "") {
			fmt.Fprintln(q.p.Err)
			return 0, cli.Usage("give the answer on the command line, or in a mapping: casebook check --help", "the question was not answered")
		}
		text := strings.TrimSpace(line)
		switch number, err := strconv.Atoi(text); {
		case text == "":
			return 0, nil
		case back && text == "b":
			return goBack, nil
		case err == nil && number >= 1 && number <= len(question.Answers):
			return number - 1, nil
		}
	}
}
