//go:build unix

package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// One signal ends a program that waits for a file or for its standard input.
func TestASignalEndsTheWaitForInput(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe.csv")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	for _, arguments := range [][]string{
		{"find", "-"}, {"check", "-"}, {"verify", "--source", "-"},
		{"check", pipe}, {"verify", "--source", pipe}, {"draft", pipe}, {"doctor", "--names", pipe},
	} {
		t.Run(strings.Join(arguments, " "), func(t *testing.T) {
			t.Parallel()
			read, write, err := os.Pipe() // nothing is ever written
			if err != nil {
				t.Fatal(err)
			}
			command := exec.Command(binary(t), arguments...)
			command.Env = append(os.Environ(), "HOME="+t.TempDir())
			command.Stdin = read
			var errs bytes.Buffer
			command.Stderr = &errs
			if err := command.Start(); err != nil {
				t.Fatal(err)
			}
			ended := make(chan error, 1)
			go func() { ended <- command.Wait() }()
			time.Sleep(time.Second)
			command.Process.Signal(syscall.SIGTERM)
			select {
			case <-ended:
				if code := command.ProcessState.ExitCode(); code != 143 && code != -1 || errs.Len() > 0 { // -1: before casebook waited for signals
					t.Errorf("ended with %d and %q, want 143 and nothing", code, &errs)
				}
			case <-time.After(30 * time.Second):
				command.Process.Kill()
				t.Error("goes on after SIGTERM")
			}
			read.Close()
			write.Close()
		})
	}
}

// What is written with --force replaces files only, and no device.
func TestForceReplacesNoDevice(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "out.csv")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	command := exec.Command(binary(t), "export", "-o", pipe, "--force")
	command.Env = append(os.Environ(), "HOME="+t.TempDir())
	said, _ := command.CombinedOutput()
	if about, err := os.Stat(pipe); err != nil || about.Mode()&os.ModeNamedPipe == 0 || !bytes.Contains(said, []byte("is a device or a pipe, not a file")) {
		t.Errorf("the pipe is %v, %v; casebook said %q", about, err, said)
	}
}

// An import that is stopped while it makes its library leaves none behind, whenever
// that is.
func TestAStoppedFirstImportLeavesNoLibrary(t *testing.T) {
	folder := t.TempDir()
	list, library := filepath.Join(folder, "list.csv"), filepath.Join(folder, "new.db")
	if err := os.WriteFile(list, []byte("id,title\n1,A\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for after := time.Duration(0); after < 20*time.Millisecond; after += 200 * time.Microsecond {
		ctx, cancel := context.WithTimeout(t.Context(), after)
		code := run(ctx, []string{"import", "--library", library, list}, strings.NewReader(""), io.Discard, io.Discard)
		cancel()
		if _, err := os.Stat(library); (err == nil) != (code == 0) {
			t.Fatalf("stopped after %s, it ended with %d; the library: %v", after, code, err)
		}
		os.Remove(library)
	}
}
