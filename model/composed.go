package model

import (
	"reflect"
	"slices"
	"sync"

	"casebook/model/word"
)

// Composed returns a case as a library stores it: texts are composed (NFC), and names
// and values have no invisible characters: see word.Spelling.
func (c Case) Composed() Case { return composed(c) }

// Composed returns a pack as Case.Composed does a case.
func (p Pack) Composed() Pack { return composed(p) }

// prose are the fields that keep soft hyphens and joiners, since they are not compared
// as names.
var prose = []string{"Case.Title", "Case.Note", "Description.Text", "Report.Title", "Report.Caveats", "Report.Attribution", "Source.Anchors"}

func composed[T any](value T) T {
	if isComposed(reflect.ValueOf(value), word.Spelling) {
		return value
	}
	compose(reflect.ValueOf(&value).Elem(), word.Spelling)
	return value
}

// A textField is a field of a struct that has texts in it.
type textField struct {
	at    int
	prose bool
}

// textFieldsOf caches the text fields by type, since every imported case is checked.
var textFieldsOf sync.Map

func textFields(of reflect.Type) []textField {
	if known, ok := textFieldsOf.Load(of); ok {
		return known.([]textField)
	}
	fields := []textField{}
	for i := range of.NumField() {
		switch of.Field(i).Type.Kind() {
		case reflect.String, reflect.Slice, reflect.Struct, reflect.Pointer:
			fields = append(fields, textField{i, slices.Contains(prose, of.Name()+"."+of.Field(i).Name)})
		}
	}
	textFieldsOf.Store(of, fields)
	return fields
}

// isComposed reports whether every text in a value is as stored.
func isComposed(v reflect.Value, spelling func(string) string) bool {
	switch v.Kind() {
	case reflect.String:
		text := v.String()
		return spelling(text) == text
	case reflect.Slice:
		for i := range v.Len() {
			if !isComposed(v.Index(i), spelling) {
				return false
			}
		}
	case reflect.Struct:
		for _, field := range textFields(v.Type()) {
			how := spelling
			if field.prose {
				how = word.Composed
			}
			if !isComposed(v.Field(field.at), how) {
				return false
			}
		}
	case reflect.Pointer:
		return v.IsNil() || isComposed(v.Elem(), spelling)
	}
	return true
}

// compose composes every text in a value. It copies lists, which others may share.
func compose(v reflect.Value, spelling func(string) string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(spelling(v.String()))
	case reflect.Slice:
		if v.IsNil() {
			return
		}
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		v.Set(own)
		for i := range v.Len() {
			compose(v.Index(i), spelling)
		}
	case reflect.Struct:
		for _, field := range textFields(v.Type()) {
			how := spelling
			if field.prose {
				how = word.Composed
			}
			compose(v.Field(field.at), how)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			own := reflect.New(v.Type().Elem())
			own.Elem().Set(v.Elem())
			v.Set(own)
			compose(own.Elem(), spelling)
		}
	}
}
