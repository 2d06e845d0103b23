package check

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"casebook/model/safe"
)

// A step is a step of a path, from a value to a part of it. Paths are built only for
// problems.
type step struct {
	above *step
	of    reflect.Type // the struct that the part is a field of; nil: a list
	index int
}

func (s *step) path() string {
	if s == nil {
		return "$"
	}
	if s.of == nil {
		return item(s.above.path(), s.index)
	}
	field := s.of.Field(s.index)
	if field.Anonymous {
		return s.above.path()
	}
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	return s.above.path() + "." + name
}

// walk checks every text in a value: none may harm a terminal or hide text.
func (c *Checker) walk(at *step, value reflect.Value) {
	switch value.Kind() {
	case reflect.String:
		c.text(at, value.String())
	case reflect.Pointer:
		if !value.IsNil() {
			c.walk(at, value.Elem())
		}
	case reflect.Slice:
		for i := range value.Len() {
			c.walk(&step{at, nil, i}, value.Index(i))
		}
	case reflect.Struct:
		for i := range value.NumField() {
			if part := value.Field(i); !part.IsZero() {
				c.walk(&step{at, value.Type(), i}, part)
			}
		}
	}
}

func (c *Checker) text(at *step, text string) {
	var told []rune
	for _, r := range text {
		if r >= ' ' && r < 0x7f || !isForbidden(r) || slices.Contains(told, r) {
			continue
		}
		if told = append(told, r); r == '\n' || r == '\r' || r == '\t' {
			told = append(told, '\n', '\r', '\t')
		}
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			c.add(at.path(), "the text has a line break or a tab", "write it on one line, with spaces")
		case unicode.IsControl(r):
			c.add(at.path(), fmt.Sprintf("the text has the control character %U", r), "remove it; only letters, digits and punctuation are allowed")
		case r == unicode.ReplacementChar:
			c.add(at.path(), "the text has an unreadable character", "save the file as UTF-8 and write the character again")
		default:
			c.add(at.path(), fmt.Sprintf("the text has the invisible character %U, which changes the direction of writing", r), "remove it")
		}
	}
	if len(told) == 0 && text != strings.TrimSpace(text) {
		c.add(at.path(), fmt.Sprintf("%q begins or ends with a space", text), "remove the space")
	}
}

// isForbidden reports whether a character may not be in a text: terminal controls,
// direction marks, and the replacement character.
func isForbidden(r rune) bool {
	return unicode.IsControl(r) || safe.Controls(r) || r == unicode.ReplacementChar || unicode.Is(unicode.Bidi_Control, r)
}
