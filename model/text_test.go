package model_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"casebook/model"
)

func TestParseText(t *testing.T) {
	type terms = []model.Term
	for text, want := range map[string]terms{
		"":                       nil,
		"  \t\n":                 nil,
		"mataev":                 {{Text: "mataev", Prefix: true}},
		"land code":              {{Text: "land"}, {Text: "code", Prefix: true}},
		`"land code" protest`:    {{Text: "land code", Phrase: true}, {Text: "protest", Prefix: true}},
		`“land code”`:            {{Text: "land code", Phrase: true}},
		`"land code`:             {{Text: "land"}, {Text: "code", Prefix: true}},
		`land"`:                  {{Text: "land", Prefix: true}},
		`"`:                      nil,
		`""`:                     nil,
		"-bank code":             {{Text: "bank", Not: true}, {Text: "code", Prefix: true}},
		"code -bank":             {{Text: "code", Prefix: true}, {Text: "bank", Not: true}},
		`-"land code"`:           {{Text: "land code", Phrase: true, Not: true}},
		"- code":                 {{Text: "code", Prefix: true}},
		"--":                     nil,
		"ill-treatment":          {{Text: "ill-treatment", Prefix: true}},
		"person:mat":             {{Field: "person", Text: "mat", Prefix: true}},
		"Person:mat torture":     {{Field: "person", Text: "mat"}, {Text: "torture", Prefix: true}},
		"torture person:mat":     {{Text: "torture", Prefix: true}, {Field: "person", Text: "mat", Prefix: true}},
		`person:"Aset Mataev"`:   {{Field: "person", Text: "Aset Mataev", Phrase: true}},
		"-place:Almaty":          {{Field: "place", Text: "Almaty", Not: true}},
		"law:419":                {{Field: "law", Text: "419", Prefix: true}},
		"law:":                   nil,
		"date:2016-05..2016-06 ": {{Field: "date", Text: "2016-05..2016-06", Prefix: true}},
		"is:marked":              {{Field: "is", Text: "marked", Prefix: true}},
		"colour:red":             {{Own: "colour", Text: "red", Prefix: true}},
		`status:"in prison" x`:   {{Own: "status", Text: "in prison", Phrase: true}, {Text: "x", Prefix: true}},
		`"Date of birth":1980`:   {{Own: "Date of birth", Text: "1980", Prefix: true}},
		"-date_of_birth:1980":    {{Own: "date of birth", Text: "1980", Not: true}},
		"status:":                {{Own: "status", Prefix: true}},
		"https://kaz.kz":         {{Text: "https://kaz.kz", Prefix: true}},
		"10:30":                  {{Text: "10:30", Prefix: true}},
		":x":                     {{Text: ":x", Prefix: true}},
		"(a OR b) AND *":         {{Text: "(a"}, {Text: "OR"}, {Text: "b)"}, {Text: "AND", Prefix: true}},
		"Қазақстан":              {{Text: "Қазақстан", Prefix: true}},
	} {
		got := model.ParseText(text)
		if len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

func TestMarks(t *testing.T) {
	for _, test := range []struct{ text, typed, want string }{
		{"Two sentenced over book extracts", "book", "Two sentenced over [book] extracts"},
		{"Two sentenced over book extracts", "SENT", "Two [sent]enced over book extracts"},
		{"Two sentenced over book extracts", `"over book"`, "Two sentenced [over book] extracts"},
		{"Two sentenced over book extracts", `"book over"`, "Two sentenced over book extracts"},
		{"Two sentenced over book extracts", "ook", "Two sentenced over book extracts"},
		{"A café, a CAFÉ, a cafe\u0301 and cafés", "cafe x", "A [café], a [CAFÉ], a [cafe\u0301] and [cafés]"},
		{"A café and cafés", "cafe", "A [café] and [café]s"},
		{"news from Nakanune.kz", "nakanune.kz", "news from [Nakanune.kz]"},
		{"Казахстан, йод, ёж", "казах", "[Казах]стан, йод, ёж"},
		{"йод", "иод", "йод"},
		{"bank and code", "-bank code", "bank and [code]"},
		{"Aset Mataev", "person:mataev", "Aset [Mataev]"},
		{"a law on something", "kind:law", "a law on something"},
		{"one one one", `"one one"`, "[one one one]"},
		{"up to 500", "50", "up to [50]0"},
		{"", "x", ""},
		{"prisons and a prisoner", "in prisons ", "[prisons] and a prisoner"},
		{"five years' imprisonment", "jail 5 years", "[five years]' [imprisonment]"},
		{"sentenced to death", "death penalty", "[sentenced to death]"},
		{"The im\u00ADprison\u00ADment", "imprisonment", "The [im\u00ADprison\u00ADment]"},
		{"北京记者被拘留", "记者", "北京[记者]被拘留"},
		{"Straße", "strass", "[Straß]e"},
		{"قالت فاطمة", "فاطمه", "قالت [فاطمة]"},
		{"tax evasion", `"evasions"`, "tax evasion"},
	} {
		marked := ""
		at := 0
		for _, span := range model.Marks(test.text, model.ParseText(test.typed)) {
			marked += test.text[at:span.Start] + "[" + test.text[span.Start:span.End] + "]"
			at = span.End
		}
		if marked += test.text[at:]; marked != test.want {
			t.Errorf("%q in %q: %s", test.typed, test.text, marked)
		}
	}
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"ALMATY":               "almaty",
		"Šařík Øre":            "sarik ore",
		"cafe\u0301":           "cafe",
		"ИГОРЬ Ёлкин й":        "игорь елкин й",
		"Әлия Қанат Ұ":         "алия канат у",
		"ΣΊΣΥΦΟΣ ς":            "σισυφοσ σ",
		"İstanbul ı":           "istanbul i",
		"日本 ناس":               "日本 ناس",
		"и\u0306од":            "йод",
		"ﬁne Straße Łódź đ":    "fine strasse lodz d",
		"im\u00ADpri\u200Bson": "imprison",
		"می\u200Cخواهم":        "ميخواهم",
		"أحمد إيمان آدم":       "احمد ايمان ادم",
		"فاطمة مُحَمَّد مـحمد موسى": "فاطمه محمد محمد موسي",
		"٢٠١٦ ２０１６":                 "2016 2016",
	} {
		if got := model.Fold(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzParseText(f *testing.F) {
	for _, seed := range []string{"", `"land code" -bank person:mat`, `"`, "law:", "-", "Қазақстан é ё", "a\x00b\xff", "ناس 日本 \u0301x"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, term := range model.ParseText(text) {
			if strings.TrimSpace(term.Text) == "" {
				t.Errorf("%q has an empty term", text)
			}
		}
	})
}

func FuzzMarks(f *testing.F) {
	f.Add("Two sentenced over book extracts", "book sent")
	f.Add("cafe\u0301 CAFÉ", "café")
	f.Add("a\xffb \xf0\x9f", "b")
	f.Add("Қазақстан ЁЖ", "қаз ёж")
	f.Fuzz(func(t *testing.T, text, typed string) {
		end := 0
		for _, span := range model.Marks(text, model.ParseText(typed)) {
			if span.Start < end || span.End <= span.Start || span.End > len(text) {
				t.Fatalf("%q in %q: span %v after %d", typed, text, span, end)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[span.Start:span.End]) {
				t.Fatalf("%q in %q: span %v cuts a rune", typed, text, span)
			}
			end = span.End
		}
	})
}
