package draft

import (
	"strings"

	"casebook/model"
)

// dateWhat guesses what a date dates: by the next verb if the date begins its sentence,
// else by the nearest verb before it.
func (p *passage) dateWhat(from, to int, edtf string) model.DateWhat {
	start, stop := p.sentence(from)
	opens := from-start <= 1
	if opens || p.verbWhat(start, from, -1) == "" {
		if what := p.verbWhat(to, stop, 1); what != "" {
			return what
		}
	}
	if what := p.verbWhat(start, from, -1); what != "" {
		return what
	}
	if len(edtf) == len("2016") || strings.Contains(edtf, "/") && len(edtf) < len("2016-05-17/2016-05-20") {
		return "period"
	}
	return "act"
}

// verbWhat returns what the first known verb of some words means for a date, forwards or
// backwards.
func (p *passage) verbWhat(from, to, step int) model.DateWhat {
	i := from
	if step < 0 {
		i = to - 1
	}
	for ; i >= from && i < to; i += step {
		if p.wordsAt(i, "force") && !p.wordsAt(i-1, "into force") && !p.wordsAt(i-1, "in force") {
			continue
		}
		for _, entry := range [...]struct {
			what  model.DateWhat
			words string
		}{
			{"planned", "planned scheduled due"},
			{"arrest", "arrested arrest"},
			{"detention", "detained detention"},
			{"release", "released freed pardoned"},
			{"challenge", "challenged appealed"},
			{"verdict", "sentenced convicted acquitted guilty"},
			{"appeal", "upheld overturned quashed appeal"},
			{"commutation", "commuted"},
			{"conversion", "converted"},
			{"fine", "fined"},
			{"introduced", "introduced passed adopted enacted approved ratified"},
			{"in force", "force"},
			{"moratorium", "moratorium"},
			{"period", "registered recorded documented estimated"},
			{"act", "killed killing shot died attacked protested demonstrated protests demonstrations posts wrote published acquired announced held beat beaten tortured"},
		} {
			if in(entry.words, p.lower(i)) {
				return entry.what
			}
		}
	}
	return ""
}
