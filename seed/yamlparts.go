package seed

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// maxValues is the maximum number of values in a part of a YAML file that is parsed at
// once: each takes about a kilobyte.
const maxValues = 250_000

// partSize is about how many bytes of cases are parsed at once.
const partSize = 256 << 10

// A yamlPart is a part of a YAML file: the number of lines before it, and its text.
type yamlPart struct {
	lines int
	text  string
}

// splitYAML splits a pack into the part without cases, with empty lines in their place,
// and parts with a few cases each. It returns no parts if the cases are not written one
// after the other, each after a hyphen.
func splitYAML(lines []string) (head string, parts []yamlPart) {
	from := 0
	for from < len(lines) && !isCasesKey(lines[from]) {
		from++
	}
	indent, to := -1, from+1
	var begins []int // of cases
	for ; to < len(lines); to++ {
		text := strings.TrimLeft(lines[to], " ")
		if text == "" || text[0] == '#' {
			continue
		}
		spaces := len(lines[to]) - len(text)
		item := text == "-" || strings.HasPrefix(text, "- ")
		if indent < 0 {
			if !item {
				return "", nil
			}
			indent = spaces
		}
		if spaces == indent && item {
			begins = append(begins, to)
		} else if spaces <= indent {
			if spaces > 0 {
				return "", nil
			}
			break
		}
	}
	if len(begins) == 0 {
		return "", nil
	}
	size := 0
	first := begins[0]
	for n, begin := range begins {
		end := to
		if n+1 < len(begins) {
			end = begins[n+1]
		}
		for _, line := range lines[begin:end] {
			size += len(line) + 1
		}
		if size >= partSize || end == to {
			parts = append(parts, yamlPart{first, strings.Join(lines[first:end], "\n") + "\n"})
			first, size = end, 0
		}
	}
	around := append(append(append([]string{}, lines[:begins[0]]...), make([]string, to-begins[0])...), lines[to:]...)
	return strings.Join(around, "\n"), parts
}

// isCasesKey reports whether a line is the key of the cases.
func isCasesKey(line string) bool {
	rest, ok := strings.CutPrefix(line, "cases:")
	rest = strings.TrimSpace(rest)
	return ok && (rest == "" || rest[0] == '#')
}

// tooMany reports whether a text of YAML has more than maxValues values.
func tooMany(data []byte) bool {
	count := 0
	for _, sign := range []string{",", ": ", ":\n", "- ", "[", "{"} {
		count += bytes.Count(data, []byte(sign))
	}
	return count > maxValues
}

// openYAML reads a YAML pack, which is checked while it is loaded.
func (r *Reader) openYAML(name string, source io.Reader, options Options) error {
	data, err := io.ReadAll(io.LimitReader(source, maxYAML+1))
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	if len(data) > maxYAML {
		return fileError(name, "the file is too large for YAML", fmt.Sprintf("a YAML pack has at most %d MiB; write JSONL, one case per line", maxYAML>>20))
	}
	if tooMany(data) && json.Valid(data) { // JSON is YAML too, and is read case by case
		if err := r.openJSON(name, bytes.NewReader(data), options); err != nil {
			return err
		}
		return r.checkOptions(name)
	}
	pack, d, err := load(name, data)
	if err != nil {
		return err
	}
	cases := pack.Cases
	pack.Cases = nil
	r.form, r.pack, r.checked = "YAML", pack, true
	at := 0
	r.next = func() (Entry, error) {
		if at == len(cases) {
			return Entry{}, io.EOF
		}
		position := d.position(fmt.Sprintf("$.cases[%d]", at))
		at++
		return Entry{Record: Record{Case: cases[at-1], Line: position.Line, Column: position.Column}}, nil
	}
	return nil
}
