// Package safetest gives tests text as a stranger could put it into a library,
// and finds what of it came out. It is for tests alone, and says what is harmful
// in words of its own, not in those of package safe.
package safetest

import (
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hostile is one of each kind of what must not reach a terminal: a write to the
// clipboard, C0, C1, line ends, directions, NUL, bytes that are no text.
const Hostile = "\x1b]52;c;QQ==\x07\x1b[2J\u009b31m\u009d0;x\u009c\r\n\t\v\f\u0085\u2028\u2029\x00\x7f\u202eR\u202d\u2066\u2067\u2068\u2069\u200e\u200f\u061c\ufeff\xff\xed\xa0\x80"

// Harmless belongs to the writing of many languages and comes out as it is.
const Harmless = "علی\u200cرضا 👨\u200d👩\u200d👧 De\u00admo и\u0306"

// Map returns a copy of a value in which every string is what change makes of
// it. path names the fields that lead to the string, such as .Cases.People.Name.
func Map[T any](value T, change func(path, text string) string) T {
	return mapped("", reflect.ValueOf(&value).Elem(), change).Interface().(T)
}

func mapped(path string, v reflect.Value, change func(path, text string) string) reflect.Value {
	copied := reflect.New(v.Type()).Elem()
	copied.Set(v)
	switch v.Kind() {
	case reflect.String:
		copied.SetString(change(path, v.String()))
	case reflect.Slice:
		if !v.IsNil() {
			copied.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			copied.Index(i).Set(mapped(path, v.Index(i), change))
		}
	case reflect.Map:
		if !v.IsNil() {
			copied.Set(reflect.MakeMap(v.Type()))
		}
		for _, key := range v.MapKeys() {
			copied.SetMapIndex(key, mapped(path, v.MapIndex(key), change))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			copied.Set(reflect.New(v.Type().Elem()))
			copied.Elem().Set(mapped(path, v.Elem(), change))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() {
				copied.Field(i).Set(mapped(path+"."+field.Name, v.Field(i), change))
			}
		}
	}
	return copied
}

// Find returns what stands around the first character of an output that a
// terminal would obey, that turns the direction of writing, or that is no text.
// The output's own line ends, tabs and a byte order mark at its beginning are
// no harm.
func Find(output string) (near string, found bool) {
	output = strings.TrimPrefix(output, "\ufeff")
	for at, r := range output {
		switch {
		case r == '\n', r == '\t', r == '\r' && strings.HasPrefix(output[at:], "\r\n"):
		case r == utf8.RuneError && !strings.HasPrefix(output[at:], "\ufffd"),
			unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\u2028', r == '\u2029', r == '\ufeff':
			return output[max(at-60, 0):min(at+60, len(output))], true
		}
	}
	return "", false
}
