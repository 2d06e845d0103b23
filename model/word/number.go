package word

import (
	"slices"
	"strconv"
	"strings"

	"casebook/model/lazy"
)

// Number returns the words of an amount. A number with a point, or with a comma and one
// digit after it, is one word: 2.5 years are not 5 years.
func Number(text string) string {
	whole, part, ok := strings.Cut(text, ".")
	if !ok {
		if whole, part, ok = strings.Cut(text, ","); len(part) != 1 {
			ok = false
		}
	}
	if ok && digits(whole) && digits(part) {
		return whole + "·" + part
	}
	return strings.Join(Split(text), " ")
}

func digits(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

// A numeral is the value of a word in a number: added to it, or multiplying the part
// before.
type numeral struct{ adds, times int }

// numerals are the words for numbers in English, Russian (with the usual cases) and
// Kazakh, folded.
var numerals = lazy.Value[map[string]numeral]{Make: func() map[string]numeral {
	table := map[string]numeral{}
	for value, forms := range map[int]string{
		1: "one один одна одно одного одной бір", 2: "two два две двух двум двое екі", 3: "three три трех трем трое үш", 4: "four четыре четырех четверо төрт", 5: "five пять пяти пятеро бес", 6: "six шесть шести шестеро алты",
		7: "seven семь семи семеро жеті", 8: "eight восемь восьми сегіз", 9: "nine девять девяти тоғыз", 10: "ten десять десяти", 11: "eleven одиннадцать одиннадцати", 12: "twelve двенадцать двенадцати",
		13: "thirteen тринадцать тринадцати", 14: "fourteen четырнадцать четырнадцати", 15: "fifteen пятнадцать пятнадцати", 16: "sixteen шестнадцать шестнадцати", 17: "seventeen семнадцать семнадцати", 18: "eighteen восемнадцать восемнадцати", 19: "nineteen девятнадцать девятнадцати",
		20: "twenty двадцать двадцати жиырма", 30: "thirty тридцать тридцати отыз", 40: "forty fourty сорок сорока қырық", 50: "fifty пятьдесят пятидесяти елу", 60: "sixty шестьдесят шестидесяти алпыс", 70: "seventy семьдесят семидесяти жетпіс", 80: "eighty восемьдесят восьмидесяти сексен", 90: "ninety девяносто девяноста тоқсан",
		100: "сто ста", 200: "двести двухсот", 300: "триста трехсот", 400: "четыреста четырехсот", 500: "пятьсот пятисот", 600: "шестьсот шестисот", 700: "семьсот семисот", 800: "восемьсот восьмисот", 900: "девятьсот девятисот",
	} {
		for _, form := range strings.Fields(forms) {
			table[Fold(form)] = numeral{adds: value}
		}
	}
	for value, forms := range map[int]string{100: "hundred жүз", 1000: "thousand thousands тысяча тысячи тысяч мың", 1_000_000: "million millions миллион миллиона миллионов млн"} {
		for _, form := range strings.Fields(forms) {
			table[Fold(form)] = numeral{times: value}
		}
	}
	table["он"] = numeral{adds: 10} // in Kazakh; in Russian it is a small word
	return table
}}

// NumberAt returns the number at the beginning of folded words, in digits, and its number
// of words: "forty eight", "пятьсот", "300 thousand". 0: none, or one word in digits.
func NumberAt(words []string) (number string, of int) {
	total, part := 0, 0
	for of < len(words) && of < maxNumerals {
		said, ok := numerals.Get()[words[of]]
		switch {
		case !ok && of == 0 && digits(words[0]) && len(words[0]) < 7:
			part, _ = strconv.Atoi(words[0])
		case !ok, said.times == 0 && part > 0 && (lastZeros(part) <= said.adds || digits(words[of-1])):
			return numberOf(words, total+part, of)
		case said.times == 100:
			part = max(part, 1) * 100
		case said.times > 0:
			total, part = total+max(part, 1)*said.times, 0
		default:
			part += said.adds
		}
		of++
	}
	return numberOf(words, total+part, of)
}

// maxNumerals is the maximum number of words of a number.
const maxNumerals = 8

func numberOf(words []string, number, of int) (string, int) {
	if of == 0 || of == 1 && digits(words[0]) {
		return "", 0
	}
	return strconv.Itoa(number), of
}

// lastZeros returns the bound of what can be added to a number: to 40, up to 9.
func lastZeros(number int) int {
	zeros := 1
	for number%10 == 0 && number > 0 {
		number, zeros = number/10, zeros*10
	}
	return zeros
}

// AmountAt returns the other ways to write the number and unit at the beginning of folded
// words without small ones, and its number of words: "5 years" is also "five years" and
// "60 months", and "two and a half years" is also "2.5 years". None if there is no
// amount.
func AmountAt(words []string) (amounts [][]string, of int) {
	number, half, at := "", false, 0
	if len(words) == 0 {
		return nil, 0
	}
	if count, unit, ok := compoundNumeral(words[0]); ok { // пятилетний
		return amountsOf(count, false, unit), 1
	}
	switch {
	case slices.Contains(oneAndAHalf, words[0]):
		number, half, at = "1", true, 1
	default:
		if number, at = NumberAt(words); at == 0 {
			if !digits(words[0]) {
				return nil, 0
			}
			number, at = words[0], 1
		}
		if at < len(words) && slices.Contains(halves, words[at]) {
			half = true
			at++
		}
	}
	if at == len(words) {
		return nil, 0
	}
	unit := unitOf(words[at])
	count, err := strconv.Atoi(number)
	if unit < 0 || err != nil || count > maxYears*monthsInYear {
		return nil, 0
	}
	return amountsOf(count, half, unit), at + 1
}

var (
	halves      = []string{"half", "половиной", "половина", "жарым"}
	oneAndAHalf = []string{"полтора", "полторы", "полутора"}
)

// The months of a year, and the maximum number of years of an amount.
const (
	monthsInYear = 12
	maxYears     = 1000
)

// amountsOf are the ways to write an amount.
func amountsOf(count int, half bool, unit int) [][]string {
	var all [][]string
	add := func(numbers []string, unit int) {
		for _, n := range numbers {
			for _, form := range units[unit] {
				all = append(all, []string{n, form})
			}
		}
	}
	months2 := 2 * count // in halves of the unit
	if half {
		months2++
		add([]string{strconv.Itoa(count) + "·5"}, unit)
	} else {
		add(numberWords(strconv.Itoa(count)), unit)
	}
	switch {
	case count == 0 && !half:
	case unit == years:
		add(numberWords(strconv.Itoa(months2*monthsInYear/2)), months)
	case unit == months && !half && count%monthsInYear == 0:
		add(numberWords(strconv.Itoa(count/monthsInYear)), years)
	case unit == months && !half && count%monthsInYear == monthsInYear/2:
		add([]string{strconv.Itoa(count/monthsInYear) + "·5"}, years)
	}
	return all
}

// numberWords returns the words for a number, itself first.
func numberWords(number string) []string {
	numbers := []string{number}
	if others, _ := Synonyms(numbers); others != nil {
		for _, other := range others {
			if len(other) == 1 {
				numbers = append(numbers, other[0])
			}
		}
	}
	return numbers
}

// The indexes of units of time in the list.
const (
	years = iota
	months
)

// units are the words for the units of amounts, folded: the most usual first.
var units = [][]string{
	{"year", "years", "лет", "год", "года", "жыл", "летний", "летнего", "летнее", "летнему", "летней", "годам", "жылдык", "жылга"},
	{"month", "months", "месяц", "месяца", "месяцев", "ай", "месячный", "месячного", "месяцам", "айлык", "айга"},
	{"day", "days", "день", "дня", "дней", "суток", "сутки", "кун", "дневный", "суточный", "суткам", "тэулик", "таулик", "тауликке", "кундик", "кунге"},
	{"hour", "hours", "час", "часа", "часов", "сагат", "сагатка"},
}

func unitOf(word string) int {
	return slices.IndexFunc(units, func(forms []string) bool { return slices.Contains(forms, word) })
}

// compoundNumeral reads a Russian adjective such as пятилетний: a number and its unit in
// one word.
func compoundNumeral(word string) (count, unit int, ok bool) {
	for i, suffix := range []string{"летн", "месячн", "дневн"} {
		if before, _, found := strings.Cut(word, suffix); found {
			if said := numerals.Get()[before]; said.adds > 0 {
				return said.adds, i, true
			}
		}
	}
	return 0, 0, false
}
