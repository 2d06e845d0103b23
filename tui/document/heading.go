package document

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/tui/text"
)

// title adds the title of a case.
func (b *Builder) title(c LoadedCase) {
	b.Paragraph(text.Mark(text.Title, c.Title, b.terms("", "title")))
}

// identity adds the id and kind of a case, and whether it is a draft or marked.
func (b *Builder) identity(c LoadedCase) {
	about := append(text.Line{text.New(text.Normal, c.ID+b.Glyphs.Dot)}, text.Mark(text.Normal, b.Words.Word(string(c.Kind)), b.terms("kind"))...)
	if c.Draft {
		about = append(about, text.New(text.Warning, b.Glyphs.Dot+b.Words.Say("draft")))
	}
	if slices.Contains(b.Marked, c.ID) {
		chosen := b.Glyphs.Chosen
		if chosen != "" {
			chosen += " "
		}
		about = append(about, text.New(text.Chip, b.Glyphs.Dot+chosen+b.Words.Say("marked")))
	}
	b.Paragraph(about)
}

// hedge returns the hedge of a whole case and its sources; empty if it is stated.
func (b *Builder) hedge(c model.Case) string {
	if len(c.Source) == 0 || c.Source[0].Hedge == model.HedgeStated || c.Source[0].Hedge == "" {
		return ""
	}
	return b.hedgedBy(c.Source[0].Hedge, strings.Join(c.Sources(), ", "))
}

// hedgedBy returns a hedge with the names of its sources, if any.
func (f Format) hedgedBy(hedge model.Hedge, names string) string {
	switch {
	case names == "":
		return f.Words.Word(string(hedge))
	case hedge == model.HedgeEstimated:
		return f.Words.Say("estimated by %s", names)
	}
	return f.Words.Say("reported by %s", names)
}

// sensitive adds, in plain lines, the topic of a sensitive case.
func (b *Builder) sensitive(c LoadedCase) {
	if b.Plain && c.Gated() {
		b.Paragraph(text.Line{text.New(text.Warning, text.Capital(b.Words.Say("sensitive: %s", b.sensitivity(c.Sensitivity))))})
	}
}

// status returns whether a case is a draft, and whether it is marked.
func (f Format) status(id string, draft bool) string {
	var isDraft, isMarked string
	if draft {
		isDraft = f.Words.Say("draft")
	}
	if slices.Contains(f.Marked, id) {
		isMarked = f.Words.Say("marked")
	}
	return f.Join(isDraft, isMarked)
}

// Gate returns the document of a sensitive case before it is opened.
func Gate(f Format, c LoadedCase) Document {
	b := NewBuilder(f)
	b.title(c)
	b.identity(c)
	b.categories(c.Case)
	b.Space()
	if f.Plain {
		b.plainGate(c)
		return b.Document
	}
	b.Paragraph(text.Format(f.Words, text.Normal, "Sensitive: %[1]s. Press %[2]s to view.", f.sensitivity(c.Sensitivity), text.New(text.Title, "Enter")))
	return b.Document
}

// plainGate adds the topic of a sensitive case, and how to open it.
func (b *Builder) plainGate(c LoadedCase) {
	b.Paragraph(text.Line{text.New(text.Normal, b.Words.Say("Sensitive: %s. Type \"%s\" to read it.", b.sensitivity(c.Sensitivity), b.Words.Say("open")))})
}
