package document

import (
	"math"
	"strconv"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/text"
)

func (b *Builder) figures(c model.Case) {
	var values []text.Line
	for _, figure := range c.Figures {
		value := append(text.Line{text.New(text.Title, b.figure(figure)+" ")}, text.Mark(text.Normal, figure.Counts, b.terms(""))...)
		date := ""
		if figure.Date != "" {
			date = b.Date(figure.Date)
		}
		value = append(value, b.aside(date, b.attribution(c, figure))...)
		values = append(values, value)
	}
	b.field(b.Words.Say("Figure"), values...)
}

// attribution returns who gives a figure, and its hedge.
func (f Format) attribution(c model.Case, figure model.Figure) string {
	hedge := c.HedgeOf(figure.Source)
	switch {
	case hedge == model.HedgeStated || hedge == "":
		if figure.AttributedTo == "" {
			return ""
		}
		return f.Words.Say("according to %s", figure.AttributedTo)
	}
	return f.hedgedBy(hedge, figure.AttributedTo)
}

// figure returns a number with its comparator, such as "at least 48".
func (f Format) figure(given model.Figure) string {
	least, most := f.number(given.Min), f.number(given.Max)
	switch {
	case given.Comparator == model.Ordinal && given.Min != nil:
		return f.ordinal(int(*given.Min))
	case given.Comparator == model.Between:
		return f.Words.Say("between %[1]s and %[2]s", least, most)
	case least == "":
		least = most
	}
	return f.bound(given.Comparator, least)
}

// bound returns a number with a comparator that takes one number.
func (f Format) bound(comparator model.Comparator, number string) string {
	switch comparator {
	case model.About:
		return f.Words.Say("about %s", number)
	case model.Nearly:
		return f.Words.Say("nearly %s", number)
	case model.AtLeast:
		return f.Words.Say("at least %s", number)
	case model.MoreThan:
		return f.Words.Say("more than %s", number)
	case model.UpTo:
		return f.Words.Say("up to %s", number)
	case model.FewerThan:
		return f.Words.Say("fewer than %s", number)
	}
	return number
}

// number returns a number with its thousands separated.
func (f Format) number(n *float64) string {
	if n == nil {
		return ""
	}
	if *n != math.Trunc(*n) || math.Abs(*n) >= 1e15 {
		return f.Words.Decimal(strconv.FormatFloat(*n, 'f', -1, 64))
	}
	return f.Words.Number(int(*n))
}

// ordinal returns an ordinal number, such as "6th".
func (f Format) ordinal(n int) string {
	if tens := n / 10 % 10; tens != 1 {
		switch n % 10 {
		case 1:
			return f.Words.Say("%dst", n)
		case 2:
			return f.Words.Say("%dnd", n)
		case 3:
			return f.Words.Say("%drd", n)
		}
	}
	return f.Words.Say("%dth", n)
}

// figureProfile describes a figure. Of a sensitive case only its title is shown.
func (b *Builder) figureProfile(p results.Profile) {
	e := p.Entry
	if e.Sensitivity.IsSensitive() {
		b.item(b.linked(Link{Case: e.Case}, e.Title, "", "title"))
		b.Paragraph(text.Line{text.New(text.Normal, b.Words.Say("sensitive: %s", b.sensitivity(e.Sensitivity)))})
		return
	}
	b.Paragraph(append(text.Line{text.New(text.Title, b.figure(e.Figure)+" ")}, text.Mark(text.Title, e.Figure.Counts, b.terms(""))...))
	b.Space()
	said := b.figureSource(e)
	if said == "" {
		said = b.Words.Say("no source named")
	}
	b.field(b.Words.Say("Said by"), text.Line{text.New(text.Normal, said)})
	date := b.NotStated()
	if e.Figure.Date != "" {
		shown := b.Date(e.Figure.Date)
		if e.Inferred {
			shown = b.Words.Say("%s (year inferred)", shown)
		}
		date = text.Line{text.New(text.Normal, shown)}
	}
	b.field(b.Words.Say("When"), date)
	b.field(b.Words.Say("Case"), append(b.linked(Link{Case: e.Case}, e.Title, "", "title"), b.aside(b.Words.Word(e.Kind))...))
	b.Space()
	b.Paragraph(text.Line{text.New(text.Muted, b.Words.Say("Figures may overlap and are not totalled."))})
}
