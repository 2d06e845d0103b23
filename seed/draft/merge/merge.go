// Package merge merges a new draft of a report with the pack that was begun from an
// earlier one, so that what a person has completed stays. It knows packs and the hashes
// of their paragraphs; it must not know how a text is read.
package merge

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/pages"
)

// A paragraphPlace is the place of a paragraph in a report.
type paragraphPlace struct {
	section   []string
	paragraph int // counted from 1
}

// Drafts merges a new draft with the pack that was begun from an earlier one. The
// pack keeps every case of a paragraph that has not changed, and every case that a
// person has completed. New are the cases of paragraphs that the earlier text did
// not have in this form. Lost are completed cases without a paragraph in the new
// text.
func Drafts(kept, fresh model.Pack) (merged model.Pack, lost []model.Case) {
	merged = kept
	merged.Sections = fresh.Sections
	byHash := map[string]paragraphPlace{}
	for _, s := range fresh.Sections {
		for i, hash := range s.Paragraphs {
			byHash[hash] = paragraphPlace{s.Heading, i + 1}
		}
	}
	hashOf := func(p model.Pack, s model.Source) string {
		for _, section := range p.Sections {
			if slices.Equal(section.Heading, s.Section) && s.Paragraph >= 1 && s.Paragraph <= len(section.Paragraphs) {
				return section.Paragraphs[s.Paragraph-1]
			}
		}
		return ""
	}
	freshOf := map[string]model.Case{}
	for _, c := range fresh.Cases {
		freshOf[hashOf(fresh, c.Source[0])] = c
	}
	held := map[string]bool{} // paragraphs that have a case already
	names := map[string]bool{}
	last := 0
	merged.Cases = nil
	for _, c := range kept.Cases {
		names[c.ID] = true
		var number int
		if _, err := fmt.Sscanf(c.ID[strings.LastIndexByte(c.ID, '-')+1:], "%d", &number); err == nil {
			last = max(last, number)
		}
		moved, ok := c, true
		move := func(s *model.Source) {
			if len(s.Section) == 0 {
				return
			}
			hash := hashOf(kept, *s)
			to, there := byHash[hash]
			if !there {
				to, there = placeOf(fresh, freshOf, *s)
			} else {
				held[hash] = true
			}
			if !there {
				ok = false
				return
			}
			held[hashOf(fresh, model.Source{Section: to.section, Paragraph: to.paragraph})] = true
			s.Section, s.Paragraph = to.section, to.paragraph
		}
		before := maps.Clone(held)
		moved.Source = slices.Clone(c.Source)
		for i := range moved.Source {
			move(&moved.Source[i])
		}
		if c.Draft && hashOf(kept, c.Source[0]) != "" {
			if _, same := byHash[hashOf(kept, c.Source[0])]; !same { // its paragraph changed, and has a new draft
				held = before
				continue
			}
		}
		if !ok {
			held = before
			if !c.Draft {
				lost = append(lost, c)
			}
			continue
		}
		merged.Cases = append(merged.Cases, moved)
	}
	for _, c := range fresh.Cases {
		if held[hashOf(fresh, c.Source[0])] {
			continue
		}
		if names[c.ID] {
			last++
			c.ID = fmt.Sprintf("%s-%02d", kept.Report.Prefix, last)
		}
		names[c.ID] = true
		merged.Cases = append(merged.Cases, c)
	}
	merged.Categories = mergeCategories(kept.Categories, fresh.Categories)
	merged.People = mergeNames(kept.People, fresh.People, func(p model.Person) string { return p.Name }, nil)
	merged.Organisations = mergeNames(kept.Organisations, fresh.Organisations, func(o model.Organisation) string { return o.Name }, nil)
	merged.Places = mergeNames(kept.Places, fresh.Places, func(l model.Place) string { return l.Name }, nil)
	merged.Laws = mergeNames(kept.Laws, fresh.Laws, func(l model.Law) string { return l.Name }, func(kept *model.Law, fresh model.Law) {
		kept.Provisions = mergeNames(kept.Provisions, fresh.Provisions, func(p model.Provision) string { return p.Name }, nil)
	})
	return merged, lost
}

// placeOf finds a changed paragraph by the words of a fact: its own case has the same
// words.
func placeOf(fresh model.Pack, byHash map[string]model.Case, s model.Source) (paragraphPlace, bool) {
	for _, section := range fresh.Sections {
		for i, hash := range section.Paragraphs {
			c, there := byHash[hash]
			if !there {
				continue
			}
			words := anchorsOf(c)
			for _, anchor := range s.Anchors {
				if strings.Contains(words, anchor) {
					return paragraphPlace{section.Heading, i + 1}, true
				}
			}
		}
	}
	return paragraphPlace{}, false
}

// anchorsOf returns the anchors of a case's facts, and its note.
func anchorsOf(c model.Case) string {
	var words strings.Builder
	for _, fact := range (model.Pack{Cases: []model.Case{c}}).Facts() {
		for _, anchor := range fact.Source.Anchors {
			words.WriteString(anchor + "\n")
		}
	}
	return words.String() + c.Note
}

// mergeNames returns the kept items, merged with new ones of the same name, and the other
// new items. A nil merge keeps items unchanged.
func mergeNames[T any](kept, fresh []T, name func(T) string, merge func(kept *T, fresh T)) []T {
	all := slices.Clone(kept)
	for _, one := range fresh {
		at := slices.IndexFunc(all, func(other T) bool { return pages.Same(name(other), name(one)) })
		if at < 0 {
			all = append(all, one)
		} else if merge != nil {
			merge(&all[at], one)
		}
	}
	return all
}

func mergeCategories(kept, fresh []model.Category) []model.Category {
	return mergeNames(kept, fresh, func(c model.Category) string { return c.Name }, func(kept *model.Category, fresh model.Category) {
		kept.Children = mergeCategories(kept.Children, fresh.Children)
	})
}
