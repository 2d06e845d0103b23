package plain

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"casebook/model"
	"casebook/model/export"
	"casebook/tui/browse"
)

func (s *session) cite(ctx context.Context, which string) error {
	r, ok, err := s.whichCase(ctx, which)
	if ok {
		s.writeUnwrapped(model.Cite(r.Case, r.FromReport))
	}
	return err
}

// bibtex writes the citation of a case in BibTeX.
func (s *session) bibtex(ctx context.Context, which string) error {
	r, ok, err := s.whichCase(ctx, which)
	if !ok {
		return err
	}
	for l := range strings.Lines(browse.Reference(export.BibTeX, r)) {
		s.writeUnwrapped(strings.TrimRight(l, "\n"))
	}
	return nil
}

// export writes the cases of the list to a file. A file that exists is replaced when
// the same command is typed again.
func (s *session) export(ctx context.Context, name string) error {
	switch {
	case name == "":
		s.answer("Type \"%s\" and a file name, e.g. \"%s cases.md\"", s.command("export"), s.command("export"))
		return nil
	case s.total == 0 && s.at.isNarrowed():
		s.answer("No case to export.")
		return nil
	}
	count, path, err := s.options.Export(ctx, s.query(s.at), name, s.isRepeated())
	switch {
	case err == nil:
		s.answer("Exported %d case to %s.|Exported %d cases to %s.", count, path)
	case ctx.Err() != nil:
	case errors.Is(err, fs.ErrExist):
		s.repeat = s.typed
		s.answer("%s already exists. Repeat the command to overwrite it.", path)
	case errors.Is(err, browse.ErrFormat):
		s.answer("Unknown format. Use %s", browse.Extensions())
	default:
		s.answer("Not exported: %s", err.Error())
	}
	return nil
}
