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
// import of that. A folder takes the rule of the longest name it begins with. A
// package of casebook is named by itself, or with those below it as by /...
var layers = map[string]struct{ may, mayNot []string }{
	"model":                 {may: []string{"casebook/model/edtf", "casebook/model/word"}, mayNot: []string{"os", "database/sql", "net"}},
	"model/lazy":            {mayNot: []string{"os", "database/sql", "net"}},
	"model/edtf":            {mayNot: []string{"os", "database/sql", "net"}},
	"model/word":            {may: []string{"github.com/kljensen/snowball", "golang.org/x/text"}, mayNot: []string{"os", "database/sql", "net"}},
	"model/safe":            {mayNot: []string{"os", "database/sql", "net"}},
	"model/results":         {may: []string{"casebook/model", "casebook/model/edtf"}, mayNot: []string{"os", "database/sql", "net"}},
	"model/check":           {may: []string{"casebook/model", "casebook/model/edtf", "casebook/model/safe"}, mayNot: []string{"os", "database/sql", "net"}},
	"model/source":          {may: []string{"casebook/model", "casebook/model/check"}, mayNot: []string{"os", "database/sql", "net"}},
	"model/notebook":        {may: []string{"casebook/model", "casebook/model/results"}, mayNot: []string{"os", "database/sql", "net"}},
	"model/export":          {may: []string{"casebook/model", "casebook/model/edtf", "casebook/model/safe"}, mayNot: []string{"os", "database/sql", "net"}},
	"db":                    {may: []string{"casebook/db/sqlite", "casebook/model", "casebook/db/schema", "casebook/db/importer", "casebook/db/query", "modernc.org/sqlite"}, mayNot: []string{"net/http"}},
	"db/schema":             {may: []string{"casebook/db/sqlite", "casebook/model", "casebook/model/results", "casebook/model/edtf", "casebook/model/word", "casebook/db/index", "casebook/db/names", "modernc.org/sqlite", "github.com/RoaringBitmap/roaring/v2"}, mayNot: []string{"net", "os"}},
	"db/cases":              {may: []string{"casebook/db/sqlite", "casebook/model", "casebook/model/results", "casebook/model/edtf", "casebook/db/index", "casebook/db/schema", "github.com/RoaringBitmap/roaring/v2"}, mayNot: []string{"net", "os"}},
	"db/importer":           {may: []string{"casebook/db/sqlite", "casebook/model", "casebook/model/edtf", "casebook/model/word", "casebook/db/index", "casebook/db/schema", "casebook/db/name", "casebook/db/names"}, mayNot: []string{"net", "os"}},
	"db/query":              {may: []string{"casebook/db/sqlite", "casebook/model", "casebook/model/results", "casebook/model/edtf", "casebook/model/word", "casebook/db/cases", "casebook/db/index", "casebook/db/schema", "casebook/db/name", "casebook/db/names", "github.com/RoaringBitmap/roaring/v2"}, mayNot: []string{"net", "os"}},
	"db/index":              {may: []string{"casebook/db/sqlite", "casebook/model/word", "modernc.org/sqlite", "github.com/RoaringBitmap/roaring/v2"}, mayNot: []string{"net", "os"}},
	"db/name":               {may: []string{"golang.org/x/text"}, mayNot: []string{"net", "os", "database/sql"}},
	"db/names":              {may: []string{"casebook/db/sqlite", "casebook/db/name"}, mayNot: []string{"net", "os"}},
	"db/names/measure":      {may: []string{"casebook/db/sqlite", "casebook/db/name", "casebook/db/names"}, mayNot: []string{"net"}},
	"db/sqlite":             {may: []string{"modernc.org/sqlite"}, mayNot: []string{"net", "os"}},
	"db/private":            {may: []string{"casebook/model/notebook", "filippo.io/age", "golang.org/x/crypto/ssh", "golang.org/x/text", "github.com/rogpeppe/go-internal/lockedfile"}, mayNot: []string{"net", "database/sql"}},
	"db/bench":              {may: []string{"casebook/model", "casebook/model/results", "casebook/db"}, mayNot: []string{"net", "database/sql"}},
	"seed":                  {may: []string{"casebook/model/...", "casebook/seed/...", "github.com/goccy/go-yaml", "golang.org/x/text"}, mayNot: []string{"database/sql", "net"}},
	"seed/seedtest":         {may: []string{"casebook/model", "casebook/model/export", "casebook/seed"}, mayNot: []string{"database/sql", "net"}}, // for tests
	"seed/sheet":            {may: []string{"casebook/model", "casebook/seed", "casebook/seed/cells", "golang.org/x/net/html"}, mayNot: []string{"database/sql", "net", "os"}},
	"seed/cells":            {may: []string{"casebook/model", "casebook/model/edtf"}, mayNot: []string{"database/sql", "net", "os", "io"}},
	"seed/mapping":          {may: []string{"casebook/model/...", "casebook/seed", "casebook/seed/sheet", "casebook/seed/cells"}, mayNot: []string{"database/sql", "net", "os"}},
	"seed/table":            {may: []string{"casebook/model/...", "casebook/seed", "casebook/seed/sheet", "casebook/seed/mapping", "casebook/seed/cells"}, mayNot: []string{"database/sql", "net", "os"}},
	"seed/draft":            {may: []string{"casebook/model/...", "casebook/seed/pages", "casebook/seed/draft/clause"}, mayNot: []string{"database/sql", "net", "os"}},
	"seed/draft/merge":      {may: []string{"casebook/model", "casebook/seed/pages"}, mayNot: []string{"database/sql", "net", "os"}},
	"seed/draft/clause":     {mayNot: []string{"database/sql", "net", "os"}},
	"seed/pages":            {may: []string{"casebook/model", "golang.org/x/net/html"}, mayNot: []string{"database/sql", "net", "os"}},
	"seed/pages/booktest":   {mayNot: []string{"database/sql", "net", "os"}}, // for tests
	"tui":                   {may: []string{"casebook/model/...", "casebook/tui/...", "charm.land/bubbletea/v2", "charm.land/bubbles/v2", "github.com/charmbracelet"}, mayNot: []string{"database/sql", "net"}},
	"tui/plain":             {may: []string{"casebook/model/...", "casebook/tui/browse", "casebook/tui/document", "casebook/tui/text", "casebook/tui/words", "github.com/charmbracelet/x/ansi"}, mayNot: []string{"database/sql", "net"}},
	"tui/browse":            {may: []string{"casebook/model/...", "casebook/tui/document", "casebook/tui/words"}, mayNot: []string{"database/sql", "net", "os"}},
	"tui/browse/browsetest": {may: []string{"casebook/model/...", "casebook/tui/browse", "casebook/tui/document"}, mayNot: []string{"database/sql", "net"}}, // for tests
	"tui/document":          {may: []string{"casebook/model/...", "casebook/tui/text", "casebook/tui/words", "github.com/charmbracelet/x/ansi"}, mayNot: []string{"database/sql", "net", "os"}},
	"tui/text":              {may: []string{"casebook/model/...", "casebook/tui/words", "casebook/tui/width", "github.com/charmbracelet/x/ansi"}, mayNot: []string{"database/sql", "net", "os"}},
	"tui/pace":              {may: []string{"casebook/tui/width", "charm.land/bubbletea", "github.com/charmbracelet"}, mayNot: []string{"database/sql", "net"}},
	"tui/serve":             {may: []string{"casebook/tui/width", "charm.land/wish/v2", "charm.land/ssh", "github.com/charmbracelet/x/ansi", "github.com/pires/go-proxyproto", "golang.org/x/crypto/ssh"}, mayNot: []string{"database/sql", "os/exec"}},
	"tui/serve/load":        {may: []string{"casebook/tui/pace", "github.com/charmbracelet/x/ansi", "golang.org/x/crypto/ssh"}, mayNot: []string{"database/sql", "os"}},
	"tui/ask":               {may: []string{"casebook/model", "casebook/model/results", "casebook/tui/browse", "casebook/tui/document", "casebook/tui/searchbox", "casebook/tui/widget", "charm.land/bubbletea/v2"}, mayNot: []string{"database/sql", "net", "os"}},
	"tui/prompt":            {may: []string{"casebook/tui/keys", "casebook/tui/text", "casebook/tui/widget", "charm.land/bubbletea/v2"}, mayNot: []string{"database/sql", "net", "os"}},
	"tui/private":           {may: []string{"casebook/model", "casebook/model/notebook", "casebook/model/safe", "casebook/tui/browse", "casebook/tui/keys", "casebook/tui/pace", "casebook/tui/prompt", "casebook/tui/text", "casebook/tui/widget", "casebook/tui/words", "charm.land/bubbletea/v2"}, mayNot: []string{"database/sql", "net", "os"}},
	"tui/keys":              {may: []string{"charm.land"}, mayNot: []string{"database/sql", "net", "os"}},
	"tui/layout":            {mayNot: []string{"database/sql", "net", "os"}},
	"tui/searchbox":         {may: []string{"casebook/model", "casebook/model/results", "casebook/model/edtf", "casebook/tui/browse", "casebook/tui/document", "casebook/tui/text", "casebook/tui/widget", "casebook/tui/words"}, mayNot: []string{"database/sql", "net", "os"}},
	"tui/panes":             {may: []string{"casebook/model", "casebook/model/results", "casebook/tui/browse", "casebook/tui/document", "casebook/tui/text", "casebook/tui/widget", "casebook/tui/words"}, mayNot: []string{"database/sql", "net", "os"}},
	"tui/theme":             {may: []string{"casebook/tui/quiet", "casebook/tui/text", "casebook/tui/width", "charm.land/lipgloss/v2", "github.com/charmbracelet/x/ansi"}, mayNot: []string{"database/sql", "net", "os"}},
	"tui/widget":            {may: []string{"casebook/model/safe", "casebook/tui/document", "casebook/tui/text", "casebook/tui/width", "casebook/tui/words", "github.com/charmbracelet/x/ansi"}, mayNot: []string{"database/sql", "net", "os"}},
	"tui/width":             {may: []string{"github.com/charmbracelet/x/ansi"}, mayNot: []string{"database/sql", "net", "os"}},
	"tui/words":             {mayNot: []string{"database/sql", "net", "os"}},
	"cmd/casebook/cli":      {may: []string{"casebook/model/...", "casebook/seed", "casebook/db", "casebook/db/private", "casebook/tui/width", "casebook/tui/words", "github.com"}, mayNot: []string{"database/sql", "net"}},
	"cmd/casebook/lookup":   {may: []string{"casebook/model/...", "casebook/db", "casebook/tui/browse", "casebook/tui/document", "casebook/tui/text", "casebook/tui/words", "casebook/cmd/casebook/cli", "casebook/cmd/casebook/notes", "github.com/spf13/cobra"}, mayNot: []string{"database/sql", "net"}},
	"cmd/casebook/intake":   {may: []string{"casebook/model/...", "casebook/seed/...", "casebook/db", "casebook/cmd/casebook/cli", "github.com/spf13/cobra"}, mayNot: []string{"database/sql", "net"}},
	"cmd/casebook/notes":    {may: []string{"casebook/model/...", "casebook/db", "casebook/db/private", "casebook/tui/browse", "casebook/cmd/casebook/cli", "github.com/spf13/cobra"}, mayNot: []string{"database/sql", "net"}},
	"cmd/casebook":          {may: []string{"casebook/...", "charm.land", "github.com", "golang.org/x/crypto/ssh"}, mayNot: []string{"database/sql", "net"}},
}

// imports reports whether an entry of a rule names an import.
func imports(entry, imported string) bool {
	if folder, below := strings.CutSuffix(entry, "/..."); below {
		return under(imported, folder)
	}
	return entry == imported || !under(entry, "casebook") && under(imported, entry)
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
			standard := !strings.Contains(strings.SplitN(imported, "/", 2)[0], ".") && !under(imported, "casebook") || imported == "casebook/model/lazy"
			if standard && slices.ContainsFunc(rule.mayNot, func(no string) bool { return under(imported, no) }) ||
				!standard && !slices.ContainsFunc(rule.may, func(entry string) bool { return imports(entry, imported) }) {
				t.Errorf("%s: %s must not import %s", name, layer, imported)
			}
		}
		if under(layer, "db") {
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

// TestPackagesSayWhatTheyKnow holds every package to a comment that says what it
// knows; those for tests alone are let off.
func TestPackagesSayWhatTheyKnow(t *testing.T) {
	said := map[string]bool{}
	eachGoFile(t, func(name string, file *ast.File) {
		folder := path.Dir(name)
		said[folder] = said[folder] || strings.HasSuffix(folder, "test") || file.Doc != nil && regexp.MustCompile(`\bknows?\b`).MatchString(file.Doc.Text())
	})
	for folder, ok := range said {
		if !ok {
			t.Errorf("%s: no package comment says what it knows and what it must not know", folder)
		}
	}
}

// TestLazyVariables holds that what a package makes when it is first used does not have
// to be prepared when the program starts.
func TestLazyVariables(t *testing.T) {
	eachGoFile(t, func(name string, file *ast.File) {
		for _, declared := range file.Decls {
			if declared, ok := declared.(*ast.GenDecl); ok && declared.Tok == token.VAR {
				ast.Inspect(declared, func(node ast.Node) bool {
					called, ok := node.(*ast.SelectorExpr)
					if ok && strings.HasPrefix(called.Sel.Name, "OnceValue") {
						t.Errorf("%s: a package's variable with sync.%s: use casebook/model/lazy", name, called.Sel.Name)
					}
					_, inFunction := node.(*ast.FuncLit)
					return !inFunction
				})
			}
		}
	})
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
	best := ""
	for layer := range layers {
		if under(folder, layer) && len(layer) > len(best) {
			best = layer
		}
	}
	if best == "" {
		return folder
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
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution|parser.ParseComments)
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
