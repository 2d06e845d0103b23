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
