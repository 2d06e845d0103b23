package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/pflag"

	"casebook/cmd/casebook/cli"
	"casebook/model/export"
	"casebook/tui"
	"casebook/tui/browse"
	"casebook/tui/keys"
	"casebook/tui/plain"
	"casebook/tui/words"
)

// TestReadme keeps the README true: its key table is the browser's own, its
// commands do what it says, its pictures and pages are there.
func TestReadme(t *testing.T) {
	path := filepath.Join(repository, "README.md")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)

	const begin, end = "<!-- keys: made by go test ./cmd/casebook -run TestReadme -update -->\n", "<!-- end of keys -->"
	head, rest, found := strings.Cut(text, begin)
	table, tail, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatalf("the README has no %q ... %q", begin, end)
	}
	if want := "\n" + strings.TrimSpace(keys.Markdown(tui.Bindings())) + "\n\n"; table != want {
		if !*update {
			t.Errorf("the README's keys are not the browser's; write them anew with: go test ./cmd/casebook -run TestReadme -update")
		} else if err := os.WriteFile(path, []byte(head+begin+want+end+tail), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, link := range regexp.MustCompile(`(?:\]\(|srcset="|src=")([^):"]+)[)"]`).FindAllStringSubmatch(text, -1) {
		if _, err := os.Stat(filepath.Join(repository, link[1])); err != nil {
			t.Errorf("the README leads to %s: %v", link[1], err)
		}
	}
	if !strings.Contains(text, "\ngo test ./...\n") || !strings.Contains(text, "\ngo run ./cmd/casebook\n") {
		t.Error("the README has not the two commands on lines of their own")
	}
	examples(t, "README.md", regexp.MustCompile(`(?m)^(casebook .*)$`).FindAllStringSubmatch(text, -1))
}

// TestEveryFormatIsNamed: each extension that an export takes is a format, and the help
// of the browser, of plain lines and of the command names it. The notice that names them
// fits on a line of 80 columns.
func TestEveryFormatIsNamed(t *testing.T) {
	command, _, err := (&program{}).rootCommand().Find([]string{"export"})
	if err != nil {
		t.Fatal(err)
	}
	helps := []string{keys.Markdown(tui.Bindings()), strings.Join(plain.Texts(), " \n"), strings.NewReplacer(",", " ", ".bib.", ".bib ").Replace(command.Long)}
	for _, extension := range export.Extensions() {
		if format, ok := export.FormatOf("cases" + strings.ToUpper(extension)); !ok || !slices.Contains(export.Formats(), format) {
			t.Errorf("%s is %q, %t", extension, format, ok)
		}
		for _, help := range helps {
			if !strings.Contains(help, extension+" ") {
				t.Errorf("%s is not in %q", extension, help)
			}
		}
	}
	for _, name := range []string{"cases", "cases.", "cases.csl-json", "cases.pdf", "cases.markdown"} {
		if format, ok := export.FormatOf(name); ok {
			t.Errorf("%s is %s", name, format)
		}
	}
	for _, language := range words.Languages() {
		if unknown := words.New(language).Say("Unknown format. Use %s", browse.Extensions()); utf8.RuneCountInString(unknown) > 79 {
			t.Errorf("too long: %s", unknown)
		}
	}
}

// TestHelp holds every help text to a terminal of 80 columns, every command to a
// group and a sentence, and its examples to what can be typed.
func TestHelp(t *testing.T) {
	root := (&program{}).rootCommand()
	for _, command := range append(root.Commands(), root) {
		text := helpText(command)
		if command.Long == "" || command.Short == "" || command.HasParent() && (command.GroupID == "" || command.Short != strings.ToUpper(command.Short[:1])+command.Short[1:]) {
			t.Errorf("%s has no help, no group or no sentence: %q", command.Name(), command.Short)
		}
		command.Flags().VisitAll(func(flag *pflag.Flag) {
			if _, purpose := pflag.UnquoteUsage(flag); purpose == "" || !strings.Contains(text, "--"+flag.Name) {
				t.Errorf("the help of %s does not say what --%s does", command.Name(), flag.Name)
			}
		})
		for line := range strings.Lines(text) {
			if width := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); width > 80 || width > 74 && strings.HasPrefix(line, "    ") && strings.Contains(command.Long, line) {
				t.Errorf("the help of %s has a line of %d columns: %s", command.Name(), width, line)
			}
		}
		if command.HasParent() && !strings.Contains(helpText(root), "    "+command.Name()+" ") {
			t.Errorf("the help of casebook does not name %s", command.Name())
		}
		examples(t, command.Name(), regexp.MustCompile(`(?m)^ +\$ (casebook .*)$`).FindAllStringSubmatch(text, -1))
	}
}

// TestManual holds the manual to what man shows on a terminal of 80 columns.
func TestManual(t *testing.T) {
	var page bytes.Buffer
	if code := run(t.Context(), []string{"man"}, strings.NewReader(""), &page, os.Stderr); code != cli.ExitDone {
		t.Fatalf("exit code %d", code)
	}
	for _, section := range []string{"NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES"} {
		if !strings.Contains(page.String(), "\n.SH "+section+"\n") {
			t.Errorf("the manual has no section %s", section)
		}
	}
	root := (&program{}).rootCommand()
	for _, command := range root.Commands() {
		if !strings.Contains(page.String(), "\n.SS casebook "+command.Name()+"\n") {
			t.Errorf("the manual has no %s", command.Name())
		}
		command.Flags().VisitAll(func(flag *pflag.Flag) {
			if flag.Name != "help" && !strings.Contains(page.String(), roff(flagName(flag))) {
				t.Errorf("the manual of %s has no --%s", command.Name(), flag.Name)
			}
		})
	}
	man, err := exec.LookPath("man")
	if err != nil {
		t.Skip("there is no man here: how wide its lines are is not known")
	}
	show := exec.Command(man, "-l", "-")
	show.Env = append(os.Environ(), "MANWIDTH=80", "LC_ALL=C.UTF-8", "MAN_KEEP_FORMATTING=")
	show.Stdin = &page
	shown, err := show.Output()
	if err != nil || len(shown) < 1000 {
		t.Skipf("man shows nothing here: %v", err)
	}
	for line := range strings.Lines(string(shown)) {
		if width := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); width > 78 {
			t.Errorf("%d columns: %s", width, line)
		}
	}
}

// madeUpEntry is the text of a report entry in which nothing is true.
const madeUpEntry = repository + "/seed/draft/testdata/kenya-2014-15.txt"

// examples runs the example lines of a text, one after the other, in a folder
// with the files that they name; but for those that need a shell or a terminal.
func examples(t *testing.T, where string, lines [][]string) {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS("testdata/example")); err != nil {
		t.Fatal(err)
	}
	entry, err := os.ReadFile(madeUpEntry)
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, "uzbekistan.txt"), entry, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	back, err := os.Getwd()
	if err == nil {
		err = os.Chdir(folder)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer os.Chdir(back)
	t.Setenv("XDG_DATA_HOME", folder)
	for _, match := range lines {
		line, _, _ := strings.Cut(match[1], "  #")
		if strings.ContainsAny(line, "|><") || strings.Contains(line, "--source") || strings.Contains(line, "--library") || line == "casebook" || strings.HasPrefix(line, "casebook serve") ||
			strings.HasPrefix(line, "casebook private") && line != "casebook private status" { // which asks for a passphrase
			continue
		}
		var out, errs bytes.Buffer
		if code := run(context.Background(), split(line)[1:], strings.NewReader(""), &out, &errs); code != cli.ExitDone {
			t.Errorf("%s: %s: exit code %d\n%s", where, line, code, &errs)
		}
	}
}

// split parts a line as a shell does where there are no more than double quotes.
func split(line string) []string {
	var all []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			all = append(all, part)
		} else {
			all = append(all, strings.Fields(part)...)
		}
	}
	return all
}
