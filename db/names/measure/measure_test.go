package measure

import (
	"bytes"
	"database/sql"
	"os"
	"strings"
	"testing"

	"casebook/db/name"
	"casebook/db/names"
)

// standards are names that are in no report, written by the tables of the
// standards, and pairs of people who are not the same; see testdata/README.md.
func standards(t testing.TB) []Question {
	t.Helper()
	file, err := os.Open("testdata/standards.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	questions, err := ReadQuestions(file)
	if err != nil {
		t.Fatal(err)
	}
	return questions
}

// crowd recombines the given names and surnames of the questions of kind Not.
func crowd(questions []Question) []string {
	var given, surnames, names []string
	for _, question := range questions {
		if words := strings.Fields(question.Name); question.Kind == Not && len(words) == 2 {
			given, surnames = append(given, words[0]), append(surnames, words[1])
		}
		if words := strings.Fields(question.Query); question.Kind == Not && len(words) == 2 {
			given, surnames = append(given, words[0]), append(surnames, words[1])
		}
	}
	for i := range given {
		for step := 3; step < 40; step += 2 {
			names = append(names, given[i]+" "+surnames[(i*step+step)%len(surnames)])
		}
	}
	return names
}

func TestStandards(t *testing.T) {
	questions, err := os.ReadFile("testdata/standards.tsv")
	if err != nil {
		t.Fatal(err)
	}
	m, err := Run(t.Context(), Input{Questions: bytes.NewReader(questions), Crowd: strings.NewReader(strings.Join(crowd(standards(t)), "\n"))})
	if err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + m.String())
	least := map[string]float64{"arabic": 0.95, "typo1": 0.96, "typo2": 0.94}
	for _, tally := range m.Kinds {
		floor, given := least[tally.Kind]
		if !given {
			floor = 0.98
		}
		if tally.Kind == Not {
			if tally.Matched() >= 0.06 {
				t.Errorf("%.3f of pairs of different people are shown as a match, want less than 0.06", tally.Matched())
			}
		} else if tally.Recall5() < floor {
			t.Errorf("%s: recall@5 %.3f, want %.2f", tally.Kind, tally.Recall5(), floor)
		}
	}
	if m.All.Recall1() < 0.95 {
		t.Errorf("recall@1 %.3f, want 0.95", m.All.Recall1())
	}
	if t.Failed() {
		for _, question := range m.Lost {
			t.Logf("%s: %s is not %s", question.Kind, question.Query, question.Name)
		}
	}
}

func TestReadQuestions(t *testing.T) {
	questions, err := ReadQuestions(strings.NewReader("kind\tquery\tcanonical\nnot\tAsan\tHasan Ali\n\nswap\tb a\ta b\textra\n"))
	if err != nil || len(questions) != 2 || questions[0] != (Question{"Asan", "Hasan Ali", Not}) || questions[1].Kind != "swap" {
		t.Errorf("got %+v, %v", questions, err)
	}
	for text, want := range map[string]string{
		"":                               "no questions",
		"query\tname\n":                  `no column "canonical"`,
		"query\tcanonical\tkind\nAsan\n": "line 2",
	} {
		if _, err := ReadQuestions(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ReadQuestions(%q): %v, want %q", text, err, want)
		}
	}
}

func TestMeasurementEndsInOneLine(t *testing.T) {
	m, err := Run(t.Context(), Input{Questions: strings.NewReader("query\tcanonical\tkind\nasan ali\tAsan Ali\tswap\nAsan Ali\tHasan Vali\tnot\n"), Crowd: strings.NewReader("Bolat Serik\n")})
	if err != nil {
		t.Fatal(err)
	}
	if m.Names != 3 || m.All.Asked != 1 || len(m.Lost) != 0 {
		t.Errorf("got %+v, want 3 names, one question, none lost", m)
	}
	lines := strings.Split(strings.TrimSpace(m.String()), "\n")
	if last := lines[len(lines)-1]; !strings.HasPrefix(last, "recall@1 1.000 recall@5 1.000 median ") || !strings.HasSuffix(last, " ms") {
		t.Errorf("last line %q", last)
	}
}

// TestRunInAFile measures a crowd that is made up, as doctor --crowd-size does,
// and leaves nothing behind.
func TestRunInAFile(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	m, err := Run(t.Context(), Input{Questions: strings.NewReader("query\tcanonical\tkind\nasan ali\tAsan Ali\tswap\n"), Crowd: strings.NewReader("Bolat Serikov\nMarat Ospanov\nДана Касымова\n"), Size: 200})
	if err != nil || m.Names < 5 || m.All.First != 1 || m.Typed.Asked != 8 || m.Bytes == 0 || m.Sounds == 0 {
		t.Errorf("%+v, %v", m, err)
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
		t.Errorf("files left: %v, %v", left, err)
	}
}

func BenchmarkSearch(b *testing.B) {
	questions := standards(b)
	database, err := Store(b.Context(), ":memory:", Everybody(questions, crowd(questions)))
	if err != nil {
		b.Fatal(err)
	}
	defer database.Close()
	tx, err := database.BeginTx(b.Context(), &sql.TxOptions{ReadOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	defer tx.Rollback()
	store, err := names.NewStore(b.Context(), tx, "")
	if err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		if _, err := name.Search(b.Context(), store, questions[i%len(questions)].Query, 20); err != nil {
			b.Fatal(err)
		}
	}
}
