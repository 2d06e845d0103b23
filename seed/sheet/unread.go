package sheet

import (
	"encoding/xml"
	"path"
	"slices"
	"strings"
)

// unread counts what is not read of a workbook: comments on cells of the list, hidden
// sheets.
func (t *Table) unread() []Skipped {
	if t.book == nil {
		return nil
	}
	comments := Skipped{Why: "comments on cells, which are not read: put what matters into a column", Count: len(t.book.remarks)}
	for _, s := range t.book.sheets {
		if s.path != documentPart && (s.name == t.Layout.Sheet || slices.Contains(t.Joined, s.name)) {
			t.book.commentsOn(s, &comments)
		}
	}
	hidden := Skipped{Why: "hidden sheets, which are not read", Count: len(t.book.hidden), Examples: t.book.hidden[:min(len(t.book.hidden), 3)]}
	return slices.DeleteFunc([]Skipped{comments, hidden}, func(s Skipped) bool { return s.Count == 0 })
}

// commentsOn adds the comments on the cells of a sheet; none if the part is damaged.
func (w *workbook) commentsOn(s sheet, comments *Skipped) {
	relations := path.Join(path.Dir(s.path), "_rels", path.Base(s.path)+".rels")
	w.part(relations, func(_ *xmlTokens, e xml.StartElement) error {
		if e.Name.Local != "Relationship" || !strings.HasSuffix(attribute(e, "Type"), "/comments") {
			return nil
		}
		target := strings.TrimPrefix(attribute(e, "Target"), "/")
		if !strings.HasPrefix(attribute(e, "Target"), "/") {
			target = path.Join(path.Dir(s.path), target)
		}
		return w.part(target, func(d *xmlTokens, e xml.StartElement) error {
			if e.Name.Local != "comment" {
				return nil
			}
			text, err := richText(d, "comment")
			if comments.Count++; err == nil && len(comments.Examples) < 3 {
				comments.Examples = append(comments.Examples, attribute(e, "ref")+": "+strings.Join(strings.Fields(text), " "))
			}
			return err
		})
	})
}
