package theme

import (
	"math"
	"strconv"
	"testing"

	"charm.land/lipgloss/v2"

	"casebook/tui/text"
)

// TestContrast computes the contrast of every tone with the backgrounds that
// terminals usually have, by WCAG 2.2. Backgrounds here are black, those of four
// common dark themes, white and those of two light ones.
func TestContrast(t *testing.T) {
	backgrounds := map[bool][]string{
		true:  {"#000000", "#1e1e1e", "#282c34", "#002b36"},
		false: {"#ffffff", "#fdf6e3", "#eeeeee"},
	}
	for _, name := range Names() {
		for _, dark := range []bool{true, false} {
			for _, shade := range shades(name) {
				number := shade.light
				if dark {
					number = shade.dark
				}
				if n, err := strconv.Atoi(number); err != nil || n < 16 {
					t.Errorf("%s: colour %s of tone %d may be redefined by the terminal", name, number, shade.tone)
				}
				least := 4.5
				switch {
				case shade.tone == text.Rule:
					least = 3 // it says nothing
				case name == Contrast:
					least = 7
				}
				for _, background := range backgrounds[dark] {
					if ratio := contrast(number, background); ratio < least {
						t.Errorf("%s: tone %d (%s) on %s has a contrast of %.2f, want %.1f", name, shade.tone, number, background, ratio, least)
					}
				}
			}
		}
	}
	if got := contrast("16", "#ffffff"); math.Abs(got-21) > 0.01 {
		t.Errorf("black on white has a contrast of %.2f, want 21", got)
	}
}

// contrast is the ratio of two colours' luminances.
func contrast(one, other string) float64 {
	a, b := luminance(one), luminance(other)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func luminance(colour string) float64 {
	linear := func(v uint32) float64 {
		c := float64(v) / 0xffff
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	r, g, b, _ := lipgloss.Color(colour).RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
