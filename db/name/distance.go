package name

import "casebook/model/lazy"

// What a difference costs; 1 is a different letter. Sounds that romanisations confuse cost
// less.
const (
	costLetter         = 1.0  // one letter for another
	costVowel          = 0.6  // one vowel for another that sounds unlike it
	costNearVowel      = 0.2  // one vowel for another that languages or unstressed syllables confuse
	costConfused       = 0.3  // one consonant for another that languages confuse
	costNeighbour      = 0.55 // the next key on the keyboard
	costMissing        = 0.8  // a consonant too many or too few
	costLostVowel      = 0.4  // a vowel too many or too few
	costGlide          = 0.2  // an i beside a vowel too many or too few
	costBare           = 0.03 // a vowel that the script leaves out
	costSwapped        = 0.4  // two letters swapped
	factorFirst        = 1.5  // for differences in the first letter
	impossible         = 99.0
	maxComparedLetters = 32
)

// A costTable has the cost of each sound in the place of another.
type costTable [128][128]float64

// soundCosts has lower costs for sounds that languages or romanisations confuse.
var soundCosts = lazy.Value[*costTable]{Make: newSoundCosts}

func newSoundCosts() *costTable {
	var table costTable
	for i := range table {
		for j := range table[i] {
			a, b := isVowel(byte(i)), isVowel(byte(j))
			switch {
			case i == j:
			case a && b:
				table[i][j] = costVowel
			default:
				table[i][j] = costLetter
			}
		}
	}
	set := func(pairs string, cost float64) {
		for i := 0; i+1 < len(pairs); i += 3 {
			table[pairs[i]][pairs[i+1]], table[pairs[i+1]][pairs[i]] = cost, cost
		}
	}
	// ә is written a, e; unstressed Russian o is heard a, unstressed e is heard
	// i; Tajik and Uzbek o is Persian a; Kazakh ө, ұ, ү are written o, u; ё is e, o.
	set("ae ao ei ou eo", costNearVowel)
	set("iu", 0.4)
	// Voiced and voiceless; Persian and Arabic have no p or no v.
	set("bp dt gk sz vf pf bv", costConfused)
	// Kazakh ш is Russian ч; ц is heard s; г and х for h, also in Ukrainian and
	// Belarusian; š and č without their marks are s and c.
	set("qx cs gh jx jz jq sx cq", 0.4)
	set("kh", 0.6)
	set("cz", 0.4) // German ц
	set("uv nm", 0.4)
	set("tc iy ij lr", 0.7)
	return &table
}

// soundDistance returns the cost of changing key a into key b; the lowest cost of changing
// it into a prefix of b, and the number of letters of that prefix. bareA and bareB say
// whose script leaves vowels out. A cost above limit is impossible.
func soundDistance(a, b string, bareA, bareB bool, limit float64) (cost, begin float64, letters int) {
	if len(a) > maxComparedLetters || len(b) > maxComparedLetters || len(a) == 0 || len(b) == 0 {
		return impossible, impossible, 0
	}
	var rows [3][maxComparedLetters + 1]float64
	var losses [maxComparedLetters]float64 // of the letters of b
	table := soundCosts.Get()
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := 1; j <= len(b); j++ {
		losses[j-1] = missingSoundCost(b, j-1, bareA)
		last[j] = last[j-1] + losses[j-1]
	}
	for i := 1; i <= len(a); i++ {
		loss := missingSoundCost(a, i-1, bareB)
		row[0] = last[0] + loss
		rowMin := row[0]
		for j := 1; j <= len(b); j++ {
			change := table.exchangeCost(a[i-1], b[j-1])
			if i == 1 && j == 1 {
				change *= factorFirst
			}
			best := last[j-1] + change
			best = min(best, last[j]+loss, row[j-1]+losses[j-1])
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] && a[i-1] != a[i-2] {
				best = min(best, before[j-2]+costSwapped)
			}
			row[j] = best
			rowMin = min(rowMin, best)
		}
		if rowMin > limit {
			return impossible, impossible, 0
		}
		before, last, row = last, row, before
	}
	cost = last[len(b)]
	begin, letters = cost, len(b)
	for j := 1; j < len(b); j++ {
		if last[j] < begin {
			begin, letters = last[j], j
		}
	}
	return cost, begin, letters
}

// consonants returns the set of consonants of a key. Keys whose sets differ by more than
// maxConsonantsApart are too different to compare.
func consonants(key string) (set uint32) {
	for i := 0; i < len(key); i++ {
		if b := key[i]; b >= 'a' && b <= 'z' && !isVowel(b) {
			if voiceless[b] != 0 {
				b = voiceless[b]
			}
			set |= 1 << (b - 'a')
		}
	}
	return set
}

const maxConsonantsApart = 4

func (c *costTable) exchangeCost(a, b byte) float64 {
	if a == b {
		return 0
	}
	if a >= 128 || b >= 128 {
		return costLetter
	}
	return c[a][b]
}

// missingSoundCost returns the cost of a sound that the other key lacks. bare says that
// the other script leaves vowels out, which none does at either end.
func missingSoundCost(key string, i int, bare bool) float64 {
	cost := costMissing
	switch {
	case !isVowel(key[i]):
	case bare && i > 0 && i+1 < len(key):
		return costBare
	case key[i] == 'i' && (i > 0 && isVowel(key[i-1]) || i+1 < len(key) && isVowel(key[i+1])):
		cost = costGlide
	default:
		cost = costLostVowel
	}
	if i == 0 {
		cost *= factorFirst
	}
	return cost
}

// letterDistance returns the cost of changing word a into word b by typing errors, on a
// keyboard.
func letterDistance(a, b []rune, limit float64) float64 {
	if len(a) > maxComparedLetters || len(b) > maxComparedLetters || len(a)-len(b) > 3 || len(b)-len(a) > 3 {
		return impossible
	}
	var rows [3][maxComparedLetters + 1]float64
	var extras [maxComparedLetters]float64 // of the letters of b
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := 1; j <= len(b); j++ {
		extras[j-1] = extraLetterCost(b, j-1)
		last[j] = last[j-1] + extras[j-1]
	}
	for i := 1; i <= len(a); i++ {
		more := extraLetterCost(a, i-1)
		row[0] = last[0] + more
		rowMin := row[0]
		for j := 1; j <= len(b); j++ {
			change := 0.0
			if a[i-1] != b[j-1] {
				change = costLetter
				if neighbours(a[i-1], b[j-1]) {
					change = costNeighbour
				}
				if i == 1 && j == 1 {
					change *= factorFirst
				}
			}
			best := min(last[j-1]+change, last[j]+more, row[j-1]+extras[j-1])
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] && a[i-1] != a[i-2] {
				best = min(best, before[j-2]+costSwapped)
			}
			row[j] = best
			rowMin = min(rowMin, best)
		}
		if rowMin > limit {
			return impossible
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// extraLetterCost returns the cost of a letter that the other word lacks: less for a
// neighbouring key that was hit too, or a key hit twice.
func extraLetterCost(word []rune, i int) float64 {
	cost := costMissing
	if i > 0 && (word[i] == word[i-1] || neighbours(word[i], word[i-1])) || i+1 < len(word) && neighbours(word[i], word[i+1]) {
		cost = costNeighbour
	}
	if i == 0 {
		cost *= factorFirst
	}
	return cost
}
