package tui_test

import (
	"context"
	"strings"
	"testing"

	"casebook/model"
	"casebook/tui"
)

func TestMarkedCasesAreFoundAndWritten(t *testing.T) {
	library := seeded(t)
	written := ""
	options := tui.Options{Export: func(ctx context.Context, query model.Query, name string, _ bool) (int, string, error) {
		page, err := library.Find(ctx, query)
		for _, row := range page.Rows {
			written += row.ID + " "
		}
		return page.Total, "/home/" + name, err
	}}
	for _, test := range []struct {
		keys []string
		sees string
	}{
		{[]string{"m"}, "✓ "},
		{[]string{"m"}, "KAZ-2016-01 · practice · ✓ marked"},
		{[]string{"m"}, "1 case marked. is:marked finds it, w exports it."},
		{[]string{"m", "m"}, "No case is marked."},
		{[]string{"m", "j", "3", "m", "/", "is:ma", "tab", "enter"}, "2/47 cases"},
		{[]string{"m", "/", "-is:marked", "enter"}, "46/47 cases"},
		{[]string{"m", "/", "is:marked", "enter", "m"}, "0/47 cases"},
		{[]string{"m", "G", "m", "/", "facebook", "enter", "w"}, " export 2 marked cases to cases.md"},
		{[]string{"m", "G", "m", "/", "facebook", "enter", "w", "tab"}, " export 4 cases to cases.md"},
		{[]string{"m", "G", "m", "/", "facebook", "enter", "w", "enter"}, "Exported 2 cases to /home/cases.md."},
	} {
		if screen := tui.ScreenOf(t, library, options, test.keys...); !strings.Contains(screen, test.sees) {
			t.Errorf("%v: the screen lacks %q:\n%s", test.keys, test.sees, screen)
		}
	}
	if written != "KAZ-2016-01 KAZ-2016-51 " {
		t.Errorf("written are %s", written)
	}
}

func TestAMarkStaysWithItsCase(t *testing.T) {
	library := seeded(t)
	pack, err := library.Pack(context.Background(), "kazakhstan-2016-17")
	if err != nil {
		t.Fatal(err)
	}
	pack.Cases = pack.Cases[1:] // the order and the numbers of the cases change
	pack.Cases[0].Title = "Corrected"
	if err := library.Import(context.Background(), pack); err != nil {
		t.Fatal(err)
	}
	page, err := library.Find(context.Background(), model.Query{Text: "is:marked", Marked: []string{"KAZ-2016-02", "KAZ-2016-01"}})
	if err != nil || page.Total != 1 || page.Rows[0].Title != "Corrected" {
		t.Errorf("marked are %+v, %v", page.Rows, err)
	}
}
