package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestAPreviewIsReadOnWithEnter cuts a long text that stands beside the list, and
// shows all of it when it is gone to.
func TestAPreviewIsReadOnWithEnter(t *testing.T) {
	d := drive(t, newFake(), 200, 50, Options{})
	var long document
	for range previewRows + 10 {
		long.links = append(long.links, link{id: "KAZ-2016-02"})
		long.lines = append(long.lines, line{{text: "a link", link: len(long.links)}})
	}
	d.app.detail.show(long)
	d.sees("… Enter reads on")
	r := d.app.layout.panes[paneDetail]
	d.send(tea.MouseClickMsg{X: r.x + 3, Y: r.y + 1 + previewRows + 4, Button: tea.MouseLeft})
	d.seesNot("reads on")
	if d.app.focus != paneDetail || d.app.detail.link > 0 {
		t.Error("a click below a preview takes a link that was not to be seen")
	}
	d.send(tea.MouseClickMsg{X: r.x + 3, Y: r.y + 1 + previewRows + 4, Button: tea.MouseLeft})
	if d.app.detail.link != previewRows+5 {
		t.Errorf("a click on a link takes link %d", d.app.detail.link)
	}
}
