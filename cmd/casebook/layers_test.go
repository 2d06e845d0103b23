package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const repository = "../.."

// What each part may import beside the standard library, and what it may not
// import of that. A folder takes the rule of the longest name it begins with.
var layers = map[string]struct{ may, mayNot []string }{
	"model":        {may: []string{"casebook/model"}, mayNot: []string{"os", "database/sql", "net"}},
	"db":           {may: []string{"casebook/model", "casebook/db", "modernc.org/sqlite", "github.com/RoaringBitmap/roaring/v2", "golang.org/x/text"}, mayNot: []string{"net/http"}},
	"seed":         {may: []string{"casebook/model", "casebook/seed", "github.com/goccy/go-yaml", "golang.org/x/text"}, mayNot: []string{"database/sql", "net"}},
	"tui":          {may: []string{"casebook/model", "casebook/tui", "charm.land", "github.com/charmbracelet"}, mayNot: []string{"database/sql", "net"}},
	"tui/browse":   {may: []string{"casebook/model", "casebook/tui/document", "casebook/tui/words"}, mayNot: []string{"database/sql", "net", "os"}},
	"tui/document": {may: []string{"casebook/model", "casebook/tui/text", "casebook/tui/words", "github.com/charmbracelet/x/ansi"}, mayNot: []string{"database/sql", "net", "os"}},
	"tui/text":     {may: []string{"casebook/model", "casebook/tui/words", "github.com/charmbracelet/x/ansi"}, mayNot: []string{"database/sql", "net", "os"}},
	"tui/words":    {mayNot: []string{"database/sql", "net", "os"}},
	"cmd/casebook": {may: []string{"casebook", "charm.land", "github.com"}, mayNot: []string{"database/sql", "net"}},
}

var notAPackage = []string{"util", "utils", "common", "helpers", "types", "misc"}

var sqlText = regexp.MustCompile(`(?is)\b(SELECT\s.+\sFROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s.+\sSET|CREATE\s+(VIRTUAL\s+)?TABLE|PRAGMA)\b`)

// TestLayers holds the program to its architecture: which package may know
// which, SQL in db alone, and no package for leftovers.
func TestLayers(t *testing.T) {
	seen := map[string]bool{}
	eachGoFile(t, func(name string, file *ast.File) {
		folder := path.Dir(name)
		layer := layerOf(folder)
		seen[layer] = true
		rule, ok := layers[layer]
		if !ok {
			t.Errorf("%s: no layer is named for this folder", name)
			return
		}
		if slices.Contains(notAPackage, path.Base(folder)) {
			t.Errorf("%s: a package has the name of what it holds, not %s", name, path.Base(folder))
		}
		for _, spec := range file.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			standard := !strings.Contains(strings.SplitN(imported, "/", 2)[0], ".") && !under(imported, "casebook")
			if standard && slices.ContainsFunc(rule.mayNot, func(no string) bool { return under(imported, no) }) ||
				!standard && !slices.ContainsFunc(rule.may, func(yes string) bool { return under(imported, yes) }) {
				t.Errorf("%s: %s must not import %s", name, layer, imported)
			}
		}
		if layer == "db" {
			return
		}
		ast.Inspect(file, func(node ast.Node) bool {
			if literal, ok := node.(*ast.BasicLit); ok && literal.Kind == token.STRING && sqlText.MatchString(literal.Value) {
				t.Errorf("%s: SQL outside db: %.60s", name, literal.Value)
			}
			return true
		})
	})
	for layer := range layers {
		if !seen[layer] {
			t.Errorf("nothing was found in %s: the test looks in the wrong place", layer)
		}
	}
}

func TestSQLIsRecognised(t *testing.T) {
	for text, is := range map[string]bool{
		"SELECT id FROM cases":        true,
		"create virtual table x":      true,
		"insert  into cases values":   true,
		"select a case from the list": true,
		"update the pictures":         false,
		"the cases of a query":        false,
	} {
		if sqlText.MatchString(text) != is {
			t.Errorf("%q: SQL %t, want %t", text, !is, is)
		}
	}
}

func under(name, prefix string) bool { return name == prefix || strings.HasPrefix(name, prefix+"/") }

// layerOf is the part of the architecture that a folder belongs to.
func layerOf(folder string) string {
	best := folder
	for layer := range layers {
		if under(folder, layer) {
			best = layer
		}
	}
	return best
}

// eachGoFile calls visit with every Go file of the program that is not a test,
// by its path in the repository.
func eachGoFile(t *testing.T, visit func(string, *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(repository, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".") && name != repository) {
			return filepath.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		inside, err := filepath.Rel(repository, name)
		visit(filepath.ToSlash(inside), file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
