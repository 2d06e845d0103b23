package db

import (
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"math/bits"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// A stretch of keys is what ends it: a key and one byte more. It begins with
// the key without that byte.
func exactly(key string) string { return key + "\x00" }
func begunBy(key string) string { return key + lastKey }

// scan calls a function with every key of some stretches, block by block, and
// in a block one stretch after the other. It asks for all of it with one
// statement: to make one ready takes SQLite as long as some pages do.
func (r *reader) scan(blocks string, stretches []string, do func(stretch int, key []byte, c container) error) error {
	ends := make([]string, len(stretches)) // in hexadecimal digits, since JSON has no bytes
	for i, end := range stretches {
		ends[i] = hex.EncodeToString([]byte(end))
	}
	return each(r.ctx, r.tx, `SELECT k.key, p.block, p.page FROM json_each(?) j CROSS JOIN json_each(?) k CROSS JOIN posting p ON p.block = j.value
		WHERE p.first >= coalesce((SELECT max(q.first) FROM posting q WHERE q.block = j.value AND q.first <= unhex(substr(k.value, 1, length(k.value) - 2))), x'')
		AND p.first < unhex(k.value)`, []any{blocks, jsonList(ends)}, func(rows *sql.Rows) error {
		var stretch, block int
		var page []byte
		if err := rows.Scan(&stretch, &block, &page); err != nil {
			return err
		}
		if err := r.ctx.Err(); err != nil {
			return err
		}
		end := stretches[stretch]
		return readPage(block, page, end[:len(end)-1], end, func(key []byte, c container) error { return do(stretch, key, c) })
	})
}

// kept returns a set that was made before, or makes it.
func (r *reader) kept(key string, make func() (*roaring.Bitmap, error)) (*roaring.Bitmap, error) {
	r.mutex.Lock()
	set := r.sets[key]
	r.mutex.Unlock()
	if set != nil {
		return set, nil
	}
	set, err := make()
	if err != nil {
		return nil, err
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if r.bytes > keptBytes {
		clear(r.sets)
		r.bytes = 0
	}
	r.sets[key] = set
	r.bytes += set.GetSizeInBytes() + uint64(len(key))
	return set, nil
}

// set returns the cases of a key.
func (r *reader) set(key string) (*roaring.Bitmap, error) {
	sets, err := r.setsOf([]string{key})
	return sets[0], err
}

// setsOf returns the cases of each key.
func (r *reader) setsOf(keys []string) ([]*roaring.Bitmap, error) {
	sets := make([]*roaring.Bitmap, len(keys))
	var unknown, stretches []string
	r.mutex.Lock()
	for i, key := range keys {
		if sets[i] = r.sets[key]; sets[i] == nil {
			unknown, stretches = append(unknown, key), append(stretches, exactly(key))
		}
	}
	r.mutex.Unlock()
	if len(unknown) == 0 {
		return sets, nil
	}
	lists := map[string][]container{}
	err := r.scan(r.blocks, stretches, func(stretch int, _ []byte, c container) error {
		key := unknown[stretch]
		lists[key] = append(lists[key], c)
		return nil
	})
	if err != nil {
		return sets, err
	}
	for i, key := range keys {
		if sets[i] == nil {
			if sets[i], err = r.kept(key, func() (*roaring.Bitmap, error) { return joined(lists[key]) }); err != nil {
				return sets, err
			}
		}
	}
	return sets, nil
}

// union returns the cases of all keys that begin with something.
func (r *reader) union(begin string) (*roaring.Bitmap, error) {
	return r.kept(begunBy(begin), func() (*roaring.Bitmap, error) {
		var u unions
		if err := r.scan(r.blocks, []string{begunBy(begin)}, func(_ int, _ []byte, c container) error {
			u.add(c)
			return nil
		}); err != nil {
			return nil, err
		}
		return u.set()
	})
}

// unions puts containers together, those of one block after those of another.
type unions struct {
	list []container
	bits []uint64 // of the last block, once it has more than one
}

func (u *unions) add(c container) {
	last := len(u.list) - 1
	if last < 0 || u.list[last].block != c.block {
		u.close()
		u.list = append(u.list, c)
		return
	}
	if u.bits == nil {
		u.bits = make([]uint64, 1<<blockBits/64)
		u.list[last].or(u.bits, 0)
	}
	c.or(u.bits, 0)
}

// close makes a container of the bits of the last block.
func (u *unions) close() {
	if u.bits == nil {
		return
	}
	c := &u.list[len(u.list)-1]
	c.count, c.bytes = 0, make([]byte, bitsBytes)
	for i, word := range u.bits {
		c.count += bits.OnesCount64(word)
		binary.LittleEndian.PutUint64(c.bytes[i*8:], word)
	}
	if c.count <= mostListed {
		all := container{count: mostListed + 1, bytes: c.bytes}
		c.bytes = nil
		for _, slot := range all.cases() {
			c.bytes = binary.LittleEndian.AppendUint16(c.bytes, slot)
		}
	}
	u.bits = nil
}

func (u *unions) set() (*roaring.Bitmap, error) {
	u.close()
	return joined(u.list)
}

// joined makes a bitmap of containers of different blocks, by writing it in
// the Roaring format and reading it: there is no other way to hand over a
// container as it is.
func joined(list []container) (*roaring.Bitmap, error) {
	const cookieWithoutRuns = 12346
	slices.SortFunc(list, func(a, b container) int { return a.block - b.block })
	text := binary.LittleEndian.AppendUint32(nil, cookieWithoutRuns)
	text = binary.LittleEndian.AppendUint32(text, uint32(len(list)))
	at := 8 + 8*len(list)
	for _, c := range list {
		text = binary.LittleEndian.AppendUint16(text, uint16(c.block))
		text = binary.LittleEndian.AppendUint16(text, uint16(c.count-1))
	}
	for _, c := range list {
		text = binary.LittleEndian.AppendUint32(text, uint32(at))
		at += len(c.bytes)
	}
	text = slices.Grow(text, at-len(text))
	for _, c := range list {
		text = append(text, c.bytes...)
	}
	set := roaring.New()
	return set, set.UnmarshalBinary(text)
}
