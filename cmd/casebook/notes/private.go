// Package notes has the commands for what the reader keeps: private and forget, and the
// keeper of the browser's notes. Encryption and files are for db/private to know.
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
They are in memory only until you keep them. Kept, they are in one file in the
data folder, which is encrypted with your passphrase: private.age. It is an age
file: the public age program opens it too.

The passphrase is asked for on the terminal; without a terminal it is read from
standard input.`

const privateExample = `
    $ casebook private status
    $ casebook private export notes.age
    $ casebook private export notes.age --to age1...
    $ casebook private import notes.age
`

// privateFile is the file with the reader's own notes.
func privateFile() (*private.File, error) {
	library, err := cli.OwnLibrary()
	if err != nil {
		return nil, err
	}
	return private.At(filepath.Join(filepath.Dir(library), "private.age")), nil
}

// A privateWork is what a command does with the file of notes.
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

// withPrivate has a command work with the file of notes.
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

// besidePrivate lists what is beside the file of notes: what a casebook that was
// killed has left, and damaged files that were set aside.
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

// globEscape is a path as a pattern that matches it alone.
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
		if _, err := file.Read(from); err != nil { // before a new one is thought up
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

func privateExport(p *cli.Program) *cobra.Command {
	var force, another bool
	var to []string
	command := &cobra.Command{
		Use: "export FILE [--to RECIPIENT]", Short: "Write your notes to an encrypted file, to move or share", GroupID: cli.GroupPrivate,
		Args: cli.Arguments(1, 1, "a file to write", "casebook private export notes.age"),
		Long: `Write all your notes, marks and saved searches to an encrypted file: for another
computer, or with --to for a colleague, who reads it with casebook private import
or with age. It has your passphrase unless you choose another or give recipients.`,
		Example: "\n    $ casebook private export /media/stick/notes.age\n    $ casebook private export for-aigul.age --to 'ssh-ed25519 AAAA...'\n",
	}
	command.Flags().StringArrayVar(&to, "to", nil, "encrypt for `RECIPIENT`: an age key (age1...), an SSH key (ssh-ed25519 ..., ssh-rsa ...) or a file with one; can be repeated")
	command.Flags().BoolVar(&another, "new-passphrase", false, "choose another passphrase for this file")
	command.Flags().BoolVar(&force, "force", false, "overwrite FILE if it exists")
	command.MarkFlagsMutuallyExclusive("to", "new-passphrase")
	command.RunE = withPrivate(func(ctx context.Context, file *private.File, names []string) error {
		if !file.Exists() {
			return nothingKept(file)
		}
		recipients, err := recipientsOf(to)
		if err != nil {
			return err
		}
		out, err := cli.NewOutput(names[0], force)
		if err != nil {
			return err
		}
		defer out.Discard()
		passphrase, err := askPassphrase(ctx, p, "Passphrase: ")
		if err != nil {
			return err
		}
		defer passphrase.Wipe()
		n, err := file.Read(passphrase)
		if err != nil {
			return err
		}
		if another {
			chosen, err := askNewPassphrase(ctx, p)
			if err != nil {
				return err
			}
			defer chosen.Wipe()
			passphrase = chosen
		}
		text, err := private.Encode(n)
		if err != nil {
			return err
		}
		defer clear(text)
		var sealed []byte
		if len(recipients) > 0 {
			sealed, err = private.SealFor(text, recipients...)
		} else {
			sealed, err = private.Seal(text, passphrase)
		}
		if err != nil {
			return err
		}
		if _, err := out.Write(sealed); err != nil {
			return err
		}
		if err := out.Keep(); err != nil {
			return err
		}
		fmt.Fprintf(p.Out, "wrote %s to %s\n", contents(n), safe.Line(names[0]))
		return nil
	})
	return command
}

// recipientsOf reads the keys of recipients, or the files that they are in.
func recipientsOf(names []string) ([]private.Recipient, error) {
	var recipients []private.Recipient
	for _, name := range names {
		text := name
		if !strings.HasPrefix(name, "age1") && !strings.HasPrefix(name, "ssh-") {
			content, _, err := private.ReadSealed(cli.AtHome(name))
			if err != nil {
				return nil, cli.Usage("write it as age1..., ssh-ed25519 ... or ssh-rsa ..., or name a file with it", "--to %q is not a valid key, nor a file with one", name)
			}
			text = string(content)
		}
		recipient, err := private.ParseRecipient(text)
		if err != nil {
			return nil, cli.Usage("write it as age1..., ssh-ed25519 ... or ssh-rsa ...", "--to %q is not a key: %v", name, err)
		}
		recipients = append(recipients, recipient)
	}
	return recipients, nil
}

func privateImport(p *cli.Program) *cobra.Command {
	var identity string
	command := &cobra.Command{
		Use: "import FILE [--identity KEYFILE]", Short: "Add the notes of a file to yours", GroupID: cli.GroupPrivate,
		Args: cli.Arguments(1, 1, "a file that casebook private export has written", "casebook private import notes.age"),
		Long: `Add the notes, marks and saved searches of a file to yours. Nothing of yours is
lost: where both have a note on a case and they differ, the case has both notes.`,
		Example: "\n    $ casebook private import notes.age\n    $ casebook private import for-aigul.age --identity ~/.ssh/id_ed25519\n",
	}
	command.Flags().StringVar(&identity, "identity", "", "your secret key, if FILE is encrypted for it: a `KEYFILE` of age-keygen or SSH")
	command.RunE = withPrivate(func(ctx context.Context, file *private.File, names []string) error {
		sealed, _, err := private.ReadSealed(cli.AtHome(names[0]))
		if err != nil {
			return fmt.Errorf("read %s: %w", names[0], err)
		}
		var identities []private.Identity
		if identity != "" {
			if identities, err = identitiesOf(ctx, p, identity); err != nil {
				return err
			}
		}
		passphrase, mine, err := ownPassphrase(ctx, p, file)
		if err != nil {
			return err
		}
		defer passphrase.Wipe()
		theirs, err := openNotes(ctx, p, names[0], sealed, identities, passphrase)
		if err != nil {
			return err
		}
		merged, err := file.Save(ctx, passphrase, notebook.Notebook{}, theirs)
		if err != nil {
			return err
		}
		fmt.Fprintf(p.Out, "added %s\n", contents(notebook.Notebook{
			Notes: merged.Notes[len(mine.Notes):], Marks: merged.Marks[len(mine.Marks):], Searches: merged.Searches[len(mine.Searches):],
		}))
		return nil
	})
	return command
}

// ownPassphrase asks for the passphrase of the reader's notes, and reads them; where
// there are none yet a new passphrase is chosen.
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
	return passphrase, mine, err
}

// openNotes reads the notes of a file that somebody has exported: by a secret key,
// by the passphrase of the reader's notes, or by another one, which is asked for.
func openNotes(ctx context.Context, p *cli.Program, name string, sealed []byte, identities []private.Identity, own *private.Passphrase) (notebook.Notebook, error) {
	failed := func(err error) (notebook.Notebook, error) {
		return notebook.Notebook{}, fmt.Errorf("read %s: %w", name, err)
	}
	byPassphrase, encrypted := private.IsForPassphrase(sealed)
	text, err := sealed, error(nil) // what age has decrypted already is taken too
	switch {
	case encrypted && byPassphrase:
		if text, err = private.Open(sealed, own); errors.Is(err, private.ErrPassphrase) {
			var other *private.Passphrase
			if other, err = askPassphrase(ctx, p, "Passphrase of "+safe.Line(name)+": "); err != nil {
				return notebook.Notebook{}, err
			}
			defer other.Wipe()
			text, err = private.Open(sealed, other)
		}
	case encrypted && len(identities) == 0:
		return notebook.Notebook{}, cli.Usage("name your secret key: --identity ~/.ssh/id_ed25519, or a file of age-keygen", "%s is encrypted for somebody's key", name)
	case encrypted:
		if text, err = private.OpenAs(sealed, identities...); errors.Is(err, private.ErrPassphrase) {
			return notebook.Notebook{}, cli.Usage("ask for an export with --to and your public key", "%s is not encrypted for this key", name)
		}
	}
	if err != nil {
		return failed(err)
	}
	defer clear(text)
	n, err := private.Decode(text)
	if err != nil {
		return failed(err)
	}
	return n, nil
}

// identitiesOf reads secret keys.
func identitiesOf(ctx context.Context, p *cli.Program, name string) ([]private.Identity, error) {
	text, _, err := private.ReadSealed(cli.AtHome(name))
	if err != nil {
		return nil, fmt.Errorf("read the key %s: %w", name, err)
	}
	defer clear(text)
	identities, err := private.ParseIdentities(text, func() ([]byte, error) {
		return p.ReadSecret(ctx, "Passphrase of "+safe.Line(name)+": ")
	})
	if err != nil {
		return nil, cli.Usage("--identity takes a file of age-keygen, or a secret SSH key", "%s has no key that can be used: %v", name, err)
	}
	return identities, nil
}
