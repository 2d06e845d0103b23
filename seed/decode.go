package seed

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"casebook/model"
)

// A decoder decodes YAML into the model's types. It continues after mistakes, and keeps
// the position of everything in the file, by YAML path.
type decoder struct {
	lines      int // of the file before the text that is decoded
	positions  map[string]*token.Position
	mistakes   []mistake
	unreadable map[string]bool // their paths
}

func newDecoder() *decoder {
	return &decoder{positions: map[string]*token.Position{}, unreadable: map[string]bool{}}
}

// A mistake is a part that cannot be read, with the path that is empty because of it.
type mistake struct {
	position *token.Position
	path     string
	message  string
	hint     string
}

func (d *decoder) add(node ast.Node, path, message, hint string) {
	d.mistakes = append(d.mistakes, mistake{d.positionInFile(start(node)), path, message, hint})
	d.unreadable[path] = true
}

// positionInFile is the position in the file of one in the text that is decoded.
func (d *decoder) positionInFile(position *token.Position) *token.Position {
	moved := *position
	moved.Line += d.lines
	return &moved
}

// start returns where a node begins: for fields that is the first one's name.
func start(node ast.Node) *token.Position {
	if mapping, ok := node.(ast.MapNode); ok {
		if entries := mapping.MapRange(); entries.Next() {
			return entries.Key().GetToken().Position
		}
	}
	return node.GetToken().Position
}

// decode reads a node into a value of the model; path is the node's own.
func (d *decoder) decode(path string, node ast.Node, into reflect.Value) {
	if node == nil || node.Type() == ast.NullType {
		return
	}
	if _, ok := d.positions[path]; !ok {
		d.positions[path] = d.positionInFile(start(node))
	}
	switch node.(type) {
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode, *ast.MergeKeyNode:
		d.add(node, path, "anchors (&), aliases (*), merge keys (<<) and tags (!) are not allowed in a pack", "write the value itself, in quotation marks if it begins with one of these characters")
		return
	}
	switch into.Kind() {
	case reflect.Pointer:
		value := reflect.New(into.Type().Elem())
		d.decode(path, node, value.Elem())
		into.Set(value)
	case reflect.Struct:
		d.mapping(path, node, into)
	case reflect.Slice:
		if _, list := node.(ast.ArrayNode); !list && into.Type().Implements(reflect.TypeFor[OneOrMore]()) {
			item := reflect.New(into.Type().Elem()).Elem()
			d.decode(path, node, item)
			into.Set(reflect.Append(into, item))
			return
		}
		d.list(path, node, into)
	case reflect.Map:
		d.words(path, node, into)
	default:
		d.scalar(path, node, into)
	}
}

// OneOrMore is a list whose single value may be written without brackets.
type OneOrMore interface{ OneOrMore() }

// words reads pairs of texts with free keys.
func (d *decoder) words(path string, node ast.Node, into reflect.Value) {
	mapping, ok := node.(ast.MapNode)
	if !ok {
		d.add(node, path, "pairs of a word and its meaning are expected here", "write {this: that, another: yet another}")
		return
	}
	into.Set(reflect.MakeMap(into.Type()))
	for entries := mapping.MapRange(); entries.Next(); {
		key, value := reflect.New(into.Type().Key()).Elem(), reflect.New(into.Type().Elem()).Elem()
		key.SetString(keyText(entries.Key()))
		d.decode(path, entries.Value(), value)
		into.SetMapIndex(key, value)
	}
}

// keyText returns the text of a key.
func keyText(key ast.MapKeyNode) string {
	if text, ok := key.(*ast.StringNode); ok {
		return text.Value
	}
	return key.GetToken().Value
}

func (d *decoder) mapping(path string, node ast.Node, into reflect.Value) {
	mapping, ok := node.(ast.MapNode)
	if !ok {
		d.add(node, path, "fields are expected here, such as name: value", "the fields allowed here are: "+strings.Join(fieldNames(into.Type()), ", "))
		return
	}
	first := map[string]int{}
	for entries := mapping.MapRange(); entries.Next(); {
		key := entries.Key()
		name := key.GetToken().Value
		if line, ok := first[name]; ok {
			d.add(key, path+"."+name, fmt.Sprintf("the field %q is listed twice", name), fmt.Sprintf("it is also on line %d; remove one", line))
			continue
		}
		first[name] = key.GetToken().Position.Line + d.lines
		index, ok := fieldIndex(into.Type(), name)
		if !ok {
			names := fieldNames(into.Type())
			hint, meant := "the fields allowed here are: "+strings.Join(names, ", "), path+"."+name
			if near, ok := model.Nearest(name, names); ok {
				hint, meant = fmt.Sprintf("did you mean %q?", near), path+"."+near
			}
			d.add(key, meant, fmt.Sprintf("there is no field %q here", name), hint)
			continue
		}
		here := path + "." + name
		d.positions[here] = d.positionInFile(key.GetToken().Position)
		if value := entries.Value(); value != nil && value.Type() != ast.NullType {
			if into.FieldByIndex(index).Kind() != reflect.Slice && into.FieldByIndex(index).Kind() != reflect.Struct {
				d.positions[here] = d.positionInFile(start(value))
			}
			d.decode(here, value, into.FieldByIndex(index))
		}
	}
}

func (d *decoder) list(path string, node ast.Node, into reflect.Value) {
	list, ok := node.(ast.ArrayNode)
	if !ok {
		d.add(node, path, "a list is expected here", "write it in brackets, such as [one, two], or one item per line, each after a hyphen")
		return
	}
	for i, entries := 0, list.ArrayRange(); entries.Next(); i++ {
		item := reflect.New(into.Type().Elem()).Elem()
		d.decode(fmt.Sprintf("%s[%d]", path, i), entries.Value(), item)
		into.Set(reflect.Append(into, item))
	}
}

func (d *decoder) scalar(path string, node ast.Node, into reflect.Value) {
	text, quoted, ok := scalarText(node)
	if !ok {
		d.add(node, path, "a single value is expected here, not a list or fields", "put a text with a colon, a bracket or a brace in quotation marks")
		return
	}
	switch into.Kind() {
	case reflect.String:
		into.SetString(text)
	case reflect.Bool:
		if text != "true" && text != "false" || quoted {
			d.add(node, path, fmt.Sprintf("%q is neither true nor false", text), "write true or false, without quotation marks")
		}
		into.SetBool(text == "true")
	case reflect.Int:
		number, err := strconv.Atoi(text)
		if err != nil || quoted {
			d.add(node, path, fmt.Sprintf("%q is not a valid whole number", text), "write digits only, without quotation marks")
		}
		into.SetInt(int64(number))
	case reflect.Float64:
		number, err := strconv.ParseFloat(text, 64)
		if err != nil || quoted || strings.Trim(text, "0123456789.-") != "" {
			d.add(node, path, fmt.Sprintf("%q is not a valid number", text), "write digits and at most one point, without commas and quotation marks, such as 1500000")
			return
		}
		into.SetFloat(number)
	}
}

// scalarText returns a single value as it is written, and whether it is in
// quotation marks.
func scalarText(node ast.Node) (text string, quoted, ok bool) {
	switch node := node.(type) {
	case *ast.StringNode:
		kind := node.GetToken().Type
		return node.Value, kind == token.SingleQuoteType || kind == token.DoubleQuoteType, true
	case *ast.LiteralNode:
		return strings.TrimRight(node.Value.Value, "\n"), true, true
	case ast.ScalarNode:
		return node.GetToken().Value, false, true
	}
	return "", false, false
}

// fieldIndex returns the field of a type that has a name in YAML, those of
// embedded types too.
func fieldIndex(t reflect.Type, name string) ([]int, bool) {
	for _, field := range reflect.VisibleFields(t) {
		if !field.Anonymous && fieldName(field) == name {
			return field.Index, true
		}
	}
	return nil, false
}

func fieldNames(t reflect.Type) []string {
	var names []string
	for _, field := range reflect.VisibleFields(t) {
		if name := fieldName(field); !field.Anonymous && name != "" && !setByLibrary(name) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// setByLibrary reports whether a field is set by the library. An exported JSON has it,
// and it is ignored.
func setByLibrary(name string) bool {
	return name == "related_by" || name == "also_in" || name == "path" || name == "in"
}

// fieldName returns the name of a field in a pack, which is its name in JSON; empty for a
// case's report, which only the library sets.
func fieldName(field reflect.StructField) string {
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	if name == "report" && field.Type.Kind() == reflect.String {
		return ""
	}
	return name
}
