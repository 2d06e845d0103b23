package private

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"filippo.io/age"

	"casebook/model/notebook"
)

const word = "Zanzibarsecret"

// atWork has keys made quickly, for a test.
func atWork(t *testing.T) {
	t.Helper()
	before := workFactor
	workFactor = func() int { return 2 }
	t.Cleanup(func() { workFactor = before })
}

func key(text string) *Passphrase { return NewPassphrase([]byte(text)) }

func noted(id, text string) notebook.Notebook {
	return notebook.Notebook{Notes: []notebook.Note{{Report: "r", Case: id, Text: text, Written: time.Unix(1480000000, 0).UTC()}}}
}

// saved is a file that holds a note.
func saved(t *testing.T) string {
	t.Helper()
	atWork(t)
	path := filepath.Join(t.TempDir(), "casebook", "private.age")
	if _, err := At(path).Save(context.Background(), key("pass"), notebook.Notebook{}, noted("1", word)); err != nil {
		t.Fatal(err)
	}
	return path
}

// holds checks what a file holds, and that nothing stands beside it.
func holds(t *testing.T, path, passphrase string, texts ...string) {
	t.Helper()
	n, err := At(path).Read(key(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, note := range n.Notes {
		got = append(got, note.Text)
	}
	if strings.Join(got, ",") != strings.Join(texts, ",") {
		t.Errorf("the file holds %q, want %q", got, texts)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the file: %v, %v", entries, err)
	}
}

func TestSave(t *testing.T) {
	path := saved(t)
	holds(t, path, "pass", word)
	sealed, err := os.ReadFile(path)
	if err != nil || bytes.Contains(sealed, []byte(word)) || !bytes.HasPrefix(sealed, []byte("age-encryption.org/v1\n-> scrypt ")) {
		t.Errorf("the file is %.60q, %v", sealed, err)
	}
	about, _ := os.Stat(path)
	folder, _ := os.Stat(filepath.Dir(path))
	if about.Mode() != 0o600 || folder.Mode().Perm() != 0o700 {
		t.Errorf("modes %v, %v", about.Mode(), folder.Mode())
	}
	longer := At(path)
	if _, err := longer.Save(context.Background(), key("pass"), noted("1", word), noted("1", strings.Repeat("x", 1000))); err != nil {
		t.Fatal(err)
	}
	again, _ := os.Stat(path)
	if again.Size() != about.Size() {
		t.Errorf("the size depends on the content: %d, %d", about.Size(), again.Size())
	}
}

func TestOpensWithAge(t *testing.T) {
	path := saved(t)
	identity, err := age.NewScryptIdentity("pass")
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	r, err := age.Decrypt(file, identity)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if _, err := text.ReadFrom(r); err != nil || !strings.HasPrefix(text.String(), `{"casebook_private":1,"notes":[{"report":"r","case":"1","text":"`+word) {
		t.Errorf("%v: %.80q", err, &text)
	}
}

func TestErrors(t *testing.T) {
	path := saved(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	later, err := Seal([]byte(`{"casebook_private":2,"notes":[],"more":1}`), key("pass"))
	if err != nil {
		t.Fatal(err)
	}
	more, err := Seal([]byte(`{"casebook_private":1,"drawings":[]}`), key("pass"))
	if err != nil {
		t.Fatal(err)
	}
	foreign, err := Seal([]byte("a letter"), key("pass"))
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(whole)
	flipped[len(flipped)-100] ^= 1
	for _, c := range []struct {
		name       string
		file       []byte
		passphrase string
		want       error
	}{
		{"wrong passphrase", whole, "Pass", ErrPassphrase},
		{"no passphrase", whole, "", ErrPassphrase},
		{"cut in the text", whole[:len(whole)-1], "pass", ErrDamaged},
		{"cut in the head", whole[:60], "pass", ErrDamaged},
		{"empty", nil, "pass", ErrDamaged},
		{"a bit flipped", flipped, "pass", ErrDamaged},
		{"something else", []byte("SQLite format 3\x00"), "pass", ErrDamaged},
		{"something else encrypted", foreign, "pass", ErrDamaged},
		{"later version", later, "pass", ErrNewer},
		{"with more in it", more, "pass", ErrNewer},
	} {
		if err := os.WriteFile(path, c.file, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := At(path).Read(key(c.passphrase))
		if !errors.Is(err, c.want) {
			t.Errorf("%s: read: %v, want %v", c.name, err, c.want)
		}
		if _, err := At(path).Save(context.Background(), key(c.passphrase), notebook.Notebook{}, noted("2", "new")); !errors.Is(err, c.want) {
			t.Errorf("%s: save: %v, want %v", c.name, err, c.want)
		}
		if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, c.file) {
			t.Errorf("%s: the file was written over: %v", c.name, err)
		}
	}
	if _, err := At(filepath.Join(t.TempDir(), "none")).Read(key("pass")); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestSetAside(t *testing.T) {
	path := saved(t)
	if err := os.WriteFile(path, []byte("damaged"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, now := At(path), time.Now()
	aside, err := f.SetAside(context.Background(), now)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(aside); err != nil || string(text) != "damaged" || f.Exists() {
		t.Errorf("%q, %v", text, err)
	}
	if err := os.WriteFile(path, []byte("again"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := f.SetAside(context.Background(), now); err == nil {
		t.Error("a file set aside was written over")
	}
	if text, err := os.ReadFile(aside); err != nil || string(text) != "damaged" {
		t.Errorf("%q, %v", text, err)
	}
}

func TestTwoSessions(t *testing.T) {
	path := saved(t)
	one, other := At(path), At(path)
	base, err := one.Read(key("pass"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Read(key("pass")); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	mine, err := one.Save(ctx, key("pass"), base, base.With(noted("1", "first").Notes[0]))
	if err != nil || len(mine.Notes) != 1 {
		t.Fatal(mine, err)
	}
	theirs, err := other.Save(ctx, key("pass"), base, base.With(noted("1", "other").Notes[0]).With(noted("2", "two").Notes[0]))
	if err != nil || len(theirs.Notes) != 3 {
		t.Fatal(theirs, err)
	}
	holds(t, path, "pass", "first", "other", "two")
	// Many at once.
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			if _, err := At(path).Save(ctx, key("pass"), notebook.Notebook{}, noted(fmt.Sprint(i+10), "more")); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n, err := At(path).Read(key("pass")); err != nil || len(n.Notes) != 11 {
		t.Error(len(n.Notes), err)
	}
}

func TestChangePassphrase(t *testing.T) {
	path := saved(t)
	session, ctx := At(path), context.Background()
	base, err := session.Read(key("pass"))
	if err != nil {
		t.Fatal(err)
	}
	if err := At(path).ChangePassphrase(ctx, key("wrong"), key("new")); !errors.Is(err, ErrPassphrase) {
		t.Error(err)
	}
	if err := At(path).ChangePassphrase(ctx, key("pass"), key("new")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "new", word)
	if _, err := session.Save(ctx, key("pass"), base, noted("2", "mine")); !errors.Is(err, ErrChanged) {
		t.Errorf("a session that knows the earlier passphrase: %v", err)
	}
	if _, err := session.Save(ctx, key("new"), base, base.With(noted("2", "mine").Notes[0])); err != nil {
		t.Error(err)
	}
	holds(t, path, "new", word, "mine")
}

func TestFileRemoved(t *testing.T) {
	path := saved(t)
	session := At(path)
	base, err := session.Read(key("pass"))
	if err != nil {
		t.Fatal(err)
	}
	os.Remove(path)
	if _, err := session.Save(context.Background(), key("pass"), base, base); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "pass", word)
}

func TestWaitsForALock(t *testing.T) {
	path := saved(t)
	patience = 50 * time.Millisecond
	defer func() { patience = 10 * time.Second }()
	_, unlock, err := lock(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := At(path).Save(context.Background(), key("pass"), notebook.Notebook{}, noted("2", "two")); !errors.Is(err, ErrBusy) {
		t.Error(err)
	}
	unlock()
	patience = 10 * time.Second
	if _, err := At(path).Save(context.Background(), key("pass"), notebook.Notebook{}, noted("2", "two")); err != nil {
		t.Error(err)
	}
	holds(t, path, "pass", word, "two")
}

func TestLinkedFile(t *testing.T) {
	path := saved(t)
	link := filepath.Join(t.TempDir(), "private.age")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	if _, err := At(link).Save(context.Background(), key("pass"), notebook.Notebook{}, noted("2", "two")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "pass", word, "two")
	if about, err := os.Lstat(link); err != nil || about.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link is gone:", err)
	}
}

func TestExportToARecipient(t *testing.T) {
	text, err := Encode(noted("1", word))
	if err != nil {
		t.Fatal(err)
	}
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	keys := []struct{ recipient, secret string }{{identity.Recipient().String(), identity.String()}}
	if keygen, err := exec.LookPath("ssh-keygen"); err == nil {
		for _, passphrase := range []string{"", "of the key"} {
			name := filepath.Join(folder, "key"+fmt.Sprint(len(passphrase)))
			if out, err := exec.Command(keygen, "-q", "-t", "ed25519", "-N", passphrase, "-a", "1", "-f", name).CombinedOutput(); err != nil {
				t.Fatal(err, string(out))
			}
			public, _ := os.ReadFile(name + ".pub")
			secret, _ := os.ReadFile(name)
			keys = append(keys, struct{ recipient, secret string }{string(public), string(secret)})
		}
	}
	for _, k := range keys {
		recipient, err := ParseRecipient(k.recipient)
		if err != nil {
			t.Fatal(err)
		}
		sealed, err := SealFor(text, recipient)
		if err != nil {
			t.Fatal(err)
		}
		if passphrase, is := IsForPassphrase(sealed); passphrase || !is {
			t.Error("read as a file with a passphrase, or as no age file")
		}
		identities, err := ParseIdentities([]byte(k.secret), func() ([]byte, error) { return []byte("of the key"), nil })
		if err != nil {
			t.Fatal(err)
		}
		opened, err := OpenAs(sealed, identities...)
		if err != nil || !bytes.Equal(opened, text) {
			t.Error(err)
		}
	}
	if _, err := ParseRecipient("age1nonsense"); err == nil {
		t.Error("an invalid key was accepted")
	}
	other, _ := age.GenerateX25519Identity()
	sealed, _ := SealFor(text, identity.Recipient())
	if _, err := OpenAs(sealed, other); !errors.Is(err, ErrPassphrase) {
		t.Error(err)
	}
}

func TestWorkFactor(t *testing.T) {
	for measured, want := range map[time.Duration]int{
		time.Millisecond: maxWork, 30 * time.Millisecond: 18, 40 * time.Millisecond: 18, 100 * time.Millisecond: 16, 400 * time.Millisecond: 14, time.Minute: minWork,
	} {
		if got := workFor(measured); got != want {
			t.Errorf("%v: %d, want %d", measured, got, want)
		}
	}
}

// TestWipe: age keeps a copy of a passphrase, which is overwritten too.
func TestWipe(t *testing.T) {
	recipient, err := age.NewScryptRecipient("secret")
	if err != nil {
		t.Fatal(err)
	}
	identity, err := age.NewScryptIdentity("secret")
	if err != nil {
		t.Fatal(err)
	}
	for _, of := range []any{recipient, identity} {
		wipeCopy(of)
		if text := fmt.Sprintf("%s", of); strings.Contains(text, "secret") {
			t.Errorf("%T still has its passphrase", of)
		}
	}
	bytes := []byte("secret")
	p := NewPassphrase(bytes)
	p.Wipe()
	if string(bytes) != "\x00\x00\x00\x00\x00\x00" || !p.IsEmpty() {
		t.Error("the passphrase is still there")
	}
}

func FuzzDecode(f *testing.F) {
	text, _ := Encode(noted("1", "a"))
	f.Add(text)
	f.Add([]byte(`{"casebook_private":1,"searches":[{"name":"a","filter":{"kind":["law"]}}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		n, err := Decode(text)
		if err != nil {
			return
		}
		again, err := Encode(n)
		if err != nil {
			t.Fatal(err)
		}
		if m, err := Decode(again); err != nil || !m.Equal(n) {
			t.Errorf("%v: %v, want %v", err, m, n)
		}
	})
}

// TestPassphraseInOtherLetters: a passphrase is the same however a keyboard writes its
// accents, and a file that was encrypted with what was typed is opened still.
func TestPassphraseInOtherLetters(t *testing.T) {
	const composed, apart = "caf\u00e9 \u0439", "cafe\u0301 \u0438\u0306"
	for _, test := range [][2]string{{composed, apart}, {apart, composed}, {apart, apart}} {
		sealed, err := Seal([]byte("text"), key(test[0]))
		if err != nil {
			t.Fatal(err)
		}
		if text, err := Open(sealed, key(test[1])); err != nil || string(text) != "text" {
			t.Errorf("%+q does not open what %+q has encrypted: %v", test[1], test[0], err)
		}
	}
	raw := &Passphrase{text: []byte(apart)} // as age -p
	sealed, err := Seal([]byte("text"), raw)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := Open(sealed, key(apart)); err != nil || string(text) != "text" {
		t.Errorf("what was typed does not open its own file: %v", err)
	}
	if _, err := Open(sealed, key("cafe")); !errors.Is(err, ErrPassphrase) {
		t.Errorf("a wrong one: %v", err)
	}
}
