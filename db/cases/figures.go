package cases

import (
	"sort"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/model"
)

// Figures are the figures of cases, in the order of the cases.
type Figures struct {
	Total  int
	reader Reader
	sets   []*roaring.Bitmap
}

// Figures returns the figures of cases: sets[n] are the cases with more than n figures.
func (r Reader) Figures(sets []*roaring.Bitmap) Figures {
	f := Figures{reader: r, sets: sets}
	for _, having := range sets {
		f.Total += int(having.GetCardinality())
	}
	return f
}

// upTo returns the number of figures in the cases up to and including one.
func (f Figures) upTo(number uint32) int {
	count := 0
	for _, having := range f.sets {
		count += int(having.Rank(number))
	}
	return count
}

// of returns the number of figures of a case.
func (f Figures) of(number uint32) int {
	count := 0
	for _, having := range f.sets {
		if having.Contains(number) {
			count++
		}
	}
	return count
}

// Place returns the position of a case's figure, by its number in the case; -1 if the case
// has fewer.
func (f Figures) Place(number uint32, at int) int {
	if number == 0 || !f.sets[min(max(at, 0), len(f.sets)-1)].Contains(number) {
		return -1
	}
	return f.upTo(number-1) + at
}

// figureBatch is the number of cases with figures that are read at a time.
const figureBatch = 1000

// Each calls a function with the figures from one position to before another, each with
// its number in the case and its hedge.
func (f Figures) Each(from, to int, do func(number int, figure model.Figure, c model.Case)) error {
	if from >= min(to, f.Total) {
		return nil
	}
	carriers := f.sets[0]
	cases := int(carriers.GetCardinality())
	first := sort.Search(cases, func(i int) bool {
		number, err := carriers.Select(uint32(i))
		return err != nil || f.upTo(number) > from
	})
	at := -1
	for ; at < to; first += figureBatch {
		numbers, err := f.reader.index.Page(carriers, "", first, min(first+figureBatch, first+to-max(at, from)))
		if err != nil || len(numbers) == 0 {
			return err
		}
		if at < 0 {
			at = f.upTo(numbers[0]) - f.of(numbers[0])
		}
		err = f.reader.each(numbers, func(number uint32, c model.Case) error {
			for i, figure := range c.Figures[:min(len(c.Figures), f.of(number))] {
				if from <= at && at < to {
					figure.Hedge = c.HedgeOf(figure.Source)
					do(i, figure, c)
				}
				at++
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
