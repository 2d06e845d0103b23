package model

import (
	"encoding/json"
	"strconv"
	"strings"
)

// An Amount is how much of a unit an outcome has: a number such as 2.5, a
// range such as 10-15, a bound such as "up to 75" with the comparator of a
// figure, or NotStated. In JSON a plain number is a number, everything else a
// string.
type Amount string

// Bound returns the comparator of a bound and its number; of anything else no
// comparator and the whole text.
func (a Amount) Bound() (Comparator, string) {
	for _, comparator := range []Comparator{About, Nearly, AtLeast, MoreThan, UpTo, FewerThan} {
		if number, ok := strings.CutPrefix(string(a), string(comparator)+" "); ok {
			return comparator, number
		}
	}
	return "", string(a)
}

// CutUnit cuts an amount from the unit behind it, such as up to 300 from euros.
func CutUnit(text string) (Amount, Unit) {
	_, rest := Amount(text).Bound()
	number, unit, _ := strings.Cut(rest, " ")
	return Amount(strings.TrimSuffix(text, rest) + number), Unit(strings.TrimSpace(unit))
}

// Beside returns a number with its unit, as a sum is written: US$300, 300 euros.
func (u Unit) Beside(number string) string {
	if strings.ContainsAny(string(u), "$€£¥") {
		return string(u) + number
	}
	return strings.TrimSpace(number + " " + string(u))
}

// sum returns an amount of money with its currency, and a comma at the thousands.
func (a Amount) sum(currency Unit) string {
	comparator, number := a.Bound()
	if n, err := strconv.ParseFloat(number, 64); err == nil {
		number = Number(n)
	}
	return strings.TrimSpace(string(comparator) + " " + currency.Beside(number))
}

// MarshalJSON writes a plain number as one.
func (a Amount) MarshalJSON() ([]byte, error) {
	if _, err := strconv.ParseFloat(string(a), 64); err == nil && json.Valid([]byte(a)) {
		return []byte(a), nil
	}
	return json.Marshal(string(a))
}

// UnmarshalJSON takes a number or a string.
func (a *Amount) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		return json.Unmarshal(data, (*string)(a))
	}
	var number json.Number
	if err := json.Unmarshal(data, &number); err != nil {
		return err
	}
	*a = Amount(number)
	return nil
}
