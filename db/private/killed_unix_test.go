//go:build unix

package private

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"casebook/model/notebook"
)

// saving names the file that a child process of a test saves to, again and again,
// until it is killed.
const saving = "CASEBOOK_TEST_SAVING"

func TestMain(m *testing.M) {
	if path := os.Getenv(saving); path != "" {
		workFactor = func() int { return 2 }
		signal.Ignore(syscall.SIGXFSZ)
		save(path)
	}
	os.Exit(m.Run())
}

// save writes notes that are larger each time, and says after each how many there are.
func save(path string) {
	f := At(path)
	n, err := f.Read(key("pass"))
	for at := len(n.Notes); err == nil; at++ {
		base := n
		more := base.With(noted("x"+strconv.Itoa(at), strings.Repeat(word, 1000)).Notes[0])
		if n, err = f.Save(context.Background(), key("pass"), base, more); err == nil {
			fmt.Println(len(n.Notes))
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(3)
}

func child(path string) *exec.Cmd {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), saving+"="+path)
	return c
}

// TestKilledSaves kills a process at random moments of saving: what it has saved
// before is there, whole, and the next one goes on.
func TestKilledSaves(t *testing.T) {
	path := saved(t)
	done, left := 1, 0
	for i := range 30 {
		c := child(path)
		var said strings.Builder
		c.Stdout, c.Stderr = &said, os.Stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(60 * time.Millisecond))))
		c.Process.Kill()
		c.Wait()
		for line := range strings.Lines(said.String()) {
			done, _ = strconv.Atoi(strings.TrimSpace(line))
		}
		for _, beside := range Beside(path) {
			if _, err := os.Stat(beside); err == nil {
				left++
			}
		}
		n, err := At(path).Read(key("pass"))
		if err != nil {
			t.Fatalf("killed %d times: %v", i+1, err)
		}
		if len(n.Notes) != done && len(n.Notes) != done+1 { // it may have been killed before it could say so
			t.Fatalf("killed %d times: %d notes, and %d were saved", i+1, len(n.Notes), done)
		}
		done = len(n.Notes)
	}
	t.Logf("30 kills, %d notes saved, %d times something was left beside the file", done, left)
	if done < 2 {
		t.Skip("nothing was saved in between: the machine is too slow for this test")
	}
	n, _ := At(path).Read(key("pass"))
	if _, err := At(path).Save(context.Background(), key("pass"), n, notebook.Notebook{}); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "pass")
}

// TestFullDisk saves until there is no more room: what was there stays.
func TestFullDisk(t *testing.T) {
	path := saved(t)
	c := child(path)
	limited := exec.Command("sh", append([]string{"-c", `ulimit -f 400 && exec "$0" "$@"`}, c.Args...)...)
	limited.Env = c.Env
	var said, errs strings.Builder
	limited.Stdout, limited.Stderr = &said, &errs
	if err := limited.Run(); limited.ProcessState.ExitCode() != 3 || !strings.Contains(errs.String(), "file too large") {
		t.Fatalf("%v: %s", err, &errs)
	}
	n, err := At(path).Read(key("pass"))
	if err != nil || len(n.Notes) != strings.Count(said.String(), "\n")+1 {
		t.Errorf("%d notes, and %s were saved: %v", len(n.Notes), &said, err)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("beside the file: %v, %v", entries, err)
	}
}

func TestReadOnlyFolder(t *testing.T) {
	path := saved(t)
	if os.Getuid() == 0 {
		t.Skip("nothing is forbidden to root; TestPrivateOfNobody asks the program")
	}
	os.Chmod(filepath.Dir(path), 0o500)
	defer os.Chmod(filepath.Dir(path), 0o700)
	if _, err := At(path).Read(key("pass")); err != nil {
		t.Error(err)
	}
	if _, err := At(path).Save(context.Background(), key("pass"), notebook.Notebook{}, noted("2", "two")); !errors.Is(err, os.ErrPermission) {
		t.Error(err)
	}
	holds(t, path, "pass", word)
}
