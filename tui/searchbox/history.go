package searchbox

import (
	"slices"
	"strings"
)

// A History is the searches of the session, the latest last. It lives in memory
// only, and ends with the session.
type History struct {
	texts []string
	back  int    // how many searches back the box is; 0: the text being typed
	draft string // what was being typed
}

// maxSearches is how many searches are remembered.
const maxSearches = 100

// Add remembers a search, once.
func (h *History) Add(text string) {
	h.back = 0
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	h.texts = append(slices.DeleteFunc(h.texts, func(t string) bool { return t == text }), text)
	if len(h.texts) > maxSearches {
		h.texts = slices.Delete(h.texts, 0, 1)
	}
}

// Older returns the search before the one in the box.
func (h *History) Older(shown string) (string, bool) {
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

// Reset begins a new search.
func (h *History) Reset() { h.back = 0 }

// HasNewer reports whether there is a search after the one that the box shows.
func (h *History) HasNewer() bool { return h.back > 0 }

// HasOlder reports whether there is a search before the one that the box shows.
func (h *History) HasOlder(shown string) bool {
	return slices.ContainsFunc(h.texts[:len(h.texts)-h.back], func(text string) bool { return text != strings.TrimSpace(shown) })
}

// Newer returns the search after it, and last the text that was being typed.
func (h *History) Newer() (string, bool) {
	if h.back == 0 {
		return "", false
	}
	if h.back--; h.back == 0 {
		return h.draft, true
	}
	return h.texts[len(h.texts)-h.back], true
}
