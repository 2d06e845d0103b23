package model

import (
	"encoding/json"
	"strconv"
)

// An Amount is how much of a unit an outcome has: a number such as 2.5, a
// range such as 10-15, a bound such as "up to 75" with the comparator of a
// figure, or NotStated. In JSON a plain number is a number, everything else a
// string.
type Amount string

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
