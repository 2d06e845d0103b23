package notes

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/db/private"
	"casebook/model/safe"
)

const forgetHelp = `Remove everything that casebook keeps on this computer: your library and your
notes, marks and saved searches. It lists the files, asks, overwrites them and
removes them, and says where copies may remain.
Close every other casebook first: one that is open would save its notes again.`

const forgetExample = `
    $ casebook forget
    $ casebook forget --yes
`

// A trace is a file that casebook has created.
type trace struct{ path, what, by string }

func Forget(p *cli.Program) *cobra.Command {
	var yes bool
	command := &cobra.Command{
		Use: "forget", Short: "Remove everything that casebook keeps", GroupID: cli.GroupPrivate, Long: forgetHelp, Example: forgetExample, Args: cli.NoArguments,
		RunE: func(command *cobra.Command, _ []string) error { return forget(command.Context(), p, yes) },
	}
	command.Flags().BoolVar(&yes, "yes", false, "remove without asking")
	return command
}

// traces lists the existing files that casebook has created.
func traces(p *cli.Program) (traces []trace, library, folder string, err error) {
	own, err := cli.OwnLibrary()
	if err != nil {
		return nil, "", "", err
	}
	folder = filepath.Dir(own)
	add := func(what, by string, names ...string) {
		for _, name := range names {
			if about, err := os.Lstat(name); err == nil && !about.IsDir() {
				traces = append(traces, trace{name, what, by})
			}
		}
	}
	library = own
	if p.Library != "" {
		library = p.Library
	}
	add("library", "casebook import", library)
	add("left by an import that was stopped", "casebook import", db.Beside(library)...)
	unborn, _ := filepath.Glob(filepath.Join(globEscape(filepath.Dir(library)), "."+globEscape(filepath.Base(library))+".*"))
	add("left by an import that was stopped", "casebook import", unborn...)
	notes := filepath.Join(folder, fileName)
	add("notes, marks and saved searches, encrypted", "the browser or casebook private", notes)
	add("key of the SSH server", "casebook serve", filepath.Join(folder, cli.HostKeyName), filepath.Join(folder, cli.HostKeyName+".pub"))
	add("left beside your notes", "the browser or casebook private", besidePrivate(notes)...)
	return traces, library, folder, nil
}

func forget(ctx context.Context, p *cli.Program, yes bool) error {
	traces, library, folder, err := traces(p)
	if err != nil {
		return err
	}
	if len(traces) == 0 {
		fmt.Fprintf(p.Out, "nothing is kept in %s\n", safe.Line(folder))
		return nil
	}
	for _, t := range traces {
		about, err := os.Stat(t.path)
		size := "broken link"
		if err == nil {
			size = cli.Counted(int(about.Size()), "byte")
		}
		fmt.Fprintf(p.Out, "%s\n    %s; %s; made by %s\n", safe.Line(t.path), t.what, size, t.by)
	}
	if err := p.Out.Flush(); err != nil {
		return err
	}
	if !yes {
		if err := confirm(ctx, p, "Remove all of these? This cannot be undone. Type yes: "); err != nil {
			return err
		}
	}
	release, err := lockFiles(ctx, library, filepath.Join(folder, fileName))
	if err != nil {
		return err
	}
	if runtime.GOOS == "windows" {
		release() // on systems where an open file cannot be removed
	}
	var failed []string
	for _, t := range traces {
		if err := shred(t.path); err != nil {
			failed = append(failed, fmt.Sprintf("%s: %v", t.path, cli.Reason(err)))
		}
	}
	release()
	os.Remove(folder) // if it is empty
	if len(failed) > 0 {
		return &cli.Failure{Code: cli.ExitData, Details: strings.Join(failed, "\n"), Message: "not everything could be removed", Hint: "check that you can write to these files and their folder"}
	}
	fmt.Fprintf(p.Out, `Removed. What casebook cannot remove:
  copies of these files on a solid-state disk, in a snapshot or in a backup;
  files that you exported, and copies of your notes on other computers or sticks;
  what the system has swapped to disk, and the scrollback of the terminal;
  commands in the history of your shell.
`)
	return nil
}

// lockFiles locks the library and the notes against other casebooks until release is
// called.
func lockFiles(ctx context.Context, library, notes string) (release func(), err error) {
	releaseLibrary, err := db.Hold(ctx, library)
	if err != nil {
		return nil, err
	}
	file := private.At(notes)
	if !file.Exists() {
		return releaseLibrary, nil
	}
	releaseNotes, err := file.Hold(ctx)
	if err != nil {
		releaseLibrary()
		return nil, err
	}
	return func() {
		releaseNotes()
		releaseLibrary()
	}, nil
}

// confirm asks for yes; any other answer is no.
func confirm(ctx context.Context, p *cli.Program, question string) error {
	if !cli.IsTerminal(p.In) {
		return cli.Usage("--yes removes without asking", "nothing was removed: there is no terminal to ask on")
	}
	fmt.Fprint(p.Err, question)
	answered := make(chan string, 1)
	go func() {
		line, _ := cli.ReadSecretLine(p.In)
		answered <- strings.ToLower(strings.TrimSpace(string(line)))
	}()
	select {
	case answer := <-answered:
		if answer == "yes" || answer == "y" {
			return nil
		}
	case <-ctx.Done():
		fmt.Fprintln(p.Err)
		return ctx.Err()
	}
	return &cli.Failure{Code: cli.ExitNothing, Message: "nothing was removed", Hint: "type yes to remove it"}
}

// shred overwrites a file with random bytes, if the file system writes in place, and
// removes it. Of a link it also removes the target.
func shred(path string) error {
	real, err := filepath.EvalSymlinks(path)
	if errors.Is(err, fs.ErrNotExist) {
		return os.Remove(path) // a link to nothing
	}
	if err != nil {
		return err
	}
	file, err := os.OpenFile(real, os.O_WRONLY, 0)
	if err == nil {
		if about, statErr := file.Stat(); statErr == nil {
			_, err = io.CopyN(file, rand.Reader, about.Size())
		}
		err = errors.Join(err, file.Sync(), file.Truncate(0), file.Sync(), file.Close())
	}
	if removed := os.Remove(real); removed != nil {
		return errors.Join(removed, err)
	}
	if real != path {
		return os.Remove(path)
	}
	return err
}
