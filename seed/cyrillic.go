package seed

import (
	"math"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// isWindows1251 reports whether bytes are Cyrillic text in Windows-1251 and in no other
// encoding. A wrong guess would silently spoil names, so short or strange texts are not.
func isWindows1251(text []byte) bool {
	const clearly = 0.3
	best, letters, lower := strangeness(text, charmap.Windows1251)
	for _, other := range []*charmap.Charmap{charmap.KOI8U, charmap.ISO8859_5, charmap.CodePage866, charmap.MacintoshCyrillic} {
		if bits, _, _ := strangeness(text, other); bits < best-clearly {
			return false
		}
	}
	// Russian has 4.4 bits a letter here, Ukrainian and Bulgarian 4.9; Greek,
	// Hebrew, Arabic and Chinese taken for it have from 5.5 on.
	limit := 4.8
	switch {
	case letters >= 20:
		limit = 5.4
	case letters >= 10:
		limit = 5.2
	}
	if lower == 0 && letters < 40 { // the lowercase letters of KOI8 are capitals here
		return false
	}
	return best <= limit
}

// strangeness returns how improbable a text is as Russian in an encoding, in bits per
// byte beyond ASCII, with the number of Cyrillic letters and of lowercase ones. Anything
// impossible in a word counts most: another sign, a capital after a lowercase letter, a
// Latin letter beside a Cyrillic one.
func strangeness(text []byte, encoding *charmap.Charmap) (bits float64, letters, lower int) {
	const wrong = 12
	shares, counted, russian, serbian := russianLetters(), 0, false, false
	wasLower, wasLatin, wasCyrillic := false, false, false
	for _, b := range text {
		if b < 0x80 {
			latin := b|0x20 >= 'a' && b|0x20 <= 'z'
			if latin && wasCyrillic {
				bits += wrong
			}
			wasLower, wasLatin, wasCyrillic = false, latin, false
			continue
		}
		r := encoding.DecodeByte(b)
		small := []rune(strings.ToLower(string(r)))[0]
		share, cyrillic := shares[small]
		switch {
		case cyrillic:
			letters++
			counted++
			bits -= math.Log2(share / 100)
			if wasLatin || wasLower && small != r {
				bits += wrong
			}
			if small == r {
				lower++
			}
			russian = russian || small == 'ы' || small == 'э'
		case strings.ContainsRune("ђѓљњќћџјѕ", small):
			serbian = true
			fallthrough
		case !strings.ContainsRune("«»„“”‘’–—…№§°•\u00A0", r):
			counted++
			bits += wrong
		}
		wasLower, wasLatin, wasCyrillic = cyrillic && small == r, false, cyrillic
	}
	if serbian && russian { // no language has both; the Kazakh KZ-1048 has its own letters there
		return math.Inf(1), letters, lower
	}
	return bits / float64(max(counted, 1)), letters, lower
}

// russianLetters are the letters of Russian by their share of its texts, in
// percent, and those that its neighbours have besides.
func russianLetters() map[rune]float64 {
	return map[rune]float64{
		'о': 10.97, 'е': 8.45, 'а': 8.01, 'и': 7.35, 'н': 6.70, 'т': 6.26, 'с': 5.47, 'р': 4.73, 'в': 4.54, 'л': 4.40, 'к': 3.49,
		'м': 3.21, 'д': 2.98, 'п': 2.81, 'у': 2.62, 'я': 2.01, 'ы': 1.90, 'ь': 1.74, 'г': 1.70, 'з': 1.65, 'б': 1.59, 'ч': 1.44,
		'й': 1.21, 'х': 0.97, 'ж': 0.94, 'ш': 0.73, 'ю': 0.64, 'ц': 0.48, 'щ': 0.36, 'э': 0.32, 'ф': 0.26, 'ъ': 0.2, 'ё': 0.2,
		'і': 3, 'ї': 0.6, 'є': 0.6, 'ґ': 0.1, 'ў': 0.5,
	}
}
