package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"casebook/tui"
	"casebook/tui/keys"
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

// TestHelp holds every help text to its command: each option is in it, and its
// examples can be typed as they are.
func TestHelp(t *testing.T) {
	p := &program{}
	root := p.rootCommand()
	for _, command := range append(root.Commands(), root) {
		if command.Long == "" || command.Short == "" {
			t.Errorf("%s has no help", command.Name())
		}
		command.LocalFlags().VisitAll(func(flag *pflag.Flag) {
			if flag.Name != "help" && flag.Name != "version" && !strings.Contains(command.Long, "--"+flag.Name) {
				t.Errorf("the help of %s does not tell of --%s", command.Name(), flag.Name)
			}
		})
		for _, line := range strings.Split(command.Long, "\n") {
			if len(line) > 80 {
				t.Errorf("the help of %s has a line of %d columns: %s", command.Name(), len(line), line)
			}
		}
		examples(t, command.Name(), regexp.MustCompile(`(?m)^ +\$ (casebook .*)$`).FindAllStringSubmatch(command.Long, -1))
	}
	if !strings.Contains(root.Long, "doctor") || root.Long != rootHelp {
		t.Error("the help of casebook is not its own")
	}
	for _, command := range root.Commands() {
		if command.Name() != "help" && !mentions(rootHelp, command) {
			t.Errorf("the help of casebook does not tell of %s", command.Name())
		}
	}
}

func mentions(help string, command *cobra.Command) bool {
	return regexp.MustCompile(`\b` + command.Name() + `\b`).MatchString(help)
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
		if strings.ContainsAny(line, "|><") || strings.Contains(line, "--source") || strings.Contains(line, "--library") || line == "casebook" {
			continue
		}
		var out, errs bytes.Buffer
		if code := run(context.Background(), split(line)[1:], strings.NewReader(""), &out, &errs); code != exitDone {
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
