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

// askQuestions asks what a table does not show, on a terminal. Enter accepts the first
// answer.
func askQuestions(p *cli.Program, reader *table.Reader) error {
	questions := reader.Questions()
	if len(questions) == 0 || !cli.IsTerminal(p.In) || !cli.IsTerminal(p.Err) {
		return nil
	}
	in := bufio.NewReader(p.In)
	for _, question := range questions {
		answer, err := askQuestion(p, in, question)
		if err != nil {
			return err
		}
		question.Choose(reader.Mapping(), answer)
	}
	return nil
}

// proposeMapping opens a table and makes a mapping for it. On a terminal it asks for the
// encoding, if that is unclear, and for the sheet, if there are several.
func proposeMapping(p *cli.Program, name string, r io.Reader, options table.Options) (*table.Reader, error) {
	reader, err := table.Propose(name, r, options)
	if _, again := r.(sheet.Source); !again || !cli.IsTerminal(p.In) || !cli.IsTerminal(p.Err) {
		return reader, err
	}
	in := bufio.NewReader(p.In)
	var unclear *seed.UnclearEncoding
	if errors.As(err, &unclear) && len(unclear.Readings) > 1 {
		question := mapping.Question{Text: fmt.Sprintf("%s is not in UTF-8. Which of these is a word?", name)}
		for _, reading := range unclear.Readings {
			question.Answers = append(question.Answers, mapping.Answer{Text: reading.Word + " (" + reading.Encoding + ")"})
		}
		answer, err := askQuestion(p, in, question)
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
		answer, err := askQuestion(p, in, question)
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

// askQuestion asks a question until it is answered by a number or Enter.
func askQuestion(p *cli.Program, in *bufio.Reader, question mapping.Question) (int, error) {
	fmt.Fprintln(p.Err, safe.Line(question.Text))
	for i, answer := range question.Answers {
		fmt.Fprintf(p.Err, "  %d  %s\n", i+1, safe.Line(answer.Text))
	}
	for {
		fmt.Fprintf(p.Err, "1 to %d, Enter is 1: ", len(question.Answers))
		line, err := in.ReadString('\n')
		if err != nil && (err != io.EOF || line == "") {
			fmt.Fprintln(p.Err)
			return 0, cli.Usage("give the answer on the command line, or in a mapping: casebook check --help", "the question was not answered")
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
