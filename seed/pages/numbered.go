package pages

import (
	"regexp"
	"strings"

	"casebook/model/lazy"
)

// numberStyles are the ways in which headings are numbered.
var numberStyles = lazy.Value[[]*regexp.Regexp]{Make: func() []*regexp.Regexp {
	return []*regexp.Regexp{
		regexp.MustCompile(`^(?:Section|SECTION|Part|PART|Chapter|CHAPTER) (?:\d+|[IVX]+)[.:]? \p{Lu}`),
		regexp.MustCompile(`^[IVX]+\. \p{Lu}`),
		regexp.MustCompile(`^[A-Z]\d\. \p{Lu}`),
		regexp.MustCompile(`^[A-Z]\. \p{Lu}\pL+ `),
		regexp.MustCompile(`^[a-h]\. \p{Lu}`),
	}
}}

// numbered returns the levels of numbered headings: a style of numbering that appears for
// the first time is below the one before it. Headings without a number are another
// style. nil: no heading is numbered.
func numbered(units []unit) []int {
	const plain = -1
	style := func(u unit) (int, bool) {
		for n, style := range numberStyles.Get() {
			if len(u.Text) <= 200 && style.MatchString(u.Text) && !strings.HasSuffix(u.Text, ".") && !strings.Contains(strings.TrimRight(u.Text[4:], ".?"), ". ") {
				return n, true
			}
		}
		return plain, u.heading
	}
	count := 0
	for _, u := range units {
		if u.level > 0 {
			return nil // the text marks its levels
		}
		if n, ok := style(u); ok && n != plain {
			count++
		}
	}
	if count < 2 {
		return nil
	}
	levels := make([]int, len(units))
	var open []int // the styles that are open, from the top
	begun := false
	for i, u := range units {
		n, ok := style(u)
		if !ok || i == len(units)-1 || n == plain && !begun && len(units) > i+1 && !units[i+1].heading && i == 0 {
			continue
		}
		begun = true
		depth := len(open)
		for d, s := range open {
			if s == n {
				depth = d
			}
		}
		open = append(open[:depth], n)
		levels[i] = depth + 1
	}
	return levels
}
