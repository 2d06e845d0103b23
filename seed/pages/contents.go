package pages

import (
	"slices"
	"strings"

	"casebook/model/lazy"
)

var contentsLine = lazy.Regexp{Pattern: `^(\p{L}[\p{L}\p{M} ,.'’()/–-]{2,50}?)[\s.·…_]+(\d{1,4})$`}

// contentsOf returns the names in a book's table of contents, and the line after it:
// several consecutive lines that end with a page number.
func contentsOf(lines []line) (names []string, end int) {
	from := -1
	for i, l := range lines[:max(len(lines)/3, min(len(lines), 300))] {
		if contentsLine.Get().MatchString(l.Text) {
			if from < 0 {
				from = i
			}
			continue
		}
		if from >= 0 && i-from >= 5 {
			if !slices.ContainsFunc(lines[i:min(i+6, len(lines))], func(l line) bool { return contentsLine.Get().MatchString(l.Text) }) {
				end = i
				break
			}
			continue
		}
		from = -1
	}
	if from < 0 || end == 0 {
		return nil, 0
	}
	for _, l := range lines[from:end] {
		if match := contentsLine.Get().FindStringSubmatch(l.Text); match != nil {
			name := strings.Trim(match[1], " .·…_")
			if !strings.EqualFold(name, "contents") && !strings.EqualFold(name, "page") {
				names = append(names, name)
			}
		}
	}
	return names, end
}
