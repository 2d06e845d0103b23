package importer

import (
	"slices"
	"strconv"
	"strings"

	"casebook/model"
	"casebook/model/word"
)

// caseText returns the words of a case for case_text, by which a search finds it:
// everything that is printed on it, except what is not stated and hedges. It has the
// titles of the cases that it follows or responds to, since they are of the same story.
func (w *writer) caseText(number int64, c model.Case, d *derivedData) string {
	t := &w.text
	title := strings.Join(word.Split(c.Title), " ")
	t.add(title)
	t.addText(c.Note)
	for _, e := range d.entities {
		if e.follows() {
			t.text.WriteString(" " + e.text)
		} else {
			t.add(e.text)
		}
	}
	for _, value := range d.fields {
		t.addText(value)
	}
	for _, path := range c.Categories() {
		for _, name := range path {
			w.addWord(name)
		}
	}
	for _, code := range w.codesOf(c) {
		w.addWord(model.ArticleWord(code.Scheme, code.Code))
	}
	w.addWord(string(c.Kind))
	if c.Sensitivity != model.SensitivityNone {
		w.addWord(string(c.Sensitivity))
	}
	for _, list := range [][]model.Involvement{c.People, c.Organisations, c.Places} {
		for i, involved := range list {
			if !slices.ContainsFunc(list[:i], func(other model.Involvement) bool { return other.Role == involved.Role }) {
				w.addWord(string(involved.Role))
			}
		}
	}
	for _, law := range c.Laws {
		w.addWord(string(law.Role))
	}
	for _, place := range d.places {
		t.add(w.placePaths[place])
	}
	for _, outcome := range c.Outcomes {
		w.addWord(string(outcome.Type))
		if outcome.Amount != "" && outcome.Amount != model.NotStated {
			t.add(word.Number(string(outcome.Amount)) + " " + strings.Join(word.Split(string(outcome.Unit)), " "))
		}
		w.addWord(string(outcome.Stage))
		w.addWord(outcome.StageLabel())
		w.addDate(outcome.Date)
	}
	for _, figure := range c.Figures {
		t.addText(figure.Label())
		for _, number := range []*float64{figure.Min, figure.Max} {
			if number != nil && *number >= 1000 { // people type it without commas
				t.addText(strconv.FormatFloat(*number, 'f', -1, 64))
			}
		}
		t.addText(figure.AttributedTo)
	}
	for _, date := range c.Dates {
		if date.What != model.WhatFromReport {
			w.addDate(date.EDTF)
			w.addWord(string(date.What))
		}
	}
	for _, relation := range c.Relations {
		if slices.Contains(storyRelations, relation.Type) {
			t.add(w.titles[strings.ToLower(relation.Case)])
		}
	}
	if w.titles == nil || len(w.titles) >= maxTitles {
		w.titles = map[string]string{}
	}
	w.titles[strings.Clone(strings.ToLower(c.ID))] = title
	return t.take(w.block, number)
}

// storyRelations are the relations to a case of the same story.
var storyRelations = []model.RelationType{"follows", "response to"}

// maxTitles is the maximum number of cases between a case and one that it follows, whose
// title it has.
const maxTitles = 10_000

// addWord adds a text that many cases have.
func (w *writer) addWord(word string) {
	if word != "" && word != model.NotStated {
		w.text.add(w.wordsOf(word))
	}
}

// wordsOf returns a text that many cases have, folded and split, from a cache.
func (w *writer) wordsOf(text string) string {
	words, known := w.words[text]
	if !known {
		if w.words == nil || len(w.words) >= maxCached {
			w.words = map[string]string{}
		}
		words = strings.Join(word.Split(text), " ")
		w.words[strings.Clone(text)] = words
	}
	return words
}

// addDate adds the words of a date: "28 november 2016".
func (w *writer) addDate(date string) {
	if date != "" && date != model.NotStated {
		w.addWord(model.DateLabel(date))
	}
}
