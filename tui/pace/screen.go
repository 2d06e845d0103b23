package pace

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"casebook/tui/width"
)

// A screen is the terminal's alternate screen: what stands on it, and what must
// be written so that something else does. It writes nothing itself.
type screen struct {
	width, height int
	profile       colorprofile.Profile // the colours of the terminal
	method        width.Method         // how it counts columns (mode 2027)
	synchronised  bool                 // it shows a frame when all of it is there (mode 2026)
	scrolls       bool                 // it can be told to move rows

	pens    *pens
	lines   []string // the text of each row, as it was given
	rows    [][]cell // what stands there
	spare   [][]cell // rows that stood there before the last frame, empty
	blanks  []cell   // an empty row
	known   bool     // that is so
	painted bool     // something of the program may stand on the terminal

	cursor *tea.Cursor
	mouse  tea.MouseMode

	out  bytes.Buffer
	pen  uint16 // what the next character is written with
	x, y int    // where it goes; x -1: not known
}

func newScreen(profile colorprofile.Profile, scrolls bool) *screen {
	return &screen{profile: profile, scrolls: scrolls, pens: newPens()}
}

// begin is what makes the terminal this screen, with nothing on it.
func (s *screen) begin() string {
	s.known, s.painted, s.cursor, s.mouse = false, false, nil, tea.MouseModeNone
	return ansi.SetModeAltScreenSaveCursor + ansi.ResetModeTextCursorEnable + ansi.SetModeBracketedPaste +
		ansi.SetModifyOtherKeys2 + ansi.PushKittyKeyboard(ansi.KittyDisambiguateEscapeCodes)
}

// end is what gives the terminal back as it was.
func (s *screen) end() string {
	text := ansi.ResetModifyOtherKeys + ansi.PopKittyKeyboard(1) + ansi.ResetStyle + mouse(s.mouse, tea.MouseModeNone) + ansi.ResetModeBracketedPaste
	if s.cursor != nil {
		text += ansi.SetCursorStyle(0)
	}
	if s.method == width.ByCharacter {
		text += ansi.ResetModeUnicodeCore
	}
	return text + s.empty() + ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable
}

// resize sets the size. All of it is to be drawn anew.
func (s *screen) resize(width, height int) {
	s.width, s.height, s.known = width, height, false
	s.blanks = slices.Repeat([]cell{blank}, max(width, 0))
}

// colours sets the colours that the terminal has.
func (s *screen) colours(profile colorprofile.Profile) {
	if profile != s.profile {
		s.profile, s.lines = profile, nil
	}
}

// countCharacters has the terminal count a letter with its marks as one character,
// and returns what must be written for it.
func (s *screen) countCharacters() string {
	s.method, s.known = width.ByCharacter, false
	return ansi.SetModeUnicodeCore
}

// draw returns what must be written so that the terminal shows a view; nil where
// it does already.
func (s *screen) draw(view tea.View) []byte {
	if s.width <= 0 || s.height <= 0 {
		return nil
	}
	s.out.Reset()
	s.out.WriteString(mouse(s.mouse, view.MouseMode))
	s.mouse = view.MouseMode
	if !s.known {
		s.erase()
	}
	s.paint(strings.Split(view.Content, "\n"))
	cursor := view.Cursor
	if cursor != nil && (cursor.X < 0 || cursor.Y < 0 || cursor.X >= s.width || cursor.Y >= s.height) {
		cursor = nil
	}
	s.setPen(0)
	if cursor != nil {
		s.move(cursor.X, cursor.Y)
	}
	frame := s.framed(cursor)
	s.cursor = cursor
	clear(s.out.Bytes()[:s.out.Cap()]) // what is no longer shown is not kept
	return frame
}

// empty is what leaves the terminal's screen blank, whatever its size. The rows are
// erased first: where there is no alternate screen, some terminals (tmux with
// alternate-screen off) keep what is erased all at once in their scrollback.
func (s *screen) empty() string {
	if !s.painted {
		return ansi.CursorHomePosition + ansi.EraseEntireScreen
	}
	return ansi.CursorHomePosition + strings.TrimSuffix(strings.Repeat(ansi.EraseEntireLine+"\n", s.height), "\n") +
		ansi.CursorHomePosition + ansi.EraseEntireScreen
}

// erase empties the screen.
func (s *screen) erase() {
	s.lines = make([]string, s.height)
	s.rows = make([][]cell, s.height)
	for y := range s.rows {
		s.rows[y] = slices.Repeat([]cell{blank}, s.width)
	}
	s.pen = 0
	s.out.WriteString(ansi.ResetStyle + s.empty())
	s.painted = true
	s.x, s.y, s.known = 0, 0, true
}

// framed puts what was written between what hides the change until all of it is
// there, as far as the terminal can, and shows the cursor or hides it.
func (s *screen) framed(cursor *tea.Cursor) []byte {
	shows, shown := cursor != nil, s.cursor != nil
	style := ""
	if shows && (!shown || cursor.Shape != s.cursor.Shape || cursor.Blink != s.cursor.Blink) {
		style = ansi.SetCursorStyle(cursorStyle(cursor))
	}
	if s.out.Len() == 0 && shows == shown && style == "" {
		return nil
	}
	var frame bytes.Buffer
	changes := s.out.Len() > 0
	if changes && s.synchronised {
		frame.WriteString(ansi.SetModeSynchronizedOutput)
	}
	if shown && (!shows || changes && !s.synchronised) {
		frame.WriteString(ansi.ResetModeTextCursorEnable)
	}
	frame.Write(s.out.Bytes())
	if shows && (!shown || changes && !s.synchronised) {
		frame.WriteString(ansi.SetModeTextCursorEnable)
	}
	frame.WriteString(style)
	if changes && s.synchronised {
		frame.WriteString(ansi.ResetModeSynchronizedOutput)
	}
	return frame.Bytes()
}

// cursorStyle is the number of a cursor's shape (DECSCUSR).
func cursorStyle(cursor *tea.Cursor) int {
	style := 2*int(cursor.Shape) + 1
	if !cursor.Blink {
		style++
	}
	return style
}

// mouse is what must be written so that the terminal tells of the mouse in
// another mode.
func mouse(from, to tea.MouseMode) string {
	switch {
	case from == to:
		return ""
	case to == tea.MouseModeNone:
		return ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent + ansi.ResetModeMouseExtSgr
	case to == tea.MouseModeAllMotion:
		return ansi.SetModeMouseAnyEvent + ansi.SetModeMouseExtSgr
	}
	return ansi.SetModeMouseButtonEvent + ansi.SetModeMouseExtSgr
}

// setPen sets what the next characters are written with.
func (s *screen) setPen(pen uint16) {
	if pen != s.pen {
		s.out.WriteString(s.pens.sequence(s.pen, pen))
		s.pen = pen
	}
}

// put writes a cell where the cursor is.
func (s *screen) put(c cell) {
	if c.width == 0 {
		return // it came with the one before
	}
	if c != blank || s.pens.seen(s.pen) {
		s.setPen(c.pen)
	}
	s.out.WriteString(c.text)
	if s.x += int(c.width); s.x >= s.width {
		s.x = -1 // terminals differ in where it waits for the next character
	}
}

// move puts the cursor to a column and row, in the fewest bytes.
func (s *screen) move(x, y int) {
	if s.x == x && s.y == y {
		return
	}
	best := ansi.CursorPosition(x+1, y+1)
	try := func(text string) {
		if len(text) < len(best) {
			best = text
		}
	}
	if down := y - s.y; down >= 0 && down <= 4 {
		lines := strings.Repeat("\n", down)
		try("\r" + lines + across(0, x))
		if s.x >= 0 {
			try(lines + across(s.x, x))
		}
	}
	s.out.WriteString(best)
	s.x, s.y = x, y
}

// across moves the cursor from one column of a row to another.
func across(from, to int) string {
	switch n := to - from; {
	case n == 0:
		return ""
	case n == 1:
		return "\x1b[C"
	case n > 0:
		return "\x1b[" + strconv.Itoa(n) + "C"
	case n >= -4:
		return strings.Repeat("\b", -n)
	case n <= -100: // the column itself has fewer digits, or as many
		return ansi.CursorHorizontalAbsolute(to + 1)
	default:
		return "\x1b[" + strconv.Itoa(-n) + "D"
	}
}
