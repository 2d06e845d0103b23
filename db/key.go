package db

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"casebook/model"
)

// What the keys of postings begin with. A key says what all cases of its set have:
//
//	w word           the word, somewhere in its text
//	b letters        a word that begins so, of up to shortLetters letters
//	v facet number   a facet value
//	f facet word     a word in the names of a facet's value
//	g facet letters  a word there that begins so
//	d day day        a date that lies between two days; with ~ after them, about there
//	i number         a place that is named itself, and not only what is in it
//	n                a figure; with a number after it, so many figures
//	u                that it is a draft
//	t id             a relation to the case of that id, in capitals
//	x word           and no set: where the word stands in the texts (see occurrence.go)
const (
	keyWord       = "w"
	keyBeginning  = "b"
	keyValue      = "v"
	keyFieldWord  = "f"
	keyFieldBegin = "g"
	keyDays       = "d"
	keyPlace      = "i"
	keyFigure     = "n"
	keyDraft      = "u"
	keyRelation   = "t"
	keyOccurrence = "x"
)

// lastKey comes after all keys.
const lastKey = "\xff"

// shortLetters is up to how many letters the beginning of a word has a set of
// its own. What begins with more letters is a few neighbours of the dictionary;
// all that begins with one letter are a tenth of it.
const shortLetters = 3

// facetLetter stands for a facet in keys. It is written in libraries: it never changes.
func facetLetter(facet model.Facet) string {
	switch facet {
	case model.FacetReport:
		return "r"
	case model.FacetCategory:
		return "c"
	case model.FacetKind:
		return "k"
	case model.FacetDate:
		return "d"
	case model.FacetPlace:
		return "p"
	case model.FacetPerson:
		return "h"
	case model.FacetOrganisation:
		return "o"
	case model.FacetRole:
		return "a"
	case model.FacetLaw:
		return "l"
	case model.FacetOutcome:
		return "e"
	case model.FacetSensitivity:
		return "s"
	case model.FacetNotStated:
		return "m"
	case model.FacetParagraph:
		return "q"
	}
	return "?"
}

func valueKey(facet model.Facet, number int64) string {
	return string(binary.BigEndian.AppendUint32([]byte(keyValue+facetLetter(facet)), uint32(number)))
}

// placeKey is the key of the cases that name a place itself.
func placeKey(number int64) string {
	return string(binary.BigEndian.AppendUint32([]byte(keyPlace), uint32(number)))
}

// relationKey is the key of the cases that lead to a case.
func relationKey(id string) string { return keyRelation + strings.ToUpper(id) }

// valueNumber is the number of the facet value that a key is of.
func valueNumber(key string) int64 {
	return int64(binary.BigEndian.Uint32([]byte(key[2:])))
}

// beginnings calls a function with the beginnings of a word that have sets of their own.
func beginnings(word string, do func(string)) {
	letters := 0
	for at, r := range word {
		if letters++; letters > shortLetters {
			return
		}
		do(word[:at+utf8.RuneLen(r)])
	}
}

// isBeginning says whether a key that begins so is that of a beginning of words.
func isBeginning(first byte) bool { return first == keyBeginning[0] || first == keyFieldBegin[0] }

// isOccurrence says whether a key has no set, but occurrences.
func isOccurrence(key []byte) bool { return len(key) > 0 && key[0] == keyOccurrence[0] }

// about ends the key of days that a date means only about, or not surely.
const about = "~"

// figureKey is the key of the cases that have so many figures, or more.
func figureKey(count int) string {
	if count == 1 {
		return keyFigure
	}
	return keyFigure + strconv.Itoa(count)
}

// sectionValue is the value of a section of a report.
func sectionValue(report string, heading []string) string {
	return report + "/" + strings.Join(heading, "/")
}

// paragraphValue is the value and the label of a paragraph of a section.
func paragraphValue(report string, heading []string, paragraph int) (value, label string) {
	label = fmt.Sprintf("%s ¶%d", heading[len(heading)-1], paragraph)
	return sectionValue(report, heading) + "/" + label, label
}
