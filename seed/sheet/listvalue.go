package sheet

import (
	"encoding/json"
	"fmt"
	"strings"
)

// object reads an object that has begun, to its end.
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
			if depth < mostNested {
				if err := l.object(name+".", depth+1, unknown); err != nil {
					return err
				}
				continue
			}
			if text, err = l.rest(token); err != nil {
				return err
			}
		case json.Delim('['):
			if text, err = l.list(); err != nil {
				return err
			}
		default:
			text = scalar(token)
		}
		at, ok := l.index[name]
		if !ok && !l.open {
			*unknown = name
			continue
		}
		if !ok {
			if at = len(l.columns); at >= mostColumns {
				return WrongFile(l.in.name, fmt.Sprintf("the list has more than %d fields", mostColumns), "this is not a list of cases")
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
		if l.filled[at] == l.number {
			l.twice = name
		}
		l.cells[at], l.filled[at] = text, l.number
	}
	_, err := l.json.Token()
	return err
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

// list reads an array that has begun: its texts, one a line, else as JSON.
func (l *listRows) list() (string, error) {
	var lines []string
	for l.json.More() {
		token, err := l.json.Token()
		if err != nil {
			return "", err
		}
		text := scalar(token)
		if delim, ok := token.(json.Delim); ok {
			if text, err = l.rest(delim); err != nil {
				return "", err
			}
		}
		if text != "" {
			lines = append(lines, strings.ReplaceAll(text, "\n", " "))
		}
	}
	_, err := l.json.Token()
	return strings.Join(lines, "\n"), err
}

// rest writes what has begun as a text.
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
