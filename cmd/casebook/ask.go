package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"casebook/model/safe"
	"casebook/seed/mapping"
	"casebook/seed/table"
)

// askOf asks what a table does not show, where somebody is there to answer.
// Enter takes the first answer.
func (p *program) askOf(reader *table.Reader) error {
	questions := reader.Questions()
	if len(questions) == 0 || !isTerminal(p.in) || !isTerminal(p.err) {
		return nil
	}
	in := bufio.NewReader(p.in)
	for _, question := range questions {
		answer, err := p.askOne(in, question)
		if err != nil {
			return err
		}
		question.Choose(reader.Mapping(), answer)
	}
	return nil
}

// askOne asks one question until it is answered by a number or by Enter.
func (p *program) askOne(in *bufio.Reader, question mapping.Question) (int, error) {
	fmt.Fprintln(p.err, safe.Line(question.Text))
	for i, answer := range question.Answers {
		fmt.Fprintf(p.err, "  %d  %s\n", i+1, safe.Line(answer.Text))
	}
	for {
		fmt.Fprintf(p.err, "1 to %d, Enter is 1: ", len(question.Answers))
		line, err := in.ReadString('\n')
		if err != nil && (err != io.EOF || line == "") {
			fmt.Fprintln(p.err)
			return 0, usage("give the answer on the command line, or in a mapping: casebook check --help", "the question was not answered")
		}
		text := strings.TrimSpace(line)
		if text == "" {
			return 0, nil
		}
		if number, err := strconv.Atoi(text); err == nil && number >= 1 && number <= len(question.Answers) {
			return number - 1, nil
		}
	}
}
