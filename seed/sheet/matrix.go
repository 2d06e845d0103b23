package sheet

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// isKeyed reports whether the first two fields of an object are objects with mostly the
// same fields: items by number or name.
func isKeyed(head []byte) bool {
	d := json.NewDecoder(bytes.NewReader(head))
	d.Token()
	var items [2]map[string]json.RawMessage
	for i := range items {
		if _, err := d.Token(); err != nil || d.Decode(&items[i]) != nil {
			return false
		}
	}
	same := 0
	for name := range items[0] {
		if _, ok := items[1][name]; ok {
			same++
		}
	}
	return same > 0 && same*2 > max(len(items[0]), len(items[1]))
}

// beginArray reads the beginning of an array. An array of texts is no list of cases, but
// may have the column names of lists that follow.
func (l *listRows) beginArray() error {
	var texts []string
	for l.json.More() {
		token, err := l.json.Token()
		if err != nil {
			return l.readError(err)
		}
		switch token {
		case json.Delim('{'):
			l.array, l.firstToken = true, token
			return nil
		case json.Delim('['):
			l.array, l.matrix = true, true
			if len(l.names) > 0 {
				l.firstToken = token
				return nil
			}
			l.names, err = l.texts()
			if err != nil {
				return l.readError(err)
			}
			return nil
		}
		if text, ok := token.(string); ok && len(texts) < maxColumns {
			texts = append(texts, text)
		}
	}
	if _, err := l.json.Token(); err != nil {
		return l.readError(err)
	}
	if len(texts) > 1 {
		l.names = texts
	}
	return nil
}

// texts reads the rest of an array of texts.
func (l *listRows) texts() ([]string, error) {
	var texts []string
	for l.json.More() {
		token, err := l.json.Token()
		if err != nil {
			return nil, err
		}
		text := scalar(token)
		if delim, ok := token.(json.Delim); ok {
			if text, err = l.rest(delim); err != nil {
				return nil, err
			}
		}
		if texts = append(texts, text); len(texts) > maxColumns {
			return nil, WrongFile(l.in.name, fmt.Sprintf("the list has more than %d fields", maxColumns), "this is not a list of cases")
		}
	}
	_, err := l.json.Token()
	return texts, err
}

// readCells reads the rest of a list of cells into the row.
func (l *listRows) readCells(unknown *string) error {
	texts, err := l.texts()
	if err != nil {
		return err
	}
	for i, text := range texts {
		if name := l.columnName(i); text != "" || i < len(l.names) {
			if err := l.set(name, text, unknown); err != nil {
				return err
			}
		}
	}
	return nil
}

// columnName returns the unique name of a column of a matrix.
func (l *listRows) columnName(i int) string {
	if i >= len(l.names) || strings.TrimSpace(l.names[i]) == "" {
		return fmt.Sprintf("Column %d", i+1)
	}
	name := strings.TrimSpace(l.names[i])
	if slices.Contains(l.names[:i], l.names[i]) {
		name = fmt.Sprintf("%s (column %d)", name, i+1)
	}
	return name
}
