package tui

import (
	"slices"
	"strings"
)

// A searchHistory is the searches of the session, the latest last. It lives in memory
// only, and ends with the session.
type searchHistory struct {
	texts []string
	back  int    // how many searches before the latest the box shows; 0: what is being typed
	draft string // what was being typed
}

// maxSearches is how many searches are remembered.
const maxSearches = 100

// add remembers a search, once.
func (h *searchHistory) add(text string) {
	h.back = 0
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	h.texts = append(slices.DeleteFunc(h.texts, func(t string) bool { return t == text }), text)
	if len(h.texts) > maxSearches {
		h.texts = slices.Delete(h.texts, 0, 1)
	}
}

// older is the search before the one that the box shows.
func (h *searchHistory) older(shown string) (string, bool) {
	if h.back == 0 {
		h.draft = shown
	}
	for back := h.back + 1; back <= len(h.texts); back++ {
		if text := h.texts[len(h.texts)-back]; text != strings.TrimSpace(shown) {
			h.back = back
			return text, true
		}
	}
	return "", false
}

// reaches says whether there is a search before the one that the box shows.
func (h *searchHistory) reaches(shown string) bool {
	return slices.ContainsFunc(h.texts[:len(h.texts)-h.back], func(text string) bool { return text != strings.TrimSpace(shown) })
}

// newer is the search after it, and in the end what was being typed.
func (h *searchHistory) newer() (string, bool) {
	if h.back == 0 {
		return "", false
	}
	if h.back--; h.back == 0 {
		return h.draft, true
	}
	return h.texts[len(h.texts)-h.back], true
}
