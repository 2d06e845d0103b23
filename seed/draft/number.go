package draft

import (
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
	if p.says(i, "a dozen") {
		return number{min: 12, max: 12, end: i + 2}, true
	}
	for _, part := range [...]struct {
		phrase string
		value  float64
	}{{"half a million", 5e5}, {"a quarter of a million", 25e4}, {"half a billion", 5e8}, {"a million", 1e6}, {"two dozen", 24}, {"half a dozen", 6}, {"a hundred", 100}, {"a thousand", 1000}} {
		if p.says(i, part.phrase) && !in("dozen hundred thousand million", p.low(i+len(strings.Fields(part.phrase)))) {
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
	for p.next(n.end - 1) {
		factor := multiplier(p.low(n.end))
		if factor == 0 || n.max*factor > 1e13 {
			break
		}
		n.min, n.max = n.min*factor, n.max*factor
		n.end++
	}
	if p.next(n.end-1) && p.says(n.end, "and a half") {
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

// position returns where a word stands in a list, counted from 0; -1 where it does not.
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
