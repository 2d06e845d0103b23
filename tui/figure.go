package tui

import (
	"math"
	"strconv"

	"casebook/model"
)

func (w *writer) figures(c model.Case) {
	var values []line
	for _, figure := range c.Figures {
		value := append(line{say(toneTitle, figureText(figure)+" ")}, marked(toneText, figure.Counts, w.terms(""))...)
		date := ""
		if figure.Date != "" {
			date = when(figure.Date)
		}
		value = append(value, w.aside(date, attributed(c, figure))...)
		values = append(values, value)
	}
	w.field("Figure", values...)
}

// attributed says who gives a figure, and how surely.
func attributed(c model.Case, f model.Figure) string {
	hedge := f.Hedge
	if hedge == "" && len(c.Source) > 0 {
		hedge = c.Source[0].Hedge
	}
	switch {
	case hedge == model.HedgeStated || hedge == "":
		if f.AttributedTo == "" {
			return ""
		}
		return "according to " + f.AttributedTo
	case f.AttributedTo == "":
		return string(hedge)
	}
	return string(hedge) + " by " + f.AttributedTo
}

// figureText is a number with how it bounds what it counts, such as "at least 48".
func figureText(f model.Figure) string {
	least, most := number(f.Min), number(f.Max)
	switch {
	case f.Comparator == model.Ordinal && f.Min != nil:
		return ordinal(*f.Min)
	case f.Comparator == model.Between:
		return "between " + least + " and " + most
	case least == "":
		least = most
	}
	if f.Comparator == model.Exactly || f.Comparator == "" {
		return least
	}
	return string(f.Comparator) + " " + least
}

// number writes a number with its thousands apart.
func number(n *float64) string {
	if n == nil {
		return ""
	}
	if *n != math.Trunc(*n) || math.Abs(*n) >= 1e15 {
		return strconv.FormatFloat(*n, 'f', -1, 64)
	}
	return thousands(int(*n))
}

func thousands(n int) string {
	if n < 0 {
		return "-" + thousands(-n)
	}
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

func ordinal(n float64) string {
	text, ending := thousands(int(n)), "th"
	if tens := int(n) / 10 % 10; tens != 1 {
		switch int(n) % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return text + ending
}
