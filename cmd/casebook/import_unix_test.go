//go:build unix

package main

import (
	"bufio"
	"bytes"
	"context"
	endian "encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"casebook/db"
)

// manyCases writes a list of cases as JSONL.
func manyCases(t *testing.T, path, prefix string, count int) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	text := bufio.NewWriter(file)
	for i := range count {
		fmt.Fprintf(text, `{"id":"%s-%d","kind":"event","title":"Case number %d of a long list","note":"A note with words of its own %d.","category":["Roads","Bridges"],"dates":[{"edtf":"20%02d-05","what":"act"}],"people":[{"name":"Person %d","role":"mentioned"}],"sensitivity":"none"}`+"\n",
			prefix, i+1, i, i*7919, i%20, i%500)
	}
	if err := errors.Join(text.Flush(), file.Close()); err != nil {
		t.Fatal(err)
	}
}

// command is the program on a command line, with a data folder of its own.
func command(t testing.TB, folder string, arguments ...string) *exec.Cmd {
	t.Helper()
	c := exec.Command(binary(t), arguments...)
	c.Dir = folder
	c.Env = append(os.Environ(), "XDG_DATA_HOME="+filepath.Join(folder, "data"))
	return c
}

// done runs the program and returns what it wrote; it fails the test at another exit code.
func done(t testing.TB, c *exec.Cmd, code int) (out, errs string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	err := c.Run()
	if c.ProcessState == nil || c.ProcessState.ExitCode() != code {
		t.Fatalf("%s: %v, want exit code %d\n%s%s", strings.Join(c.Args[1:], " "), err, code, &stdout, &stderr)
	}
	return stdout.String(), stderr.String()
}

// content is what a library's report "first" says.
func content(t *testing.T, folder, library string) string {
	t.Helper()
	said, _ := done(t, command(t, folder, "export", "--library", library, "--format", "jsonl", "--report", "first"), 0)
	return said
}

// holds checks that a library is sound and holds just what it held.
func holds(t *testing.T, folder, library, want string) {
	t.Helper()
	opened, err := db.Open(context.Background(), filepath.Join(folder, library))
	if err != nil {
		t.Fatal(err)
	}
	err = opened.Check(context.Background())
	opened.Close()
	if err != nil {
		t.Fatal(err)
	}
	if got := content(t, folder, library); got != want {
		lines, at := strings.Split(want, "\n"), 0
		for line := range strings.Lines(got) {
			if at >= len(lines) || strings.TrimSuffix(line, "\n") != lines[at] {
				break
			}
			at++
		}
		t.Fatalf("the earlier content of the library is not what it was: %d lines, want %d; the first %d are", strings.Count(got, "\n"), len(lines)-1, at)
	}
}

// TestKilledImports kills the program at random moments of an import. Half of
// the imports replace the report that is there, half bring another one. The
// report that is there has 2,000 cases, or as many as CASEBOOK_KILLED says:
//
//	CASEBOOK_KILLED=1000000 go test ./cmd/casebook -run TestKilledImports -v -timeout 2h
func TestKilledImports(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	there, within := 2000, 900*time.Millisecond
	if text := os.Getenv("CASEBOOK_KILLED"); text != "" {
		var err error
		if there, err = strconv.Atoi(text); err != nil {
			t.Fatal(err)
		}
		within *= time.Duration(min(1+there/100_000, 15)) // a larger library takes longer to change
	}
	manyCases(t, filepath.Join(folder, "first.jsonl"), "FIRST", there)
	manyCases(t, filepath.Join(folder, "more.jsonl"), "MORE", 20000)
	manyCases(t, filepath.Join(folder, "again", "first.jsonl"), "FIRST", 20000)
	done(t, command(t, folder, "import", "--library", "lib.db", "first.jsonl"), 0)
	want := content(t, folder, "lib.db")
	before, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	killed := 0
	for i := range 10 {
		file := []string{"more.jsonl", "again/first.jsonl"}[i%2]
		c := command(t, folder, "import", "--library", "lib.db", file)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		ended, moment := make(chan error, 1), time.Duration(rand.Int64N(int64(within)))
		go func() { ended <- c.Wait() }()
		select {
		case <-time.After(moment):
			c.Process.Kill()
			if err := <-ended; err != nil {
				killed++
			}
		case <-ended:
		}
		journal := int64(0)
		if about, err := os.Stat(filepath.Join(folder, "lib.db-journal")); err == nil {
			journal = about.Size()
		}
		t.Logf("number %d: %s, killed after %v with a journal of %d bytes", i+1, file, moment.Round(time.Millisecond), journal)
		if c.ProcessState.Success() { // it was done before
			done(t, command(t, folder, "import", "--library", "lib.db", "--replace", "first.jsonl"), 0)
			if file == "more.jsonl" {
				done(t, command(t, folder, "remove", "--library", "lib.db", "more"), 0)
			}
		}
		holds(t, folder, "lib.db", want)
	}
	if killed == 0 {
		t.Error("none of the imports was killed: the machine is too fast for this test")
	}
	// A journal of what was not yet begun may lie there; the next import takes it away.
	done(t, command(t, folder, "import", "--library", "lib.db", "more.jsonl"), 0)
	if after, err := os.ReadDir(folder); err != nil || len(after) != len(before) {
		t.Errorf("before %v, after %v, %v", before, after, err)
	}
	if about, err := os.Stat(filepath.Join(folder, "lib.db")); err == nil {
		t.Logf("%d killed; the library has %d bytes", killed, about.Size())
	}
}

// importing begins an import into lib.db from a pipe, which the test writes to.
func importing(t *testing.T, folder, name string) (c *exec.Cmd, pipe *os.File) {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skipf("left out: no named pipe can be made: %v", err)
	}
	c = command(t, folder, "import", "--library", "lib.db", name)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	pipe, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	return c, pipe
}

// TestInterruptedImport sends what Ctrl+C sends.
func TestInterruptedImport(t *testing.T) {
	folder := t.TempDir()
	manyCases(t, filepath.Join(folder, "first.jsonl"), "FIRST", 10)
	done(t, command(t, folder, "import", "--library", "lib.db", "first.jsonl"), 0)
	want := content(t, folder, "lib.db")
	c, file := importing(t, folder, "endless.jsonl")
	fed := make(chan struct{})
	go func() { // until nobody reads any more
		defer close(fed)
		for i := 1; ; i++ {
			if i == 3000 {
				c.Process.Signal(os.Interrupt)
			}
			if _, err := fmt.Fprintf(file, `{"id":"ENDLESS-%d","kind":"event","title":"One","category":["Roads"],"sensitivity":"none"}`+"\n", i); err != nil {
				return
			}
		}
	}()
	c.Wait()
	<-fed
	file.Close()
	if code := c.ProcessState.ExitCode(); code != 128+int(syscall.SIGINT) {
		t.Errorf("exit code %d", code)
	}
	holds(t, folder, "lib.db", want)
}

// TestKilledFirstImport kills the import that makes the library, before its first
// case and behind it: the next command says that nothing was imported, and there is
// no library.
func TestKilledFirstImport(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"lib.db", "lib.db-new"} {
		folder := t.TempDir()
		c, file := importing(t, folder, "endless.jsonl")
		defer file.Close()
		for i := 1; ; i++ {
			if _, err := os.Stat(filepath.Join(folder, name)); err == nil {
				break
			}
			if name == "lib.db" {
				time.Sleep(time.Millisecond)
			} else if _, err := fmt.Fprintf(file, `{"id":"ENDLESS-%d","kind":"event","title":"One","category":["Roads"],"sensitivity":"none"}`+"\n", i); err != nil {
				t.Fatal(err)
			}
		}
		c.Process.Kill()
		c.Wait()
		if _, errs := done(t, command(t, folder, "reports", "--library", "lib.db"), 3); strings.Count(errs, "was interrupted and nothing was imported") != 1 {
			t.Errorf("the next command says %q", errs)
		}
		if _, errs := done(t, command(t, folder, "reports", "--library", "lib.db"), 3); strings.Contains(errs, "interrupted") {
			t.Errorf("and the one after it %q", errs)
		}
		if left, _ := filepath.Glob(filepath.Join(folder, "*lib.db*")); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}

// TestNoRoom gives the program files that cannot grow, as on a full disk.
func TestNoRoom(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	manyCases(t, filepath.Join(folder, "first.jsonl"), "FIRST", 10)
	manyCases(t, filepath.Join(folder, "more.jsonl"), "MORE", 20000)
	done(t, command(t, folder, "import", "--library", "lib.db", "first.jsonl"), 0)
	want := content(t, folder, "lib.db")
	about, err := os.Stat(filepath.Join(folder, "lib.db"))
	if err != nil {
		t.Fatal(err)
	}
	limited := func(arguments ...string) *exec.Cmd {
		return roomFor(command(t, folder, arguments...), about.Size()+600*512)
	}
	_, errs := done(t, limited("import", "--library", "lib.db", "more.jsonl"), 3)
	if !strings.Contains(errs, "the disk is full: the library cannot be written") || !strings.Contains(errs, "hint: free some disk space") {
		t.Error(errs)
	}
	holds(t, folder, "lib.db", want)
	if _, errs := done(t, limited("import", "more.jsonl"), 3); !strings.Contains(errs, "the disk is full") {
		t.Error(errs)
	}
	if _, err := os.Stat(filepath.Join(folder, "data", "casebook")); !errors.Is(err, fs.ErrNotExist) {
		left, _ := filepath.Glob(filepath.Join(folder, "data", "casebook", "*"))
		t.Errorf("a library that nothing came into is left: %q %v", left, err)
	}
	done(t, command(t, folder, "import", "--library", "big.db", "more.jsonl"), 0)
	if _, errs := done(t, limited("export", "--library", "big.db", "--format", "jsonl", "-o", "out.jsonl"), 3); !strings.Contains(errs, "write out.jsonl: file too large") {
		t.Error(errs)
	}
	left, _ := filepath.Glob(filepath.Join(folder, "*out.jsonl*"))
	if hidden, _ := filepath.Glob(filepath.Join(folder, ".out*")); len(left)+len(hidden) > 0 {
		t.Errorf("left behind: %q %q", left, hidden)
	}
}

// asNobody makes commands those of somebody whom something is forbidden, and lets them into a folder.
func asNobody(t *testing.T, folder string) func(*exec.Cmd) *exec.Cmd {
	t.Helper()
	if os.Getuid() != 0 { // whom nothing is forbidden
		return func(c *exec.Cmd) *exec.Cmd { return c }
	}
	for at := folder; at != filepath.Dir(os.TempDir()) && at != "/"; at = filepath.Dir(at) {
		if about, err := os.Stat(at); err != nil || about.Mode().Perm()&0o001 == 0 {
			if os.Chmod(at, 0o755) != nil {
				t.Skip("left out: the folder of this test cannot be opened to others")
			}
		}
	}
	os.Chmod(filepath.Dir(binary(t)), 0o755)
	return func(c *exec.Cmd) *exec.Cmd {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		return c
	}
}

// roomFor makes a command one whose files cannot grow above a size, as on a full disk.
func roomFor(c *exec.Cmd, bytes int64) *exec.Cmd {
	script := fmt.Sprintf(`ulimit -f %d && exec "$0" "$@"`, bytes/512)
	shell := exec.Command("sh", append([]string{"-c", script}, c.Args...)...)
	shell.Dir, shell.Env = c.Dir, c.Env
	return shell
}

// TestNoPermission runs as somebody who may not write.
func TestNoPermission(t *testing.T) {
	folder := t.TempDir()
	manyCases(t, filepath.Join(folder, "first.jsonl"), "FIRST", 10)
	manyCases(t, filepath.Join(folder, "more.jsonl"), "MORE", 10)
	done(t, command(t, folder, "import", "--library", "lib.db", "first.jsonl"), 0)
	want, _ := done(t, command(t, folder, "export", "--library", "lib.db", "--format", "jsonl"), 0)
	if about, err := os.Stat(filepath.Join(folder, "lib.db")); err != nil || about.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", about.Mode(), err)
	}
	as := asNobody(t, folder)
	for _, step := range []struct {
		path string
		mode fs.FileMode
	}{{"first.jsonl", 0o644}, {"more.jsonl", 0o644}, {"lib.db", 0o444}, {".", 0o555}} {
		if err := os.Chmod(filepath.Join(folder, step.path), step.mode); err != nil {
			t.Fatal(err)
		}
	}
	defer os.Chmod(folder, 0o700)
	_, errs := done(t, as(command(t, folder, "import", "--library", "lib.db", "more.jsonl")), 3)
	if !strings.Contains(errs, "cannot be written") || !strings.Contains(errs, "hint: check that you can write") {
		t.Error(errs)
	}
	if _, errs := done(t, as(command(t, folder, "import", "more.jsonl")), 3); !strings.Contains(errs, "permission denied") {
		t.Error(errs)
	}
	if out, _ := done(t, as(command(t, folder, "export", "--library", "lib.db", "--format", "jsonl")), 0); out != want {
		t.Error("a library that can only be read is not read")
	}
	if _, errs := done(t, as(command(t, folder, "export", "--library", "lib.db", "--format", "jsonl", "-o", "out.jsonl")), 3); !strings.Contains(errs, "permission denied") {
		t.Error(errs)
	}
	// The journal of a change that was stopped can only be taken back by who may write.
	library, err := os.ReadFile(filepath.Join(folder, "lib.db"))
	if err != nil {
		t.Fatal(err)
	}
	page := uint32(endian.BigEndian.Uint16(library[16:]))
	journal := append(make([]byte, 0, 512), 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7) // SQLite's file format, section 3: no page changed yet
	for _, number := range []uint32{0, 1, uint32(len(library)) / page, 512, page} {
		journal = endian.BigEndian.AppendUint32(journal, number)
	}
	os.Chmod(folder, 0o700)
	if err := os.WriteFile(filepath.Join(folder, "lib.db-journal"), journal[:512], 0o444); err != nil {
		t.Fatal(err)
	}
	os.Chmod(folder, 0o555)
	if _, errs := done(t, as(command(t, folder, "list", "--library", "lib.db")), 3); !strings.Contains(errs, "a change to the library was interrupted") || !strings.Contains(errs, "ends in -journal") {
		t.Error(errs)
	}
	if err := os.Chmod(filepath.Join(folder, "more.jsonl"), 0); err == nil {
		if _, errs := done(t, as(command(t, folder, "check", "more.jsonl")), 3); !strings.Contains(errs, "read more.jsonl: permission denied") {
			t.Error(errs)
		}
	}
}

// TestALineOfTwoGigabytes streams it through a pipe: no disk has to hold it,
// and no memory may.
func TestALineOfTwoGigabytes(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	t.Parallel()
	if testing.Short() {
		t.Skip("left out: -short")
	}
	folder := t.TempDir()
	manyCases(t, filepath.Join(folder, "first.jsonl"), "FIRST", 10)
	done(t, command(t, folder, "import", "--library", "lib.db", "first.jsonl"), 0)
	want := content(t, folder, "lib.db")
	pipe := filepath.Join(folder, "long.jsonl")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skipf("left out: no named pipe can be made: %v", err)
	}
	go func() {
		file, err := os.OpenFile(pipe, os.O_WRONLY, 0)
		if err != nil {
			return
		}
		defer file.Close()
		part := bytes.Repeat([]byte("a"), 1<<20)
		fmt.Fprint(file, `{"id":"LONG-1","title":"`)
		for range 2 << 10 {
			if _, err := file.Write(part); err != nil {
				return
			}
		}
		fmt.Fprint(file, "\"}\n")
	}()
	c := command(t, folder, "import", "--library", "lib.db", "long.jsonl")
	_, errs := done(t, c, 2)
	if !strings.Contains(errs, "long.jsonl: the first line") || !strings.Contains(errs, "MiB") {
		t.Error(errs)
	}
	// A program begins with the peak of the process that started it, here the
	// tests' own (getrusage(2): ru_maxrss is kept through execve).
	var own syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &own)
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok && usage.Maxrss > max(300<<10, own.Maxrss) && usage.Maxrss < 1<<30 {
		t.Errorf("%d MiB of memory", usage.Maxrss>>10)
	}
	holds(t, folder, "lib.db", want)
}

// TestReadersBesideAnImport imports through a pipe that has not ended: until it
// does, the library is found and read as it was; a browser that is open then
// goes on in the new one.
func TestReadersBesideAnImport(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	manyCases(t, filepath.Join(folder, "first.jsonl"), "FIRST", 10)
	manyCases(t, filepath.Join(folder, "many.jsonl"), "MANY", 40000) // more than an import keeps in memory
	done(t, command(t, folder, "import", "--library", "lib.db", "first.jsonl"), 0)
	want := content(t, folder, "lib.db")
	c, file := importing(t, folder, "more.jsonl")
	many, err := os.ReadFile(filepath.Join(folder, "many.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.Write(many); err != nil { // and the pipe takes nearly all of it only when that has been imported
		t.Fatal(err)
	}
	about, err := os.Stat(filepath.Join(folder, "lib.db-new"))
	if err != nil || about.Size() < 1<<20 {
		t.Errorf("the import is not going on: %v, %v", about, err)
	}
	for range 3 {
		if out, _ := done(t, command(t, folder, "find", "--library", "lib.db", "long", "list"), 0); strings.Count(out, "\n") != 10 {
			t.Errorf("while cases come in: %s", out)
		}
	}
	_, errs := done(t, command(t, folder, "import", "--library", "lib.db", "first.jsonl"), 3)
	if !strings.Contains(errs, "another import into the library is running") || !strings.Contains(errs, "hint: try again when it is finished") {
		t.Error(errs)
	}
	holds(t, folder, "lib.db", want)
	file.Close()
	if err := c.Wait(); err != nil {
		t.Error(err)
	}
	if out, _ := done(t, command(t, folder, "reports", "--library", "lib.db", "--json"), 0); !strings.Contains(out, `"cases": 40000`) {
		t.Error(out)
	}
	holds(t, folder, "lib.db", want)
}

// TestTwoFirstImports starts two imports at once where there is no library yet.
func TestTwoFirstImports(t *testing.T) {
	folder := t.TempDir()
	manyCases(t, filepath.Join(folder, "first.jsonl"), "FIRST", 300)
	manyCases(t, filepath.Join(folder, "second.jsonl"), "SECOND", 200)
	for round := range 6 {
		library := []string{"--library", fmt.Sprintf("new%d.db", round)}
		if round%2 == 1 {
			library = nil // the own one
			os.RemoveAll(filepath.Join(folder, "data"))
		}
		var imports []*exec.Cmd
		var outs [2]bytes.Buffer
		for i, file := range []string{"first.jsonl", "second.jsonl"} {
			c := command(t, folder, append([]string{"import", file}, library...)...)
			c.Stdout, c.Stderr = &outs[i], &outs[i]
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			imports = append(imports, c)
		}
		for i, c := range imports {
			err := c.Wait()
			if err != nil && strings.Contains(outs[i].String(), "another import into the library is running") { // the other took more than five seconds
				done(t, command(t, folder, c.Args[1:]...), 0)
			} else if err != nil {
				t.Errorf("%v: %s", err, &outs[i])
			}
		}
		out, _ := done(t, command(t, folder, append([]string{"reports", "--json"}, library...)...), 0)
		for _, cases := range []string{`"cases": 300`, `"cases": 200`} {
			if !strings.Contains(out, cases) {
				t.Errorf("%q: no %s in %s", library, cases, out)
			}
		}
		if library == nil && !strings.Contains(out, "kazakhstan") {
			t.Errorf("the embedded report is not in the own library: %s", out)
		}
	}
}
