package notebook

import (
	"testing"
	"time"

	"casebook/model"
)

func note(id, text string) Note {
	return Note{Report: "r", Case: id, Text: text, Written: time.Unix(int64(len(text)), 0)}
}

func texts(n Notebook) string {
	all := ""
	for _, note := range n.Notes {
		all += note.Case + ":" + note.Text + " "
	}
	for _, mark := range n.Marks {
		all += "m" + mark.Case + " "
	}
	for _, search := range n.Searches {
		all += search.Name + "=" + search.Text + " "
	}
	return all
}

func TestMerge(t *testing.T) {
	of := func(notes ...Note) Notebook { return Notebook{Notes: notes} }
	for _, c := range []struct {
		name               string
		base, mine, theirs Notebook
		want               string
	}{
		{"both add", of(), of(note("1", "a")), of(note("2", "bb")), "1:a 2:bb "},
		{"both add the same", of(), of(note("1", "a")), of(note("1", "a")), "1:a "},
		{"both change", of(note("1", "a")), of(note("1", "bb")), of(note("1", "ccc")), "1:bb 1:ccc "},
		{"one changes", of(note("1", "a")), of(note("1", "a")), of(note("1", "bb")), "1:bb "},
		{"the other changes", of(note("1", "a")), of(note("1", "bb")), of(note("1", "a")), "1:bb "},
		{"one removes", of(note("1", "a"), note("2", "b")), of(note("2", "b")), of(note("1", "a"), note("2", "b")), "2:b "},
		{"one removes what the other changes", of(note("1", "a")), of(), of(note("1", "bb")), "1:bb "},
		{"no base", of(), of(note("1", "a")), of(note("1", "bb")), "1:a 1:bb "},
		{"marks", Notebook{Marks: []Mark{{Case: "1"}}}, Notebook{}, Notebook{Marks: []Mark{{Case: "1"}, {Case: "2"}}}, "m2 "},
		{"searches", Notebook{}, Notebook{Searches: []Search{{Name: "a", Text: "x"}}},
			Notebook{Searches: []Search{{Name: "a", Text: "x", Filter: model.Filter{"kind": {"law"}}}, {Name: "a", Text: "x", Saved: time.Unix(1, 0)}}}, "a=x a=x "},
	} {
		merged := Merge(c.base, c.mine, c.theirs)
		if got := texts(merged); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if !Merge(merged, merged, merged).Equal(merged) || !Merge(Notebook{}, merged, c.theirs).Equal(Merge(Notebook{}, c.theirs, merged)) {
			t.Errorf("%s: merging again, or the other way round, makes something else", c.name)
		}
	}
}

func TestWith(t *testing.T) {
	first := Notebook{Notes: []Note{note("1", "a"), note("1", "bb"), note("2", "c")}}
	if got := texts(first.With(note("1", "new"))); got != "2:c 1:new " {
		t.Error(got)
	}
	if got := texts(first.With(note("2", ""))); got != "1:a 1:bb " {
		t.Error(got)
	}
	if texts(first) != "1:a 1:bb 2:c " || len(first.On("1")) != 2 {
		t.Error("the first notebook has changed:", texts(first))
	}
}
