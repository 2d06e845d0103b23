package sheet

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/lazy"
	"casebook/seed/cells"
)

// bodyRows are the rows below the column names, without those that are not cases: totals,
// remarks, repeated column names.
type bodyRows struct {
	rows
	names   []string // the column names, as in the file
	other   []string // the same in another language, in the row below; nil: there are none
	skipped []Skipped
}

// Skipped is a kind of rows or cells that the user should know about: the reason, the
// number, and up to three examples.
type Skipped struct {
	Why      string
	Count    int
	Examples []string
}

const (
	reasonRule    = "rows that draw a line, which are ignored"
	reasonTotal   = "rows with a total, which are ignored"
	reasonRemark  = "rows with a remark or a source and nothing else, which are ignored"
	reasonHeading = "rows that repeat the column names, which are ignored"
	reasonLone    = "rows with one filled cell, kept as cases: check whether they are headings or remarks"
)

func (b *bodyRows) Next() ([]string, error) {
	for {
		row, err := b.rows.Next()
		if err != nil {
			return row, err
		}
		reason := b.reason(row)
		if reason == "" {
			return row, nil
		}
		b.add(reason, row)
		if reason == reasonLone {
			return row, nil
		}
	}
}

// reason returns why a row is skipped or noted; empty for an ordinary row.
func (b *bodyRows) reason(row []string) string {
	first, filled := "", 0
	for _, cell := range row {
		if cell == "" || (cell[0] <= ' ' || cell[0] >= 0x80) && strings.TrimSpace(cell) == "" {
			continue
		}
		if filled++; filled == 1 {
			first = cell
		}
		if filled > 1 && len(first) > 40 {
			return ""
		}
	}
	switch {
	case strings.Trim(first, "-:=—_ ") == "" && isRule(row):
		return reasonRule
	case filled > 1 && b.repeats(row):
		return reasonHeading
	case isTotalText(first):
		return reasonTotal
	case filled == 1 && len(b.names) >= 3 && isNoteText(first):
		return reasonRemark
	case filled == 1 && len(b.names) >= 3:
		return reasonLone
	}
	return ""
}

// isRule reports whether a row has only dashes, as below the column names of a Markdown
// table.
func isRule(row []string) bool {
	return !slices.ContainsFunc(row, func(cell string) bool {
		cell = strings.TrimSpace(cell)
		return cell != "" && (len(cell) < 3 || strings.Trim(cell, "-:=—_") != "")
	})
}

// repeats reports whether a row has the column names.
func (b *bodyRows) repeats(row []string) bool {
	return repeats(row, b.names) || repeats(row, b.other)
}

func repeats(row, names []string) bool {
	same := 0
	for i, cell := range row {
		if i >= len(names) || strings.TrimSpace(cell) != strings.TrimSpace(names[i]) {
			return false
		}
		if cell != "" {
			same++
		}
	}
	return same >= 2
}

func (b *bodyRows) add(why string, row []string) {
	at := slices.IndexFunc(b.skipped, func(s Skipped) bool { return s.Why == why })
	if at < 0 {
		at = len(b.skipped)
		b.skipped = append(b.skipped, Skipped{Why: why})
	}
	s := &b.skipped[at]
	if s.Count++; len(s.Examples) < 3 {
		s.Examples = append(s.Examples, strings.Clone(inOneLine(row)))
	}
}

// totalWords are beginnings of rows with totals, folded.
var totalWords = cells.WordSet{Folded: true, Words: []string{"all regions", "all provinces", "all districts", "all countries", "nationwide", "country total", "national total", "по стране", "в целом по стране", "по республике", "total", "totals", "grand total", "sub total", "subtotal", "overall total", "sum", "всего", "итого", "итог", "общий итог", "усього", "разом", "усяго", "барлығы", "жиыны", "total general", "total général", "somme", "suma", "gesamt", "summe", "insgesamt", "totale", "toplam", "genel toplam", "razem", "المجموع", "الإجمالي", "مجموع", "جمع", "合计", "总计", "合計", "總計"}}

// noteWords are beginnings of remarks below a table, folded; a colon or a point follows.
var noteWords = cells.WordSet{Folded: true, Words: []string{"source", "sources", "note", "notes", "nota bene", "n.b", "nb", "remark", "remarks", "comment", "legend", "key", "disclaimer", "last updated", "updated", "data", "methodology", "compiled by", "prepared by", "copyright",
	"источник", "источники", "примечание", "примечания", "прим", "обозначения", "данные", "составитель", "джерело", "примітка", "крыніца", "заўвага", "дереккөз", "ескерту", "дереккөздер",
	"source des données", "sources des données", "remarque", "remarques", "légende", "mise à jour", "fuente", "fuentes", "nota", "notas", "leyenda", "actualizado", "actualizado al", "elaboración", "fonte", "fontes", "quelle", "quellen", "anmerkung", "anmerkungen", "hinweis", "kaynak", "not", "notlar", "المصدر", "ملاحظة", "منبع", "来源", "注", "資料來源"}}

// isTotalText reports whether the first text of a row names a total, perhaps in two
// languages: Барлығы / Итого.
func isTotalText(first string) bool {
	if first == "" || len(first) > 40 || first[0] >= '0' && first[0] <= '9' {
		return false // a quick no for most rows
	}
	for name := range strings.SplitSeq(model.Fold(first), "/") {
		if !totalWords.Has(strings.Trim(name, "0123456789 :.,=()")) {
			return false
		}
	}
	return true
}

// pageForm is the number of a page: Page 1/3.
var pageForm = lazy.Regexp{Pattern: `^(?i:page|p\.|pg\.?|стр\.?|страница|лист|сторінка|бет|página|pág\.|pagina|seite|sayfa|strona|صفحة)\s*\d+(?:\s*(?:/|of|из|з|de|di|von|sur|z)\s*\d+)?$`}

// isNoteText reports whether the only text of a row is a remark about the table.
func isNoteText(text string) bool {
	text = strings.TrimSpace(text)
	for _, sign := range []string{"*", "†", "‡", "©", "(*", "[*", "•", "--"} {
		if strings.HasPrefix(text, sign) {
			return true
		}
	}
	if pageForm.Get().MatchString(text) {
		return true
	}
	if at := strings.IndexAny(text, ":.：—–"); at > 0 && at < 60 {
		return noteWords.Has(strings.TrimSpace(model.Fold(text[:at])))
	}
	return false
}

// Skipped returns the rows read so far that were skipped or noted, and the cells that were
// filled or emptied.
func (t *Table) Skipped() []Skipped {
	var body *bodyRows
	mergedFilled, unsaved := 0, 0
	switch rows := t.Rows.(type) {
	case *bodyRows:
		body = rows
	case *joinedRows:
		body, mergedFilled, unsaved = &rows.body, rows.mergedFilled, rows.unsaved
	default:
		return nil
	}
	skipped := slices.Clone(body.skipped)
	if len(t.above) > 0 {
		skipped = slices.Insert(skipped, 0, Skipped{Why: "rows above the column names, which are ignored", Count: len(t.above), Examples: t.above[:min(len(t.above), 3)]})
	}
	if rows, ok := sheetOf(body.rows); ok {
		mergedFilled, unsaved = mergedFilled+rows.mergedFilled, unsaved+rows.unsaved
	}
	if mergedFilled > 0 {
		skipped = append(skipped, Skipped{Why: "cells with the value of the merged cell that they are a part of", Count: mergedFilled})
	}
	if unsaved > 0 {
		skipped = append(skipped, Skipped{Why: "cells with a formula and no saved result, read as empty: open the workbook in a spreadsheet and save it", Count: unsaved})
	}
	return append(skipped, t.unread()...)
}
