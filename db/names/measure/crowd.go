package measure

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ReadCrowd reads names, one per line.
func ReadCrowd(r io.Reader) ([]string, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	var crowd []string
	for lines.Scan() {
		if name := strings.TrimSpace(lines.Text()); name != "" {
			crowd = append(crowd, name)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read crowd: %w", err)
	}
	return crowd, nil
}

// Everybody gives the crowd and the names of the questions, each once, in
// order: what is indexed, a name's owner being its position.
func Everybody(questions []Question, crowd []string) []string {
	names := slices.Clone(crowd)
	for _, question := range questions {
		names = append(names, question.Name)
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(names, func(name string) bool {
		again := seen[name]
		seen[name] = true
		return again
	})
}

// newSurname is how often a made-up person has a surname that nobody had
// before: by Simon's model of 1955 the frequencies then have the long tail
// that those of a country's surnames have, some shared by hundreds and most by
// very few.
const newSurname = 0.35

// Extend makes a crowd larger, to size names, each once: people with the given
// names, patronymics and endings of surnames that the crowd has, and surnames
// of its or coined from the halves of two of them. The same crowd always gives
// the same names. One without people that have two names stays as it is.
func Extend(crowd []string, size int) []string {
	seen := make(map[string]bool, size)
	names := make([]string, 0, size)
	var people []person
	pools := map[string]*pool{}
	add := func(name string) bool {
		if len(names) >= size || seen[name] {
			return false
		}
		seen[name] = true
		names = append(names, name)
		return true
	}
	for _, raw := range crowd {
		if !add(raw) {
			continue
		}
		if p, ok := newPerson(raw); ok {
			people = append(people, p)
			if pools[p.kind()] == nil {
				pools[p.kind()] = &pool{}
			}
			pools[p.kind()].add(p)
		}
	}
	const tries = 20
	random := rand.New(rand.NewPCG(1955, 1))
	for try := 0; len(people) > 1 && len(names) < size && try < tries*size; try++ {
		p := people[random.IntN(len(people))]
		like := pools[p.kind()]
		p.first = like.people[random.IntN(len(like.people))].first
		if p.middle != "" && len(like.middles) > 0 {
			p.middle = like.middles[random.IntN(len(like.middles))]
		}
		if random.Float64() < newSurname {
			p.stem = like.heads[random.IntN(len(like.heads))] + like.tails[random.IntN(len(like.tails))]
		}
		if add(p.String()) {
			people = append(people, p)
		}
	}
	return names
}

// A person is a full name in parts.
type person struct{ first, middle, stem, ending string }

// surnameEndings part a surname from its stem, the longest first.
var surnameEndings = []string{
	"bayeva", "baeva", "bekova", "zhanova", "bayev", "baev", "bekov", "zhanov", "ovna", "uulu", "kyzy", "qyzy", "skaya", "skiy", "zoda", "zade",
	"ova", "eva", "ina", "uly", "oğlu", "sky", "ov", "ev", "in",
	"баева", "бекова", "жанова", "баев", "беков", "жанов", "ская", "ский", "кызы", "қызы", "уулу", "зода", "ова", "ева", "ина", "ұлы", "улы", "ов", "ев", "ин",
}

func newPerson(raw string) (person, bool) {
	parts := strings.Fields(raw)
	if len(parts) < 2 {
		return person{}, false
	}
	last := parts[len(parts)-1]
	p := person{first: parts[0], middle: strings.Join(parts[1:len(parts)-1], " "), stem: last}
	for _, end := range surnameEndings {
		if stem, cut := strings.CutSuffix(last, end); cut && len([]rune(stem)) > 2 {
			p.stem, p.ending = stem, end
			break
		}
	}
	return p, true
}

func (p person) String() string {
	if p.middle == "" {
		return p.first + " " + p.stem + p.ending
	}
	return p.first + " " + p.middle + " " + p.stem + p.ending
}

// kind tells those whose parts go together: of one script, and of one sex by
// the ending.
func (p person) kind() string {
	kind := "other"
	switch first, _ := utf8.DecodeRuneInString(p.first); {
	case unicode.Is(unicode.Latin, first):
		kind = "latin"
	case unicode.Is(unicode.Cyrillic, first):
		kind = "cyrillic"
	}
	if strings.HasSuffix(p.ending, "a") || strings.HasSuffix(p.ending, "а") || strings.HasSuffix(p.ending, "zy") || strings.HasSuffix(p.ending, "зы") {
		kind += " female"
	}
	return kind
}

// A pool is what people of one kind are made of.
type pool struct {
	people       []person
	middles      []string
	heads, tails []string // of the stems of surnames
}

func (l *pool) add(p person) {
	l.people = append(l.people, p)
	if p.middle != "" {
		l.middles = append(l.middles, p.middle)
	}
	letters := []rune(p.stem)
	var cuts []int // where a syllable begins
	for i := 2; i+1 < len(letters); i++ {
		if !spokenVowel(letters[i]) && spokenVowel(letters[i+1]) {
			cuts = append(cuts, i)
		}
	}
	if len(cuts) == 0 {
		cuts = []int{(len(letters) + 1) / 2}
	}
	cut := cuts[len(cuts)/2]
	l.heads, l.tails = append(l.heads, string(letters[:cut])), append(l.tails, strings.ToLower(string(letters[cut:])))
}

func spokenVowel(r rune) bool {
	return strings.ContainsRune("aeiouyıəäöüáéíóúýàèìòùâêîôûãõāēīōūăåæøœаеёиоуыэюяәөұүіӯӣў", unicode.ToLower(r))
}
