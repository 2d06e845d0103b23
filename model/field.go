package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A FieldKind says what the values of a field are.
type FieldKind string

// The kinds of fields.
const (
	FieldText   FieldKind = "text"
	FieldNumber FieldKind = "number" // digits, with a point at the most: a facet
	FieldDate   FieldKind = "date"   // EDTF
	FieldChoice FieldKind = "choice" // one of a few words: a facet
	FieldLink   FieldKind = "link"   // an address that begins with http:// or https://
)

// FieldKinds lists the kinds of fields.
func FieldKinds() []FieldKind {
	return []FieldKind{FieldText, FieldNumber, FieldDate, FieldChoice, FieldLink}
}

// A Field is a custom field, for something without a field of its own, such as an age or
// a flight number.
type Field struct {
	Name string    `json:"name"`
	Kind FieldKind `json:"kind"`
}

// A FieldValue is the value of a custom field in a case. A field with several values
// has several of these.
type FieldValue struct {
	Name   string `json:"name"`  // of a field that the pack declares
	Value  string `json:"value"` // valid for its kind
	Source `yaml:",inline"`
}

// FieldFacet returns the facet of a custom field, by its name.
func FieldFacet(name string) Facet { return fieldFacets + Facet(name) }

const fieldFacets Facet = "field:"

// OwnField returns the name of the custom field of a facet; false for one of Facets.
func (f Facet) OwnField() (name string, ok bool) {
	return strings.CutPrefix(string(f), string(fieldFacets))
}

// Label returns the field and its value as people read them: "Age: 34".
func (v FieldValue) Label() string { return v.Name + ": " + v.Value }

// ValidLink reports whether a text is an address that a reader can open.
func ValidLink(text string) bool {
	lower := strings.ToLower(text)
	address, ok := strings.CutPrefix(lower, "https://")
	if !ok {
		address, ok = strings.CutPrefix(lower, "http://")
	}
	return ok && address != "" && !strings.ContainsAny(text, " \t\"<>")
}

// PlainNumber reports whether a text is a number as a field has it: digits, at most
// one point, and a minus sign in front.
func PlainNumber(text string) bool {
	whole, part, point := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	digits := func(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }
	return digits(whole) && (!point || digits(part)) && len(text) <= 30
}

// ValidNumber reports whether a text can follow the prefix of a case id: a number, or a
// reference such as A/12/2016, without spaces and at most 80 letters long.
func ValidNumber(text string) bool {
	if text == "" || utf8.RuneCountInString(text) > 80 {
		return false
	}
	for i, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && (i == 0 || !strings.ContainsRune("-_./:+", r)) {
			return false
		}
	}
	return true
}
