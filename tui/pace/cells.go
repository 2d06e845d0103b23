package pace

import (
	"hash/fnv"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/parser"

	"casebook/tui/width"
)

// A cell is one column of a row on the screen.
type cell struct {
	text  string // one character as people see it; "" continues a wide one
	pen   uint16 // of pens
	width uint8  // in columns; 0 where it continues a wide one
}

// blank is an erased cell.
var blank = cell{text: " ", width: 1}

// pens are the styles in use so far; the first is plain text.
type pens struct {
	styles  []uv.Style
	numbers map[uv.Style]uint16
	after   map[penChange]uint16 // what a sequence makes of a pen
	between map[[2]uint16]string // what makes one pen of another
	parser  *ansi.Parser         // of the sequences
}

type penChange struct {
	pen      uint16
	sequence string
}

func newPens() *pens {
	parameters := new(ansi.Parser) // those of the package have room for 64 KB of data, which a style has not
	parameters.SetParamsSize(parser.MaxParamsSize)
	return &pens{
		parser: parameters,
		styles: []uv.Style{{}}, numbers: map[uv.Style]uint16{{}: 0},
		after: map[penChange]uint16{}, between: map[[2]uint16]string{},
	}
}

// number returns the number of a style.
func (p *pens) number(style uv.Style) uint16 {
	n, ok := p.numbers[style]
	if !ok {
		n = uint16(len(p.styles))
		p.styles, p.numbers[style] = append(p.styles, style), n
	}
	return n
}

// change returns the pen after an SGR sequence.
func (p *pens) change(pen uint16, sequence string) uint16 {
	to, ok := p.after[penChange{pen, sequence}]
	if !ok {
		style := p.styles[pen]
		ansi.DecodeSequence(sequence, 0, p.parser)
		uv.ReadStyle(p.parser.Params(), &style)
		to = p.number(style)
		p.after[penChange{pen, strings.Clone(sequence)}] = to
	}
	return to
}

// sequence returns the shortest sequence that changes one pen to another.
func (p *pens) sequence(from, to uint16) string {
	text, ok := p.between[[2]uint16{from, to}]
	if !ok {
		text = p.styles[to].Diff(&p.styles[from])
		anew := ansi.ResetStyle
		if to != 0 {
			anew = "\x1b[0;" + strings.TrimPrefix(p.styles[to].Diff(&p.styles[0]), "\x1b[")
		}
		if len(anew) < len(text) {
			text = anew
		}
		p.between[[2]uint16{from, to}] = text
	}
	return text
}

// seen reports whether a pen is visible in a blank cell.
func (p *pens) seen(pen uint16) bool {
	s := &p.styles[pen]
	return s.Bg != nil || s.Underline != uv.UnderlineNone || s.Attrs&(uv.AttrReverse|uv.AttrStrikethrough) != 0
}

// cells appends to row the cells of one line of styled text, cut or filled to width
// columns. It omits sequences other than styles. Each pen is reduced to the
// terminal's colours.
func (s *screen) cells(row []cell, text string) []cell {
	var pen uint16
	shown := s.shown(pen)
	for len(text) > 0 && len(row) < s.width {
		if c := text[0]; c >= ' ' && c < 0x7f && (len(text) == 1 || text[1] < 0x80) {
			row, text = append(row, s.cell(string([]byte{c}), shown, 1)), text[1:]
			continue
		}
		if n := width.Narrow(text); n > 0 {
			row, text = append(row, s.cell(text[:n], shown, 1)), text[n:]
			continue
		}
		n, columns := s.method.Decode(text)
		sequence := text[:n]
		text = text[n:]
		switch {
		case columns > 0 && len(row)+columns <= s.width:
			row = append(row, s.cell(sequence, shown, columns))
			for range columns - 1 {
				row = append(row, cell{pen: shown})
			}
		case columns > 0: // half of it would not be seen
		case ansi.HasCsiPrefix(sequence) && sequence[len(sequence)-1] == 'm':
			pen = s.pens.change(pen, sequence)
			shown = s.shown(pen)
		case sequence[0] >= 0xc0 && len(row) > 0:
			last := len(row) - 1
			for last > 0 && row[last].width == 0 {
				last--
			}
			row[last].text += sequence // a mark of the letter before it
		}
	}
	for len(row) < s.width {
		row = append(row, blank)
	}
	return row
}

// cell returns a character in a pen. A blank cell is plain if its pen is not visible.
func (s *screen) cell(text string, pen uint16, columns int) cell {
	if text == " " && !s.pens.seen(pen) {
		return blank
	}
	return cell{text: text, pen: pen, width: uint8(columns)}
}

// shown returns a pen reduced to the terminal's colours.
func (s *screen) shown(pen uint16) uint16 {
	if pen == 0 {
		return 0
	}
	return s.pens.number(uv.ConvertStyle(s.pens.styles[pen], s.profile))
}

// hasDoubtfulWidth reports whether a row may have another width on the terminal than here.
func hasDoubtfulWidth(row []cell) bool {
	for i := range row {
		switch c := &row[i]; {
		case c.width != 1:
			return true
		case width.Doubtful(c.text):
			return true
		}
	}
	return false
}

// fingerprint returns a hash of cells, good enough to find rows that have moved.
func fingerprint(c cell) uint32 {
	if len(c.text) == 1 {
		return uint32(c.text[0])<<16 | uint32(c.pen)
	}
	h := fnv.New32a()
	h.Write([]byte(c.text))
	return h.Sum32() ^ uint32(c.pen)
}
