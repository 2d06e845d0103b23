// Package words holds the texts of the interface in English, Russian and Kazakh. It
// must not know cases or screens. The texts of reports are never translated.
package words

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Words are the texts of the interface in one language. The zero value is English.
type Words struct {
	language     int
	translations map[string]string // by the English text; nil: English
}

// The languages. The texts in the code are in English.
const (
	english = iota
	russian
	kazakh
)

// A language has a code, what its speakers call it, what it is called in English, and
// its texts in the catalogue.
type language struct {
	code, name, englishName string
	text                    func(row) string
}

var languages = [...]language{
	english: {"en", "English", "english", func(r row) string { return r.English }},
	russian: {"ru", "Русский", "russian", func(r row) string { return r.Russian }},
	kazakh:  {"kk", "Қазақша", "kazakh", func(r row) string { return r.Kazakh }},
}

// Languages lists the codes that New takes.
func Languages() []string {
	var codes []string
	for _, l := range languages {
		codes = append(codes, l.code)
	}
	return codes
}

// Name returns the name of a language in that language, given its code.
func Name(code string) string { return languages[slices.Index(Languages(), code)].name }

// EnglishName returns the name of a language in English, given its code.
func EnglishName(code string) string {
	return languages[slices.Index(Languages(), code)].englishName
}

// New returns the words of a language as in a locale ("ru", "kk_KZ.UTF-8"). An empty or
// unknown language, or an encoding other than UTF-8, gives English.
func New(name string) Words {
	_, encoding, given := strings.Cut(name, ".")
	if encoding = strings.ToLower(encoding); given && !strings.HasPrefix(encoding, "utf-8") && !strings.HasPrefix(encoding, "utf8") {
		name = ""
	}
	if end := strings.IndexAny(name, "_-.@"); end >= 0 {
		name = name[:end]
	}
	w := Words{language: max(slices.Index(Languages(), strings.ToLower(name)), english)}
	if w.language == english {
		return w
	}
	texts := 0
	for _, rows := range catalogue {
		texts += len(rows)
	}
	w.translations = make(map[string]string, texts)
	for _, rows := range catalogue {
		for _, row := range rows {
			w.translations[row.English] = languages[w.language].text(row)
		}
	}
	return w
}

// Code is the language's code: one of Languages.
func (w Words) Code() string { return languages[w.language].code }

// Say returns a text in the language, given its English form. It takes arguments as
// fmt.Sprintf does; whole numbers are written as by Number. The first argument, an int,
// chooses among plural forms ("%d case|%d cases") by the rules of CLDR.
func (w Words) Say(text string, arguments ...any) string {
	spoken := english
	if translated := w.translations[text]; translated != "" {
		spoken, text = w.language, translated
	}
	if len(arguments) == 0 {
		return text
	}
	if strings.Contains(text, "|") {
		text = form(spoken, strings.Split(text, "|"), arguments)
	}
	said := make([]any, len(arguments))
	for i, argument := range arguments {
		said[i] = argument
		if n, ok := argument.(int); ok {
			said[i] = number(w.Number(n))
		}
	}
	return fmt.Sprintf(text, said...)
}

// Word is Say for a text from a table: a word of a vocabulary, or a text of the table of
// bindings. A text that the catalogue does not have stays as it is.
func (w Words) Word(text string, arguments ...any) string { return w.Say(text, arguments...) }

// Number writes a whole number with separators between thousands: commas in English,
// no-break spaces in Russian and Kazakh.
func (w Words) Number(n int) string {
	apart := ","
	if w.language != english {
		apart = "\u00a0"
	}
	text := strconv.Itoa(n)
	sign := len(text) - len(strings.TrimPrefix(text, "-"))
	for at := len(text) - 3; at > sign; at -= 3 {
		text = text[:at] + apart + text[at:]
	}
	return text
}

// Decimal writes a number with a decimal point as the language does: with a comma
// in Russian and Kazakh.
func (w Words) Decimal(number string) string {
	if w.language != english {
		return strings.ReplaceAll(number, ".", ",")
	}
	return number
}

// A number is a whole number written out, whatever verb it stands for.
type number string

func (n number) Format(state fmt.State, _ rune) { io.WriteString(state, string(n)) }

// form chooses a plural form: one and other in English and Kazakh; one, few and many in
// Russian. A text may have fewer forms than its language.
func form(spoken int, forms []string, arguments []any) string {
	n, _ := arguments[0].(int)
	n = max(n, -n)
	at := 1
	switch {
	case spoken == russian && (n%100 < 11 || n%100 > 14):
		at = [...]int{2, 0, 1, 1, 1, 2, 2, 2, 2, 2}[n%10]
	case spoken == russian:
		at = 2
	case n == 1:
		at = 0
	}
	return forms[min(at, len(forms)-1)]
}
