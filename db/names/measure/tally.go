package measure

import (
	"slices"
	"time"

	"casebook/db/name"
)

// A Tally is the results of the questions of one kind.
type Tally struct {
	Kind  string
	Asked int
	First int             // the name was the first hit
	Five  int             // among the first five
	Match int             // the name was shown as a match, not only as sounding like it
	Took  []time.Duration // for each answer
}

func (t *Tally) count(at int, hits []name.Hit, took time.Duration) {
	t.Asked++
	t.Took = append(t.Took, took)
	switch {
	case at < 0:
		return
	case at == 0:
		t.First++
	}
	if at < 5 {
		t.Five++
	}
	if hits[at].Matches() {
		t.Match++
	}
}

// share is a part of the questions asked.
func (t Tally) share(count int) float64 { return float64(count) / float64(max(t.Asked, 1)) }

// At gives the time within which a share of the answers came.
func (t Tally) At(share float64) time.Duration {
	if len(t.Took) == 0 {
		return 0
	}
	if !slices.IsSorted(t.Took) {
		slices.Sort(t.Took)
	}
	return t.Took[min(int(share*float64(len(t.Took))), len(t.Took)-1)]
}

// Recall1 and Recall5 are the shares of questions whose name came first, and among
// the first five.
func (t Tally) Recall1() float64 { return t.share(t.First) }

// Recall5 is the share of questions whose name was among the first five.
func (t Tally) Recall5() float64 { return t.share(t.Five) }

// Matched is the share of questions whose name was shown as a match.
func (t Tally) Matched() float64 { return t.share(t.Match) }

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
