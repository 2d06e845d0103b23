package seed

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	utf16 "golang.org/x/text/encoding/unicode"

	"casebook/model/lazy"
)

// Encodings lists the values of Options.Encoding.
func Encodings() []string {
	names := []string{"utf-8", "utf-16le", "utf-16be", "windows-1251", "windows-1252"}
	for name := range encodings() {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names[5:])
	return names
}

// encodings are the supported encodings besides those of Unicode.
func encodings() map[string]encoding.Encoding {
	return map[string]encoding.Encoding{
		"windows-1250": charmap.Windows1250, "windows-1251": charmap.Windows1251, "windows-1252": charmap.Windows1252,
		"windows-1253": charmap.Windows1253, "windows-1254": charmap.Windows1254, "windows-1255": charmap.Windows1255,
		"windows-1256": charmap.Windows1256, "windows-1257": charmap.Windows1257, "windows-1258": charmap.Windows1258,
		"koi8-r": charmap.KOI8R, "koi8-u": charmap.KOI8U, "iso-8859-2": charmap.ISO8859_2, "iso-8859-5": charmap.ISO8859_5,
		"ibm866": charmap.CodePage866, "x-mac-cyrillic": charmap.MacintoshCyrillic, "macintosh": charmap.Macintosh,
		"gb18030": simplifiedchinese.GB18030, "big5": traditionalchinese.Big5, "shift_jis": japanese.ShiftJIS, "euc-kr": korean.EUCKR,
	}
}

// aliases are other names that programs give these encodings.
var aliases = lazy.Value[map[string]string]{Make: func() map[string]string {
	return map[string]string{
		"utf8": "utf-8", "utf-16": "utf-16le", "utf16le": "utf-16le", "utf16be": "utf-16be", "unicode": "utf-16le", "ascii": "utf-8", "us-ascii": "utf-8", "ansi": "windows-1252",
		"latin1": "windows-1252", "latin-1": "windows-1252", "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "iso-8859-15": "windows-1252", "latin9": "windows-1252",
		"latin2": "iso-8859-2", "latin-2": "iso-8859-2", "cyrillic": "windows-1251", "win1251": "windows-1251", "koi8r": "koi8-r", "koi8u": "koi8-u",
		"gbk": "gb18030", "gb2312": "gb18030", "cp936": "gb18030", "cp950": "big5", "big5-hkscs": "big5", "sjis": "shift_jis", "shift-jis": "shift_jis", "cp932": "shift_jis", "cp949": "euc-kr",
		"cp866": "ibm866", "866": "ibm866", "mac": "macintosh", "macroman": "macintosh", "mac-roman": "macintosh", "x-mac-roman": "macintosh", "mac-cyrillic": "x-mac-cyrillic", "maccyrillic": "x-mac-cyrillic",
	}
}}

// encodingNamed returns the name of an encoding here, given any of its names.
func encodingNamed(name string) string {
	name = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), "_", "-")
	if known, ok := aliases.Get()[name]; ok {
		return known
	}
	for _, before := range []string{"cp", "windows", "win-", "win", "cp-"} {
		if number, ok := strings.CutPrefix(name, before); ok && len(number) == 4 && strings.HasPrefix(number, "125") {
			return "windows-" + number
		}
	}
	return name
}

// Decode returns the text of a file in UTF-8, without a byte-order mark, and a function
// for the name of its encoding, which is recognised unless named. An empty file and one
// that is not text are *Errors.
func Decode(name string, r *bufio.Reader, named string) (io.Reader, func() string, error) {
	head, err := r.Peek(4096)
	if len(head) == 0 {
		if err != io.EOF {
			return nil, nil, fmt.Errorf("read %s: %w", name, err)
		}
		return nil, nil, fileError(name, "the file is empty", "nothing was imported")
	}
	for mark, encoding := range map[string]string{"\xEF\xBB\xBF": "utf-8", "\xFF\xFE": "utf-16le", "\xFE\xFF": "utf-16be"} {
		if bytes.HasPrefix(head, []byte(mark)) {
			r.Discard(len(mark))
			text, err := decodeAs(r, encoding)
			return text, func() string { return encoding }, err
		}
	}
	if named = encodingNamed(named); named == "" {
		named = wideEncoding(head)
	}
	if !strings.HasPrefix(named, "utf-16") {
		if message, hint := binaryFormat(head); message != "" {
			return nil, nil, fileError(name, message, hint)
		}
	}
	if named == "" {
		g := &guess{name: name, r: r, encoding: "utf-8"}
		return g, func() string { return g.encoding }, nil
	}
	text, err := decodeAs(r, named)
	if err != nil {
		return nil, nil, fileError(name, err.Error(), "write one of "+strings.Join(Encodings(), ", "))
	}
	return text, func() string { return named }, nil
}

func decodeAs(r io.Reader, named string) (io.Reader, error) {
	var decoder encoding.Encoding
	switch named {
	case "utf-8":
		return r, nil
	case "utf-16le":
		decoder = utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)
	case "utf-16be":
		decoder = utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)
	default:
		table, ok := encodings()[named]
		if !ok {
			return nil, fmt.Errorf("there is no encoding %q", named)
		}
		decoder = table
	}
	return decoder.NewDecoder().Reader(r), nil
}

// wideEncoding recognises UTF-16 without a byte-order mark by the zeros of its Latin
// letters.
func wideEncoding(head []byte) string {
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch few := max(len(head)/16, 1); { // an eighth of the letters: a Cyrillic table has spaces, digits and commas
	case zeros[1] > few && zeros[0] == 0:
		return "utf-16le"
	case zeros[0] > few && zeros[1] == 0:
		return "utf-16be"
	}
	return ""
}

// binaryFormat returns a message and a hint about a file that is not text; empty if it may
// be text.
func binaryFormat(head []byte) (message, hint string) {
	const another = "save its contents as plain text (UTF-8), or a table as XLSX or CSV"
	switch {
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return "this is a PDF, not text", another + "; casebook draft reads a report in PDF"
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return "this is a document in RTF, not text", another
	}
	message = "this is a binary file, not text"
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte{0xD0, 0xCF, 0x11, 0xE0}) {
		return message, "it looks like a file of a word processor or an old spreadsheet program: save it as XLSX, CSV or plain text (UTF-8)"
	}
	strange := 0 // a single one is a mistake in a cell, and reported as one
	for _, b := range head {
		if b == 0 || b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B {
			strange++
		}
	}
	many := strange > 1+len(head)/20
	if at := bytes.IndexByte(head, 0); at >= 0 && !many {
		return message, fmt.Sprintf("line %d has a NUL byte (00); if all else is text, remove that byte", 1+bytes.Count(head[:at], []byte("\n")))
	} else if at >= 0 || many {
		return message, "save its contents as plain text; casebook reads YAML, JSON, JSONL, CSV, TSV and XLSX"
	}
	return "", ""
}

// Text reads the whole text of a file, in UTF-8. Without an encoding it is UTF-8, UTF-16
// or, as older programs write English, Windows-1252. An empty file and one that is not
// text are *Errors.
func Text(name string, r io.Reader, encoding string) (string, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", name, err)
	}
	marked := bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF"))
	if encoding == "" && !marked && wideEncoding(data[:min(len(data), 4096)]) == "" && !utf8.Valid(data) {
		encoding = "windows-1252"
	}
	decoded, _, err := Decode(name, bufio.NewReader(bytes.NewReader(data)), encoding)
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(decoded)
	return string(text), err
}
