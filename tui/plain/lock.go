package plain

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"time"

	"casebook/tui/browse"
)

// idle returns a channel for the time to lock, and a function to call when something
// is typed.
func (s *session) idle() (<-chan time.Time, func()) {
	if s.options.Lock <= 0 || !s.own.Unlocked {
		return nil, func() {}
	}
	timer := time.NewTimer(s.options.Lock)
	return timer.C, func() { timer.Stop() }
}

// lockIdle locks after idle time, or when the program stops. The line that is being
// read is echoed, so it is not used as the passphrase.
func (s *session) lockIdle(ctx context.Context) {
	if s.prompt {
		s.out.WriteString("\n")
	}
	if s.sealOwn(ctx) {
		s.answer("Locked. What was written stays in this window. Press Enter to type the passphrase.")
	}
}

// lock hides the notes until the passphrase is typed.
func (s *session) lock(ctx context.Context, _ string) error {
	if !s.own.Unlocked {
		s.answer("Nothing to lock: there is no passphrase yet. Type \"%s\" to choose one.", s.command("keep"))
		return nil
	}
	if s.sealOwn(ctx) {
		s.answer("Locked. What was written stays in this window.")
		s.unlockSession(ctx)
	}
	return nil
}

// sealOwn encrypts the notebook, also an unfinished note, and drops it and the
// passphrase from memory.
func (s *session) sealOwn(ctx context.Context) bool {
	more := ""
	if s.own.draft != nil {
		text, _ := json.Marshal(s.own.draft)
		more = string(text)
	}
	if s.own.Unsaved() {
		s.saveOwn(ctx)
	}
	sealed, err := s.own.Sealing(more)()
	if err != nil {
		s.answer("Not locked: %s", err.Error())
		return false
	}
	keeper := s.own.Keeper
	s.own = own{Own: browse.Own{Keeper: keeper}, passphraseAsked: true, savedOnceSaid: true, sealed: sealed}
	keeper.Forget()
	return true
}

// unlockSession asks for the passphrase until it is right, and restores everything.
func (s *session) unlockSession(ctx context.Context) {
	for s.own.sealed != nil {
		passphrase, ok := s.ask(ctx, s.words.Say("Locked. Passphrase:"))
		if !ok {
			s.done = true
			return
		}
		if len(passphrase) == 0 {
			continue
		}
		opened, more, err := s.own.Opening(s.own.sealed, passphrase)()
		if err != nil {
			s.sayNotOpened(err)
			continue
		}
		s.own.Own, s.own.sealed = opened, nil
		var d draft
		if more != "" && json.Unmarshal([]byte(more), &d) == nil {
			s.own.draft = &d
		}
	}
	if d := s.own.draft; d != nil {
		s.answer("Unlocked. Continue your note on %s.", d.Case)
		return
	}
	s.answer("Unlocked.")
}

// unlock asks for the passphrase until it is right or empty, and reads the saved notes.
// If there are none, a new passphrase is chosen.
func (s *session) unlock(ctx context.Context) bool {
	s.own.passphraseAsked = true
	for {
		passphrase, ok := s.passphrase(ctx)
		if !ok {
			s.answer("Your notes stay locked.")
			return false
		}
		kept, err := s.own.Keeper.Unlock(ctx, passphrase)
		if err != nil {
			s.sayNotOpened(err)
			if !errors.Is(err, browse.ErrPassphrase) {
				return false
			}
			continue
		}
		s.own.Learn(kept)
		if s.own.Unsaved() && s.own.Keeper.Exists() {
			s.saveOwn(ctx)
		}
		return true
	}
}

// passphrase asks for the passphrase of the notes, or twice for a new one.
func (s *session) passphrase(ctx context.Context) ([]byte, bool) {
	if s.own.Keeper.Exists() {
		text, ok := s.ask(ctx, s.words.Say("Passphrase of your notes:"))
		return text, ok && len(text) > 0
	}
	s.answer("Choose a passphrase: use four or more random words. It cannot be recovered.")
	for {
		first, ok := s.ask(ctx, s.words.Say("New passphrase for your notes:"))
		if !ok || len(first) == 0 {
			return nil, false
		}
		second, ok := s.ask(ctx, s.words.Say("Repeat the passphrase:"))
		same := bytes.Equal(first, second)
		clear(second)
		if ok && same {
			return first, true
		}
		clear(first)
		if !ok {
			return nil, false
		}
		s.answer("The passphrases do not match. Try again.")
	}
}

// ask asks for a passphrase; false: the input has ended.
func (s *session) ask(ctx context.Context, prompt string) ([]byte, bool) {
	if s.out.Flush() != nil {
		return nil, false
	}
	text, err := s.secret(ctx, prompt+" ")
	return text, err == nil
}

// sayNotOpened says why the notes were not opened.
func (s *session) sayNotOpened(err error) {
	if errors.Is(err, browse.ErrPassphrase) {
		s.answer("Wrong passphrase. Nothing is lost: try again.")
		return
	}
	s.answer("Not opened: %s", err.Error())
}
