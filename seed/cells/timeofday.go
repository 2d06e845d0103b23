package cells

import "strings"

// HasTime reports whether a date has a time of day, other than midnight.
func HasTime(text string) bool {
	for at := 1; at < len(text)-2; at++ {
		if text[at] != ':' || !isDigit(text[at-1]) || !isDigit(text[at+1]) || !isDigit(text[at+2]) || at+3 < len(text) && isDigit(text[at+3]) {
			continue
		}
		if text[at-1] != '0' || at > 1 && isDigit(text[at-2]) && text[at-2] != '0' || text[at+1:at+3] != "00" {
			return at < 2 || text[at-2] != '+' && (at < 3 || text[at-3] != '+') // a time zone is not a time
		}
	}
	return false
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// withoutTime removes a time of day from the end of a date.
func withoutTime(text string) string {
	colon := strings.IndexByte(text, ':')
	if colon < 0 {
		return text
	}
	at := colon
	for at > 0 && text[at-1] >= '0' && text[at-1] <= '9' && colon-at < 2 {
		at--
	}
	if at == colon || at == 0 || text[at-1] != ' ' && text[at-1] != 't' && text[at-1] != ',' {
		if before, after, _ := strings.Cut(text, ":"); strings.Trim(before, "abcdefghijklmnopqrstuvwxyz ") == "" { // EOW: 10 September 1930
			return withoutTime(strings.TrimSpace(after))
		}
		return text
	}
	rest := strings.Trim(text[at:], "0123456789:.+- ")
	switch rest {
	case "", "z", "am", "pm", "a.m", "p.m", "a.m.", "p.m.", "utc", "gmt", "h", "ч", "hrs":
		text = strings.TrimRight(strings.TrimSuffix(text[:at], "t"), " ,")
		for _, word := range []string{" at", " um", " à", " a las", " в", " о", " alle", " saat"} {
			text = strings.TrimSuffix(text, word)
		}
		return text
	}
	return text
}
