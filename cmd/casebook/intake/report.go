package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strings"

	"casebook/cmd/casebook/cli"
	"casebook/seed"
	"casebook/seed/pages"
)

// readReport reads the text of a report: a text file, a web page without its tags, or a
// PDF through pdftotext.
func readReport(ctx context.Context, name, encoding string) (string, error) {
	file, err := cli.Open(ctx, name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	if about, err := file.Stat(); err == nil && about.IsDir() {
		return "", cli.Usage("give the text of a report", "%s is a folder", name)
	}
	data, err := io.ReadAll(io.LimitReader(file, maxBook+1))
	if err != nil {
		return "", fmt.Errorf("read %s: %w", name, cli.Reason(err))
	}
	if len(data) > maxBook {
		return "", cli.Usage("give its text, or a part of it", "%s is larger than %d MB", name, maxBook>>20)
	}
	if bytes.HasPrefix(data, []byte("%PDF-")) {
		if data, err = textOfPDF(name); err != nil {
			return "", err
		}
		encoding = "utf-8"
	}
	text, err := seed.Text(name, bytes.NewReader(data), encoding)
	if whole := (*seed.Errors)(nil); errors.As(err, &whole) && encoding == "" {
		return "", cli.Usage("save the report as plain text, with each heading on its own line", "%s: %s", name, whole.Problems[0].Message)
	}
	if pages.IsHTML(text) {
		text = pages.TextOfHTML(text)
	}
	return text, err
}

// textOfPDF runs pdftotext, if it is installed.
func textOfPDF(name string) ([]byte, error) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		return nil, cli.Usage("install pdftotext (in poppler-utils or xpdf), or save the PDF as text in a PDF reader", "%s is a PDF, and pdftotext is not installed", name)
	}
	absolute, err := filepath.Abs(name) // so that it is never read as an option
	if err != nil {
		return nil, err
	}
	boxes, _, err := output(program, "-bbox-layout", "-enc", "UTF-8", absolute, "-")
	if err == nil {
		if text, err := pages.TextOfBoxes(bytes.NewReader(boxes)); err == nil && strings.TrimSpace(text) != "" {
			return []byte(text), nil
		}
	}
	text, told, err := output(program, "-enc", "UTF-8", absolute, "-") // that of xpdf has no boxes
	if err != nil {
		return nil, cli.Usage("save the PDF as text in a PDF reader", "pdftotext cannot read %s: %s", name, strings.TrimSpace(told))
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return nil, cli.Usage("it may be scanned: use an OCR program to turn it into text", "the PDF %s has no text", name)
	}
	return text, nil
}

// output runs a program and returns what it writes, and what it says of errors.
func output(program string, arguments ...string) (text []byte, told string, err error) {
	var out, errs bytes.Buffer
	command := exec.Command(program, arguments...)
	command.Stdout, command.Stderr = &out, &errs
	err = command.Run()
	return out.Bytes(), errs.String(), err
}
