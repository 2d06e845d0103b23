package name

import (
	"slices"
	"strings"
	"sync"
)

// Words that hardly tell one name from another, as keys: articles and words
// for son, daughter and servant (UNGEGN Arabic and Persian; Kazakh, Kyrgyz,
// Uzbek, Azerbaijani).
var particles = set("al el ul as ax ar an ad at az zoda zade abu um " + sons + " " + childOf)

// Words for son and daughter, as keys: sons stand before the father's name
// (Arabic, Hassaniya, Tamazight), childOf after it (Kazakh, Kyrgyz, Uzbek,
// Turkmen, Azerbaijani, Ossetian).
const (
	sons    = "bin bn abn ben ibn bint uld valad veled ag"
	childOf = "uli ulu ogli oglu ugli uglu oguli ogul kizi gizi uulu firt"
)

var (
	beforeFather = set(sons)
	afterFather  = set(childOf)
)

// The same as written: prepositions and words for and. Names sound like them:
// Wang is not van.
var prepositions = set("of the and de da van von der di la le du des i va де да ван фон дер ди ла ле дю и ва")

// Words that say what kind of a place or a firm it is, in English, Russian and
// Kazakh.
var kinds = set("siti rejion oblast provins province distrikt toun town vilaje kalasi obliasi oblisi audani auili " +
	"gorod raion selo aul respublika respublikasi republik republic " +
	"kz ru com org net too ao llp ltd ooo tov jxs")

// Ends that a surname has or has not: Russian -ov, -ev, -in and their
// feminine, Kazakh -uly, -kyzy, -tegi.
var surnameSuffixes = []string{"ova", "eva", "ov", "ev", "uli", "kizi", "tegi", "zade", "zoda"}

// Ends that a given name may be said without: Kazakh -zhan, -tai, -ke and the
// like, which an address leaves out or puts on.
var endearmentSuffixes = []string{"jan", "jon", "tai", "ke", "eke", "x"}

// set makes a set of words when it is first asked for.
func set(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool { return members(words) })
}

func members(words string) map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		all[word] = true
	}
	return all
}

// isSlight says that a word hardly tells one name from another.
func (w Word) isSlight() bool {
	if particles()[w.Literal] || kinds()[w.Literal] || prepositions()[w.Literal] {
		return true
	}
	return particles()[w.Keys[0]] || kinds()[w.Keys[0]]
}

// longerBy reports whether long is short with one of the ends.
func longerBy(long, short string, ends []string) bool {
	if stem, cut := strings.CutSuffix(short, "i"); cut && len(stem) > 2 && isVowel(stem[len(stem)-1]) && strings.HasPrefix(long, stem+"e") {
		short = stem // the glide of Narymbay is lost in Narymbayev
	}
	if len(short) < 3 || len(long) <= len(short) || !strings.HasPrefix(long, short) {
		return false
	}
	return slices.Contains(ends, long[len(short):])
}

// differBySex reports whether two surnames differ by sex alone: Kasymov, Kasymova;
// Zelensky, Zelenskaya.
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

// titles are words before a name that are none, as they are written: degrees,
// offices, ranks, and the honorifics of scholars, pilgrims and descendants of the
// Prophet in Arabic, Persian, Pashto, Urdu and Turkic languages.
var titles = sync.OnceValue(func() map[string]bool {
	return members(withoutMarks("dr doctor prof professor mr mrs ms miss sir lord lady hon honourable honorable rev father " +
		"president minister senator general gen colonel col major maj captain capt lieutenant lt brigadier sergeant judge justice " +
		"sheikh shaikh shaykh sheik cheikh cheik shekh seyed sayed sayyed sayyid seyyed seyyid sayid syed saiyed seid " +
		"haji hajji hadji hajj haj alhaji elhadj hacı mullah mulla molla mawlawi maulawi mawlavi maulavi maulvi molvi molavi maulana mawlana " +
		"qari qaari hafiz ayatollah ayatullah hojjatoleslam imam mufti ustad ustaz usta akhund akhond mirza agha aqa khwaja chaudhry chaudhary mian " +
		"бей эфенди др доктор проф профессор господин госпожа г-н президент министр генерал полковник майор капитан шейх сейид хаджи мулла имам муфтий аятолла " +
		"شيخ الشيخ شیخ سيد السيد سید دكتور الدكتور دکتر حاجي حاجی حاج الحاج ملا مولوي مولوی قاري قاری آيت مهندس"))
})

// isTitle reports whether a word is no name but stands before one. Many are given
// names or surnames too: only beside two other words is it sure to be none.
func (w Word) isTitle() bool { return titles()[w.Literal] }
