package pages

import (
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// A box is a block of lines with its position on the page, in points from the upper left
// corner.
type box struct {
	left, top, right, bottom float64
	lines                    []string
}

// TextOfBoxes returns the text of the pages in the output of pdftotext -bbox-layout,
// column by column. The text of pdftotext itself mixes columns if paragraphs end side by
// side.
func TextOfBoxes(r io.Reader) (string, error) {
	var text strings.Builder
	d := xml.NewDecoder(r)
	d.Strict, d.Entity = false, xml.HTMLEntity
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return text.String(), nil
		}
		if err != nil {
			return "", err
		}
		if start, ok := token.(xml.StartElement); !ok || start.Name.Local != "page" {
			continue
		} else if err := writePage(&text, d, start); err != nil {
			return "", err
		}
	}
}

func writePage(text *strings.Builder, d *xml.Decoder, start xml.StartElement) error {
	var page struct {
		Blocks []struct {
			Left   float64 `xml:"xMin,attr"`
			Top    float64 `xml:"yMin,attr"`
			Right  float64 `xml:"xMax,attr"`
			Bottom float64 `xml:"yMax,attr"`
			Lines  []struct {
				Words []string `xml:"word"`
			} `xml:"line"`
		} `xml:"flow>block"`
	}
	if err := d.DecodeElement(&page, &start); err != nil {
		return err
	}
	var boxes []box
	for _, block := range page.Blocks {
		b := box{left: block.Left, top: block.Top, right: block.Right, bottom: block.Bottom}
		for _, line := range block.Lines {
			b.lines = append(b.lines, strings.Join(line.Words, " "))
		}
		boxes = append(boxes, b)
	}
	for _, b := range inReadingOrder(boxes) {
		text.WriteString(strings.Join(b.lines, "\n") + "\n\n")
	}
	text.WriteString("\f")
	return nil
}

// minGutter is the minimum space between two columns, in points.
const minGutter = 5

// inReadingOrder sorts the boxes of a page: column by column, above and below each box
// that spans the columns.
func inReadingOrder(boxes []box) []box {
	if len(boxes) < 2 {
		return boxes
	}
	byLeft := slices.SortedFunc(slices.Values(boxes), func(a, b box) int { return cmp.Compare(a.left, b.left) })
	right := byLeft[0].right
	for i, b := range byLeft[1:] {
		if b.left-right >= minGutter {
			return append(inReadingOrder(byLeft[:i+1]), inReadingOrder(byLeft[i+1:])...)
		}
		right = max(right, b.right)
	}
	slices.SortStableFunc(byLeft, func(a, b box) int { return cmp.Compare(a.top, b.top) })
	for i, b := range byLeft {
		if b.right-b.left <= (right-leftmost(byLeft))*0.55 {
			continue
		}
		if before, after := byLeft[:i], byLeft[i+1:]; len(before)+len(after) > 0 {
			return append(append(inReadingOrder(slices.Clone(before)), b), inReadingOrder(slices.Clone(after))...)
		}
	}
	return byLeft
}

func leftmost(boxes []box) float64 {
	left := boxes[0].left
	for _, b := range boxes {
		left = min(left, b.left)
	}
	return left
}
