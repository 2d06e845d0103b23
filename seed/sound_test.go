package seed

import (
	"encoding/json"
	"reflect"
	"testing"

	"casebook/model"
)

// TestSoundSaysNoMoreThanCheck puts something else into every single field of
// every ninth case of the seed: what the quick test lets pass, the pack's own check
// must let pass too.
func TestSoundSaysNoMoreThanCheck(t *testing.T) {
	pack, err := Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	cases := pack.Cases
	pack.Cases = nil
	list := pack
	list.Sections, list.Categories, list.People, list.Organisations, list.Places, list.Laws = nil, nil, nil, nil, nil, nil
	for name, r := range map[string]*rules{"a report": newRules(pack), "one's own list": newRules(list)} {
		refused, tried := 0, 0
		for i, c := range cases {
			if !r.sound(c) {
				t.Errorf("%s: %s is sound, and not found so: %v", name, c.ID, r.explain(c))
			}
			if i%9 > 0 {
				continue // the check takes its time
			}
			change(reflect.ValueOf(&c).Elem(), func() {
				tried++
				if !r.sound(c) {
					refused++
					return
				}
				if problems := r.explain(c); len(problems) > 0 {
					text, _ := json.Marshal(c)
					t.Errorf("%s: found sound: %s\nbut %+v", name, text, problems)
				}
			})
		}
		if refused < tried/2 {
			t.Errorf("%s: %d of %d changes were refused: are they changes?", name, refused, tried)
		}
	}
}

// change tries other values in every field of a value, one at a time.
func change(value reflect.Value, try func()) {
	switch value.Kind() {
	case reflect.String:
		was := value.String()
		for _, other := range []string{"", "x", was + "x", " " + was, was + "\x1b", was + "\u202e", was + "/", "not stated", "2016-02-30", "0", "-1", "10-15", "15-10", "up to 0", "1.50", "01", was + "\ufffd", was + "\nx", "one two three four five six seven"} {
			value.SetString(other)
			try()
		}
		value.SetString(was)
	case reflect.Int:
		was := value.Int()
		for _, other := range []int64{-1, 0, was + 1, was + 100} {
			value.SetInt(other)
			try()
		}
		value.SetInt(was)
	case reflect.Pointer:
		was := value.Interface()
		for _, other := range []*float64{nil, new(-1.0), new(0.5), new(0.0), new(1e300)} {
			value.Set(reflect.ValueOf(other))
			try()
		}
		value.Set(reflect.ValueOf(was))
	case reflect.Slice:
		was := value.Interface()
		value.SetZero()
		try()
		value.Set(reflect.ValueOf(was))
		if value.Len() > 0 { // the last one again
			value.Set(reflect.Append(value.Slice3(0, value.Len(), value.Len()), value.Index(value.Len()-1)))
			try()
			value.Set(reflect.ValueOf(was))
		}
		for i := range value.Len() {
			change(value.Index(i), try)
		}
	case reflect.Struct:
		for i := range value.NumField() {
			if value.Type() == reflect.TypeFor[model.Case]() && value.Type().Field(i).Name == "Report" {
				continue // the library's own
			}
			change(value.Field(i), try)
		}
	}
}
