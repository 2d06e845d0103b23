package name

import (
	"context"
	"slices"
	"strings"
)

// An Index is a Store in memory: for measuring, and for few names.
type Index struct {
	names    []Candidate
	literals map[string][]int32 // positions in names, ascending
	keys     map[string][]int32
	forms    map[string][]string // form to keys
	sorted   map[bool][]string   // the literals (true) and keys (false) in order, as of the last search
	bones    []bone              // skeletons in order, as of the last search
}

type bone struct{ skeleton, key string }

// NewIndex gives an empty index.
func NewIndex() *Index {
	return &Index{literals: map[string][]int32{}, keys: map[string][]int32{}, forms: map[string][]string{}, sorted: map[bool][]string{}}
}

// Add takes a name in, with the other names that the place of this name has.
// It must not run beside a search.
func (x *Index) Add(owner int64, raw string) {
	for _, spelling := range Spellings(raw) {
		x.add(owner, spelling)
	}
}

func (x *Index) add(owner int64, raw string) {
	at := int32(len(x.names))
	x.names = append(x.names, Candidate{owner, raw})
	put := func(postings map[string][]int32, text string) {
		if list := postings[text]; len(list) == 0 || list[len(list)-1] != at {
			postings[text] = append(list, at)
		}
	}
	for _, literal := range Literals(raw) {
		put(x.literals, literal)
	}
	for _, w := range Words(raw) {
		for _, key := range w.Keys {
			if len(x.keys[key]) == 0 {
				skeleton := Skeleton(key)
				x.bones = append(x.bones, bone{skeleton, key})
				for _, form := range append(Forms(skeleton), KeyForms(key)...) {
					x.forms[form] = append(x.forms[form], key)
				}
			}
			put(x.keys, key)
		}
	}
}

// Seal puts the index in order after the last Add. A sealed index serves any
// number of searches at once.
func (x *Index) Seal() {
	for literal, postings := range map[bool]map[string][]int32{true: x.literals, false: x.keys} {
		words := make([]string, 0, len(postings))
		for word := range postings {
			words = append(words, word)
		}
		slices.Sort(words)
		x.sorted[literal] = words
	}
	slices.SortFunc(x.bones, func(a, b bone) int { return strings.Compare(a.skeleton+"\x00"+a.key, b.skeleton+"\x00"+b.key) })
}

// Size is a Store's.
func (x *Index) Size(context.Context) (int, error) { return len(x.names), nil }

// Frequency is a Store's.
func (x *Index) Frequency(_ context.Context, keys []string) (map[string]int, error) {
	frequency := map[string]int{}
	for _, key := range keys {
		if n := len(x.keys[key]); n > 0 {
			frequency[key] = n
		}
	}
	return frequency, nil
}

// Sounding is a Store's.
func (x *Index) Sounding(_ context.Context, skeletons []string, limit int) ([]string, error) {
	var keys []string
	for _, skeleton := range skeletons {
		for at := x.bone(skeleton); at < len(x.bones) && x.bones[at].skeleton == skeleton && len(keys) < limit; at++ {
			keys = append(keys, x.bones[at].key)
		}
	}
	return keys, nil
}

// Beginning is a Store's.
func (x *Index) Beginning(_ context.Context, skeleton string, limit int) ([]string, error) {
	var keys []string
	for at := x.bone(skeleton); at < len(x.bones) && strings.HasPrefix(x.bones[at].skeleton, skeleton) && len(keys) < limit; at++ {
		keys = append(keys, x.bones[at].key)
	}
	return keys, nil
}

// bone is where a skeleton is in order.
func (x *Index) bone(skeleton string) int {
	at, _ := slices.BinarySearchFunc(x.bones, skeleton, func(b bone, s string) int { return strings.Compare(b.skeleton, s) })
	return at
}

// Near is a Store's.
func (x *Index) Near(_ context.Context, forms []string, limit int) ([]string, error) {
	seen := map[string]bool{}
	var keys []string
	for _, form := range forms {
		for _, key := range x.forms[form] {
			if !seen[key] && len(keys) < limit {
				seen[key] = true
				keys = append(keys, key)
			}
		}
	}
	return keys, nil
}

// Names is a Store's.
func (x *Index) Names(_ context.Context, groups [][]Term, limit int) ([]Candidate, error) {
	var matched []int32
	for i, group := range groups {
		found := x.group(group)
		if i > 0 {
			found = intersection(matched, found)
		}
		matched = found
	}
	candidates := make([]Candidate, 0, min(limit, len(matched)))
	for _, at := range matched[:min(limit, len(matched))] {
		candidates = append(candidates, x.names[at])
	}
	return candidates, nil
}

// group is the names that have one of the terms, in order.
func (x *Index) group(terms []Term) []int32 {
	var found []int32
	for _, term := range terms {
		postings := x.keys
		if term.Literal {
			postings = x.literals
		}
		if !term.Prefix {
			found = append(found, postings[term.Text]...)
			continue
		}
		words := x.sorted[term.Literal]
		at, _ := slices.BinarySearch(words, term.Text)
		for ; at < len(words) && strings.HasPrefix(words[at], term.Text); at++ {
			found = append(found, postings[words[at]]...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func intersection(a, b []int32) []int32 {
	var both []int32
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			both = append(both, a[0])
			a, b = a[1:], b[1:]
		}
	}
	return both
}
