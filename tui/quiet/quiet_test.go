package quiet

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

type here struct{}

// TestName holds what the order of initialisation rests on. Nothing else can come
// before Lip Gloss: of the packages that are ready, the linker takes the first by its
// path, and the path of a package begins with that of its module. A module of its own
// for this package would have to be published, or named by a replace directive, with
// which go install takes no version.
func TestName(t *testing.T) {
	if path := reflect.TypeFor[here]().PkgPath(); path >= "unicode" {
		t.Errorf("%s sorts after unicode: Lip Gloss is initialised first, and looks for colours in the user's terminal database and in tmux; give the module a path that sorts before, such as one at github.com", path)
	}
}

// TestOtherNames builds a program with this package and Lip Gloss in a module of
// another name, and runs it where Lip Gloss by itself would start tmux.
func TestOtherNames(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the tmux of this test is a shell script")
	}
	for _, test := range []struct {
		module string
		quiet  bool // whether the program has this package in it
	}{
		{"example.org/casebook", false},
		{"example.org/casebook", true},
		{"github.com/example/reports/casebook/v2", true},
		{"savannah.example.org/casebook", true},
		{"a", true},
	} {
		started, printed := startsTmux(t, test.module, test.quiet)
		if started == test.quiet {
			t.Errorf("module %s, with this package in it %t: tmux was started: %t", test.module, test.quiet, started)
		}
		if printed != "0" {
			t.Errorf("module %s, with this package in it %t: NO_COLOR is %q after the start", test.module, test.quiet, printed)
		}
	}
}

// startsTmux reports whether a program of a module starts tmux, and what it finds in
// NO_COLOR, which is 0 before.
func startsTmux(t *testing.T, module string, quiet bool) (started bool, printed string) {
	t.Helper()
	folder := t.TempDir()
	write := func(name, text string, mode os.FileMode) {
		t.Helper()
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), mode); err != nil {
			t.Fatal(err)
		}
	}
	read := func(path string) string {
		t.Helper()
		bytes, err := os.ReadFile(filepath.FromSlash(path))
		if err != nil {
			t.Fatal(err)
		}
		return string(bytes)
	}
	_, requirements, _ := strings.Cut(read("../../go.mod"), "\n")
	write("go.mod", "module "+module+"\n"+requirements, 0o600)
	write("go.sum", read("../../go.sum"), 0o600)
	write("tui/quiet/quiet.go", read("quiet.go"), 0o600)
	imports, restore := "", ""
	if quiet {
		imports, restore = fmt.Sprintf("%q", module+"/tui/quiet"), "quiet.Restore()"
	}
	write("main.go", `package main

import (
	"os"

	_ "charm.land/lipgloss/v2"
	`+imports+`
)

func main() {
	`+restore+`
	os.Stdout.WriteString(os.Getenv("NO_COLOR"))
}
`, 0o600)
	mark := filepath.Join(folder, "started")
	write("bin/tmux", "#!/bin/sh\n: >'"+mark+"'\n", 0o700)
	build := exec.Command("go", "build", "-mod=mod", "-o", "program", ".")
	build.Dir = folder
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, said)
	}
	program := exec.Command(filepath.Join(folder, "program"))
	program.Env = []string{"PATH=" + filepath.Join(folder, "bin") + ":/usr/bin:/bin", "TTY_FORCE=1", "TERM=xterm", "TMUX=here", "NO_COLOR=0"}
	out, err := program.Output()
	if err != nil {
		t.Fatal(err)
	}
	_, err = os.Stat(mark)
	return err == nil, string(out)
}
