package tui

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"casebook/model"
	"casebook/model/safe/safetest"
	"casebook/tui/browse"
)

// A stranger is a library in which every text of every answer is hostile, from
// whatever column it may come. What it is asked for is asked of a real one.
type stranger struct{ browse.Library }

const mark = safetest.Hostile + safetest.Harmless

func spoiled[T any](answer T, err error) (T, error) {
	return safetest.Map(answer, func(path, text string) string {
		if text == "" || strings.HasSuffix(path, ".Facet") { // by which the browser finds its own facets
			return text
		}
		return text + mark
	}), err
}

func asked[T any](request T) T {
	return safetest.Map(request, func(_, text string) string { return strings.ReplaceAll(text, mark, "") })
}

func (s stranger) Find(ctx context.Context, query model.Query) (model.Page, error) {
	return spoiled(s.Library.Find(ctx, asked(query)))
}

func (s stranger) Facets(ctx context.Context, query model.Query) (model.Counts, error) {
	return spoiled(s.Library.Facets(ctx, asked(query)))
}

func (s stranger) Case(ctx context.Context, id string) (model.Case, error) {
	return spoiled(s.Library.Case(ctx, asked(id)))
}

func (s stranger) Report(ctx context.Context, id string) (model.Report, error) {
	return spoiled(s.Library.Report(ctx, asked(id)))
}

func (s stranger) Sections(ctx context.Context, id string) ([]model.Section, error) {
	return spoiled(s.Library.Sections(ctx, asked(id)))
}

func (s stranger) Names(ctx context.Context, text string, limit int) ([]model.NameMatch, error) {
	return spoiled(s.Library.Names(ctx, asked(text), limit))
}

func (s stranger) Complete(ctx context.Context, facet model.Facet, text string, limit int) ([]model.FacetValue, error) {
	return spoiled(s.Library.Complete(ctx, facet, asked(text), limit))
}

func (s stranger) Entries(ctx context.Context, view model.View, query model.Query, around string) (model.EntryPage, error) {
	return spoiled(s.Library.Entries(ctx, view, asked(query), asked(around)))
}

func (s stranger) Profile(ctx context.Context, query model.Query, entry model.Entry) (model.Profile, error) {
	return spoiled(s.Library.Profile(ctx, asked(query), asked(entry)))
}

var looks = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// TestNothingHostileIsShown walks through the whole browser, at three sizes and
// in plain lines, with a library whose every text is hostile.
func TestNothingHostileIsShown(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {80, 24}, {46, 12}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			shown := 0
			d := drive(t, stranger{newReports()}, size[0], size[1], Options{Export: (&desk{files: map[string]string{}}).export})
			for _, key := range []string{"j", "enter", "pgdown", "s", "pgdown", "s", "tab", "enter", "-", "esc", "f", "j", "j", "enter", "j", "enter", "j", "enter", "x", "X", "2", "v", "j", "enter", "esc", "v", "j", "3", "pgdown", "2", "v", "j", "3", "2", "v", "j", "v", "j", "v", "j", "esc",
				"t", "j", "enter", "esc", "m", "c", "c", "c", "C", "/", "nar", "enter", "/", "zzz", "enter", "esc", "/", "person:", "tab", "enter", "X", ":", "a", "down", "esc", "w", "x.csv", "enter", "esc", "R", "?", "pgdown", "esc", "z", "j", "1", "l", "3", "n", "G", "g"} {
				d.press(key)
				view := d.app.View()
				if strings.Contains(view.Content, "QQ==") {
					shown++
				}
				if near, found := safetest.Find(looks.ReplaceAllString(view.Content, "") + view.WindowTitle); found {
					t.Fatalf("after %s: %+q", key, near)
				}
				for y, row := range strings.Split(view.Content, "\n") {
					if got := ansi.StringWidth(row); view.Content != "" && got != size[0] {
						t.Fatalf("after %s row %d is %d columns wide: %+q", key, y, got, row)
					}
				}
			}
			if shown < 50 {
				t.Errorf("only %d screens had a text of the library", shown)
			}
			for _, text := range d.out {
				if near, found := safetest.Find(text); found {
					t.Errorf("to the clipboard: %+q", near)
				}
			}
		})
	}
	var out strings.Builder
	lines := "1\n\nsource\nreport\nback\nfilters\n1\npeople\n1\nback\nlaws\n1\nplaces\n1\nfigures\n1\ntimeline\n1\noverview\n1\ncases\nfind nar\nfind zzz\nhelp\nmark\n"
	if err := RunPlain(t.Context(), stranger{newReports()}, Options{}, Lines{In: strings.NewReader(lines), Out: &out}); err != nil {
		t.Fatal(err)
	}
	if near, found := safetest.Find(out.String()); found || strings.Count(out.String(), "QQ==") < 50 {
		t.Errorf("in plain lines: %+q, %d hostile texts", near, strings.Count(out.String(), "QQ=="))
	}
}
