package model

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"
)

// texts finds texts that could harm a terminal or that hide something: they are
// shown to people as they are.
func (c *checker) texts() {
	c.walk("$", reflect.ValueOf(c.pack))
}

// walk checks every text in a value; path is the value's own.
func (c *checker) walk(path string, value reflect.Value) {
	switch value.Kind() {
	case reflect.String:
		c.text(path, value.String())
	case reflect.Pointer:
		if !value.IsNil() {
			c.walk(path, value.Elem())
		}
	case reflect.Slice:
		for i := range value.Len() {
			c.walk(fmt.Sprintf("%s[%d]", path, i), value.Index(i))
		}
	case reflect.Struct:
		for i := range value.NumField() {
			field := value.Type().Field(i)
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			if field.Anonymous {
				c.walk(path, value.Field(i))
			} else {
				c.walk(path+"."+name, value.Field(i))
			}
		}
	}
}

func (c *checker) text(path, text string) {
	for _, r := range text {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			c.add(path, "the text has a line break or a tab in it", "write it on one line, with spaces")
		case unicode.IsControl(r):
			c.add(path, fmt.Sprintf("the text has the control character %U in it", r), "take it out; a text has letters, digits and punctuation only")
		case r == unicode.ReplacementChar:
			c.add(path, "the text has a character in it that could not be read", "save the file as UTF-8 and write the character again")
		case unicode.Is(unicode.Bidi_Control, r):
			c.add(path, fmt.Sprintf("the text has the invisible character %U in it, which changes the direction of writing", r), "take it out")
		default:
			continue
		}
		return
	}
	if text != strings.TrimSpace(text) {
		c.add(path, fmt.Sprintf("%q begins or ends with a space", text), "take the space out")
	}
}
