package main

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// licenceFile is how the files are named in which modules keep what has to go with their code.
var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents|copyright)([-._].*)?$`)

// TestLicences compares licences.txt with the licences of all modules whose code
// is in the program on any of the six systems; -update writes it.
func TestLicences(t *testing.T) {
	modules := map[string]string{} // folders by "path version"
	for _, system := range []string{"linux", "darwin", "windows"} {
		for _, machine := range []string{"amd64", "arm64"} {
			list := exec.Command("go", "list", "-deps", "-f", `{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}|{{.Dir}}{{end}}{{end}}`, ".")
			list.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+machine)
			out, err := list.Output()
			if err != nil {
				t.Skipf("left out: the modules of %s/%s cannot be listed: %v", system, machine, err)
			}
			for line := range strings.Lines(string(out)) {
				if module, folder, ok := strings.Cut(strings.TrimSpace(line), "|"); ok {
					modules[module] = folder
				}
			}
		}
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	standard := strings.TrimSpace(string(root))
	if len(filesOfLicence(t, standard)) == 0 {
		t.Skipf("left out: this Go was installed without its licence")
	}
	modules["Go's standard library"] = standard
	var text strings.Builder
	for _, name := range []string{"LICENSE", "NOTICE"} {
		ours, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&text, "%s\n\n", strings.TrimSpace(string(ours)))
	}
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		files := filesOfLicence(t, modules[name])
		if len(files) == 0 {
			t.Errorf("%s has no licence in %s", name, modules[name])
		}
		fmt.Fprintf(&text, "%s\n%s\n\n", strings.Repeat("=", 78), name)
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			content = []byte(strings.ReplaceAll(string(content), "\r\n", "\n"))
			fmt.Fprintf(&text, "--- %s\n\n%s\n\n", filepath.Base(file), strings.TrimSpace(string(content)))
		}
	}
	if *update {
		if err := os.WriteFile("licences.txt", []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if licences != text.String() {
		t.Error("licences.txt is not what the modules say: run go generate ./cmd/casebook")
	}
}

// filesOfLicence returns the files of a module's own folder that have to go with its code.
func filesOfLicence(t *testing.T, folder string) (files []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.Type().IsRegular() && licenceFile.MatchString(entry.Name()) {
			files = append(files, filepath.Join(folder, entry.Name()))
		}
	}
	return files
}
