package table

import (
	"hash/fnv"
	"strconv"
	"strings"
	"unicode/utf8"

	"casebook/model"
	"casebook/seed/cells"
)

// fillID gives a case its id: what the list calls it, else a number that is
// made from its key, so that the same row has the same id in every later
// version of the table and on every machine, whatever stands around it.
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
		return // an export says the whole id
	}
	c.ID = f.prefix + "-" + validReference(c.ID)
}

// validReference makes of a reference what can be part of an id: other signs
// become hyphens, and 5.0 is the number 5.
func validReference(text string) string {
	if whole, ok := strings.CutSuffix(text, ".0"); ok && whole != "" && strings.Trim(whole, "0123456789") == "" {
		return whole
	}
	if model.ValidNumber(text) {
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
		return number(hash(text))
	}
	return valid
}

// keyNumber is the number that a row is known by: of its key, else of the row.
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
	key := h.Sum64()
	again := f.used[key]
	f.used[key] = again + 1
	if again > 0 {
		f.notes.add("the same key as another row: distinguished by their order", f.keyText())
		return number(key) + "-" + strconv.Itoa(again+1)
	}
	return number(key)
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

// number makes a number of ten digits of a hash.
func number(hash uint64) string {
	digits := strconv.FormatUint(hash%9_000_000_000+1_000_000_000, 10)
	return digits
}

func hash(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	return h.Sum64()
}
