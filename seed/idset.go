package seed

import (
	"hash/maphash"
	"strings"
)

// An idSet is a set of ids. A million of them that are numbered one after the other take
// a part of a megabyte; of other ids it keeps hashes, in half the memory of a map.
type idSet struct {
	seed     maphash.Seed
	numbered map[string][]uint64 // by what precedes the number: which numbers there are
	hashes   hashSet
	count    int
}

const (
	// maxPrefixes is for how many beginnings of ids numbers are kept.
	maxPrefixes = 16
	// maxNumberDigits is how many digits the number at the end of an id has at the most.
	maxNumberDigits = 9
)

func newIDSet() idSet { return idSet{seed: maphash.MakeSeed(), numbered: map[string][]uint64{}} }

// add adds an id that is not there yet.
func (s *idSet) add(id string) {
	s.count++
	if prefix, number, ok := cutNumber(id); ok && number < 2*s.count+1024 { // or the bits would be mostly empty
		if bits, known := s.numbered[prefix]; known || len(s.numbered) < maxPrefixes {
			if !known {
				prefix = strings.Clone(prefix)
			}
			for len(bits) <= number/64 {
				bits = append(bits, 0)
			}
			bits[number/64] |= 1 << (number % 64)
			s.numbered[prefix] = bits
			return
		}
	}
	s.hashes.add(maphash.String(s.seed, id))
}

// has reports whether an id is there.
func (s *idSet) has(id string) bool {
	if prefix, number, ok := cutNumber(id); ok {
		if bits := s.numbered[prefix]; number/64 < len(bits) && bits[number/64]>>(number%64)&1 == 1 {
			return true
		}
	}
	return s.hashes.has(maphash.String(s.seed, id))
}

// cutNumber separates the number at the end of an id from what precedes it, to which zeros
// belong: K-007 is K-00 and 7.
func cutNumber(id string) (prefix string, number int, ok bool) {
	at := len(id)
	for at > 0 && id[at-1] >= '0' && id[at-1] <= '9' {
		at--
	}
	for at < len(id) && id[at] == '0' {
		at++
	}
	if at == len(id) || len(id)-at > maxNumberDigits {
		return "", 0, false
	}
	for _, digit := range id[at:] {
		number = number*10 + int(digit-'0')
	}
	return id[:at], number, true
}

// A hashSet is a set of hashes: a million of them take sixteen megabytes.
type hashSet struct {
	slots []uint64 // 0 is an empty one
	count int
}

// add adds a hash, and reports whether it was there before.
func (s *hashSet) add(hash uint64) bool {
	if hash == 0 {
		hash = 1
	}
	if 4*(s.count+1) > 3*len(s.slots) {
		larger := hashSet{slots: make([]uint64, max(1024, 2*len(s.slots))), count: s.count}
		for _, known := range s.slots {
			if known != 0 {
				larger.slots[larger.slot(known)] = known
			}
		}
		*s = larger
	}
	at := s.slot(hash)
	if s.slots[at] == hash {
		return true
	}
	s.slots[at] = hash
	s.count++
	return false
}

// has reports whether a hash is there.
func (s *hashSet) has(hash uint64) bool {
	if hash == 0 {
		hash = 1
	}
	return len(s.slots) > 0 && s.slots[s.slot(hash)] == hash
}

// slot returns the slot of a hash, or the empty slot for it. There is always one.
func (s *hashSet) slot(hash uint64) int {
	at := int(hash & uint64(len(s.slots)-1))
	for s.slots[at] != 0 && s.slots[at] != hash {
		at = (at + 1) & (len(s.slots) - 1)
	}
	return at
}
