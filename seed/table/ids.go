package table

import (
	"hash/fnv"
	"strconv"
	"strings"
	"unicode/utf8"

	"casebook/model"
	"casebook/seed/cells"
)

// fillID sets the id of a case: its reference in the list, else a number made from its
// key, so that the same row has the same id in every later version of the table.
func (f *filler) fillID(c *model.Case) {
	reference := f.id.Fill(f.cell)
	if cells.IsUnknown(reference) {
		reference = ""
	}
	if reference != "" {
		reference = validReference(reference)
	}
	if reference == "" && c.ID == "" && !f.hasOwnID() {
		reference = f.keyNumber()
	}
	if reference != "" {
		c.ID = reference
	}
	if c.ID == "" || strings.HasPrefix(c.ID, f.prefix+"-") && len(c.ID) > len(f.prefix)+1 {
		return
	}
	if f.strict && strings.Trim(c.ID, "0123456789") != "" {
		return // an export has complete ids
	}
	if reference = validReference(c.ID); reference != "" { // otherwise the error quotes the cell
		c.ID = f.prefix + "-" + reference
	}
}

// validReference makes a reference valid as a part of an id: other characters
// become hyphens, and 5.0 becomes 5.
func validReference(text string) string {
	if whole, ok := strings.CutSuffix(text, ".0"); ok && whole != "" && strings.Trim(whole, "0123456789") == "" {
		return whole
	}
	if text = strings.TrimRight(text, "."); model.ValidNumber(text) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if letter := string(r); model.ValidNumber("x" + letter) {
			b.WriteString(letter)
		} else if !strings.HasSuffix(b.String(), "-") {
			b.WriteByte('-')
		}
	}
	valid := strings.Trim(b.String(), "-_./:+")
	if utf8.RuneCountInString(valid) > 80 {
		return strconv.FormatUint(idNumber(hash(text)), 10)
	}
	return valid
}

// keyNumber returns the number of a row: of its key, else of its line.
func (f *filler) keyNumber() string {
	if len(f.key) == 0 {
		line, _ := f.t.Rows.Position()
		return strconv.Itoa(line)
	}
	h := fnv.New64a()
	for _, part := range f.key {
		h.Write([]byte(model.Fold(part.Fill(f.cell))))
		h.Write([]byte{0})
	}
	key := idNumber(h.Sum64())
	if _, twice := f.keys[key]; !twice {
		f.keys[key] = struct{}{}
		return strconv.FormatUint(key, 10)
	}
	f.duplicates[key]++
	f.notes.add("the same key as another row: distinguished by their order", f.keyText())
	return strconv.FormatUint(key, 10) + "-" + strconv.Itoa(f.duplicates[key]+1)
}

func (f *filler) keyText() string {
	var parts []string
	for _, part := range f.key {
		if text := part.Fill(f.cell); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, ", ")
}

// idNumber makes a fifteen-digit number from a hash. Of a million keys, two have the same
// number in 1 of 1,800 tables; their order then distinguishes them.
func idNumber(hash uint64) uint64 { return hash%900_000_000_000_000 + 100_000_000_000_000 }

func hash(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	return h.Sum64()
}
