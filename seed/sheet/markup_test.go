package sheet

import "testing"

func TestWithoutMarkup(t *testing.T) {
	for text, want := range map[string]string{
		"<p>Held at the <b>market</b> &amp; released.</p>": "Held at the market & released.", "a<br>b": "a\nb", "under <18 and >10": "under <18 and >10", "Huda <Mithal> & Co": "Huda <Mithal> & Co",
		"<Mithal></Mithal>": "<Mithal></Mithal>", "x </b": "x </b", "AT&T; &eacute;": "AT&T; &eacute;", "<p>a</p><p>b</p>": "a\n\nb",
	} {
		if got := WithoutMarkup(text); got != want {
			t.Errorf("%s is %q, want %q", text, got, want)
		}
	}
}
