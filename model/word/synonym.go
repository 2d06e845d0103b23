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
)

// The words of the field that mean the same, and where in their table they stand:
// an index is read a line at a time, and the table is never read whole in a search.
//
//go:generate go test -run TestTheIndexOfSynonymsIsUpToDate -update .
var (
	//go:embed synonyms.tsv
	synonymTable string
	//go:embed synonyms.index
	synonymIndex string
)

// maxEntryWords is how many words one entry of the table has at the most.
const maxEntryWords = 6

// narrower stands in a line between entries and those that a search for one of
// them finds too, and not the other way round: who looks for a punishment means a
// fine as well.
const narrower = ">"

// TableWords are the words of the table, as they fold.
var TableWords = sync.OnceValue(func() []string {
	words := Split(synonymTable)
	slices.Sort(words)
	return slices.Compact(words)
})

// Spelled returns a word of the table as people write it, given it folded.
func Spelled(folded string) string {
	for written := range strings.FieldsFuncSeq(synonymTable, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		if Fold(written) == folded {
			return strings.ToLower(written)
		}
	}
	return folded
}

// Synonyms returns how else the first of some folded words may be said, and of
// how many of them: as many as stand in one entry of the table, in any order.
// None where it has no such entry. A name such as Law on Communications keeps its
// small words: they stand beside each other.
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

// synonymsOf returns the other entries of the lines that an entry is in.
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

// entriesBeside returns the words of what the entries at some places in a line of
// the table may be said as.
func entriesBeside(line string, own []string) [][]string {
	entries := strings.Split(line, "\t")
	below := slices.Index(entries, narrower)
	if first, err := strconv.Atoi(own[0]); err != nil || first > below && below >= 0 {
		return nil // it is one of those behind
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

// keyOf is by what an entry is known: the stems of its words, in any order.
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

// lookUp returns what the index has behind a key, and whether it has the key: a
// word that stands only beside others in the table has nothing behind it. A line of
// the index is a key, a tab, and where the lines of the table begin that have it,
// each with the places of its entries in the line: "1024:0,3".
func lookUp(key string) (value string, ok bool) {
	_, value, ok = lineOf(key)
	return value, ok
}

// lineOf returns where the line of a key begins in the index, and what is behind the key.
func lineOf(key string) (at int, value string, ok bool) {
	text := synonymIndex
	start := func(i int) int { // of the first line that begins behind i
		if i == 0 {
			return 0
		}
		return i + strings.IndexByte(text[i:], '\n') + 1
	}
	lineAt := func(i int) string {
		line, _, _ := strings.Cut(text[start(i):], "\n")
		return line
	}
	last := strings.LastIndexByte(strings.TrimSuffix(text, "\n"), '\n')
	i := sort.Search(last+1, func(i int) bool {
		own, _, _ := strings.Cut(lineAt(i), "\t")
		return own >= key
	})
	i = min(i, max(last, 0))
	own, value, _ := strings.Cut(lineAt(i), "\t")
	if own != key {
		return 0, "", false
	}
	return start(i), value, true
}

// tableStem is the stem by which the table may know a word. Where it does not have
// the stem of the word itself, it is that of the word without endings that Stem
// leaves, or of a word with the same root.
func tableStem(word string) string {
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

// tableStems are those of words that the table does not know as they are.
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

// rootMark stands in the index before a root; behind it is a stem that has it.
const rootMark = "~"

func isCyrillic(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.Is(unicode.Cyrillic, r) }) < 0
}

// Required returns the words without the small ones; all of them where there are
// no others.
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
	at, _, ok := lineOf(stem)
	return uint32(at), ok
}

// TableSum tells a table from others: places are not those of another one. It is higher
// than any place.
var TableSum = sync.OnceValue(func() uint32 { return crc32.ChecksumIEEE([]byte(synonymIndex)) | 1<<31 })
