package sheet

import (
	"io"
	"strings"
	"testing"

	"casebook/seed"
)

// endless is text without an end; it counts how much of it is read.
type endless struct{ read int }

func (e *endless) Read(into []byte) (int, error) {
	for i := range into {
		into[i] = 'a'
	}
	e.read += len(into)
	return len(into), nil
}

// TestTokensAreBounded reads texts, comments and attributes without an end, as a packed
// file of some bytes can have them: they are not read into memory as a whole.
func TestTokensAreBounded(t *testing.T) {
	for _, begins := range []string{"<c><t>", "<c><!--", "<c><![CDATA[<>", `<c r="`, "<c "} {
		text := &endless{}
		tokens := newXMLTokens(io.MultiReader(strings.NewReader(begins), io.LimitReader(text, 20*maxToken)))
		var err error
		for err == nil {
			_, err = tokens.RawToken()
		}
		if err != errLongCell || text.read > 2*maxToken {
			t.Errorf("%s: %d MiB are read: %v", begins, text.read>>20, err)
		}
	}
	long := strings.Repeat("&amp;", seed.MaxRecord/5) // of as many bytes as a cell may have
	tokens := newXMLTokens(strings.NewReader("<c>" + strings.Repeat("<t>"+long+"</t>", 3) + "</c>"))
	var err error
	for err == nil {
		_, err = tokens.RawToken()
	}
	if err != io.EOF {
		t.Errorf("texts of which none is too long: %v", err)
	}
}
