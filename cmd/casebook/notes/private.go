// Package notes has the commands private and forget, and the keeper of the browser's
// notes. It must not know encryption, which db/private does.
package notes

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db/private"
	"casebook/model/notebook"
	"casebook/model/safe"
)

const privateHelp = `Manage the file with your own notes, marks and saved searches. You write them in
the browser: e writes a note, m marks a case, :save search NAME saves a search.
They are in memory only until you keep them. Then they are in one file in the
data folder, private.age, encrypted with your passphrase. It is an age file: the
age program can open it too.

The passphrase is asked for on the terminal; without a terminal it is read from
standard input.`

const privateExample = `
    $ casebook private status
    $ casebook private export notes.age
    $ casebook private export notes.age --to age1...
    $ casebook private import notes.age
`

// fileName is the name of the file of notes, in the folder of the library.
const fileName = "private.age"

// privateFile is the file with the reader's own notes.
func privateFile() (*private.File, error) {
	library, err := cli.OwnLibrary()
	if err != nil {
		return nil, err
	}
	return private.At(filepath.Join(filepath.Dir(library), fileName)), nil
}

// A privateWork is the work of a command with the file of notes.
type privateWork = func(ctx context.Context, file *private.File, arguments []string) error

func Private(p *cli.Program) *cobra.Command {
	command := &cobra.Command{
		Use: "private COMMAND", Short: "Manage your own notes, marks and saved searches", GroupID: cli.GroupPrivate, Long: privateHelp, Example: privateExample,
		Args: func(command *cobra.Command, given []string) error {
			if len(given) == 0 {
				return cli.Usage("casebook private --help lists them", "casebook private needs a command")
			}
			return cli.Usage("casebook private --help lists the commands", "there is no command %q", "private "+given[0])
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	command.AddGroup(&cobra.Group{ID: cli.GroupPrivate, Title: "Commands:"})
	command.AddCommand(privateStatus(p), privateKeep(p), privatePasswd(p), privateExport(p), privateImport(p))
	return command
}

// withPrivate makes the run function of a command from a privateWork.
func withPrivate(work privateWork) func(*cobra.Command, []string) error {
	return func(command *cobra.Command, arguments []string) error {
		file, err := privateFile()
		if err != nil {
			return err
		}
		defer file.Forget()
		return work(command.Context(), file, arguments)
	}
}

func privateStatus(p *cli.Program) *cobra.Command {
	var count bool
	command := &cobra.Command{
		Use: "status", Short: "Print where your notes are and how large the file is", GroupID: cli.GroupPrivate, Args: cli.NoArguments,
		Long:    "Print where your notes, marks and saved searches are kept, and how large the file\nis: never what they say. --count asks for the passphrase and counts them.",
		Example: "\n    $ casebook private status --count\n",
	}
	command.Flags().BoolVar(&count, "count", false, "ask for the passphrase, and count what is in the file")
	command.RunE = withPrivate(func(ctx context.Context, file *private.File, _ []string) error {
		about, err := os.Stat(file.Path())
		if errors.Is(err, fs.ErrNotExist) {
			fmt.Fprintf(p.Out, "nothing is kept: there is no file %s\n", safe.Line(file.Path()))
			return nil
		}
		if err != nil {
			return fmt.Errorf("look at %s: %w", file.Path(), cli.Reason(err))
		}
		rows := [][]string{{"file", safe.Line(file.Path())}, {"size", cli.Counted(int(about.Size()), "byte")}, {"saved", about.ModTime().Format("2006-01-02 15:04")}}
		if count {
			n, err := readPrivate(ctx, p, file)
			if err != nil {
				return err
			}
			rows = append(rows, []string{"kept", contents(n)})
		}
		for _, other := range besidePrivate(file.Path()) {
			rows = append(rows, []string{"beside it", safe.Line(other)})
		}
		p.PrintRows(rows)
		return nil
	})
	return command
}

// contents counts what is in a notebook.
func contents(n notebook.Notebook) string {
	searches := "1 saved search"
	if len(n.Searches) != 1 {
		searches = cli.Counted(len(n.Searches), "saved searche")
	}
	return fmt.Sprintf("%s, %s, %s", cli.Counted(len(n.Notes), "note"), cli.Counted(len(n.Marks), "mark"), searches)
}

// besidePrivate lists the files beside the file of notes: those left by a killed
// casebook, and damaged files that were set aside.
func besidePrivate(path string) []string {
	found, _ := filepath.Glob(globEscape(path) + "-damaged-*")
	for _, name := range private.Beside(path) {
		if _, err := os.Lstat(name); err == nil {
			found = append(found, name)
		}
	}
	slices.Sort(found)
	return found
}

// globEscape escapes a path as a pattern that matches only itself.
func globEscape(path string) string {
	return strings.NewReplacer("*", "[*]", "?", "[?]", "[", "[[]").Replace(path)
}

// readPrivate asks for the passphrase and reads the notes.
func readPrivate(ctx context.Context, p *cli.Program, file *private.File) (notebook.Notebook, error) {
	passphrase, err := askPassphrase(ctx, p, "Passphrase: ")
	if err != nil {
		return notebook.Notebook{}, err
	}
	defer passphrase.Wipe()
	return file.Read(passphrase)
}

func privateKeep(p *cli.Program) *cobra.Command {
	command := &cobra.Command{
		Use: "keep", Short: "Create the encrypted file for your notes", GroupID: cli.GroupPrivate, Args: cli.NoArguments,
		Long: `Create the encrypted file for your notes, marks and saved searches, and choose its
passphrase; the browser does the same when you first keep something. A file that
is damaged stays beside the new one, under another name.`,
		Example: "\n    $ casebook private keep\n",
	}
	command.RunE = withPrivate(func(ctx context.Context, file *private.File, _ []string) error {
		aside := ""
		if file.Exists() {
			_, err := readPrivate(ctx, p, file)
			if err == nil {
				fmt.Fprintf(p.Out, "%s already exists and can be read; the browser saves your notes in it\n", safe.Line(file.Path()))
				return nil
			}
			if !errors.Is(err, private.ErrDamaged) {
				return err
			}
			if aside, err = file.SetAside(ctx, p.Now()); err != nil {
				return err
			}
			fmt.Fprintf(p.Err, "casebook: the damaged file is now %s\n", safe.Line(aside))
		}
		passphrase, err := askNewPassphrase(ctx, p)
		if err != nil {
			return err
		}
		defer passphrase.Wipe()
		if _, err := file.Save(ctx, passphrase, notebook.Notebook{}, notebook.Notebook{}); err != nil {
			return err
		}
		fmt.Fprintf(p.Out, "created %s\n", safe.Line(file.Path()))
		return nil
	})
	return command
}

func privatePasswd(p *cli.Program) *cobra.Command {
	command := &cobra.Command{
		Use: "passwd", Short: "Change the passphrase", GroupID: cli.GroupPrivate, Args: cli.NoArguments,
		Long:    "Change the passphrase of the file with your notes. Copies of the file that were\nmade before keep the earlier one.",
		Example: "\n    $ casebook private passwd\n",
	}
	command.RunE = withPrivate(func(ctx context.Context, file *private.File, _ []string) error {
		if !file.Exists() {
			return nothingKept(file)
		}
		from, err := askPassphrase(ctx, p, "Passphrase: ")
		if err != nil {
			return err
		}
		defer from.Wipe()
		if _, err := file.Read(from); err != nil { // checked before a new one is chosen
			return err
		}
		to, err := askNewPassphrase(ctx, p)
		if err != nil {
			return err
		}
		defer to.Wipe()
		if err := file.ChangePassphrase(ctx, from, to); err != nil {
			return err
		}
		fmt.Fprintln(p.Out, "the passphrase was changed")
		return nil
	})
	return command
}

func nothingKept(file *private.File) error {
	return &cli.Failure{Code: cli.ExitNothing, Message: "nothing is kept: there is no file " + file.Path(), Hint: "write notes in the browser, or run casebook private keep first"}
}

// ownPassphrase asks for the passphrase of the reader's notes and reads them; if there
// are none, it asks for a new passphrase.
func ownPassphrase(ctx context.Context, p *cli.Program, file *private.File) (*private.Passphrase, notebook.Notebook, error) {
	if !file.Exists() {
		passphrase, err := askNewPassphrase(ctx, p)
		return passphrase, notebook.Notebook{}, err
	}
	passphrase, err := askPassphrase(ctx, p, "Passphrase of your notes: ")
	if err != nil {
		return nil, notebook.Notebook{}, err
	}
	mine, err := file.Read(passphrase)
	if err != nil {
		passphrase.Wipe()
	}
	return passphrase, mine, err
}
