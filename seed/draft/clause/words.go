package clause

import (
	_ "embed"
	"slices"
	"strings"

	"casebook/model/lazy"
)

// The kinds of parts.
const (
	partNoun         = 'n'
	partVerb         = 'v'
	partPreposition  = 'p'
	partConjunction  = 'c' // and, or, but
	partSubordinator = 's' // after, because, if, ...
	partRelative     = 'r' // who, which, whose, ...
	partComma        = ','
	partStop         = ';' // a semicolon, a colon, a dash
	partThat         = 't' // that, after a verb of saying
	partNone         = 0   // no part of the clause
	maxLookahead     = 14  // in parts
)

// A wordClass is a set of classes of words; a word may have several.
type wordClass uint64

const (
	determiner wordClass = 1 << iota // before a noun
	possessive                       // my, her, ...
	preposition
	conjunction  // and, or, but
	subordinator // after, because, if, ...
	relative
	auxiliary
	formOfBe // the auxiliary of a passive
	modalVerb
	negation
	adverb         // without -ly
	notAdverb      // words in -ly that are not adverbs
	copula         // verbs like be
	subjectPronoun // pronouns that are only subjects
	pluralPronoun
	male       // words for men
	female     // words for women
	relation   // relatives
	personNoun // nouns for people
	agentNoun  // nouns for those who act for the state or speak in reports
	body       // speakers that are not people
	pluralHead // plurals without -s, and words for several
	personHead // words that mean somebody without a noun
	speaker    // who decides and speaks in reports, and is seldom tried
	timeNoun
	monthName
	numeral
	indefinite    // some, others, another, ...
	legalNoun     // sentence, charge, appeal, ...: something that somebody has
	irregularForm // past forms and participles without -ed
	presentForm   // present forms that reports use
	eedNoun       // nouns in -eed
	partWord      // words for a part of a group mentioned before
	quantifier
	causing   // verbs after which an infinitive happened: forced to
	whereWord // prepositions of place and time
	whereNoun // nouns after them that have no name
)

//go:embed words.txt
var wordLines string

// classNames are the classes by their names in words.txt, in the order of the constants.
const classNames = "determiner possessive preposition conjunction subordinator relative auxiliary formOfBe modalVerb negation adverb notAdverb copula subjectPronoun pluralPronoun male female relation personNoun agentNoun body pluralHead personHead speaker timeNoun monthName numeral indefinite legalNoun irregularForm presentForm eedNoun partWord quantifier causing whereWord whereNoun"

// classes are those of each word of words.txt.
var classes = lazy.Value[map[string]wordClass]{Make: func() map[string]wordClass {
	names, table := strings.Fields(classNames), map[string]wordClass{}
	for _, cells := range rows(wordLines) {
		class := wordClass(1) << slices.Index(names, cells[0])
		for word := range strings.FieldsSeq(cells[1]) {
			table[word] |= class
		}
	}
	return table
}}

// hasClass reports whether a word has one of the classes.
func hasClass(word string, class wordClass) bool { return classes.Get()[word]&class != 0 }

// countWords are how many a word means.
var countWords = lazy.Value[map[string]int]{Make: func() map[string]int {
	return map[string]int{"two": 2, "both": 2, "pair": 2, "couple": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
}}
