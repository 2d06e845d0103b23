// Package measure measures how well and how fast names are found in a real store:
// with questions from a file, among a crowd of other names. It knows packages name
// and names, and no case.
package measure

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"casebook/db/name"
	"casebook/db/names"
	"casebook/db/sqlite"
)

// Input is what a measurement needs.
type Input struct {
	Questions io.Reader // see ReadQuestions
	Crowd     io.Reader // names to find them among, see ReadCrowd; nil: none
	Size      int       // how many names the crowd is made up to, see Extend; 0: as it is
}

// Run asks questions about names of a fresh store that has the names of the
// questions and of a crowd: in memory or, where the crowd is made larger, in a
// file in a new folder for temporary files, since so many are in none but a
// file. Then every beginning of every query is asked too.
func Run(ctx context.Context, from Input) (m Measurement, err error) {
	questions, err := ReadQuestions(from.Questions)
	if err != nil {
		return m, err
	}
	var crowd []string
	if from.Crowd != nil {
		if crowd, err = ReadCrowd(from.Crowd); err != nil {
			return m, err
		}
	}
	path := ":memory:"
	if from.Size > 0 {
		crowd = Extend(crowd, from.Size)
		folder, err := os.MkdirTemp("", "casebook-names-")
		if err != nil {
			return m, err
		}
		defer os.RemoveAll(folder)
		path = filepath.Join(folder, "names.db")
	}
	begin, everybody := time.Now(), Everybody(questions, crowd)
	database, err := Store(ctx, path, everybody)
	if err != nil {
		return m, err
	}
	defer database.Close()
	m.Built = time.Since(begin)
	if err := database.QueryRowContext(ctx, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()").Scan(&m.Bytes); err != nil {
		return m, err
	}
	tx, err := database.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return m, err
	}
	defer tx.Rollback()
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM name_key").Scan(&m.Sounds); err != nil {
		return m, err
	}
	store, err := names.NewStore(ctx, tx, "")
	if err != nil {
		return m, err
	}
	if err = m.ask(ctx, store, questions, everybody); err == nil && from.Size > 0 {
		err = m.typing(ctx, store, questions)
	}
	return m, err
}

// Store makes a database of names alone, each with its position as its owner.
func Store(ctx context.Context, path string, everybody []string) (*sql.DB, error) {
	database := sqlite.Open(path, nil)
	database.SetMaxOpenConns(1) // each connection to memory is a database of its own
	if err := fill(ctx, database, everybody); err != nil {
		database.Close()
		return nil, err
	}
	return database, nil
}

func fill(ctx context.Context, database *sql.DB, everybody []string) error {
	tx, err := database.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, names.Schema); err != nil {
		return err
	}
	w, err := names.NewWriter(ctx, tx)
	if err != nil {
		return err
	}
	for i, raw := range everybody {
		if err := w.Add(ctx, int64(i), names.Spellings(raw)); err != nil {
			return err
		}
	}
	if err := w.Close(ctx); err != nil {
		return err
	}
	return tx.Commit()
}

// maxShown is how many hits a measured search asks for.
const maxShown = 20

// A Measurement is how well and how fast names were found: a tally for each kind
// of question and one for all kinds but Not.
type Measurement struct {
	Names  int           // how many were searched among
	Sounds int           // how many different words they have, by their sound
	Bytes  int64         // what they take in a file
	Built  time.Duration // how long it took to write them
	Kinds  []Tally
	All    Tally
	Typed  Tally // of every beginning of every query, where they were asked too
	Lost   []Loss

	// Of questions but those of kind Not, asked again of a store without the right
	// names: how many have somebody else as a match, and how many of those are as
	// good an answer as the right name is.
	Strangers, Namesakes int
}

// A Loss is a question whose name was not the first or, where its kind is Not,
// was wrongly matched; or one that had somebody else as a match without its name.
type Loss struct {
	Question
	First  string // what was found first; empty where nothing was
	Rank   int    // the place of the name, from 1; 0 where it was not found
	Absent bool   // the name was absent
}

// ask asks the questions of a store that holds names, each with its position as
// its owner, and counts what it finds.
func (m *Measurement) ask(ctx context.Context, store name.Store, questions []Question, everybody []string) error {
	owner := make(map[string]int64, len(everybody))
	for i, raw := range everybody {
		owner[raw] = int64(i)
	}
	right := map[string]map[int64]bool{} // of each query, all names that rows give for it
	for _, question := range questions {
		if right[question.Query] == nil {
			right[question.Query] = map[int64]bool{}
		}
		if question.Kind != Not {
			right[question.Query][owner[question.Name]] = true
		}
	}
	tallies := map[string]*Tally{}
	m.Names, m.All = len(everybody), Tally{Kind: "all"}
	var order []string
	for _, question := range questions {
		start := time.Now()
		hits, err := name.Search(ctx, store, question.Query, maxShown)
		took := time.Since(start)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(hits, func(h name.Hit) bool {
			return h.Owner == owner[question.Name] || question.Kind != Not && right[question.Query][h.Owner]
		})
		if question.Kind != Not {
			others, err := name.Search(ctx, without{store, right[question.Query]}, question.Query, maxShown)
			if err != nil {
				return err
			}
			if len(others) > 0 && others[0].Matches() {
				m.Strangers++
				if at >= 0 && others[0].Score > hits[at].Score-asGood {
					m.Namesakes++
				} else {
					m.Lost = append(m.Lost, Loss{Question: question, First: others[0].Raw, Absent: true})
				}
			}
		}
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
		if matched := at >= 0 && hits[at].Matches(); question.Kind == Not && matched || question.Kind != Not && at != 0 {
			loss := Loss{Question: question, Rank: at + 1}
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
	return nil
}

// asGood is by how much a name may answer less well than another and be meant as well.
const asGood = 0.02

// without is a store that some owners are absent from.
type without struct {
	name.Store
	owners map[int64]bool
}

// Names implements name.Store.
func (w without) Names(ctx context.Context, groups [][]name.Term, limit int) ([]name.Candidate, error) {
	list, err := w.Store.Names(ctx, groups, limit)
	return slices.DeleteFunc(list, func(c name.Candidate) bool { return w.owners[c.Owner] }), err
}

// typing asks every beginning of every query, as it is typed letter by
// letter, and counts how long each takes.
func (m *Measurement) typing(ctx context.Context, store name.Store, questions []Question) error {
	m.Typed = Tally{Kind: "typed letter by letter"}
	for _, question := range questions {
		for at := range question.Query + " " {
			if at == 0 {
				continue
			}
			start := time.Now()
			if _, err := name.Search(ctx, store, question.Query[:at], maxShown); err != nil {
				return err
			}
			m.Typed.Asked++
			m.Typed.Took = append(m.Typed.Took, time.Since(start))
		}
	}
	return nil
}

// String gives what the names take, the table by kind and, where every beginning
// was asked too, what that took; last, one line with the whole.
func (m Measurement) String() string {
	const mb = 1 << 20
	var text strings.Builder
	fmt.Fprintf(&text, "%d names, %d words by their sound; %.1f MB, written in %.1f s\n\n", m.Names, m.Sounds, float64(m.Bytes)/mb, m.Built.Seconds())
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
	if m.All.Asked > 0 {
		fmt.Fprintf(&text, "\nwhere the person is absent: somebody else is a match in %.3f of the queries; in %.3f without namesakes, whose names answer the query as well as the right name does\n", m.All.share(m.Strangers), m.All.share(m.Strangers-m.Namesakes))
	}
	if t := m.Typed; t.Asked > 0 {
		fmt.Fprintf(&text, "\n%d beginnings of queries, as they are typed: median %.1f ms, p95 %.1f ms, p99 %.1f ms (budget %d ms)\n", t.Asked, ms(t.At(0.5)), ms(t.At(0.95)), ms(t.At(0.99)), typedBudget)
	}
	fmt.Fprintf(&text, "\nrecall@1 %.3f recall@5 %.3f median %.1f ms p95 %.1f ms\n", m.All.Recall1(), m.All.Recall5(), ms(m.All.At(0.5)), ms(m.All.At(0.95)))
	return text.String()
}

// typedBudget is how many milliseconds a keystroke has, at the 99th percentile.
const typedBudget = 50
