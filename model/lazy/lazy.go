// Package lazy makes values when they are first asked for. It knows no case and no
// word. sync.OnceValue does the same, but it makes a function, which takes every start
// of the program time and memory for each variable; the variables here are laid out
// when the program is built.
package lazy

import (
	"regexp"
	"strings"
	"sync"
)

// A Value is made by Make.
type Value[T any] struct {
	Make func() T
	once sync.Once
	made T
}

// Get returns the value. Goroutines may ask at the same time; one of them makes it.
func (v *Value[T]) Get() T {
	v.once.Do(func() { v.made = v.Make() })
	return v.made
}

// A Regexp is a regular expression of a Pattern that is right.
type Regexp struct {
	Pattern  string
	once     sync.Once
	compiled *regexp.Regexp
}

// Get returns the regular expression.
func (r *Regexp) Get() *regexp.Regexp {
	r.once.Do(func() { r.compiled = regexp.MustCompile(r.Pattern) })
	return r.compiled
}

// A Set is the words of a Text with white space between them.
type Set struct {
	Text  string
	once  sync.Once
	words map[string]bool
}

// Has reports whether a word is in the set.
func (s *Set) Has(word string) bool {
	s.once.Do(func() {
		s.words = map[string]bool{}
		for word := range strings.FieldsSeq(s.Text) {
			s.words[word] = true
		}
	})
	return s.words[word]
}
