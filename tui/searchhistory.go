package tui

import (
	"slices"
	"strings"
)

// A past is the searches of the session, the latest last. It lives in memory
// only, and ends with the session.
type past struct {
	texts []string
	back  int    // how many searches before the latest the box shows; 0: what is being typed
	draft string // what was being typed
}

// maxPast is how many searches are remembered.
const maxPast = 100

// add remembers a search, once.
func (p *past) add(text string) {
	p.back = 0
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	p.texts = append(slices.DeleteFunc(p.texts, func(t string) bool { return t == text }), text)
	if len(p.texts) > maxPast {
		p.texts = slices.Delete(p.texts, 0, 1)
	}
}

// older is the search before the one that the box shows.
func (p *past) older(shown string) (string, bool) {
	if p.back == 0 {
		p.draft = shown
	}
	for back := p.back + 1; back <= len(p.texts); back++ {
		if text := p.texts[len(p.texts)-back]; text != strings.TrimSpace(shown) {
			p.back = back
			return text, true
		}
	}
	return "", false
}

// reaches says whether there is a search before the one that the box shows.
func (p *past) reaches(shown string) bool {
	return slices.ContainsFunc(p.texts[:len(p.texts)-p.back], func(text string) bool { return text != strings.TrimSpace(shown) })
}

// newer is the search after it, and in the end what was being typed.
func (p *past) newer() (string, bool) {
	if p.back == 0 {
		return "", false
	}
	if p.back--; p.back == 0 {
		return p.draft, true
	}
	return p.texts[len(p.texts)-p.back], true
}
