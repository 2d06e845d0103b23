package pace

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// stands is what an emulated terminal shows, with the looks that can be seen.
func stands(e *vt.Emulator) string {
	plain := uv.EmptyCell
	b := uv.NewBuffer(e.Width(), e.Height())
	for y := range e.Height() {
		for x := range e.Width() {
			c := e.CellAt(x, y)
			if c == nil || c.Content == " " && c.Style.Underline == uv.UnderlineNone && c.Style.Attrs&uv.AttrReverse == 0 {
				c = &plain
			}
			b.SetCell(x, y, c)
		}
	}
	return b.Render()
}

// painted is what it shows that is given a view at once, from nothing.
func painted(view tea.View, width, height int) string {
	e := vt.NewEmulator(width, height)
	s := newScreen(colorprofile.ANSI256, false)
	s.resize(width, height)
	fmt.Fprint(e, s.begin())
	e.Write(s.draw(view))
	return stands(e)
}

// page is a screen of three panes, of which some move, as a browser draws it.
type page struct {
	random        *rand.Rand
	width, height int
	top           int
	words         []string
}

func (p *page) line(number, width int) string {
	random := rand.New(rand.NewPCG(uint64(number), 9))
	var text strings.Builder
	used := 0
	for used < width {
		word := p.words[random.IntN(len(p.words))]
		if used+len(word) > width {
			break
		}
		text.WriteString([]string{"%s", "\x1b[1m%s\x1b[m", "\x1b[38;5;117m%s\x1b[m", "\x1b[4m%s\x1b[m", "\x1b[7m%s\x1b[m"}[random.IntN(5)])
		line := text.String()
		text.Reset()
		fmt.Fprintf(&text, strings.ReplaceAll(line, "%s", "%[1]s"), word)
		used += len(word)
	}
	return text.String() + strings.Repeat(" ", max(width-used, 0))
}

func (p *page) next() tea.View {
	switch p.random.IntN(6) {
	case 0:
		p.top += p.random.IntN(40) - 20
	default:
		p.top += p.random.IntN(5) - 2
	}
	detail := p.random.IntN(1000)
	rows := []string{p.line(p.random.IntN(3), p.width)}
	for y := range p.height - 2 {
		left := p.line(1<<20+p.top+y, p.width/2)
		switch p.random.IntN(12) {
		case 0:
			left = ""
		case 1:
			left = strings.Repeat(" ", p.width/2)
		}
		rows = append(rows, left+p.line(detail*100+y, p.width-p.width/2))
	}
	view := tea.NewView(strings.Join(append(rows, "\x1b[1mthe bottom\x1b[m"), "\n"))
	if p.random.IntN(3) > 0 {
		view.Cursor = tea.NewCursor(p.random.IntN(p.width), p.random.IntN(p.height))
	}
	if p.random.IntN(20) == 0 {
		view = tea.NewView("")
	}
	return view
}

// TestWhatChangesIsAllThatDiffers draws views one after the other, at random, and
// compares each with the same one drawn from nothing.
func TestWhatChangesIsAllThatDiffers(t *testing.T) {
	for name, words := range map[string][]string{
		"plain": {"a ", "case ", "of ", "protest ", "  ", "      ", "               ", "·", "2016"},
		"wide":  {"a ", "日本", "e\u0301", "case ", "👩‍👩‍👧", "ұлттық ", "          "},
	} {
		for _, size := range [][2]int{{80, 24}, {40, 10}, {131, 37}} {
			t.Run(fmt.Sprintf("%s %dx%d", name, size[0], size[1]), func(t *testing.T) {
				t.Parallel()
				width, height := size[0], size[1]
				p := &page{random: rand.New(rand.NewPCG(uint64(width), 1)), width: width, height: height, words: words}
				e := vt.NewEmulator(width, height)
				s := newScreen(colorprofile.ANSI256, true)
				s.resize(width, height)
				fmt.Fprint(e, s.begin())
				for n := range 60 {
					view := p.next()
					frame := s.draw(view)
					e.Write(frame)
					if at := view.Cursor; at != nil && e.CursorPosition() != uv.Pos(at.X, at.Y) || e.CursorHidden() != (at == nil) {
						t.Fatalf("view %d: the cursor is at %v, want %v", n, e.CursorPosition(), at)
					}
					if got, want := stands(e), painted(view, width, height); got != want {
						t.Fatalf("view %d: the screen is\n%s\nwant\n%s\nafter %q", n, got, want, frame)
					}
					if again := s.draw(view); len(again) > 0 {
						t.Fatalf("view %d: drawn again for nothing: %q", n, again)
					}
				}
			})
		}
	}
}
