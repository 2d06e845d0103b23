package plain

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/document"
	"casebook/tui/words"
)

// A command is something that can be typed: its word in English or the language of the
// session, or one of the other forms, in English. takes and does are for the help.
type command struct {
	word  string
	forms []string
	takes string
	does  string
	do    func(*session, context.Context, string) error
}

// commands returns all commands, in the order of the help.
func commands() []command {
	return []command{
		{"read", []string{"r", "case", "number", "follow"}, "NUMBER", "read a case by its number in the list or its id (the number alone is enough); in a case, follow the link with that number", (*session).read},
		{"list", []string{"l", "cases", "results"}, "", "the cases, ten at a time", (*session).list},
		{"next", []string{"n", "more", "forward"}, "", "the next ten of a list; in a case, the next case", (*session).next},
		{"previous", []string{"p"}, "", "the previous ten; in a case, the previous case", (*session).previous},
		{"back", []string{"b", "-", "return"}, "", "go back", (*session).back},
		{"where", []string{"w"}, "", "where you are, and the active filters; an empty line does the same", (*session).where},

		{"find", []string{"f", "search"}, "TEXT", "search titles, notes, people, organisations, places and laws; names as they sound; a slash does the same: /TEXT; see help find", (*session).find},
		{"filter", []string{"i", "filters", "facets"}, "[NAME:VALUE]", "filter the cases: list the filters, or set one directly, e.g. filter kind:event", (*session).filter},
		{"clear", []string{"x"}, "[all]", "clear the last filter, or if nothing matches, the one that excludes everything; clear all also clears the search", (*session).clear},
		{"sort", []string{"t", "order"}, "ORDER", "sort the cases, or the rows of a view; alone, it lists the orders", (*session).sortBy},
		{"views", []string{"v", "view"}, "", "list the people, laws, places, figures and dates of the listed cases", (*session).listViews},
		{"people", []string{"persons"}, "[TEXT]", "the people, with their roles; with a text, one person's cases", viewCommand(results.ViewPeople, model.FacetPerson)},
		{"laws", []string{"charges"}, "[TEXT]", "the laws and charges, with penalties and who was charged", viewCommand(results.ViewLaws, model.FacetLaw)},
		{"places", []string{}, "[TEXT]", "the places", viewCommand(results.ViewPlaces, model.FacetPlace)},
		{"organisations", []string{"organizations", "orgs"}, "[TEXT]", "the organisations, to choose from", facetCommand(model.FacetOrganisation)},
		{"figures", []string{"numbers"}, "", "all figures, with their source", viewCommand(results.ViewFigures, "")},
		{"timeline", []string{"when", "dates"}, "", "the years and months, with what happened", viewCommand(results.ViewTimeline, "")},
		{"overview", []string{"summary"}, "", "outcomes by month, people by outcome, cases by category and kind, and how much of the report they cover", viewCommand(results.ViewOverview, "")},
		{"report", []string{"reports"}, "", "choose a report; if there is only one, about it", (*session).chooseReport},

		{"open", []string{"o"}, "", "read a sensitive case", (*session).open},
		{"source", []string{"s"}, "", "the source of each fact", (*session).source},
		{"cite", []string{"c", "citation"}, "[NUMBER]", "the citation of a case", (*session).cite},
		{"bibtex", []string{}, "[NUMBER]", "the citation in BibTeX", (*session).bibtex},
		{"mark", []string{"m"}, "[NUMBER]", "mark or unmark a case", (*session).mark},
		{"marked", []string{}, "", "the marked cases", (*session).marked},
		{"note", []string{}, "[NUMBER]", "write a note on a case; only you see it", (*session).note},
		{"notes", []string{"own", "unlock"}, "", "your notes and saved searches", (*session).notes},
		{"save", []string{}, "NAME", "save the search and the filters under a name", (*session).saveSearch},
		{"delete", []string{"erase"}, "[NUMBER]", "delete your note on a case; in your notes, the row with that number", (*session).delete},
		{"keep", []string{}, "", "keep your notes, marks and saved searches in a file, encrypted with a passphrase", (*session).keep},
		{"lock", []string{"z"}, "", "lock your notes until the passphrase is typed; what is on the screen stays there", (*session).lock},
		{"export", []string{"e"}, "FILE", "export the listed cases; the file extension sets the format: .md .csv .tsv .xlsx .json .jsonl .html .yaml .txt .bib", (*session).export},

		{"about", []string{"a"}, "", "about the report: its source and caveats", (*session).about},
		{"width", []string{}, "N", "wrap lines at N characters; off turns wrapping off", (*session).setWidth},
		{"help", []string{"h", "?", "commands"}, "[COMMAND]", "this help", (*session).help},
		{"quit", []string{"q", "exit", "bye", "leave"}, "", "quit; ctrl+C and the end of the input do the same", (*session).quit},
	}
}

// withoutWriting makes the commands for notes, marks and exports say why they are off.
func withoutWriting(commands []command) []command {
	for i := range commands {
		switch commands[i].word {
		case "note", "notes", "save", "delete", "keep", "lock":
			commands[i].do = func(s *session, _ context.Context, _ string) error {
				s.answer("Notes are off over SSH: nothing is kept on the server.")
				return nil
			}
		case "export":
			commands[i].do = func(s *session, _ context.Context, _ string) error {
				s.answer("Exports are not available over SSH. On your own computer, run: ssh HOST export --format csv > FILE")
				return nil
			}
		}
	}
	return commands
}

// Texts returns the words that can be typed and the texts of the help, in English.
func Texts() []string {
	var texts []string
	for _, c := range commands() {
		texts = append(texts, c.word, c.takes, c.does)
	}
	sorts := model.Sorts()
	for _, view := range results.Views() {
		sorts = append(sorts, document.EntrySorts(view)...)
	}
	for _, sort := range sorts {
		texts = append(texts, string(sort))
	}
	return texts
}

// parse returns the command of a line and the text after its word. If there is none,
// near are similar words.
func parse(commands []command, w words.Words, text string) (c *command, rest string, near []string) {
	named := func(word string) *command {
		at := slices.IndexFunc(commands, func(c command) bool { return c.word == word })
		if at < 0 {
			return nil
		}
		return &commands[at]
	}
	first, rest, _ := strings.Cut(text, " ")
	rest = strings.TrimSpace(rest)
	switch {
	case text == "":
		return named("where"), "", nil
	case strings.HasPrefix(text, "/"):
		return named("find"), strings.TrimSpace(text[1:]), nil
	}
	if _, ok := lineNumber(first); ok && rest == "" {
		return named("read"), first, nil
	}
	word := model.Fold(first)
	if word == "" {
		word = first // a sign
	}
	for i, c := range commands {
		if word == c.word || word == model.Fold(w.Word(c.word)) || slices.Contains(c.forms, word) {
			return &commands[i], rest, nil
		}
	}
	var begun []int
	for i, c := range commands {
		if strings.HasPrefix(c.word, word) || strings.HasPrefix(model.Fold(w.Word(c.word)), word) {
			begun = append(begun, i)
		}
	}
	if len(begun) == 1 {
		return &commands[begun[0]], rest, nil
	}
	for _, i := range begun {
		near = append(near, w.Word(commands[i].word))
	}
	field, _, valued := strings.Cut(first, ":")
	if _, ok := model.FacetOf(strings.ToLower(field)); ok && valued {
		return named("filter"), text, nil
	}
	if rest == "" && strings.ContainsFunc(first, unicode.IsDigit) {
		return named("read"), first, nil
	}
	if len(near) == 0 {
		var all []string
		for _, c := range commands {
			all = append(all, c.word, w.Word(c.word))
		}
		if word, ok := model.Nearest(first, all); ok && len([]rune(first)) > 2 {
			near = []string{word}
		}
	}
	return nil, "", near
}

// lineNumber returns the number in a text, as in "3", "3." and "#3".
func lineNumber(text string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(text, "#"), "."))
	return n, err == nil
}
