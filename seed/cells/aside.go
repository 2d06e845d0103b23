package cells

import (
	"strings"

	"casebook/model"
	"casebook/model/lazy"
)

// An Aside is what a cell says after the name of a person.
type Aside struct {
	Aliases []string // other names
	Remarks []string // a year of birth, an age
	Others  bool     // there are unnamed others
}

// HasDetails reports whether a cell says more than a name.
func (a Aside) HasDetails() bool { return len(a.Aliases)+len(a.Remarks) > 0 || a.Others }

var (
	aliasWords = lazy.Regexp{Pattern: `^(?i:a\.?k\.?a\.?|also known as|known as|alias|nicknamed?|nom de guerre|он же|она же|также известн\pL+ как|псевдоним|кличка|по кличке|прозвище|dite?|conocid[oa] como|vulgo|conhecid[oa] como|lakabı|genannt|المعروف بـ?|الملقب بـ?|又名|化名)[:\s]+(.+)$`}
	aliasIn    = lazy.Regexp{Pattern: `^(.{3,}?),?\s+(?i:a\.?k\.?a\.?|also known as|alias)\s+(.{2,})$`}
	bornWords  = lazy.Regexp{Pattern: `^(?i:(?:b\.|born|geb\.?|né|née|nacid[oa]|nascid[oa]|nat[oa]|род\.|рожд\.|ur\.|d\.o\.b\.?:?|dob:?)(?: in| on| en| em| nel| в)?\s*(?:\d{1,2}[./ ]\S{1,9}[./ ])?\d{4}|\d{4}\s*(?:г\.?\s?р\.?|г\.\s?рожд\.?|года рождения|р\.\s?н\.?|ж\.\s?т\.?|жылы туған)|(?:aged?|edad|idade|âge|возраст)?:?\s*\d{1,3}\s*(?:years?(?:[ -]old)?|y\.?o\.?|yrs?\.?|лет|года?|жаста|ans|años|anos|anni|jahre|lat|yaşında|سنة|عاما|岁)|(?:aged?|edad|idade|возраст):?\s*\d{1,3})\.?$`}
	bareAge    = lazy.Regexp{Pattern: `^\d{1,2}$`}
	othersIn   = lazy.Regexp{Pattern: `^(.{3,}?),?\s+((?i:et al\.?|and (?:\S+ )?others|& others|и др\.?|и другие|и ещё .+|и еще .+|y otr[oa]s(?: .+)?|et (?:\S+ )?autres|und andere|ve diğerleri))$`}
)

// CutAside separates a name from what follows it: Ada Lind (alias Sokol); Ada Lind, b.
// 1970; Ada Lind (34); Ada Lind et al. Other words in brackets stay in the name.
func CutAside(text string) (name string, aside Aside) {
	name = strings.TrimSpace(text)
	for range 4 {
		if m := othersIn.Get().FindStringSubmatch(name); m != nil {
			name, aside.Others = m[1], true
			if strings.Count(m[2], " ") > 1 { // and five others
				aside.Remarks = append(aside.Remarks, m[2])
			}
			continue
		}
		before, words, brackets := CutGroup(name, '(', ')')
		if !brackets {
			if before, words, brackets = CutGroup(name, '[', ']'); !brackets {
				at := strings.LastIndexByte(name, ',')
				if at < 0 {
					break
				}
				before, words = strings.TrimSpace(name[:at]), strings.TrimSpace(name[at+1:])
			}
		}
		m := aliasWords.Get().FindStringSubmatch(words)
		switch {
		case before == "":
			return text, Aside{}
		case m != nil:
			aside.Aliases = append(aside.Aliases, strings.Trim(m[1], `"“”«»„'‘’ `))
		case bornWords.Get().MatchString(words):
			aside.Remarks = append(aside.Remarks, words)
		case bareAge.Get().MatchString(words):
			aside.Remarks = append(aside.Remarks, "aged "+words)
		default:
			return name, aside
		}
		name = strings.TrimRight(before, " ,")
	}
	if m := aliasIn.Get().FindStringSubmatch(name); m != nil {
		name, aside.Aliases = m[1], append(aside.Aliases, strings.Trim(m[2], `"“”«»„'‘’ `))
	}
	if model.Fold(name) == "" {
		return text, Aside{}
	}
	return name, aside
}
