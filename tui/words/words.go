// Package words holds the interface's own words, in English, Russian and
// Kazakh. It knows nothing of cases and screens. What a report says is never
// translated: it is shown as its pack has it.
package words

import (
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Words are the interface's own words in one language. The zero value is not
// usable; see New.
type Words struct {
	tag     language.Tag
	printer *message.Printer
	said    map[string]string // by the English text; nil: English
}

// The languages, the first of them the one that the texts in the code are in.
var languages = []language.Tag{language.English, language.Russian, language.Kazakh}

// Languages lists the codes that New takes.
func Languages() []string { return []string{"en", "ru", "kk"} }

// New returns the words of a language, given as people and locales write it
// ("ru", "kk_KZ.UTF-8"). One that casebook does not speak, and none, is English.
func New(name string) Words {
	name, _, _ = strings.Cut(name, ".")
	name, _, _ = strings.Cut(name, "@")
	_, at, _ := language.NewMatcher(languages).Match(language.Make(name))
	w := Words{tag: languages[at], printer: message.NewPrinter(languages[at])}
	if at == 0 {
		return w
	}
	w.said = make(map[string]string, len(catalogue))
	for _, row := range catalogue {
		w.said[row.English] = []string{row.Russian, row.Kazakh}[at-1]
	}
	return w
}

// Locale is the language that an environment asks for its messages in (POSIX:
// LC_ALL before LC_MESSAGES before LANG).
func Locale(lookup func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := lookup(name); value != "" {
			return value
		}
	}
	return ""
}

// Code is the language's code: one of Languages.
func (w Words) Code() string { return w.tag.String() }

// Say returns a text in the language. It is asked for by its English form,
// which takes arguments as fmt.Sprintf does; numbers are grouped as the
// language groups them. A text with forms for several numbers ("%d case|%d
// cases") has its form chosen by the first argument, an int, by the plural
// rules of CLDR.
func (w Words) Say(text string, arguments ...any) string {
	tag, said := language.English, text
	if translated := w.said[text]; translated != "" {
		tag, said = w.tag, translated
	}
	if strings.Contains(said, "|") {
		said = form(tag, strings.Split(said, "|"), arguments)
	}
	if len(arguments) == 0 {
		return said
	}
	return w.printer.Sprintf(said, arguments...)
}

// form chooses among the forms of a text: one and other in English and Kazakh;
// one, few and many in Russian.
func form(tag language.Tag, forms []string, arguments []any) string {
	n, ok := 0, false
	if len(arguments) > 0 {
		n, ok = arguments[0].(int)
	}
	last := forms[len(forms)-1]
	if !ok {
		return last
	}
	switch plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0) {
	case plural.One:
		return forms[0]
	case plural.Few:
		return forms[min(1, len(forms)-1)]
	}
	return last
}
