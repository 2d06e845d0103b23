package notes

import (
	"context"
	"errors"
	"io/fs"
	"sync"
	"time"

	"casebook/cmd/casebook/cli"
	"casebook/db/private"
	"casebook/model/notebook"
	"casebook/tui/browse"
)

// A Keeper saves the notebook of the browser in the file of notes.
type Keeper struct {
	mutex      sync.Mutex
	file       *private.File
	passphrase *private.Passphrase
}

// NewKeeper returns the browser's Keeper; nil if there is no folder for the file.
func NewKeeper(p *cli.Program) *Keeper {
	if p.Remote {
		return nil // nothing is kept on the server
	}
	file, err := privateFile()
	if err != nil {
		return nil
	}
	return &Keeper{file: file}
}

// keeperError turns an error into one that the browser knows.
func keeperError(err error) error {
	if errors.Is(err, private.ErrPassphrase) || errors.Is(err, private.ErrChanged) {
		return browse.ErrPassphrase
	}
	return err
}

// Exists implements browse.Keeper.
func (k *Keeper) Exists() bool { return k.file.Exists() }

// Unlock implements browse.Keeper.
func (k *Keeper) Unlock(_ context.Context, text []byte) (notebook.Notebook, error) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	passphrase := private.NewPassphrase(text)
	n, err := k.file.Read(passphrase)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		passphrase.Wipe()
		return n, keeperError(err)
	}
	if k.passphrase != nil {
		k.passphrase.Wipe()
	}
	k.passphrase = passphrase
	return n, nil
}

// Save implements browse.Keeper.
func (k *Keeper) Save(ctx context.Context, base, mine notebook.Notebook) (notebook.Notebook, error) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if k.passphrase.IsEmpty() {
		return mine, browse.ErrPassphrase
	}
	now, err := k.file.Save(ctx, k.passphrase, base, mine)
	return now, keeperError(err)
}

// Seal implements browse.Keeper.
func (k *Keeper) Seal(text []byte) ([]byte, error) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if k.passphrase.IsEmpty() {
		return nil, browse.ErrPassphrase
	}
	return private.Seal(text, k.passphrase)
}

// Open implements browse.Keeper.
func (k *Keeper) Open(sealed, text []byte) ([]byte, error) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	passphrase := private.NewPassphrase(text)
	opened, err := private.Open(sealed, passphrase)
	if err != nil {
		passphrase.Wipe()
		return nil, keeperError(err)
	}
	k.passphrase = passphrase
	return opened, nil
}

// Forget implements browse.Keeper.
func (k *Keeper) Forget() {
	if k == nil {
		return
	}
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if k.passphrase == nil {
		return
	}
	k.passphrase.Wipe()
	k.passphrase = nil
	k.file.Forget()
	private.Scrub()
}

// LockAfter returns the time of --lock.
func LockAfter(text string) (time.Duration, error) {
	if text == "0" {
		return 0, nil
	}
	after, err := time.ParseDuration(text)
	if err != nil || after < time.Second {
		return 0, cli.Usage("write 90s, 5m, 1h; 0 never locks", "--lock cannot be %q", text)
	}
	return after, nil
}
