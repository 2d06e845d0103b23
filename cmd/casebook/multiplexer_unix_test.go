//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A multiplexer runs a command in a window of 80 columns and 24 rows that has no
// alternate screen: what is left on it stays, and in its scrollback.
type multiplexer struct {
	program string
	start   func(folder string, command ...string) []string
	keys    func(text string) []string
	copy    func(folder string) []string // the window with its scrollback, to a file or the output
	end     []string
}

// multiplexers are tmux and GNU screen, each with a socket in a folder of its own.
func multiplexers(folder string) []multiplexer {
	tmux := []string{"tmux", "-S", filepath.Join(folder, "tmux"), "-f", filepath.Join(folder, "tmux.conf")}
	screen := []string{"screen", "-S", "casebook", "-c", filepath.Join(folder, "screenrc")}
	return []multiplexer{
		{"tmux",
			func(_ string, command ...string) []string {
				return append(append(tmux, "new-session", "-d", "-x", "80", "-y", "24", "--"), command...)
			},
			func(text string) []string { return append(tmux, "send-keys", "-l", "--", text) },
			func(string) []string { return append(tmux, "capture-pane", "-p", "-S", "-") },
			append(tmux, "kill-server")},
		{"screen",
			func(_ string, command ...string) []string { return append(append(screen, "-d", "-m"), command...) },
			func(text string) []string { return append(screen, "-p", "0", "-X", "stuff", text) },
			func(folder string) []string {
				return append(screen, "-p", "0", "-X", "hardcopy", "-h", filepath.Join(folder, "copy"))
			},
			append(screen, "-X", "quit")},
	}
}

// TestNothingStays leaves, suspends and ends the browser in tmux and GNU screen
// without an alternate screen: nothing of a case stays in the window or above it.
func TestNothingStays(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skipf("bash is not installed here: %v", err)
	}
	for _, name := range []string{"tmux", "screen"} {
		for _, leaving := range []struct{ name, keys, signal string }{{"q", "q", ""}, {"ctrl+c", "\x03", ""}, {"ctrl+z", ctrlZ, ""}, {"SIGTERM", "", "TERM"}, {"SIGHUP", "", "HUP"}} {
			t.Run(name+" "+leaving.name, func(t *testing.T) {
				if _, err := exec.LookPath(name); err != nil {
					t.Skipf("%s is not installed here: %v", name, err)
				}
				if testing.Short() {
					t.Skip("it waits for another program")
				}
				t.Parallel()
				w := openWindow(t, name, bash, "-m", "-c", `echo $$ >shell; "$0" 37; echo "ended with $?"; read`, binary(t))
				w.waitFor("KAZ-2016-37")
				w.press("\r")
				w.waitFor("3 Detail")
				w.press("jjj\x1bjjG/prison\r")
				w.waitFor("prison")
				w.press("\r \x04\x15z") // pages, and then blank
				w.waitUntil("is blank", func(shown string) bool { return strings.TrimSpace(shown) == "" })
				w.press("k")
				w.waitFor("3 Detail")
				if leaving.keys != "" {
					w.press(leaving.keys)
				} else {
					w.signal(leaving.signal)
				}
				shown := w.waitFor("ended with")
				for line := range strings.Lines(shown) {
					if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "ended with") && !strings.Contains(line, "Stopped") && !strings.Contains(line, "Terminated") && !strings.Contains(line, "Hangup") {
						t.Errorf("this stays in the window or above it: %q", line)
					}
				}
			})
		}
	}
}

// A window is one of a multiplexer.
type window struct {
	t      *testing.T
	m      multiplexer
	folder string
}

func openWindow(t *testing.T, name string, command ...string) *window {
	t.Helper()
	folder, err := os.MkdirTemp("", "cb") // the path of a socket is short
	if err != nil {
		t.Fatal(err)
	}
	w := &window{t: t, folder: folder}
	for _, m := range multiplexers(folder) {
		if m.program == name {
			w.m = m
		}
	}
	for file, text := range map[string]string{"tmux.conf": "set -g status off\nset -g set-clipboard on\nsetw -g alternate-screen off\n", "screenrc": "altscreen off\nstartup_message off\ndefscrollback 2000\n"} {
		if err := os.WriteFile(filepath.Join(folder, file), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		w.run(w.m.end...)
		os.RemoveAll(folder)
	})
	if out, err := w.run(w.m.start(folder, command...)...); err != nil {
		t.Fatalf("%s: %v: %s", name, err, out)
	}
	return w
}

func (w *window) run(words ...string) (string, error) {
	c := exec.Command(words[0], words[1:]...)
	c.Dir = w.folder
	c.Env = []string{"HOME=" + w.folder, "TMPDIR=" + w.folder, "SCREENDIR=" + w.folder, "PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "LANG=C.UTF-8", "SHELL=/bin/sh", "LINES=24", "COLUMNS=80"}
	out, err := c.CombinedOutput()
	return string(out), err
}

func (w *window) press(keys string) {
	w.t.Helper()
	if out, err := w.run(w.m.keys(keys)...); err != nil {
		w.t.Fatalf("press %q: %v: %s", keys, err, out)
	}
}

// signal sends a signal to the program that the window's shell runs.
func (w *window) signal(name string) {
	w.t.Helper()
	shell, err := os.ReadFile(filepath.Join(w.folder, "shell"))
	if err != nil {
		w.t.Fatal(err)
	}
	if out, err := exec.Command("pkill", "-"+name, "-P", strings.TrimSpace(string(shell))).CombinedOutput(); err != nil {
		w.t.Fatalf("signal: %v: %s", err, out)
	}
}

// text is what the window has, with its scrollback.
func (w *window) text() string {
	copied := filepath.Join(w.folder, "copy")
	os.Remove(copied)
	out, _ := w.run(w.m.copy(w.folder)...)
	if w.m.program == "tmux" {
		return out
	}
	for range 20 { // screen writes it after the command has ended
		if text, err := os.ReadFile(copied); err == nil && len(text) > 0 {
			return string(text)
		}
		time.Sleep(10 * time.Millisecond)
	}
	return ""
}

// waitFor waits until a text is in the window, and returns all that is.
func (w *window) waitFor(text string) string {
	w.t.Helper()
	return w.waitUntil(fmt.Sprintf("shows %q", text), func(shown string) bool { return strings.Contains(shown, text) })
}

func (w *window) waitUntil(what string, is func(shown string) bool) string {
	w.t.Helper()
	deadline := time.Now().Add(patience)
	shown := ""
	for time.Now().Before(deadline) {
		if shown = w.text(); is(shown) {
			return shown
		}
		time.Sleep(50 * time.Millisecond)
	}
	w.t.Fatalf("it is not so that %s %s:\n%s", w.m.program, what, shown)
	return ""
}

// TestClipboardInScreen copies a citation in GNU screen, which runs in a tmux that
// takes what reaches it: a text of several pieces is whole.
func TestClipboardInScreen(t *testing.T) {
	for _, name := range []string{"tmux", "screen"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("%s is not installed here: %v", name, err)
		}
	}
	if testing.Short() {
		t.Skip("it waits for another program")
	}
	w := openWindow(t, "tmux", "env", "-u", "TMUX", "screen", "-S", "clipboard", "-c", "screenrc", binary(t), "9")
	defer w.run("screen", "-S", "clipboard", "-X", "quit") // it outlives its terminal
	w.waitFor("KAZ-2016-09")
	w.press("C")
	w.waitFor("Copied the whole case")
	buffer := append(w.m.end[:len(w.m.end)-1:len(w.m.end)-1], "show-buffer")
	for deadline := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		copied, _ := w.run(buffer...)
		if strings.Contains(copied, "Police blocked the protest sites") && strings.Contains(copied, "CC BY-NC-ND 4.0") {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("the clipboard has %q", copied)
		}
	}
}
