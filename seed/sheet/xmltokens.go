package sheet

import (
	"encoding/xml"
	"io"

	"casebook/seed"
)

// xmlTokens reads XML token by token. A token that is too long ends it with errLongCell:
// a few bytes of a packed file can be a text of any length, which would be in memory as
// a whole before its length is known.
type xmlTokens struct {
	*xml.Decoder
	source *bounded
}

// maxToken is the maximum length of a token, with room for text that is written as
// references, such as &amp;.
const maxToken = 2 * seed.MaxRecord

func newXMLTokens(r io.Reader) *xmlTokens {
	source := &bounded{reader: r}
	return &xmlTokens{xml.NewDecoder(source), source}
}

// RawToken returns the next token. Errors are those of xml.Decoder, and errLongCell.
func (t *xmlTokens) RawToken() (xml.Token, error) {
	t.source.left = maxToken
	return t.Decoder.RawToken()
}

// A bounded reader gives so many bytes and then errLongCell.
type bounded struct {
	reader io.Reader
	left   int
}

func (b *bounded) Read(into []byte) (int, error) {
	if b.left <= 0 {
		return 0, errLongCell
	}
	n, err := b.reader.Read(into)
	b.left -= n
	return n, err
}
