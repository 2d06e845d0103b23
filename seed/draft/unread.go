package draft

import (
	"fmt"
	"strings"
)

// vagueCounts are words for a number that is not given.
const vagueCounts = "dozens scores hundreds thousands millions"

// unread returns what of a passage says when or how many and could not be
// taken, so that a person looks at it: days that no month has, months and years
// beside words that put the matter before or after them, counts without a number.
func (p *passage) unread() []string {
	var told []string
	for i := 0; i < len(p.words); i++ {
		if p.taken[i] {
			continue
		}
		switch {
		case in(vagueCounts, p.low(i)):
			end := i + 1
			if p.low(end) == "of" && p.next(i) {
				if _, after := p.counts(end + 1); after > end+1 {
					end = after
				}
			}
			told = append(told, fmt.Sprintf("%q has no number, and is left out", p.slice(i, end)))
			i = end - 1
		case p.month(i) > 0 && (len(p.day(i-1)) > 0 || len(p.day(i+1)) > 0 || !in("may march august", p.low(i))):
			from, to := i, i+1
			if i > 0 && p.next(i-1) && len(p.day(i-1)) > 0 {
				from--
			}
			if from > 0 && p.next(from-1) && in("after before", p.low(from-1)) {
				from--
			}
			if p.next(i) && (p.year(i+1) > 0 || len(p.day(i+1)) > 0) {
				to++
			}
			told = append(told, fmt.Sprintf("%q is not the date of a fact, and is left out", strings.TrimSpace(p.slice(from, to))))
			i = to - 1
		}
	}
	return told
}
