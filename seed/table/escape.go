package table

import "strings"

// cutGroups takes (a text) and [names | names] off the end of a value, in either order.
func cutGroups(text string) (rest, round string, square []string) {
	for range 2 {
		if before, group, ok := cutGroup(text, '[', ']'); ok && square == nil {
			text = before
			for _, name := range splitCell(group, "|") {
				square = append(square, unescape(name))
			}
		} else if before, group, ok := cutGroup(text, '(', ')'); ok && round == "" {
			text, round = before, unescape(group)
		}
	}
	return text, round, square
}

// cutGroup takes a text in brackets off the end of a value.
func cutGroup(text string, open, end byte) (before, group string, ok bool) {
	text = strings.TrimSpace(text)
	if text == "" || text[len(text)-1] != end {
		return text, "", false
	}
	escaped := escapes(text)
	if escaped.at(len(text) - 1) {
		return text, "", false
	}
	depth := 0
	for at := len(text) - 1; at >= 0; at-- {
		if text[at] != open && text[at] != end || escaped.at(at) {
			continue
		}
		if text[at] == end {
			depth++
		} else if depth--; depth == 0 {
			return strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+1 : len(text)-1]), true
		}
	}
	return text, "", false
}

// cutShare takes "most of: " out of a value such as [most of: Some People].
func cutShare(text string) (rest, share string) {
	escaped := escapes(text)
	for at := range len(text) {
		if text[at] != '[' || escaped.at(at) {
			continue
		}
		if share, names, ok := strings.Cut(text[at+1:], " of: "); ok && !strings.ContainsAny(share, "|]") {
			return text[:at+1] + names, unescape(strings.TrimSpace(share))
		}
		break
	}
	return text, ""
}

// An escaping says which bytes of a text have a backslash in front that is none itself.
type escaping []bool

// escapes goes through a text once, whatever stands in it.
func escapes(text string) escaping {
	if !strings.Contains(text, `\`) {
		return nil
	}
	escaped := make(escaping, len(text))
	for at := 0; at < len(text); at++ {
		if text[at] == '\\' && at+1 < len(text) {
			at++
			escaped[at] = true
		}
	}
	return escaped
}

func (e escaping) at(offset int) bool { return e != nil && e[offset] }

// splitCell splits at separators without a backslash in front; empty parts are left out.
func splitCell(cell, separators string) []string {
	var parts []string
	begin := 0
	add := func(part string) {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	escaped := escapes(cell)
	for at, r := range cell {
		if strings.ContainsRune(separators, r) && !escaped.at(at) {
			add(cell[begin:at])
			begin = at + len(string(r))
		}
	}
	add(cell[begin:])
	return parts
}

// unescape takes the backslashes off that escape something.
func unescape(text string) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	var plain strings.Builder
	escaped := false
	for _, r := range text {
		if escaped && !strings.ContainsRune(`;/()[]|›>¶\:`, r) {
			plain.WriteByte('\\')
		}
		if escaped = !escaped && r == '\\'; !escaped {
			plain.WriteRune(r)
		}
	}
	if escaped {
		plain.WriteByte('\\')
	}
	return plain.String()
}

// plain is a text without the signs that have a backslash in front.
func plain(text string) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	var b strings.Builder
	escaped := escapes(text)
	for at, r := range text {
		if !escaped.at(at) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// unguard takes off the apostrophe that keeps a spreadsheet from taking a cell
// for a formula; see export.CSV.
func unguard(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); len(rest) < len(cell) && rest != "" && strings.ContainsAny(string([]rune(rest)[:1]), "=+-@\t\r\n＝＋－＠") {
		return cell[1:]
	}
	return cell
}
