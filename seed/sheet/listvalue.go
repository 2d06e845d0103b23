package sheet

import (
	"encoding/json"
	"fmt"
	"strings"
)

// object reads the rest of an object.
func (l *listRows) object(prefix string, depth int, unknown *string) error {
	for l.json.More() {
		token, err := l.json.Token()
		if err != nil {
			return err
		}
		name := strings.TrimSpace(prefix + fmt.Sprint(token))
		if token, err = l.json.Token(); err != nil {
			return err
		}
		text := ""
		switch token {
		case json.Delim('{'):
			if depth < maxNesting {
				if err := l.object(name+".", depth+1, unknown); err != nil {
					return err
				}
				continue
			}
			if text, err = l.rest(token); err != nil {
				return err
			}
		case json.Delim('['):
			objects := false
			if text, objects, err = l.list(name, depth, unknown); err != nil {
				return err
			}
			if objects && text == "" {
				continue
			}
		default:
			text = scalar(token)
		}
		if err := l.set(name, text, unknown); err != nil {
			return err
		}
	}
	_, err := l.json.Token()
	return err
}

// set fills a cell of the row. In a list of objects a field is repeated: its values are on
// separate lines of the cell.
func (l *listRows) set(name, text string, unknown *string) error {
	at, ok := l.index[name]
	if !ok && !l.surveying {
		*unknown = name
		return nil
	}
	if !ok {
		if at = len(l.columns); at >= maxColumns {
			return WrongFile(l.in.name, fmt.Sprintf("the list has more than %d fields", maxColumns), "this is not a list of cases")
		}
		l.index[name] = at
		l.columns = append(l.columns, name)
	}
	for len(l.cells) <= at {
		l.cells = append(l.cells, "")
	}
	for len(l.filled) <= at {
		l.filled = append(l.filled, 0)
	}
	if again := l.filled[at] == l.number; again && l.listDepth == 0 {
		l.duplicateField = name
	} else if again {
		if text != "" {
			more := l.appended[at]
			if more == nil {
				more = &strings.Builder{}
				if l.appended == nil {
					l.appended = map[int]*strings.Builder{}
				}
				l.appended[at] = more
			}
			more.WriteString("\n" + strings.ReplaceAll(text, "\n", " "))
		}
		return nil
	}
	l.cells[at], l.filled[at] = text, l.number
	return nil
}

func scalar(token json.Token) string {
	switch token := token.(type) {
	case nil:
		return ""
	case bool:
		if token {
			return "yes"
		}
		return "no"
	case json.Number:
		return plainNumber(token.String())
	case string:
		return token
	}
	return fmt.Sprint(token)
}

// list reads the rest of an array: its texts, one per line. Fields of objects in it are
// set as those outside of a list.
func (l *listRows) list(name string, depth int, unknown *string) (text string, objects bool, err error) {
	var lines []string
	for l.json.More() {
		token, err := l.json.Token()
		if err != nil {
			return "", false, err
		}
		text := scalar(token)
		if token == json.Delim('{') && depth < maxNesting {
			objects = true
			l.listDepth++
			err := l.object(name+".", depth+1, unknown)
			l.listDepth--
			if err != nil {
				return "", false, err
			}
			continue
		}
		if delim, ok := token.(json.Delim); ok {
			if text, err = l.rest(delim); err != nil {
				return "", false, err
			}
		}
		if text != "" {
			lines = append(lines, strings.ReplaceAll(text, "\n", " "))
		}
	}
	_, err = l.json.Token()
	return strings.Join(lines, "\n"), objects, err
}

// rest returns the rest of an array or object as JSON.
func (l *listRows) rest(begun json.Token) (string, error) {
	var b strings.Builder
	b.WriteString(fmt.Sprint(begun))
	key := begun == json.Delim('{')
	stack := []bool{key}
	for first := true; len(stack) > 0; first = false {
		token, err := l.json.Token()
		if err != nil {
			return "", err
		}
		delim, isDelim := token.(json.Delim)
		if isDelim && (delim == '}' || delim == ']') {
			b.WriteString(delim.String())
			stack = stack[:len(stack)-1]
			key = len(stack) > 0 && stack[len(stack)-1]
			continue
		}
		if text := b.String(); !first && strings.IndexByte("{[:", text[len(text)-1]) < 0 {
			b.WriteString(", ")
		}
		switch {
		case isDelim:
			b.WriteString(delim.String())
			key = delim == '{'
			stack = append(stack, key)
			continue
		case key:
			b.WriteString(fmt.Sprint(token) + ":")
			key = false
			continue
		}
		if text := scalar(token); text == "" {
			b.WriteString("null")
		} else {
			b.WriteString(text)
		}
		key = stack[len(stack)-1]
	}
	return b.String(), nil
}
