package draft

import (
	"casebook/model"
	"math"
	"strconv"
	"strings"
)

// A number is a number or a range as written, and the word after it.
type number struct {
	min, max float64
	end      int
	digits   bool // written in digits
}

const numberWords = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
const tenWords = "twenty thirty forty fifty sixty seventy eighty ninety"
const ordinalWords = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"

// number reads the number that begins at a word: 300,000; 1.5 million; 10-15; two and a half; twenty-five.
func (p *passage) number(i int) (number, bool) {
	if i < 0 || i >= len(p.words) {
		return number{}, false
	}
	if p.wordsAt(i, "a dozen") {
		return number{min: 12, max: 12, end: i + 2}, true
	}
	for _, part := range [...]struct {
		phrase string
		value  float64
	}{{"half a million", 5e5}, {"a quarter of a million", 25e4}, {"half a billion", 5e8}, {"a million", 1e6}, {"two dozen", 24}, {"half a dozen", 6}, {"a hundred", 100}, {"a thousand", 1000}} {
		if p.wordsAt(i, part.phrase) && !in("dozen hundred thousand million", p.lower(i+len(strings.Fields(part.phrase)))) {
			return number{min: part.value, max: part.value, end: i + len(strings.Fields(part.phrase))}, true
		}
	}
	n := number{end: i + 1}
	low := p.words[i].low
	first, second, isRange := strings.Cut(low, "-")
	var ok bool
	if n.min, ok = digits(first); ok {
		n.digits = true
		n.max = n.min
		if isRange {
			if n.max, ok = digits(second); !ok {
				return number{}, false
			}
		}
	} else if n.min, ok = numberWord(low); ok {
		n.max = n.min
	} else {
		return number{}, false
	}
	for p.isAdjacent(n.end - 1) {
		factor := multiplier(p.lower(n.end))
		if factor == 0 || n.max*factor > 1e13 {
			break
		}
		n.min, n.max = n.min*factor, n.max*factor
		n.end++
	}
	if p.isAdjacent(n.end-1) && p.wordsAt(n.end, "and a half") {
		n.min, n.max = n.min+0.5, n.max+0.5
		n.end += 3
	}
	return n, n.min <= n.max
}

// digits reads a number in digits, with commas between thousands.
func digits(text string) (float64, bool) {
	whole, fraction, _ := strings.Cut(text, ".")
	groups := strings.Split(whole, ",")
	for i, group := range groups {
		if group == "" || strings.Trim(group, "0123456789") != "" || i > 0 && len(group) != 3 {
			return 0, false
		}
	}
	if strings.Trim(fraction, "0123456789") != "" || strings.HasSuffix(text, ".") {
		return 0, false
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	return value, err == nil && value < 1e13
}

// numberWord reads a number in one word.
func numberWord(low string) (float64, bool) {
	if n := position(numberWords, low); n >= 0 {
		return float64(n), true
	}
	tens, ones, _ := strings.Cut(low, "-")
	ten := position(tenWords, tens)
	if ten < 0 {
		return 0, false
	}
	value := float64(ten+2) * 10
	if ones == "" {
		return value, true
	}
	one := position(numberWords, ones)
	return value + float64(one), one >= 1 && one <= 9
}

// ordinal reads third, 25th; 0 for another word.
func ordinal(low string) float64 {
	if n := position(ordinalWords, low); n > 0 {
		return float64(n)
	}
	if len(low) > 2 && in("st nd rd th", low[len(low)-2:]) {
		if n, ok := digits(low[:len(low)-2]); ok && n == math.Trunc(n) {
			return n
		}
	}
	return 0
}

func multiplier(low string) float64 {
	switch low {
	case "hundred":
		return 100
	case "thousand":
		return 1000
	case "million":
		return 1e6
	case "billion":
		return 1e9
	}
	return 0
}

// position returns the index of a word in a list; -1: none.
func position(list, word string) int {
	n := 0
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return n
		}
		n++
	}
	return -1
}

// moneyNouns are names of currencies.
const moneyNouns = "dollars euros pounds dinars pesos dirhams francs rubles roubles rupees riyals rials lira liras shillings naira yuan yen won dong baht kyat tenge soms manat leva reais soles colones quetzales bolivianos birr kwacha rand cedis taka rupiah ringgit forints lei leu hryvnias hryvnia leks denars laris lari drams dram zlotys kronor crowns"

// currencies are the codes of ISO 4217 in use.
const currencies = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL"

// measured reads a number and its unit in one word, such as 1,500km and 5kg.
func (p *passage) measured(i int) (f model.Figure, from int, ok bool) {
	low := p.lower(i)
	unit := strings.TrimLeft(low, "0123456789.,")
	if p.used[i] || unit == low || !in("km kg g m cm ha km² m² tonnes litres", unit) {
		return f, 0, false
	}
	value, ok := digits(strings.TrimSuffix(low, unit))
	b := p.bound(i)
	return b.figure(number{min: value, max: value}, unit), b.from, ok && value > 0
}

// betweenAmounts reads "between US$100 and US$200" and "from 10% to 20%".
func (p *passage) betweenAmounts(i int) (model.Figure, int, bool) {
	low, _, end, ok := p.money(i + 1)
	if !ok || !in("and to", p.lower(end)) || low.Comparator != model.Exactly {
		return model.Figure{}, 0, false
	}
	high, _, end, ok := p.money(end + 1)
	if !ok || high.Comparator != model.Exactly || *low.Min >= *high.Max || !p.isFree(i, end) {
		return model.Figure{}, 0, false
	}
	return model.Figure{Comparator: model.Between, Min: low.Min, Max: high.Max, Counts: high.Counts}, end, true
}

// money reads an amount with its currency before it, such as US$170 million,
// and a share, such as 35% of the members.
func (p *passage) money(i int) (f model.Figure, from, end int, ok bool) {
	if i >= len(p.words) || p.used[i] {
		return f, 0, 0, false
	}
	text := p.words[i].text
	if share, isShare := strings.CutSuffix(text, "%"); isShare {
		value, ok := digits(share)
		b := p.bound(i)
		return b.figure(number{min: value, max: value}, p.share(i+1)), b.from, i + 1, ok && value > 0
	}
	sign := strings.IndexAny(text, "$€£¥")
	if sign < 0 {
		return f, 0, 0, false
	}
	currency := strings.TrimRight(text, "0123456789.,")
	amount := text[len(currency):]
	end = i + 1
	if amount == "" && end < len(p.words) && strings.TrimSpace(p.words[i].gap) == "" {
		amount = p.words[end].text
		end++
	}
	value, ok := digits(amount)
	if !ok || value == 0 || end > len(p.words) {
		return f, 0, 0, false
	}
	if factor := multiplier(p.lower(end)); factor > 0 && p.isAdjacent(end-1) {
		value *= factor
		end++
	}
	b := p.bound(i)
	return b.figure(number{min: value, max: value}, currency), b.from, end, true
}

// isMoney reports whether an amount of money begins at a word: $100, RM1,900, 300 euros.
func (p *passage) isMoney(i int) bool {
	if digit := strings.IndexAny(p.lower(i), "0123456789"); digit > 0 {
		return true
	}
	n, ok := p.number(i)
	return ok && (in(moneyNouns, p.lower(n.end)) || in(moneyNouns, p.lower(n.end+1)))
}

// share returns what a percentage is of: "per cent of health posts".
func (p *passage) share(i int) string {
	if p.lower(i) == "of" {
		i++
	}
	if in("the all its their", p.lower(i)) {
		i++
	}
	if counts, _ := p.counts(i); counts != "" && p.lower(i-1) != "" {
		return "per cent of " + counts
	}
	return "per cent"
}

// isNumber reports whether a word is a number, in digits or letters.
func isNumber(low string) bool {
	_, word := numberWord(low)
	_, digit := digits(low)
	return word || digit
}
