//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestForgetBesideAnImport removes nothing while an import is going on.
func TestForgetBesideAnImport(t *testing.T) {
	folder := t.TempDir()
	manyCases(t, filepath.Join(folder, "first.jsonl"), "FIRST", 10)
	done(t, command(t, folder, "import", "first.jsonl"), 0)
	library := filepath.Join(folder, "data", "casebook", "library.db")
	pipe := filepath.Join(folder, "slow.jsonl")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skipf("left out: no named pipe can be made: %v", err)
	}
	c := command(t, folder, "import", "slow.jsonl")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	file, err := os.OpenFile(pipe, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	stop, fed := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(fed)
		for i := 1; ; i++ {
			select {
			case <-stop:
				return
			default:
				fmt.Fprintf(file, `{"id":"SLOW-%d","kind":"event","title":"One","category":["Roads"],"sensitivity":"none"}`+"\n", i)
			}
			if i > 3000 {
				time.Sleep(time.Millisecond)
			}
		}
	}()
	// Forgetting is refused as soon as the import has the library; it may be early.
	refused := false
	for deadline := time.Now().Add(patience); !refused && time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if entries, _ := os.ReadDir(filepath.Dir(library)); len(entries) < 2 {
			continue // nothing is written beside it yet
		}
		_, errs := done(t, command(t, folder, "forget", "--yes"), 3)
		refused = strings.Contains(errs, "try again when it is finished")
	}
	if _, err := os.Stat(library); err != nil || !refused {
		t.Errorf("refused: %t; the library: %v", refused, err)
	}
	close(stop)
	<-fed
	file.Close()
	c.Wait()
	if code := c.ProcessState.ExitCode(); code != 0 {
		t.Errorf("the import ended with %d", code)
	}
	os.WriteFile(filepath.Join(filepath.Dir(library), ".library.db.123"), []byte("of a killed import"), 0o600)
	if out, _ := done(t, command(t, folder, "forget", "--yes"), 0); !strings.Contains(out, "Removed.") || !strings.Contains(out, ".library.db.123") {
		t.Error(out)
	}
	if entries, err := os.ReadDir(filepath.Dir(library)); err == nil {
		t.Errorf("%d files are left", len(entries))
	}
}
