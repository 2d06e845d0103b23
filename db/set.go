package db

// A set is the cases of a key, by their place in a block, while they are
// gathered: as a list, or as bits where there are very many. Most are of few
// cases: for them there is room in the set itself.
type set struct {
	count int32
	few   [6]uint16
	list  []uint16 // ascending
	bits  []uint64
}

// add takes a case that comes after those that are there, or is the last of them.
func (s *set) add(slot uint16) {
	switch last := s.count - 1; {
	case s.bits != nil:
		if word, bit := &s.bits[slot>>6], uint64(1)<<(slot&63); *word&bit == 0 {
			*word |= bit
			s.count++
		}
		return
	case last >= 0 && s.slots()[last] == slot:
		return
	case int(s.count) < len(s.few):
		s.few[s.count] = slot
	case s.list == nil:
		s.list = append(append(make([]uint16, 0, 3*len(s.few)), s.few[:]...), slot)
	default:
		s.list = append(s.list, slot)
	}
	if s.count++; s.count > mostListed {
		s.bits = make([]uint64, bitsBytes/8)
		for _, slot := range s.list {
			s.bits[slot>>6] |= 1 << (slot & 63)
		}
		s.list = nil
	}
}

// slots are the cases where they are a list.
func (s *set) slots() []uint16 {
	if s.list == nil && s.bits == nil {
		return s.few[:s.count]
	}
	return s.list
}
