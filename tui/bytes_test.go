package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestBytesOfACursorMove(t *testing.T) {
	s := StartSession(t, newFake(), 80, 24)
	for i, key := range []rune("jjjjjkkkkk") {
		if size := s.Press(tea.KeyPressMsg{Code: key, Text: string(key)}); size > MaxMove || size < 50 {
			t.Errorf("move %d (%c) writes %d bytes, want 50 to %d", i, key, size, MaxMove)
		}
	}
}
