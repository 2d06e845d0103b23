package name

import (
	"strings"

	"casebook/model/lazy"
)

// patronymicSuffixes end a patronymic, as keys. Russian (Academy Grammar 1980, § 438)
// -ovich, -evich, -ovna, -evna, -inichna; Ukrainian -ovych, -yovych, -ivna,
// -yivna; Belarusian -avich, -evich, -auna, -euna; Kazakh -uly, -kyzy; Uzbek
// -ogli; Azerbaijani -oglu; and their Latin spellings, of which -owicz, -owitsch,
// -oviç, -ovitch and the Dutch -ovitsj have the same sounds.
var patronymicSuffixes = []string{
	"oviq", "eviq", "aviq", "iviq", "ovix", "evix", "ovna", "evna", "avna", "ivna", "auna", "euna", "aona", "eona", "iqna",
	"uli", "kizi", "gizi", "ogli", "ugli", "oglu", "uglu",
}

// patronymics are the patronymics of fathers whose names end in a vowel, as keys:
// Ilyich, Lukich, Kuzmich, Fomich, Nikitich, Savvich, Silych, Fokich.
var patronymics = lazy.Set{Text: "iliq ilyiq ilinix lukiq kuzmiq fomiq nikitiq saviq siliq fokiq"}

// isPatronymic reports whether a word has the form of a patronymic.
func (w Word) isPatronymic() bool {
	for _, key := range w.Keys {
		if patronymics.Has(key) {
			return true
		}
		for _, end := range patronymicSuffixes {
			if strings.HasSuffix(key, end) && len(key) > len(end)+1 {
				return true
			}
		}
	}
	return false
}

// A part is the role of a word in a name.
type part int

const (
	plainPart      part = iota
	patronymicPart      // a patronymic, or the father's name beside a word for son
	titlePart
)

// partsOf returns the part of each word of a name. A surname may look like a patronymic
// (Karpovich): of two such words the last is the surname, and so is one that is last after
// a single given name.
func partsOf(words []Word) []part {
	parts := make([]part, len(words))
	fathers := 0
	for i := range words {
		w := &words[i]
		switch {
		case w.isTitle() && i+1 < len(words):
			parts[i] = titlePart
		case len(words) > 2 && w.isPatronymic() && !(fathers > 0 && i == len(words)-1):
			parts[i] = patronymicPart
			fathers++
		case len(words) > 3 && i+1 < len(words) && words[i+1].soundsLikeOneOf(&afterFather),
			len(words) > 3 && i > 1 && i+1 < len(words) && words[i-1].soundsLikeOneOf(&beforeFather):
			if !w.isSlight() {
				parts[i] = patronymicPart
			}
		}
	}
	return parts
}

// soundsLikeOneOf reports whether a word sounds like one of a set.
func (w Word) soundsLikeOneOf(set *lazy.Set) bool {
	for _, key := range w.Keys {
		if set.Has(key) {
			return true
		}
	}
	return false
}
