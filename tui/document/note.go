package document

import (
	"strings"

	"casebook/model/notebook"
	"casebook/tui/text"
)

// ownNotes adds the reader's own notes on a case, as theirs.
func (b *Builder) ownNotes(id string) {
	for _, note := range (notebook.Notebook{Notes: b.Notes}).On(id) {
		label := b.Words.Say("Your note") + b.Glyphs.Dot + b.Date(note.Written.Local().Format("2006-01-02"))
		if b.Plain {
			for line := range strings.SplitSeq(note.Text, "\n") {
				b.field(label, text.Line{text.New(text.Normal, line)})
			}
			continue
		}
		b.Paragraph(text.Line{text.New(text.Chip, label)})
		for line := range strings.SplitSeq(note.Text, "\n") {
			b.Paragraph(append(text.Line{text.New(text.Chip, b.Glyphs.Edge+" ")}, text.Mark(text.Normal, line, b.terms(""))...))
		}
		b.Space()
	}
}
