package db

import (
	"slices"
	"strings"
	"unicode/utf8"

	"casebook/model"
)

// A snippet has about so many bytes before its match and in all.
const (
	snippetLead = 24
	snippetSize = 120
)

// shows says whether a row's title or people show a match already.
func shows(row model.Row, terms []model.Term) bool {
	return len(model.Marks(row.Title, terms)) > 0 || slices.ContainsFunc(row.People, func(name string) bool {
		return len(model.Marks(name, terms)) > 0
	})
}

// snippet returns the stretch of a note around its first match, cut between
// words and with an ellipsis where it is cut; empty where nothing matches.
func snippet(note string, terms []model.Term) string {
	marks := model.Marks(note, terms)
	if len(marks) == 0 {
		return ""
	}
	start, end := marks[0].Start, min(marks[0].Start+snippetSize, len(note))
	if start <= snippetLead {
		start = 0
	} else {
		start -= snippetLead
		if space := strings.IndexByte(note[start:marks[0].Start], ' '); space >= 0 {
			start += space + 1
		} else {
			start = marks[0].Start
		}
	}
	if end < len(note) {
		if space := strings.LastIndexByte(note[marks[0].End:max(end, marks[0].End)], ' '); space >= 0 {
			end = marks[0].End + space
		} else {
			end = max(end, marks[0].End)
			for end < len(note) && !utf8.RuneStart(note[end]) {
				end++
			}
		}
	}
	text := strings.TrimSpace(note[start:end])
	if start > 0 {
		text = "…" + text
	}
	if end < len(note) {
		text += "…"
	}
	return text
}
