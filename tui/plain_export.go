package tui

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"casebook/model"
	"casebook/model/export"
	"casebook/model/safe"
	"casebook/tui/browse"
	"casebook/tui/text"
)

func (p *plain) cite(ctx context.Context, which string) error {
	r, ok, err := p.meant(ctx, which)
	if ok {
		p.whole(model.Cite(r.Case, r.FromReport))
	}
	return err
}

// bibtex writes the citation as an entry for a bibliography.
func (p *plain) bibtex(ctx context.Context, which string) error {
	r, ok, err := p.meant(ctx, which)
	if !ok {
		return err
	}
	for l := range strings.Lines(browse.Reference(export.BibTeX, r)) {
		p.whole(strings.TrimRight(l, "\n"))
	}
	return nil
}

// whole writes a line that is there to be copied, and not broken.
func (p *plain) whole(s string) { p.write(safe.Line(s)) }

// write writes a line, its punctuation in ASCII where that is asked for.
func (p *plain) write(s string) {
	if p.options.ASCII {
		s = text.ASCIIPunctuation.Replace(s)
	}
	p.out.WriteString(s + "\n")
}

// export writes the cases of the list to a file. One that is there already is
// replaced when the same is typed again.
func (p *plain) export(ctx context.Context, name string) error {
	switch {
	case name == "":
		p.answer("Type %s and the name of a file, as in: %s cases.md", p.command("export"), p.command("export"))
		return nil
	case p.total == 0 && p.at.narrowed():
		p.answer("There is no case to write.")
		return nil
	}
	count, err := p.options.Export(ctx, p.query(p.at), name, name == p.taken)
	p.taken = ""
	switch {
	case err == nil:
		p.answer("%d case written to %s.|%d cases written to %s.", count, name)
	case ctx.Err() != nil:
	case errors.Is(err, fs.ErrExist):
		p.taken = name
		p.answer("%s is there already. Type the same again to replace it.", name)
	default:
		p.answer("Not written: %s", err.Error())
	}
	return nil
}
