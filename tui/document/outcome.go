package document

import (
	"slices"
	"strconv"
	"strings"

	"casebook/model"
)

// outcome returns an outcome with its amount, such as "prison, 5 years".
func (f Format) outcome(o model.Outcome) string {
	ended := f.Words.Word(string(o.Type))
	switch {
	case o.Amount == model.NotStated && o.Type.OfMoney():
		return f.Words.Say("%s, amount not stated", ended)
	case o.Amount == model.NotStated:
		return f.Words.Say("%s, length not stated", ended)
	case o.Amount == "":
		return ended
	}
	return ended + ", " + f.amount(o.Amount, o.Unit)
}

// amount returns an amount with its unit, such as "5 years", "10–15 days" or "up to
// 75 days". Its last number decides on the form of the unit.
func (f Format) amount(amount model.Amount, unit model.Unit) string {
	last := string(amount[strings.LastIndexAny(string(amount), " -")+1:])
	comparator, text := amount.Bound()
	if whole, err := strconv.Atoi(text); err == nil {
		text = f.Words.Number(whole)
	} else {
		text = f.Words.Decimal(strings.ReplaceAll(text, "-", "–"))
	}
	if !slices.Contains(model.Units(), unit) {
		return f.bound(comparator, unit.Beside(text))
	}
	text = f.bound(comparator, text)
	n, err := strconv.Atoi(last)
	if err != nil || n == 1 && string(amount) != last {
		n = 2 // of a part, as of two
	}
	switch unit {
	case "years":
		return f.Words.Say("%[2]s year|%[2]s years", n, text)
	case "months":
		return f.Words.Say("%[2]s month|%[2]s months", n, text)
	case "days":
		return f.Words.Say("%[2]s day|%[2]s days", n, text)
	}
	return f.Words.Say("%[2]s hour|%[2]s hours", n, text)
}
