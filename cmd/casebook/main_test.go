package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// On Windows the reader of a pipe leaves with errors of its own.
func TestClosedPipe(t *testing.T) {
	for number, windows := range map[syscall.Errno]bool{109: true, 232: true, 5: false} {
		err := fmt.Errorf("write: %w", &os.PathError{Err: number})
		if isClosedPipe(err, "windows") != windows || isClosedPipe(err, "linux") {
			t.Errorf("error %d: %t", number, !windows)
		}
	}
}

func TestMain(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){"casebook": main})
}

// tests are the tests of this package; the program that some of them drive is
// removed after them.
type tests struct{ *testing.M }

func (t tests) Run() int {
	defer func() {
		if built.path != "" {
			os.RemoveAll(filepath.Dir(built.path))
		}
	}()
	os.Setenv("XDG_DATA_HOME", filepath.Join(os.TempDir(), "casebook-test-without-a-library")) // the tester's own is not read
	return t.M.Run()
}

var built struct {
	once sync.Once
	path string
	err  error
}

// binary builds the program, once for all tests, and returns its path: with the
// race detector where the tests have it. CASEBOOK_BINARY names another to measure.
func binary(tb testing.TB) string {
	tb.Helper()
	if path := os.Getenv("CASEBOOK_BINARY"); path != "" {
		return path
	}
	built.once.Do(func() {
		folder, err := os.MkdirTemp("", "casebook-test-")
		if err != nil {
			built.err = err
			return
		}
		built.path = filepath.Join(folder, "casebook.exe")
		build := exec.Command("go", slices.Concat([]string{"build"}, buildFlags, []string{"-o", built.path, "."})...)
		build.Stderr = os.Stderr
		built.err = build.Run()
	})
	if built.err != nil {
		tb.Fatalf("build the program: %v", built.err)
	}
	return built.path
}
