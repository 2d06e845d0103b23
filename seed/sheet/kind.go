package sheet

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"casebook/seed"
)

// A kind is the format of a table's file.
type kind byte

const (
	KindCSV kind = iota
	kindWorkbook
	kindPage
	kindXML
	kindList
)

// Holds reports whether a file is a table and not a pack, by its name and its beginning.
func Holds(name string, head []byte) bool {
	head = utf8Head(head)
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
	ending := strings.ToLower(filepath.Ext(name))
	if name == seed.StandardInput {
		if ending = seed.EndingOf(head); bytes.HasPrefix(text, []byte("[")) {
			ending = ".json"
		}
	}
	switch ending {
	case ".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xls", ".ods", ".xlsb", ".htm", ".html":
		return true
	case ".geojson":
		return true
	case ".txt":
		return hasColumns(text)
	case ".json":
		return bytes.HasPrefix(text, []byte("[")) || bytes.HasPrefix(text, []byte("{")) && !bytes.Contains(head, []byte(`"cases"`)) && !bytes.Contains(head, []byte(`"report"`))
	case ".jsonl", ".ndjson":
		return bytes.HasPrefix(text, []byte("{")) && !isPackLine(text)
	}
	return false
}

// hasColumns reports whether the lines of a text are rows of cells, and not sentences.
func hasColumns(text []byte) bool {
	lines := bytes.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	if len(lines) > 20 {
		lines = lines[:20] // the last one may be cut off
	}
	for _, separator := range []string{"\t", ";", "|", ","} {
		cut, same := 0, 0
		for _, line := range lines {
			if count := bytes.Count(line, []byte(separator)); count >= 2 {
				if cut++; count == bytes.Count(lines[0], []byte(separator)) {
					same++
				}
			}
		}
		if cut >= 2 && cut*10 >= len(lines)*8 && (separator != "," || same == len(lines)) {
			return true
		}
	}
	return false
}

// isPackLine reports whether the first line of a text is a pack or a case of one.
func isPackLine(text []byte) bool {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	var fields map[string]json.RawMessage
	if json.Unmarshal(line, &fields) != nil {
		return true // the pack reader reports the error
	}
	_, pack := fields["pack"]
	_, kind := fields["kind"]
	_, category := fields["category"]
	return pack || kind && category || len(fields) == 0
}

// kindOf returns the kind of a file by its beginning, since its name may be wrong.
func kindOf(name string, head []byte) (kind, error) {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
	begins := func(with string) bool {
		return len(text) >= len(with) && strings.EqualFold(string(text[:len(with)]), with)
	}
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return kindWorkbook, nil
	case bytes.HasPrefix(head, compoundFile):
		return 0, WrongFile(name, "this is a workbook of Excel 97 to 2003, which casebook does not read", "open it in a spreadsheet and save it as XLSX or CSV (UTF-8)")
	case begins("<?xml") && bytes.Contains(text, []byte("urn:schemas-microsoft-com:office:spreadsheet")):
		return kindXML, nil
	case begins("<html") || begins("<!doctype") || begins("<table") || begins("<meta") || begins("<?xml") && bytes.Contains(bytes.ToLower(text), []byte("<html")):
		return kindPage, nil
	case begins("[{") || begins("{") || begins("[") && slices.Contains([]string{".json", ".geojson", ""}, strings.ToLower(filepath.Ext(name))):
		return kindList, nil
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlsx", ".xlsm", ".xlsb", ".ods":
		return 0, WrongFile(name, "this is not a workbook", "the file may be incomplete, or its extension may be wrong")
	case ".json", ".geojson", ".jsonl", ".ndjson":
		return kindList, nil
	}
	return KindCSV, nil
}

// utf8Head returns the beginning of a text in UTF-8, if it is in UTF-16.
func utf8Head(head []byte) []byte {
	marked := bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF"))
	if !marked && (len(head) < 2 || (head[0] == 0) == (head[1] == 0)) {
		return head
	}
	decoded, _, err := seed.Decode("", bufio.NewReader(bytes.NewReader(head)), "")
	if err != nil {
		return head // reading it reports what is wrong
	}
	text, err := io.ReadAll(decoded)
	if err != nil {
		return head
	}
	return text
}
