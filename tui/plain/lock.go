package plain

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"time"

	"casebook/tui/browse"
)

// idle is when what is kept is to be locked because nothing was typed, and what is
// called when something is.
func (s *session) idle() (<-chan time.Time, func()) {
	if s.options.Lock <= 0 || !s.own.Unlocked {
		return nil, func() {}
	}
	timer := time.NewTimer(s.options.Lock)
	return timer.C, func() { timer.Stop() }
}

// lockIdle locks because nothing was typed, or the program is to stop, while a line is
// being read, which is not taken for the passphrase: it is shown.
func (s *session) lockIdle(ctx context.Context) {
	if s.prompt {
		s.out.WriteString("\n")
	}
	if s.sealOwn(ctx) {
		s.answer("Locked. What was written stays in this window. Press Enter to type the passphrase.")
	}
}

// lock hides what is written down until the passphrase is typed.
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

// sealOwn encrypts what is written down, a note that is being written too, and lets
// go of it and of the passphrase.
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

// unlockSession asks for the passphrase until it is right, and brings everything back.
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

// unlock reads what is kept with the passphrase, which is asked for until it is
// right or left out. Where nothing is kept yet the passphrase is chosen.
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

// passphrase asks for the passphrase of what is kept, or for a new one, twice.
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

// ask asks for a passphrase; false where there is none any more.
func (s *session) ask(ctx context.Context, prompt string) ([]byte, bool) {
	if s.out.Flush() != nil {
		return nil, false
	}
	text, err := s.secret(ctx, prompt+" ")
	return text, err == nil
}

// sayNotOpened says why nothing was opened.
func (s *session) sayNotOpened(err error) {
	if errors.Is(err, browse.ErrPassphrase) {
		s.answer("Wrong passphrase. Nothing is lost: try again.")
		return
	}
	s.answer("Not opened: %s", err.Error())
}
