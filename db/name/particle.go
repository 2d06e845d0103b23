package name

import (
	"slices"
	"strings"

	"casebook/model/lazy"
)

// Words that hardly distinguish names, as keys: articles and words for son, daughter and
// servant (UNGEGN Arabic and Persian; Kazakh, Kyrgyz, Uzbek, Azerbaijani).
var particles = lazy.Set{Text: "al el ul as ax ar an ad at az zoda zade abu um " + sons + " " + childOf}

// Words for son and daughter, as keys: sons stand before the father's name
// (Arabic, Hassaniya, Tamazight), childOf after it (Kazakh, Kyrgyz, Uzbek,
// Turkmen, Azerbaijani, Ossetian).
const (
	sons    = "bin bn abn ben ibn bint uld valad veled ag"
	childOf = "uli ulu ogli oglu ugli uglu oguli ogul kizi gizi uulu firt"
)

var (
	beforeFather = lazy.Set{Text: sons}
	afterFather  = lazy.Set{Text: childOf}
)

// Words that hardly distinguish names, as written, since other names have the same sounds:
// Wang is not van.
var prepositions = lazy.Set{Text: "of the and de da van von der di la le du des i va де да ван фон дер ди ла ле дю и ва"}

// Words for kinds of places and firms, in English, Russian and Kazakh.
var kinds = lazy.Set{Text: "siti rejion oblast provins province distrikt toun town vilaje kalasi obliasi oblisi audani auili " +
	"gorod raion selo aul respublika respublikasi republik republic " +
	"kz ru com org net too ao llp ltd ooo tov jxs"}

// Endings that a surname may have or lack: Russian -ov, -ev, -in and their feminine forms,
// Kazakh -uly, -kyzy, -tegi.
var surnameSuffixes = []string{"ova", "eva", "ov", "ev", "uli", "kizi", "tegi", "zade", "zoda"}

// Endings that a form of address adds to a given name or drops: Kazakh -zhan, -tai, -ke
// and others.
var endearmentSuffixes = []string{"jan", "jon", "tai", "ke", "eke", "x"}

func members(words string) map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		all[word] = true
	}
	return all
}

// isSlight reports whether a word hardly distinguishes names.
func (w Word) isSlight() bool {
	if particles.Has(w.Literal) || kinds.Has(w.Literal) || prepositions.Has(w.Literal) {
		return true
	}
	return particles.Has(w.Keys[0]) || kinds.Has(w.Keys[0])
}

// longerBy reports whether long is short with one of some endings.
func longerBy(long, short string, ends []string) bool {
	if stem, cut := strings.CutSuffix(short, "i"); cut && len(stem) > 2 && isVowel(stem[len(stem)-1]) && strings.HasPrefix(long, stem+"e") {
		short = stem // Narymbayev drops the glide of Narymbay
	}
	if len(short) < 3 || len(long) <= len(short) || !strings.HasPrefix(long, short) {
		return false
	}
	return slices.Contains(ends, long[len(short):])
}

// differBySex reports whether two surnames are the masculine and feminine form of one:
// Kasymov, Kasymova; Zelensky, Zelenskaya.
func differBySex(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, end := range []string{"ov", "ev", "in"} {
		if strings.HasSuffix(a, end) && b == a+"a" {
			return true
		}
	}
	stem, adjective := strings.CutSuffix(a, "ski")
	return adjective && (b == stem+"skaia" || b == stem+"skaya")
}

// titles are words before a name that are not part of it, as written: degrees, offices,
// ranks, and honorifics in Arabic, Persian, Pashto, Urdu and Turkic languages.
var titles = lazy.Value[map[string]bool]{Make: func() map[string]bool {
	return members(withoutMarks("dr doctor prof professor mr mrs ms miss sir lord lady hon honourable honorable rev father " +
		"president minister senator general gen colonel col major maj captain capt lieutenant lt brigadier sergeant judge justice " +
		"sheikh shaikh shaykh sheik cheikh cheik shekh seyed sayed sayyed sayyid seyyed seyyid sayid syed saiyed seid " +
		"haji hajji hadji hajj haj alhaji elhadj hacı mullah mulla molla mawlawi maulawi mawlavi maulavi maulvi molvi molavi maulana mawlana " +
		"qari qaari hafiz ayatollah ayatullah hojjatoleslam imam mufti ustad ustaz usta akhund akhond mirza agha aqa khwaja chaudhry chaudhary mian " +
		"бей эфенди др доктор проф профессор господин госпожа г-н президент министр генерал полковник майор капитан шейх сейид хаджи мулла имам муфтий аятолла " +
		"شيخ الشيخ شیخ سيد السيد سید دكتور الدكتور دکتر حاجي حاجی حاج الحاج ملا مولوي مولوی قاري قاری آيت مهندس"))
}}

// isTitle reports whether a word may be a title. Many titles are also names: only beside
// two other words a title is certain.
func (w Word) isTitle() bool { return titles.Get()[w.Literal] }
