package model

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"casebook/model/edtf"
)

// lastKey sorts after every other key: it is the key of cases without one.
const lastKey = "\U0010ffff"

// SortKey returns the key by which cases are sorted in an order: cases with the same
// key are in the order of the report. It is empty in SortReport, which needs no key.
// By date, cases are sorted by their main date: the one that begins earlier comes first;
// of two that begin together, the one that ends earlier.
func (c Case) SortKey(sort Sort) string {
	switch sort {
	case SortDate:
		if date, err := edtf.Parse(c.MainDate()); err == nil {
			return date.Earliest() + "/" + cmp.Or(date.Latest(), lastKey)
		}
		return lastKey
	case SortTitle:
		return Fold(c.Title)
	case SortPeople:
		people, organisations := c.Concerned()
		for _, one := range append(people, organisations...) {
			if one.Name != NotStated {
				return Fold(one.Name)
			}
		}
		return lastKey
	case SortOutcome:
		for _, outcome := range c.Outcomes {
			if outcome.Stage != StagePenaltyInLaw {
				return outcome.sortKey()
			}
		}
		return lastKey
	case SortPlace:
		for _, place := range c.Places {
			if name := place.FullName(); name != NotStated && place.Role != RoleFromReport {
				return Fold(name)
			}
		}
		return lastKey
	}
	return ""
}

// maxHours is more hours than any amount has.
const maxHours = 1_000_000_000

// sortKey sorts outcomes by type, the most severe first, then by amount, the largest
// first. Of a range the last number counts.
func (o Outcome) sortKey() string {
	numbers := strings.FieldsFunc(string(o.Amount), func(r rune) bool { return !unicode.IsDigit(r) && r != '.' })
	amount := 0.0
	if len(numbers) > 0 {
		amount, _ = strconv.ParseFloat(numbers[len(numbers)-1], 64)
	}
	hours := map[Unit]float64{"years": 365.25 * 24, "months": 30.4375 * 24, "days": 24}[o.Unit]
	types := OutcomeTypes()
	at := slices.Index(types, o.Type)
	if at < 0 {
		at = len(types)
	}
	return fmt.Sprintf("%02d %010.0f", at, maxHours-min(amount*max(hours, 1), maxHours))
}
