package tui

import (
	"math"
	"strconv"

	"casebook/model"
	"casebook/tui/text"
)

func (w *writer) figures(c model.Case) {
	var values []text.Line
	for _, figure := range c.Figures {
		value := append(text.Line{text.New(text.Title, w.figure(figure)+" ")}, text.Mark(text.Normal, figure.Counts, w.terms(""))...)
		date := ""
		if figure.Date != "" {
			date = w.date(figure.Date)
		}
		value = append(value, w.aside(date, w.attributed(c, figure))...)
		values = append(values, value)
	}
	w.field(w.words.Say("Figure"), values...)
}

// attributed says who gives a figure, and how surely.
func (w writing) attributed(c model.Case, f model.Figure) string {
	hedge := c.HedgeOf(f.Source)
	switch {
	case hedge == model.HedgeStated || hedge == "":
		if f.AttributedTo == "" {
			return ""
		}
		return w.words.Say("according to %s", f.AttributedTo)
	}
	return w.hedgedBy(hedge, f.AttributedTo)
}

// figure is a number with how it bounds what it counts, such as "at least 48".
func (w writing) figure(f model.Figure) string {
	least, most := w.number(f.Min), w.number(f.Max)
	switch {
	case f.Comparator == model.Ordinal && f.Min != nil:
		return w.ordinal(int(*f.Min))
	case f.Comparator == model.Between:
		return w.words.Say("between %[1]s and %[2]s", least, most)
	case least == "":
		least = most
	}
	if f.Comparator == model.Exactly || f.Comparator == "" {
		return least
	}
	return w.words.Word(string(f.Comparator)+" %s", least)
}

// number writes a number with its thousands apart.
func (w writing) number(n *float64) string {
	if n == nil {
		return ""
	}
	if *n != math.Trunc(*n) || math.Abs(*n) >= 1e15 {
		return strconv.FormatFloat(*n, 'f', -1, 64)
	}
	return w.words.Number(int(*n))
}

// ordinal is a number that counts a place in a row.
func (w writing) ordinal(n int) string {
	if tens := n / 10 % 10; tens != 1 {
		switch n % 10 {
		case 1:
			return w.words.Say("%dst", n)
		case 2:
			return w.words.Say("%dnd", n)
		case 3:
			return w.words.Say("%drd", n)
		}
	}
	return w.words.Say("%dth", n)
}

// oneFigure tells of a figure. Of a sensitive case only its title is shown.
func (w *writer) oneFigure(p model.Profile) {
	e := p.Entry
	if sensitive(e.Sensitivity) {
		w.item(w.linked(link{id: e.Case}, e.Title, "", "title"))
		w.paragraph(text.Line{text.New(text.Normal, w.words.Say("sensitive: %s", w.sensitivity(e.Sensitivity)))})
		return
	}
	w.paragraph(append(text.Line{text.New(text.Title, w.figure(e.Figure)+" ")}, text.Mark(text.Title, e.Figure.Counts, w.terms(""))...))
	w.space()
	said := w.saidBy(e)
	if said == "" {
		said = w.words.Say("the report itself")
	}
	w.field(w.words.Say("Said by"), text.Line{text.New(text.Normal, said)})
	date := w.missing()
	if e.Figure.Date != "" {
		shown := w.date(e.Figure.Date)
		if e.Inferred {
			shown = w.words.Say("%s (year inferred)", shown)
		}
		date = text.Line{text.New(text.Normal, shown)}
	}
	w.field(w.words.Say("When"), date)
	w.field(w.words.Say("Case"), append(w.linked(link{id: e.Case}, e.Title, "", "title"), w.aside(w.words.Word(e.Kind))...))
	w.space()
	w.paragraph(text.Line{text.New(text.Muted, w.words.Say("Figures may overlap: they are never added up."))})
}
