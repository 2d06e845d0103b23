package draft

import (
	"strings"

	"casebook/model"
)

// betweenAmounts reads "between US$100 and US$200" and "from 10% to 20%".
func (p *passage) betweenAmounts(i int) (model.Figure, int, bool) {
	low, _, end, ok := p.money(i + 1)
	if !ok || !in("and to", p.low(end)) || low.Comparator != model.Exactly {
		return model.Figure{}, 0, false
	}
	high, _, end, ok := p.money(end + 1)
	if !ok || high.Comparator != model.Exactly || *low.Min >= *high.Max || !p.free(i, end) {
		return model.Figure{}, 0, false
	}
	return model.Figure{Comparator: model.Between, Min: low.Min, Max: high.Max, Counts: high.Counts}, end, true
}

// money reads an amount with its currency before it, such as US$170 million,
// and a share, such as 35% of the members.
func (p *passage) money(i int) (f model.Figure, from, end int, ok bool) {
	if p.taken[i] {
		return f, 0, 0, false
	}
	text := p.words[i].text
	if share, isShare := strings.CutSuffix(text, "%"); isShare {
		value, ok := digits(share)
		b := p.bound(i)
		return b.figure(number{min: value, max: value}, p.share(i+1)), b.from, i + 1, ok && value > 0
	}
	sign := strings.IndexAny(text, "$€£¥")
	if sign < 0 {
		return f, 0, 0, false
	}
	currency := strings.TrimRight(text, "0123456789.,")
	amount := text[len(currency):]
	end = i + 1
	if amount == "" && end < len(p.words) && strings.TrimSpace(p.words[i].gap) == "" {
		amount = p.words[end].text
		end++
	}
	value, ok := digits(amount)
	if !ok || value == 0 || end > len(p.words) {
		return f, 0, 0, false
	}
	if factor := multiplier(p.low(end)); factor > 0 && p.next(end-1) {
		value *= factor
		end++
	}
	b := p.bound(i)
	return b.figure(number{min: value, max: value}, currency), b.from, end, true
}

// share returns what a share is of: "per cent of health posts".
func (p *passage) share(i int) string {
	if p.low(i) == "of" {
		i++
	}
	if in("the all its their", p.low(i)) {
		i++
	}
	if counts, _ := p.counts(i); counts != "" && p.low(i-1) != "" {
		return "per cent of " + counts
	}
	return "per cent"
}
