package word

import (
	_ "embed"
	"hash/crc32"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"casebook/model/lazy"
)

// The table of synonyms of the field, and its index, so that a search does not read the
// whole table.
//
//go:generate go test -run TestTheIndexOfSynonymsIsUpToDate -update .
var (
	//go:embed synonyms.tsv
	synonymTable string
	//go:embed synonyms.index
	synonymIndex string
)

// maxEntryWords is the maximum number of words of an entry of the table.
const maxEntryWords = 6

// narrower separates the entries of a line from narrower terms, which a search for one of
// the entries finds too, but not the other way round: punishment also finds fine.
const narrower = ">"

// TableWords are the words of the table, folded.
var TableWords = lazy.Value[[]string]{Make: func() []string {
	words := Split(synonymTable)
	slices.Sort(words)
	return slices.Compact(words)
}}

// Spelled returns the usual spelling of a folded word of the table.
func Spelled(folded string) string {
	for written := range strings.FieldsFuncSeq(synonymTable, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		if Fold(written) == folded {
			return strings.ToLower(written)
		}
	}
	return folded
}

// Synonyms returns the synonyms of the longest entry at the beginning of folded words, in
// any order, and its number of words. A name such as Law on Communications keeps its
// small words.
func Synonyms(words []string) (others [][]string, of int) {
	words = words[:min(len(words), maxEntryWords)]
	keys := make([]string, len(words))
	for i, word := range words {
		keys[i] = tableStem(word)
	}
	for of = len(words); of > 0; of-- {
		if others = synonymsOf(joinStems(keys[:of])); others != nil {
			return others, of
		}
	}
	return nil, 0
}

// synonymsOf returns the other entries of the lines with an entry.
func synonymsOf(key string) [][]string {
	places, _ := lookUp(key)
	var others [][]string
	for place := range strings.FieldsSeq(places) {
		offset, own, _ := strings.Cut(place, ":")
		at, err := strconv.Atoi(offset)
		if err != nil || at >= len(synonymTable) {
			continue
		}
		line, _, _ := strings.Cut(synonymTable[at:], "\n")
		for _, entry := range entriesBeside(line, strings.Split(own, ",")) {
			if !slices.ContainsFunc(others, func(other []string) bool { return slices.Equal(other, entry) }) {
				others = append(others, entry)
			}
		}
	}
	return others
}

// entriesBeside returns the words of the synonyms of some entries of a line.
func entriesBeside(line string, own []string) [][]string {
	entries := strings.Split(line, "\t")
	below := slices.Index(entries, narrower)
	if first, err := strconv.Atoi(own[0]); err != nil || first > below && below >= 0 {
		return nil // it is one of the narrower terms
	}
	var others [][]string
	for i, entry := range entries {
		if i > below && !slices.Contains(own, strconv.Itoa(i)) {
			others = append(others, entryWords(entry))
		}
	}
	return others
}

// entryWords are the words of an entry: a name keeps its small ones.
func entryWords(entry string) []string {
	words := Split(entry)
	if first, _ := utf8.DecodeRuneInString(entry); !unicode.IsUpper(first) {
		words = Required(words)
	}
	return words
}

// keyOf returns the key of an entry: the sorted stems of its words.
func keyOf(words []string) string {
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = tableStem(word)
	}
	return joinStems(list)
}

func joinStems(stems []string) string {
	if len(stems) == 1 {
		return stems[0]
	}
	sorted := slices.Clone(stems)
	slices.Sort(sorted)
	return strings.Join(sorted, " ")
}

// lookUp returns the value of a key in the index, and whether it has the key; the value
// of a word that is only in entries with others is empty. A line of the index is a key,
// a tab, and the offsets of the table's lines with the key, each with the numbers of its
// entries: "1024:0,3".
func lookUp(key string) (value string, ok bool) {
	text := synonymIndex
	lineAt := func(i int) string { // the first line that begins behind i
		start := 0
		if i > 0 {
			start = i + strings.IndexByte(text[i:], '\n') + 1
		}
		line, _, _ := strings.Cut(text[start:], "\n")
		return line
	}
	last := strings.LastIndexByte(strings.TrimSuffix(text, "\n"), '\n')
	at := sort.Search(last+1, func(i int) bool {
		own, _, _ := strings.Cut(lineAt(i), "\t")
		return own >= key
	})
	own, value, _ := strings.Cut(lineAt(min(at, max(last, 0))), "\t")
	if own != key {
		return "", false
	}
	return value, true
}

// tableStem returns the stem of a word in the table: its own, else that of the word
// without endings that Stem keeps, or of a word with the same root. The first of the
// forms of a word stands for the stem that it shares with others.
func tableStem(word string) string {
	if all := Forms(word); all != nil {
		return all[0]
	}
	stem := Stem(word)
	if lines, _ := lookUp(stem); lines != "" || !isCyrillic(word) {
		return stem
	}
	tableStems.Lock()
	defer tableStems.Unlock()
	if found, ok := tableStems.of[word]; ok {
		return found
	}
	if len(tableStems.of) >= maxTableStems || tableStems.of == nil {
		tableStems.of = map[string]string{}
	}
	found := shorterStem(word, stem)
	tableStems.of[word] = found
	return found
}

// tableStems caches the stems of words that are not in the table themselves.
var tableStems struct {
	sync.Mutex
	of map[string]string
}

const maxTableStems = 2000

func shorterStem(word, stem string) string {
	for _, shorter := range slices.Concat(withoutEndings(stem), withoutEndings(word)) {
		short := Stem(shorter)
		if lines, _ := lookUp(short); lines != "" {
			return short
		}
	}
	if root, ok := rootOf(stem); ok {
		if of, ok := lookUp(rootMark + root); ok {
			return of
		}
	}
	return stem
}

// rootMark is before a root in the index; its value is a stem with the root.
const rootMark = "~"

func isCyrillic(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.Is(unicode.Cyrillic, r) }) < 0
}

// Required returns the words without the small ones, or all if there are no others.
func Required(words []string) []string {
	var required []string
	for _, word := range words {
		if !Small(word) {
			required = append(required, word)
		}
	}
	if len(required) == 0 {
		return words
	}
	return required
}

// Known reports whether the table has a folded word, in any form.
func Known(folded string) bool {
	_, ok := lookUp(tableStem(folded))
	return ok
}

// InTable returns the place in the table's index of a stem that it has; ok is false
// for other stems.
func InTable(stem string) (place uint32, ok bool) {
	place, ok = tablePlaces.Get()[stem]
	return place, ok
}

// tablePlaces are the offsets of the lines of the index, by their keys: an import looks
// up every word.
var tablePlaces = lazy.Value[map[string]uint32]{Make: func() map[string]uint32 {
	places, at := make(map[string]uint32, strings.Count(synonymIndex, "\n")), 0
	for line := range strings.Lines(synonymIndex) {
		key, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		places[key] = uint32(at)
		at += len(line)
	}
	return places
}}

// TableSum tells a table and its forms from others: places are not those of another one. It
// is higher than any place.
var TableSum = lazy.Value[uint32]{Make: func() uint32 {
	return crc32.Update(crc32.ChecksumIEEE([]byte(synonymIndex)), crc32.IEEETable, []byte(formLines)) | 1<<31
}}
