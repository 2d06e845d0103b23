package clause

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// What the parts of a sentence are.
const (
	partNoun     = 'n'
	partVerb     = 'v'
	partBefore   = 'p' // a preposition
	partAnd      = 'c' // a conjunction between equals
	partWhen     = 's' // what opens a clause that depends on another
	partWho      = 'r' // a relative pronoun
	partComma    = ','
	partStop     = ';' // a semicolon, a colon, a dash
	partThat     = 't' // that behind a verb of saying
	partNone     = 0   // nothing for the clause
	lookingAhead = 14  // parts
)

// A wordClass is what a word may be; a word may be of several.
type wordClass uint64

const (
	determiner wordClass = 1 << iota // before a noun
	possessive                       // before what is theirs
	preposition
	conjunction  // between equals
	subordinator // what opens a dependent clause
	relative
	auxiliary
	formOfBe // that a passive has
	modalVerb
	negation
	adverb         // that do not end in -ly
	notAdverb      // words in -ly that are no adverbs
	copula         // verbs like be
	subjectPronoun // pronouns that are only subjects
	pluralPronoun
	male       // words for men
	female     // words for women
	relation   // relatives
	personNoun // nouns for people
	agentNoun  // nouns for those who act for the state or speak in reports
	body       // speakers that are no persons
	pluralHead // plurals that do not end in -s, and words for several
	personHead // words that alone mean somebody
	speaker    // who decides and speaks in reports, and is seldom tried
	timeNoun
	monthName
	numeral
	indefinite    // some of a number, or somebody new
	legalNoun     // what a court or a prosecutor makes, and is somebody's
	irregularForm // past forms and participles without -ed
	presentForm   // present forms that entries use
	eedNoun       // nouns in -eed
	partWord      // a part of people spoken of before
	quantifier
	causing   // verbs behind which "to" tells what was done
	whereWord // prepositions that bring a place or a time
	whereNoun // nouns behind them that no name belongs to
)

//go:embed words.txt
var wordLines string

// classNames are the classes by their names in words.txt, in the order of the constants.
var classNames = strings.Fields("determiner possessive preposition conjunction subordinator relative auxiliary formOfBe modalVerb negation adverb notAdverb copula subjectPronoun pluralPronoun male female relation personNoun agentNoun body pluralHead personHead speaker timeNoun monthName numeral indefinite legalNoun irregularForm presentForm eedNoun partWord quantifier causing whereWord whereNoun")

// classes are those of each word of words.txt.
var classes = sync.OnceValue(func() map[string]wordClass {
	table := map[string]wordClass{}
	for _, cells := range rows(wordLines) {
		class := wordClass(1) << slices.Index(classNames, cells[0])
		for word := range strings.FieldsSeq(cells[1]) {
			table[word] |= class
		}
	}
	return table
})

// is reports whether a word is of a class.
func is(word string, class wordClass) bool { return classes()[word]&class != 0 }

// countWords are how many a word means.
var countWords = map[string]int{"two": 2, "both": 2, "pair": 2, "couple": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
