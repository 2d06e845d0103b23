package name

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// A Question is a query and the name that it should find or, where its kind
// is Not, must not be matched with.
type Question struct {
	Query, Name, Kind string
}

// mostShown is how many hits a measured search asks for.
const mostShown = 20

// Not is the kind of a question whose name must not be matched.
const Not = "not"

// A Tally is what came of the questions of one kind.
type Tally struct {
	Kind  string
	Asked int
	First int             // the name was the first hit
	Five  int             // among the first five
	Match int             // the name was shown as a match, not only as sounding like it
	Took  []time.Duration // for each answer
}

// A Measurement is a tally for each kind and one for all kinds but Not.
type Measurement struct {
	Names int // how many were searched among
	Kinds []Tally
	All   Tally
	Typed Tally // of every beginning of every query, where they were asked too
	Lost  []Loss
}

// A Loss is a question whose name was not among the first five or, where its
// kind is Not, was wrongly matched.
type Loss struct {
	Question
	First string // what was found first; empty where nothing was
}

// ReadQuestions reads tab-separated rows under a header that names the columns
// query, canonical and kind. An error says which line is wrong and how.
func ReadQuestions(r io.Reader) ([]Question, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	columns := map[string]int{}
	var questions []Question
	for line := 1; lines.Scan(); line++ {
		cells := strings.Split(strings.TrimSuffix(lines.Text(), "\r"), "\t")
		if line == 1 {
			for i, cell := range cells {
				columns[strings.TrimPrefix(cell, "\ufeff")] = i
			}
			for _, name := range []string{"query", "canonical", "kind"} {
				if _, named := columns[name]; !named {
					return nil, fmt.Errorf("line 1: no column %q: the first line names the columns query, canonical, kind, parted by tabs", name)
				}
			}
			continue
		}
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		cell := func(name string) string {
			if i := columns[name]; i < len(cells) {
				return strings.TrimSpace(cells[i])
			}
			return ""
		}
		question := Question{cell("query"), cell("canonical"), cell("kind")}
		if question.Query == "" || question.Name == "" {
			return nil, fmt.Errorf("line %d: a row needs a query and a canonical name, parted by a tab", line)
		}
		questions = append(questions, question)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read questions: %w", err)
	}
	if len(questions) == 0 {
		return nil, errors.New("no questions: expected a header line and rows of query, canonical and kind")
	}
	return questions, nil
}

// Measure asks the questions of a store that holds names, each with its
// position as its owner, and counts what it finds.
func Measure(ctx context.Context, store Store, questions []Question, names []string) (Measurement, error) {
	owner := make(map[string]int64, len(names))
	for i, name := range names {
		owner[name] = int64(i)
	}
	tallies := map[string]*Tally{}
	m := Measurement{Names: len(names), All: Tally{Kind: "all"}}
	var order []string
	for _, question := range questions {
		start := time.Now()
		hits, err := Search(ctx, store, question.Query, mostShown)
		took := time.Since(start)
		if err != nil {
			return Measurement{}, err
		}
		at := slices.IndexFunc(hits, func(h Hit) bool { return h.Owner == owner[question.Name] })
		if tallies[question.Kind] == nil {
			tallies[question.Kind] = &Tally{Kind: question.Kind}
			order = append(order, question.Kind)
		}
		tallied := []*Tally{tallies[question.Kind]}
		if question.Kind != Not {
			tallied = append(tallied, &m.All)
		}
		for _, t := range tallied {
			t.count(at, hits, took)
		}
		if matched := at >= 0 && hits[at].Matches(); question.Kind == Not && matched || question.Kind != Not && (at < 0 || at >= 5) {
			loss := Loss{Question: question}
			if len(hits) > 0 {
				loss.First = hits[0].Raw
			}
			m.Lost = append(m.Lost, loss)
		}
	}
	slices.Sort(order)
	for _, kind := range order {
		m.Kinds = append(m.Kinds, *tallies[kind])
	}
	return m, nil
}

// MeasureTyping asks every beginning of every query, as it is typed letter by
// letter, and counts how long each takes.
func (m *Measurement) MeasureTyping(ctx context.Context, store Store, questions []Question) error {
	m.Typed = Tally{Kind: "typed letter by letter"}
	for _, question := range questions {
		for at := range question.Query + " " {
			if at == 0 {
				continue
			}
			start := time.Now()
			if _, err := Search(ctx, store, question.Query[:at], mostShown); err != nil {
				return err
			}
			m.Typed.Asked++
			m.Typed.Took = append(m.Typed.Took, time.Since(start))
		}
	}
	return nil
}

func (t *Tally) count(at int, hits []Hit, took time.Duration) {
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

// Recall1 and Recall5 are the shares of questions whose name came first, and among the first five.
func (t Tally) Recall1() float64 { return t.share(t.First) }

// Recall5 is the share of questions whose name was among the first five.
func (t Tally) Recall5() float64 { return t.share(t.Five) }

// Matched is the share of questions whose name was shown as a match.
func (t Tally) Matched() float64 { return t.share(t.Match) }

// String gives the table by kind and, last, one line with the whole.
func (m Measurement) String() string {
	var text strings.Builder
	table := tabwriter.NewWriter(&text, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "kind\tasked\trecall@1\trecall@5\tas a match\tmedian ms\tp95 ms\tp99 ms\t")
	for _, t := range append(slices.Clone(m.Kinds), m.All) {
		first, five := fmt.Sprintf("%.3f", t.Recall1()), fmt.Sprintf("%.3f", t.Recall5())
		if t.Kind == Not {
			first, five = "-", "-"
		}
		fmt.Fprintf(table, "%s\t%d\t%s\t%s\t%.3f\t%.1f\t%.1f\t%.1f\t\n", t.Kind, t.Asked, first, five, t.Matched(), ms(t.At(0.5)), ms(t.At(0.95)), ms(t.At(0.99)))
	}
	table.Flush()
	if t := m.Typed; t.Asked > 0 {
		fmt.Fprintf(&text, "\n%d beginnings of queries, as they are typed: median %.1f ms, p95 %.1f ms, p99 %.1f ms (budget %d ms)\n", t.Asked, ms(t.At(0.5)), ms(t.At(0.95)), ms(t.At(0.99)), typedBudget)
	}
	fmt.Fprintf(&text, "\nrecall@1 %.3f recall@5 %.3f median %.1f ms p95 %.1f ms\n", m.All.Recall1(), m.All.Recall5(), ms(m.All.At(0.5)), ms(m.All.At(0.95)))
	return text.String()
}

// typedBudget is how many milliseconds a keystroke has, at the 99th percentile.
const typedBudget = 50

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
