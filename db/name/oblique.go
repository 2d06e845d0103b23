package name

import (
	"strings"
	"unicode"

	"casebook/model/lazy"
)

// An otherWord is a word that a word of a query may stand for: its nominative or singular.
type otherWord struct {
	queryWord
	cases cases // that the word of the query is in
}

// cases are a set of grammatical cases. All words of a name are in the same case.
type cases uint8

const (
	genitive cases = 1 << iota
	dative
	accusative
	instrumental
	prepositional
	plural
	kazakhCase
	anyCase = genitive | dative | accusative | instrumental | prepositional | plural | kazakhCase
)

// An ending is the ending of a word in some cases, and the possible endings of its
// nominative.
type ending struct {
	oblique    string
	nominative []string
	cases      cases
	surname    bool // only after -ov, -ev, -in
}

// endings are the declensions that names have in Russian (Academy Grammar 1980,
// §§ 1174-1245; those of surnames in -ov and -in § 1290), the longest first.
// Ukrainian and Belarusian have most of them too.
var endings = []ending{
	{"скими", []string{"ский", "ская"}, instrumental | plural, false},
	{"ского", []string{"ский"}, genitive | accusative, false}, {"скому", []string{"ский"}, dative, false},
	{"ским", []string{"ский"}, instrumental | dative | plural, false}, {"ском", []string{"ский"}, prepositional, false},
	{"ской", []string{"ская"}, genitive | dative | instrumental | prepositional, false}, {"скую", []string{"ская"}, accusative, false},
	{"ских", []string{"ский", "ская"}, genitive | accusative | prepositional | plural, false}, {"ские", []string{"ский", "ская"}, plural, false},
	{"ого", []string{"ый", "ой"}, genitive | accusative, false}, {"ому", []string{"ый", "ой"}, dative, false},
	{"ыми", []string{"", "а"}, instrumental | plural, true},
	{"ых", []string{"", "а"}, genitive | accusative | prepositional | plural, true},
	{"ым", []string{"", "ый", "ой"}, instrumental, true},
	{"ой", []string{"а"}, genitive | dative | instrumental | prepositional, false}, {"ою", []string{"а"}, instrumental, false},
	{"ией", []string{"ия"}, instrumental, false}, {"ии", []string{"ия", "ий"}, genitive | dative | prepositional, false}, {"ию", []string{"ия", "ий"}, accusative | dative, false},
	{"ем", []string{"й", "ь", ""}, instrumental, false}, {"ём", []string{"ь"}, instrumental, false}, {"ей", []string{"я", "ья"}, genitive | dative | instrumental | prepositional, false},
	{"ом", []string{"", "о"}, instrumental, false}, {"ю", []string{"й", "ь", "я"}, dative | accusative, false},
	{"у", []string{"", "а", "о"}, dative | accusative, false}, {"а", []string{"", "о"}, genitive | accusative, false}, {"я", []string{"й", "ь"}, genitive | accusative, false},
	{"е", []string{"", "а", "й", "ь", "я"}, prepositional | dative, false}, {"и", []string{"а", "я", "ь"}, genitive | dative | prepositional | plural, false},
	{"ы", []string{"а", ""}, genitive | plural, false},
}

// kazakhEndings are the case and plural endings of Kazakh, also as typed on a Russian
// keyboard (Kazakh grammar, Astana 2002).
var kazakhEndings = lazy.Value[[]string]{Make: func() []string {
	return strings.Fields("ның нің дың дің тың тің нын нин дын дин тын тин ға ге қа ке га ка на не ны ні ды ді ты ті ни ди ти " +
		"да де та те нда нде дан ден тан тен нан нен мен бен пен лар лер дар дер тар тер")
}}

var kazakhPlurals = [...]string{"лар", "лер", "дар", "дер", "тар", "тер"}

// takesEnding reports whether a short name may have a Kazakh ending: one that begins with
// the sound that its last letter asks for, and is not like the end of a Russian name, as
// in Марта.
func takesEnding(stem, ending string) bool {
	first, vowel := string([]rune(ending)[0]), endsInVowel(stem)
	switch {
	case strings.Contains("да де та те на не", ending):
		return false
	case vowel:
		return strings.Contains("нғгмл", first)
	case strings.HasSuffix(stem, "ь"):
		return false
	case strings.ContainsAny(stem[len(stem)-2:], "кқпстфхцчшщ"):
		return strings.Contains("тқкп", first)
	}
	return strings.Contains("дғгнмбл", first)
}

// minStem is the minimum number of letters of a name without its ending.
const minStem = 3

// nominatives returns the words of which a Cyrillic word may be an oblique form, with its
// possible cases.
func nominatives(word []rune) map[string]cases {
	if len(word) <= minStem || !unicode.Is(unicode.Cyrillic, word[len(word)-1]) {
		return nil
	}
	text, found := withoutBreve(string(word)), map[string]cases{}
	add := func(stem, end string, in cases) {
		if len([]rune(stem)) >= minStem {
			found[stem+end] |= in
		}
	}
	for _, e := range endings {
		stem, cut := strings.CutSuffix(text, withoutBreve(e.oblique))
		if !cut {
			continue
		}
		surname := strings.HasSuffix(stem, "ов") || strings.HasSuffix(stem, "ев") || strings.HasSuffix(stem, "ёв") || strings.HasSuffix(stem, "ин") || strings.HasSuffix(stem, "ын")
		for _, end := range e.nominative {
			if !e.surname || surname || end == "ый" || end == "ой" {
				switch {
				case end == "" && strings.HasSuffix(stem, "ь"), end == "" && endsInVowel(stem):
				case strings.ContainsAny(end, "йя") && end != "ья" && !endsInVowel(stem) && end == "й":
				default:
					add(stem, end, e.cases)
				}
			}
		}
	}
	if stem, cut := strings.CutSuffix(text, "ца"); cut { // a dropped vowel: Кравец, Кравца
		add(stem, "ец", genitive|accusative)
	}
	for short, whole := range map[string]string{"павл": "павел", "льв": "лев", "петр": "пётр"} {
		if end, cut := strings.CutPrefix(text, short); cut && strings.Contains(" а у ом е ", " "+end+" ") {
			add(whole, "", anyCase)
		}
	}
	for _, end := range kazakhEndings.Get() {
		stem, cut := strings.CutSuffix(text, end)
		if !cut || len([]rune(stem)) == minStem && !takesEnding(stem, end) {
			continue
		}
		add(stem, "", kazakhCase)
		for _, plural := range kazakhPlurals { // Матаевтарды
			if one, cut := strings.CutSuffix(stem, plural); cut && len([]rune(one)) > minStem {
				add(one, "", kazakhCase)
			}
		}
	}
	delete(found, text)
	return found
}

// withoutBreve writes й as и, as Word.Literal does.
func withoutBreve(text string) string { return strings.ReplaceAll(text, "й", "и") }

// endsInVowel reports whether a Cyrillic word ends in a vowel.
func endsInVowel(text string) bool {
	for _, vowel := range []string{"а", "е", "ё", "и", "о", "у", "ы", "э", "ю", "я", "і", "ә", "ө", "ү", "ұ"} {
		if strings.HasSuffix(text, vowel) {
			return true
		}
	}
	return false
}

// singular returns a Latin word without the -s of the English plural and genitive: the
// Mataevs, Bokaev's; empty if it has none.
func singular(word []rune) string {
	if n := len(word); n > minStem+2 && word[n-1] == 's' && word[n-2] != 's' && !isLatinVowel(word[n-2]) && isASCII(string(word)) {
		return string(word[:n-1])
	}
	return ""
}

// otherWords returns the other words that a word of a query may stand for.
func (w *queryWord) otherWords() []otherWord {
	var list []otherWord
	add := func(text string, in cases) {
		list = append(list, otherWord{queryWord: queryWord{Word: newWord(text, w.position), alone: w.alone, likes: map[string]likeness{}}, cases: in})
	}
	if word := singular(w.letters); word != "" {
		add(word, plural)
	}
	for text, in := range nominatives(w.letters) {
		add(text, in)
	}
	return list
}

// casePenalty is taken off the score of an oblique case.
const casePenalty = 0.03
