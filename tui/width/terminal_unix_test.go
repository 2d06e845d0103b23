//go:build unix

package width

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
)

// reportsFile names, for a test that runs in a terminal, the file for what it says.
const reportsFile = "CASEBOOK_CURSOR_REPORTS"

// TestTerminals holds widths to those of terminals, where these are installed: in
// which column each says that its cursor is (CSI 6n) after a text.
func TestTerminals(t *testing.T) {
	if file := os.Getenv(reportsFile); file != "" {
		report(t, file)
		return
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, on := range []struct {
		name    string
		command func(directory string, child []string) []string
		end     func(directory string) []string
	}{
		{"xterm", func(_ string, child []string) []string {
			return append([]string{"xvfb-run", "-a", "xterm", "-u8", "-geometry", "100x24", "-e"}, child...)
		}, nil},
		{"tmux", func(directory string, child []string) []string {
			return append([]string{"tmux", "-u", "-S", filepath.Join(directory, "tmux"), "-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "24"}, child...)
		}, func(directory string) []string {
			return []string{"tmux", "-S", filepath.Join(directory, "tmux"), "kill-server"}
		}},
	} {
		t.Run(on.name, func(t *testing.T) {
			for _, needed := range []string{on.name, on.command("", nil)[0]} {
				if _, err := exec.LookPath(needed); err != nil {
					t.Skipf("there is no %s", needed)
				}
			}
			directory := t.TempDir()
			file := filepath.Join(directory, "reports")
			words := on.command(directory, []string{self, "-test.run", "^TestTerminals$"})
			command := exec.Command(words[0], words[1:]...)
			command.Env = append(os.Environ(), reportsFile+"="+file, "LC_ALL=C.UTF-8")
			if err := command.Start(); err != nil {
				t.Fatal(err)
			}
			ended := make(chan error, 1)
			go func() { ended <- command.Wait() }()
			t.Cleanup(func() {
				if on.end != nil {
					exec.Command(on.end(directory)[0], on.end(directory)[1:]...).Run()
				} else {
					command.Process.Signal(os.Interrupt)
				}
				<-ended
			})
			for text, columns := range reports(t, file) {
				want := ByLetter.Columns(text)
				if on.name == "tmux" && strings.Contains(text, "\u200d👩") {
					want = 2 // tmux joins emoji
				}
				if columns != want {
					t.Errorf("%q has %d columns in %s, %d here", text, columns, on.name, want)
				}
			}
		})
	}
}

// reports waits for what the terminal has said of each text.
func reports(t *testing.T, file string) (columns map[string]int) {
	t.Helper()
	for range 600 {
		if text, err := os.ReadFile(file); err == nil && json.Unmarshal(text, &columns) == nil {
			if len(columns) < len(scripts) {
				t.Fatalf("the terminal answered for %d of %d texts", len(columns), len(scripts))
			}
			return columns
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatal("the terminal did not answer within a minute")
	return nil
}

// report runs in the terminal: it writes each text and asks where the cursor is.
func report(t *testing.T, file string) {
	before, err := term.MakeRaw(os.Stdin.Fd())
	if err != nil {
		t.Fatal(err)
	}
	defer term.Restore(os.Stdin.Fd(), before)
	columns, keys := map[string]int{}, bufio.NewReader(os.Stdin)
	for _, s := range scripts {
		fmt.Printf("\r\x1b[K%s\x1b[6n", s.text)
		answer, err := keys.ReadString('R')
		_, column, found := strings.Cut(strings.TrimSuffix(answer, "R"), ";")
		at, notNumber := strconv.Atoi(column)
		if err != nil || !found || notNumber != nil {
			t.Fatalf("%q answers where the cursor is", answer)
		}
		columns[s.text] = at - 1
	}
	text, err := json.Marshal(columns)
	if err == nil {
		err = os.WriteFile(file, text, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}
