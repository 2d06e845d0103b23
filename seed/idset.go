package seed

// An idSet is a set of hashes of ids, in half the memory of a map: a million of
// them take sixteen megabytes.
type idSet struct {
	slots []uint64 // 0 is an empty one
	count int
}

// add adds a hash, and reports whether it was there before.
func (s *idSet) add(hash uint64) bool {
	if hash == 0 {
		hash = 1
	}
	if 4*(s.count+1) > 3*len(s.slots) {
		larger := idSet{slots: make([]uint64, max(1024, 2*len(s.slots))), count: s.count}
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
func (s *idSet) has(hash uint64) bool {
	if hash == 0 {
		hash = 1
	}
	return len(s.slots) > 0 && s.slots[s.slot(hash)] == hash
}

// slot returns where a hash is, or the empty slot where it belongs. There is always one.
func (s *idSet) slot(hash uint64) int {
	at := int(hash & uint64(len(s.slots)-1))
	for s.slots[at] != 0 && s.slots[at] != hash {
		at = (at + 1) & (len(s.slots) - 1)
	}
	return at
}
