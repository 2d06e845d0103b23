package intake

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/lazy"
	"casebook/seed"
)

// The bounds of a list of mistakes: up to maxListed are listed one by one; of more, each
// kind with its first examples, and the number of the rest.
const (
	maxListed   = 20
	maxExamples = 3
	maxKinds    = 200
)

// mistakes are the mistakes in a file, counted by kind.
type mistakes struct {
	count int
	first []seed.Problem // up to mostToldEach
	kinds []*mistakeKind
	index map[string]*mistakeKind
	other int // of kinds that are not listed
}

// A mistakeKind is mistakes with the same message but for names, numbers and dates.
type mistakeKind struct {
	count    int
	about    string
	examples []seed.Problem
}

// varying matches the parts that differ between mistakes of one kind: names, numbers,
// dates.
var varying = lazy.Regexp{Pattern: `"(?:[^"\\]|\\.)*"|\d[\d.,/-]*`}

func (m *mistakes) add(problems []seed.Problem) {
	for _, problem := range problems {
		m.count++
		if len(m.first) < maxListed {
			m.first = append(m.first, problem)
		}
		about := varying.Get().ReplaceAllString(problem.Message, "…")
		kind := m.index[about]
		if kind == nil && len(m.kinds) >= maxKinds {
			m.other++
			continue
		}
		if kind == nil {
			kind = &mistakeKind{about: about}
			if m.index == nil {
				m.index = map[string]*mistakeKind{}
			}
			m.index[about], m.kinds = kind, append(m.kinds, kind)
		}
		if kind.count++; len(kind.examples) < maxExamples {
			kind.examples = append(kind.examples, problem)
		}
	}
}

// lines lists the mistakes: each if there are few, else by kind, the most frequent
// first, with examples and how to fix it.
func (m *mistakes) lines() []string {
	var lines []string
	if m.count <= maxListed {
		for _, problem := range m.first {
			lines = append(lines, strings.Split(problem.String(), "\n")...)
		}
		return lines
	}
	slices.SortStableFunc(m.kinds, func(a, b *mistakeKind) int { return b.count - a.count })
	for _, kind := range m.kinds {
		lines = append(lines, fmt.Sprintf("%s × %s", model.Number(float64(kind.count)), kind.about))
		for _, problem := range kind.examples {
			hint := problem.Hint
			problem.Hint = ""
			for _, line := range strings.Split(problem.String(), "\n") {
				lines = append(lines, "    "+line)
			}
			problem.Hint = hint
		}
		if hint := kind.examples[0].Hint; hint != "" {
			lines = append(lines, "    how to fix: "+hint)
		}
	}
	if m.other > 0 {
		lines = append(lines, fmt.Sprintf("%s × other kinds", model.Number(float64(m.other))))
	}
	return lines
}

// summary lists the most frequent kinds on one line.
func (m *mistakes) summary() string {
	kinds := slices.Clone(m.kinds)
	slices.SortStableFunc(kinds, func(a, b *mistakeKind) int { return b.count - a.count })
	var parts []string
	for _, kind := range kinds[:min(len(kinds), 5)] {
		parts = append(parts, fmt.Sprintf("%s × %s", model.Number(float64(kind.count)), kind.about))
	}
	if len(kinds) > 5 {
		parts = append(parts, fmt.Sprintf("%d more kinds", len(kinds)-5))
	}
	return strings.Join(parts, "; ")
}
