package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write goldens and pictures anew")

// TestCommands runs every command as a person does, with its exit code, its
// output and its two lines of error: see testdata/script.
func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                "testdata/script",
		UpdateScripts:      *update,
		RequireUniqueNames: true,
		Cmds:               map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "empty": empty},
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "C.UTF-8")
			env.Setenv("ESC", "\x1b")
			env.Setenv("BEL", "\a")
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, ".data"))
			entry, err := os.ReadFile(madeUpEntry)
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(env.WorkDir, "entry.txt"), entry, 0o600)
		},
	})
}

// exits runs a command and checks its exit code: exits CODE COMMAND...
func exits(script *testscript.TestScript, _ bool, arguments []string) {
	want, err := strconv.Atoi(arguments[0])
	script.Check(err)
	code := 0
	var failed *exec.ExitError
	if err := script.Exec(arguments[1], arguments[2:]...); errors.As(err, &failed) {
		code = failed.ExitCode()
	} else {
		script.Check(err)
	}
	if code != want {
		script.Fatalf("exit code %d, want %d\n%s", code, want, script.ReadFile("stderr"))
	}
}

// empty checks that there is nothing in folders: empty FOLDER...
func empty(script *testscript.TestScript, _ bool, folders []string) {
	for _, folder := range folders {
		entries, err := os.ReadDir(script.MkAbs(folder))
		script.Check(err)
		for _, entry := range entries {
			script.Fatalf("%s has %s in it", folder, entry.Name())
		}
	}
}
