//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// TestBashCompletion types into a real bash, and reads what its command line has
// become: values with spaces come as the shell reads them back.
func TestBashCompletion(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash here")
	}
	folder := t.TempDir()
	programs := filepath.Join(folder, "bin")
	if err := os.Mkdir(programs, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(binary(t), filepath.Join(programs, "casebook")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "rc"), []byte("PS1='ready> '\nset +o history\nbind 'set bell-style none' 2>/dev/null\nbind 'set enable-bracketed-paste off' 2>/dev/null\nsource <(casebook completion bash)\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{
		"casebook list --category Free\t":                          `<--category><Freedom of ><>`,
		"casebook list --category Freedom\\ of\\ asse\t":           `<--category><Freedom of assembly><>`,
		"casebook list --category Free\texp\t":                     `<--category><Freedom of expression>`,
		"casebook list --category \"Free\tasse\t":                  `<--category><Freedom of assembly><>`,
		"casebook list --category 'Free\tasse\t":                   `<--category><Freedom of assembly><>`,
		"casebook list --category=Free\tasse\t":                    `<--category=Freedom of assembly><>`,
		"casebook list --category Migrant\t":                       `<--category><Migrant workers' rights><>`,
		"casebook list --category \"Migrant\t":                     `<--category><Migrant workers' rights><>`,
		"casebook show KAZ-2016-0\t9\t":                            `<show><KAZ-2016-09><>`,
		"casebook lis\t":                                           `<list><>`,
		"casebook list --sor\tti\t":                                `<--sort><title><>`,
		"casebook list --law Crim\t\t\t/art. 1\t":                  `<--law><Criminal Code`,
		"casebook list --category \"Freedom of asse\t --org Adi\t": `<--category><Freedom of assembly><--org><Adil Soz><>`,
	} {
		t.Run(typed, func(t *testing.T) {
			t.Parallel()
			shell := exec.Command(bash, "--noprofile", "--rcfile", filepath.Join(folder, "rc"), "-i")
			shell.Dir = folder
			shell.Env = []string{"HOME=" + folder, "XDG_DATA_HOME=" + folder, "PATH=" + programs + ":" + os.Getenv("PATH"), "TERM=dumb", "INPUTRC=/dev/null", "LANG=C.UTF-8"}
			terminal, err := pty.StartWithSize(shell, size(200, 50))
			if err != nil {
				t.Fatal(err)
			}
			defer func() {
				shell.Process.Kill()
				terminal.Close()
				shell.Wait()
			}()
			chunks := make(chan []byte, 100)
			go func() {
				defer close(chunks)
				for {
					chunk := make([]byte, 4096)
					n, err := terminal.Read(chunk)
					if err != nil {
						return
					}
					chunks <- chunk[:n]
				}
			}()
			var shown bytes.Buffer
			until := func(mark string) {
				t.Helper()
				for deadline := time.After(patience); !strings.Contains(shown.String(), mark); {
					select {
					case chunk, open := <-chunks:
						if shown.Write(chunk); !open {
							t.Fatalf("bash has ended: %q", shown.String())
						}
					case <-deadline:
						t.Fatalf("bash does not show %q: %q", mark, shown.String())
					}
				}
			}
			until("ready> ")
			// The line is not run: what it has become is printed, an argument each.
			terminal.WriteString(typed + "\x01printf '<%s>' \x05 ''; echo 'e'nd\r")
			until("end")
			_, printed, _ := strings.Cut(shown.String(), "e'nd")
			if !strings.Contains(printed, want) {
				t.Errorf("%q became %q, want %q", typed, printed, want)
			}
		})
	}
}
