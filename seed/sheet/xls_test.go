package sheet

import (
	"bufio"
	"io"
	"reflect"
	"strings"
	"testing"
)

func TestPageRows(t *testing.T) {
	page := newPage("list.xls", bufio.NewReader(strings.NewReader(`<html><body>a page<table border=0>
<tr><th>Name<th title='colspan=9' COLSPAN = "2">Place&nbsp;and day</th></tr>
<TR><td>A &amp; B</td><td colspan=3>x &lt;y&gt; &amp;lt;</td><td>one<br>two</td></TR>
<tr><td data-colspan="2">Jos&eacute;&#33;</td><td colspan="0">3</td></tr></table></body></html>`)), 0)
	var rows [][]string
	for {
		row, err := page.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, append([]string(nil), row...))
	}
	want := [][]string{{"Name", "Place and day", ""}, {"A & B", "x <y> &lt;", "", "", "one\ntwo"}, {"José!", "3"}}
	if !reflect.DeepEqual(rows, want) {
		t.Errorf("%q, want %q", rows, want)
	}
}
