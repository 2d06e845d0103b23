package seed

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"casebook/model"
	"casebook/model/check"
)

// Load reads a pack in YAML or JSON. Its error is an *Errors with all mistakes; name is
// the file's name in it.
func Load(name string, data []byte) (model.Pack, error) {
	pack, _, err := load(name, data)
	return pack, err
}

// load also returns the decoder, which has the positions in the file.
func load(name string, data []byte) (model.Pack, *decoder, error) {
	l, data := newLoader(name, data)
	if !l.readable(data) {
		return model.Pack{}, nil, l.errors()
	}
	pack, d, ok := l.loadParts()
	if !ok && (len(l.problems) == 0 || !tooMany(data)) { // the whole text gives better messages
		l.problems = nil
		pack, d = l.loadWhole(data)
	}
	if len(l.problems) > 0 {
		return model.Pack{}, nil, l.errors()
	}
	return pack, d, nil
}

// loadWhole reads a pack whose cases are not written one after the other.
func (l *loader) loadWhole(data []byte) (pack model.Pack, d *decoder) {
	node := l.parse(data, 0)
	if node == nil {
		return pack, nil
	}
	d = newDecoder()
	d.decode("$", node, reflect.ValueOf(&pack).Elem())
	pack = pack.Composed()
	if _, ok := node.(ast.MapNode); ok {
		l.addProblems(d, check.Pack(pack))
	}
	l.addMistakes(d)
	return pack, d
}

// loadParts reads a pack a few cases at a time, since the parser needs a hundred times the
// memory of the text. It returns false if the text cannot be split, or a part of it cannot
// be read.
func (l *loader) loadParts() (pack model.Pack, d *decoder, ok bool) {
	head, parts := splitYAML(l.lines)
	if len(parts) == 0 {
		return pack, nil, false
	}
	node := l.parse([]byte(head), 0)
	if _, ok := node.(ast.MapNode); !ok {
		return pack, nil, false
	}
	d = newDecoder()
	d.decode("$", node, reflect.ValueOf(&pack).Elem())
	pack = pack.Composed()
	checker := check.New(pack)
	l.addProblems(d, checker.Head())
	for _, part := range parts {
		list, ok := l.parse([]byte(part.text), part.lines).(ast.ArrayNode)
		if !ok {
			return pack, nil, false
		}
		whole := d.positions
		d.positions, d.lines = map[string]*token.Position{}, part.lines
		for entries := list.ArrayRange(); entries.Next(); {
			path := fmt.Sprintf("$.cases[%d]", len(pack.Cases))
			var c model.Case
			d.decode(path, entries.Value(), reflect.ValueOf(&c).Elem())
			c = c.Composed()
			pack.Cases = append(pack.Cases, c)
			problems := checker.Case(c)
			for i := range problems {
				problems[i].Path = path + problems[i].Path[1:]
			}
			l.addProblems(d, problems)
			for _, kept := range []string{path, path + ".id"} {
				if position := d.positions[kept]; position != nil {
					whole[kept] = position
				}
			}
		}
		d.positions = whole
	}
	l.addProblems(d, checker.IDs(pack.Cases))
	l.addMistakes(d)
	return pack, d, true
}

// addProblems adds the problems of a check, except those caused by a mistake in the file.
func (l *loader) addProblems(d *decoder, problems []check.Problem) {
	for _, problem := range problems {
		if !d.explains(problem.Path) {
			position := d.position(problem.Path)
			l.add(position.Line, position.Column, problem.Message, problem.Hint)
		}
	}
}

// ReadYAML decodes a YAML file that is not a pack; fields have their names in JSON. It
// returns a function for the position of a path, such as $.people[0].name. Its error is an
// *Errors with all mistakes.
func ReadYAML(name string, data []byte, into any) (place func(path string) Problem, err error) {
	l, data := newLoader(name, data)
	if !slices.ContainsFunc(l.lines, func(line string) bool {
		line = strings.TrimSpace(line)
		return line != "" && line[0] != '#'
	}) {
		return func(string) Problem { return Problem{File: name} }, nil // it says nothing
	}
	if !l.readable(data) {
		return nil, l.errors()
	}
	node := l.parse(data, 0)
	if node == nil {
		return nil, l.errors()
	}
	d := newDecoder()
	d.decode("$", node, reflect.ValueOf(into).Elem())
	l.addMistakes(d)
	if len(l.problems) > 0 {
		return nil, l.errors()
	}
	return func(path string) Problem {
		at := d.position(path)
		return l.problem(at.Line, at.Column, "", "")
	}, nil
}

// explains reports whether a mistake in the file causes a problem at a path.
func (d *decoder) explains(path string) bool {
	for ; path != "" && path != "$"; path = path[:max(strings.LastIndexAny(path, ".["), 0)] {
		if d.unreadable[path] {
			return true
		}
	}
	return false
}

// position returns the position of a path, or of the nearest path above it.
func (d *decoder) position(path string) *token.Position {
	for path != "" {
		if position, ok := d.positions[path]; ok {
			return position
		}
		path = path[:max(strings.LastIndexAny(path, ".["), 0)]
	}
	return &token.Position{Line: 1, Column: 1}
}

// A loader gathers the problems of one file.
type loader struct {
	name     string
	lines    []string
	problems []Problem
}

// newLoader returns a loader of a text, and the text with line ends of one kind.
func newLoader(name string, data []byte) (*loader, []byte) {
	data = bytes.ReplaceAll(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	return &loader{name: name, lines: strings.Split(string(data), "\n")}, data
}

// addMistakes adds those of the file itself.
func (l *loader) addMistakes(d *decoder) {
	for _, m := range d.mistakes {
		l.add(m.position.Line, m.position.Column, m.message, m.hint)
	}
}

func (l *loader) add(line, column int, message, hint string) {
	l.problems = append(l.problems, l.problem(line, column, message, hint))
}

func (l *loader) problem(line, column int, message, hint string) Problem {
	problem := Problem{File: l.name, Line: line, Column: column, Message: message, Hint: hint}
	if line > 0 && line <= len(l.lines) {
		problem.Source = l.lines[line-1]
	}
	return problem
}

func (l *loader) errors() *Errors { return InOrder(l.problems) }

// parse returns the YAML of a text after some lines of the file; nil, with a problem added,
// if it cannot be parsed.
func (l *loader) parse(data []byte, lines int) ast.Node {
	if tooMany(data) {
		l.add(lines+1, 1, fmt.Sprintf("more than %d values must be read at one time", maxValues), "write each case on its own lines, after a hyphen; or save the pack as JSON, which is read case by case")
		return nil
	}
	file, err := parser.ParseBytes(bytes.TrimPrefix(data, []byte("\uFEFF")), 0, parser.AllowDuplicateMapKey())
	var syntax *yaml.SyntaxError
	switch {
	case errors.As(err, &syntax) && syntax.Token != nil:
		position := syntax.Token.Position
		l.add(position.Line+lines, position.Column, "the YAML cannot be read from here on", "look here and in the line above for a missing quotation mark, colon or bracket, or a wrong indentation; put a text with a colon or # in quotation marks")
		return nil
	case err != nil:
		l.add(0, 0, "the YAML cannot be read", "see the example in docs/pack.md")
		return nil
	}
	var node ast.Node
	for _, document := range file.Docs {
		if document.Body == nil || document.Body.Type() == ast.CommentType || document.Body.Type() == ast.NullType {
			continue
		}
		if node != nil {
			position := document.Body.GetToken().Position
			l.add(position.Line, position.Column, "a second pack begins here", "write one pack per file: remove the line ---, or make two files")
			return nil
		}
		node = document.Body
	}
	if node == nil {
		l.add(0, 0, "the file is empty", "a pack begins with report:, see the example in docs/pack.md")
	}
	return node
}

// maxNesting is the maximum nesting of brackets and dashes: more than in any pack, and
// little enough for a parser with quadratic time.
const maxNesting = 1000

// readable reports whether a file is text that the parser can be given.
func (l *loader) readable(data []byte) bool {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		l.add(1, 1, "the file is in UTF-16", "save it as UTF-8")
		l.problems[0].Source = ""
		return false
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		l.add(1+bytes.Count(data[:at], []byte("\n")), 0, "this is a binary file, not a pack", "a pack is text: YAML or JSON")
		l.problems[0].Source = ""
		return false
	}
	depth := 0
	for i, line := range l.lines {
		if at := invalidAt(line); at >= 0 {
			l.add(i+1, at+1, "the file is not in UTF-8 here", "save it as UTF-8")
			l.problems[0].Source = strings.ToValidUTF8(line, "\uFFFD")
			return false
		}
		if indent := strings.TrimLeft(line, " "); strings.HasPrefix(indent, "\t") && strings.TrimSpace(indent) != "" {
			l.add(i+1, len(line)-len(indent)+1, "the line is indented with a tab", "indent with spaces")
		}
		depth = max(0, depth+strings.Count(line, "[")+strings.Count(line, "{")-strings.Count(line, "]")-strings.Count(line, "}"))
		if max(depth, strings.Count(line, "- ")) > maxNesting {
			l.add(i+1, 1, "lists are nested too deeply here", "look for an unclosed bracket in the lines above")
			return false
		}
	}
	return len(l.problems) == 0
}

// invalidAt returns where a line stops being UTF-8; -1 where it does not.
func invalidAt(line string) int {
	for at := 0; at < len(line); {
		r, width := utf8.DecodeRuneInString(line[at:])
		if r == utf8.RuneError && width == 1 {
			return at
		}
		at += width
	}
	return -1
}
