package notes

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db/private"
	"casebook/model/notebook"
	"casebook/model/safe"
)

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
		if err := out.Commit(); err != nil {
			return err
		}
		fmt.Fprintf(p.Out, "wrote %s to %s\n", contents(n), safe.Line(names[0]))
		return nil
	})
	return command
}

// recipientsOf reads the keys of recipients, given as keys or files.
func recipientsOf(names []string) ([]private.Recipient, error) {
	var recipients []private.Recipient
	for _, name := range names {
		text := name
		if !strings.HasPrefix(name, "age1") && !strings.HasPrefix(name, "ssh-") {
			content, _, err := private.ReadSealed(cli.ExpandHome(name))
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
		sealed, _, err := private.ReadSealed(cli.ExpandHome(names[0]))
		if err != nil {
			return unreadable(names[0], err)
		}
		if _, encrypted := private.IsForPassphrase(sealed); !encrypted {
			if _, err := private.Decode(sealed); err != nil {
				return unreadable(names[0], err) // before a passphrase is asked for
			}
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
			Notes: added(merged.Notes, len(mine.Notes)), Marks: added(merged.Marks, len(mine.Marks)), Searches: added(merged.Searches, len(mine.Searches)),
		}))
		return nil
	})
	return command
}

// added returns the rows after the first ones; none if there are fewer, since another
// casebook has deleted some.
func added[T any](rows []T, first int) []T { return rows[min(first, len(rows)):] }

// unreadable says that a file to import cannot be read; damage to it is not damage to
// the reader's own notes.
func unreadable(name string, err error) error {
	err = fmt.Errorf("read %s: %w", name, err)
	if errors.Is(err, private.ErrDamaged) {
		return &cli.Failure{Code: cli.ExitData, Message: err.Error(), Hint: "ask for another copy, made by casebook private export; your own notes were not changed"}
	}
	return err
}

// openNotes reads an exported file of notes: with a secret key, with the passphrase of
// the reader's notes, or with another one, which it asks for.
func openNotes(ctx context.Context, p *cli.Program, name string, sealed []byte, identities []private.Identity, own *private.Passphrase) (notebook.Notebook, error) {
	failed := func(err error) (notebook.Notebook, error) { return notebook.Notebook{}, unreadable(name, err) }
	byPassphrase, encrypted := private.IsForPassphrase(sealed)
	text, err := sealed, error(nil) // the text that age has decrypted is accepted too
	switch {
	case encrypted && byPassphrase:
		if text, err = private.Open(sealed, own); errors.Is(err, private.ErrPassphrase) {
			missing := cli.Usage("give it after your own, on a line of its own", "yours does not open %s, and no other passphrase was given", name)
			var other *private.Passphrase
			if other, err = askPassphraseOr(ctx, p, "Passphrase of "+safe.Line(name)+": ", missing); err != nil {
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
	text, _, err := private.ReadSealed(cli.ExpandHome(name))
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
