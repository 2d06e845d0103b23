package check

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"casebook/model"
)

// outcome checks one outcome of a case.
func (c *Checker) outcome(path string, one model.Case, outcome model.Outcome) {
	if outcome.Stage != model.NotStated {
		known(c, path+".stage", "stage", outcome.Stage, model.Stages())
	}
	known(c, path+".type", "type of outcome", outcome.Type, model.OutcomeTypes())
	if outcome.Date != "" {
		c.date(path+".date", outcome.Date)
	}
	for i, name := range outcome.People {
		here := fmt.Sprintf("%s.people[%d]", path, i)
		involved := func(i model.Involvement) bool { return i.Name == name }
		if slices.ContainsFunc(one.People, involved) || slices.ContainsFunc(one.Organisations, involved) {
			continue
		}
		if c.undeclared || c.people.has[name] || c.organisations.has[name] {
			c.add(here, fmt.Sprintf("the outcome concerns %q, who is not in this case", name), "add the name under people of the case, or remove it here")
		} else {
			c.declared(here, "person", name, "people", c.people, c.organisations)
		}
	}
	stated := outcome.Amount != "" && outcome.Amount != model.NotStated
	switch {
	case stated && !validAmount(outcome.Amount):
		c.add(path+".amount", fmt.Sprintf("%q is not a valid amount", outcome.Amount), fmt.Sprintf("write a number such as 2.5, a range such as 10-15, a bound such as up to 75, or: %s", model.NotStated))
	case !stated && outcome.Unit != "":
		c.add(path+".unit", "the unit has no amount", "write the amount, or remove the unit")
	}
	switch {
	case outcome.Unit == "" && !stated:
	case outcome.Type.OfMoney():
		what := "the currency is missing"
		if outcome.Unit != "" {
			what = fmt.Sprintf("%q is not a currency", outcome.Unit)
		}
		if outcome.Unit == "" || slices.Contains(model.Units(), outcome.Unit) {
			c.add(path+".unit", what, "write the currency as the report does, such as tenge")
		}
	default:
		known(c, path+".unit", "unit", outcome.Unit, model.Units())
	}
}

// validAmount reports whether an amount is a number above 0, a range or a bound.
func validAmount(a model.Amount) bool {
	comparator, text := a.Bound()
	if comparator != "" {
		_, ok := positive(text)
		return ok
	}
	if low, high, ok := strings.Cut(text, "-"); ok {
		from, ok := positive(low)
		to, ok2 := positive(high)
		return ok && ok2 && from < to
	}
	_, ok := positive(text)
	return ok
}

// positive reads a number above 0 in the form of JSON, without an exponent.
func positive(text string) (float64, bool) {
	whole, fraction, point := strings.Cut(text, ".")
	if strings.Trim(whole+fraction, "0123456789") != "" || whole == "" || point && fraction == "" || len(whole) > 1 && whole[0] == '0' {
		return 0, false
	}
	number, err := strconv.ParseFloat(text, 64)
	return number, err == nil && number > 0
}

// figure checks that a figure has exactly the numbers that its comparator needs.
func (c *Checker) figure(path string, figure model.Figure) {
	known(c, path+".comparator", "comparator", figure.Comparator, model.Comparators())
	c.required(path+".counts", "name of what is counted", figure.Counts)
	if figure.Date != "" {
		c.date(path+".date", figure.Date)
	}
	if figure.AttributedTo != "" {
		c.declared(path+".attributed_to", "person or organisation", figure.AttributedTo, "people or organisations", c.people, c.organisations)
	}
	for _, number := range []*float64{figure.Min, figure.Max} {
		if number != nil && (math.IsNaN(*number) || math.IsInf(*number, 0) || *number < 0) {
			c.add(path, "the figure must be a number, zero or more", "write the number that the report gives")
			return
		}
	}
	for _, number := range []*float64{figure.Min, figure.Max} {
		if number != nil && *number >= 1<<53 {
			c.add(path, "the number is too large to be stored exactly", "write a smaller one; numbers go up to 9,007,199,254,740,991")
			return
		}
	}
	low, high := figure.Min, figure.Max
	switch figure.Comparator {
	case model.Exactly, model.About, model.Ordinal:
		if low == nil || high == nil || *low != *high {
			c.add(path, fmt.Sprintf("with %q, min and max must be the same number", figure.Comparator), "write both, such as min: 48, max: 48")
		} else if figure.Comparator == model.Ordinal && (*low < 1 || *low != math.Trunc(*low)) {
			c.add(path, fmt.Sprintf("%s is not a position in a sequence", model.Number(*low)), "write a whole number from 1")
		}
	case model.AtLeast, model.MoreThan:
		if low == nil || high != nil {
			c.add(path, fmt.Sprintf("%q takes a min and no max", figure.Comparator), "write only min, such as min: 48")
		}
	case model.UpTo, model.FewerThan, model.Nearly:
		if low != nil || high == nil {
			c.add(path, fmt.Sprintf("%q takes a max and no min", figure.Comparator), "write only max, such as max: 500")
		}
	case model.Between:
		if low == nil || high == nil || *low >= *high {
			c.add(path, `"between" takes a min and a larger max`, "write both, such as min: 10, max: 15")
		}
	}
}
