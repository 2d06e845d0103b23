package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"casebook/db/name"
	"casebook/model"
	"casebook/model/results"
	"casebook/tui"
	"casebook/tui/browse"
	"casebook/tui/plain"
	"casebook/tui/words"
)

// TestCatalogue holds the catalogue to the program: each text that the browser
// can show has a row, in every language, and each row is shown somewhere.
func TestCatalogue(t *testing.T) {
	shown := shownTexts(t)
	rows := map[string]bool{}
	for _, row := range words.Catalogue() {
		if rows[row.English] {
			t.Errorf("two rows for %q", row.English)
		}
		rows[row.English] = true
		for languages, i := reflect.ValueOf(row), 0; i < languages.NumField(); i++ {
			if languages.Field(i).String() == "" {
				t.Errorf("a language is missing: %q", row)
			}
		}
		if shown[row.English] == "" {
			t.Errorf("nothing shows %q", row.English)
		}
	}
	for text, where := range shown {
		if !rows[text] {
			t.Errorf("%s: no row for\n\t{%s, ``, ``},", where, strconv.Quote(text))
		}
	}
}

var verb = regexp.MustCompile(`%(\[(\d)\])?([a-z])`)

// verbs lists what arguments a text takes, and how.
func verbs(text string) []string {
	var list []string
	for i, found := range verb.FindAllStringSubmatch(strings.ReplaceAll(text, "%%", ""), -1) {
		at := found[2]
		if at == "" {
			at = strconv.Itoa(i + 1)
		}
		list = append(list, at+found[3])
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func TestArgumentsAndForms(t *testing.T) {
	for _, row := range words.Catalogue() {
		english := strings.Split(row.English, "|")
		want := verbs(english[len(english)-1])
		for language, text := range map[string]string{"en": row.English, "ru": row.Russian, "kk": row.Kazakh} {
			forms := strings.Split(text, "|")
			for _, form := range forms {
				if got := verbs(form); !slices.Equal(got, want) {
					t.Errorf("%s: %q takes %v, the English %v", language, form, got, want)
				}
			}
			right := map[string][]int{"en": {2}, "ru": {3}, "kk": {1, 2}}[language]
			if len(english) == 1 {
				right = []int{1}
				if language == "ru" && strings.HasPrefix(strings.Join(want, ""), "1d") {
					right = []int{1, 3}
				}
			}
			if !slices.Contains(right, len(forms)) {
				t.Errorf("%s: %q has %d forms", language, text, len(forms))
			}
		}
	}
}

// shownTexts are the texts that the browser can ask the catalogue for, and
// where. It also finds texts that would be shown without it.
func shownTexts(t *testing.T) map[string]string {
	t.Helper()
	shown := map[string]string{}
	sentences := map[string]string{} // all texts of several words
	files, err := filepath.Glob("../*.go")
	inside, _ := filepath.Glob("../*/*.go")
	if files = append(files, inside...); err != nil || len(files) < 10 {
		t.Fatalf("the browser's source is not at ..: %v", err)
	}
	const remote = "../../cmd/casebook/remote.go" // what is told to who comes over SSH; the rest of it is as on every command line
	files = append(files, "../../model/edtf/label.go", remote)
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "../words/") || strings.HasPrefix(path, "../serve/") { // what the server of SSH says is said before there is a session
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		at := func(n ast.Node) string {
			p := set.Position(n.Pos())
			return filepath.Base(p.Filename) + ":" + strconv.Itoa(p.Line)
		}
		dates := strings.HasPrefix(path, "../../")
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if text, ok := literal(n); ok && path != remote && sentence.MatchString(text) {
					sentences[text] = at(n)
				}
			case *ast.CallExpr:
				called, first := calledName(n), 0
				switch {
				case called == "text.Format":
					first = 2
				case called == "Say", called == "Word", called == "answer", called == "answerOnce", called == "command", called == "say" && dates:
				default:
					return true
				}
				if first >= len(n.Args) {
					return true
				}
				text, ok := literal(n.Args[first])
				switch {
				case ok:
					shown[text] = at(n)
				case called == "Say" || called == "text.Format":
					if path != "../text/format.go" { // where Format itself is
						t.Errorf("%s: %s is asked for a text that is no literal: use Word for one from a table", at(n), called)
					}
				}
			}
			return true
		})
		if !dates {
			for _, n := range unsaid(file) {
				t.Errorf("%s: %s is shown as it stands, in English only", at(n), n.Value)
			}
		}
	}
	add := func(where string, texts ...string) {
		for _, text := range texts {
			if text != "" {
				shown[text] = where
			}
		}
	}
	for _, b := range tui.Bindings() {
		add("the table of bindings", b.Description(), b.Hint.Label, b.Group)
	}
	add("the commands of a plain session", plain.Texts()...)
	for how := name.Reason(0); how < 50; how++ {
		add("the ways of matching", how.String())
	}
	add("the ways of matching", model.ByDate, model.ByPossibleDate, results.InNote)
	for month := time.January; month <= time.December; month++ {
		for _, name := range []string{month.String(), month.String()[:3]} {
			add("dates", name, "%[1]s "+name)
		}
	}
	add("short dates", "%s %s")
	vocabularies(add)
	for text, where := range sentences {
		if shown[text] == "" && !slices.Contains(unshown, text) && !slices.Contains(names, text) {
			t.Errorf("%s: %q goes to no reader through the catalogue", where, text)
		}
	}
	return shown
}

// vocabularies adds the words of the model that the browser shows.
func vocabularies(add func(where string, texts ...string)) {
	add("kinds", texts(model.Kinds())...)
	add("roles", texts(model.PersonRoles())...)
	add("roles of places", texts(model.PlaceRoles())...)
	add("what is taken from the report", string(model.RoleFromReport))
	add("rights", model.Rights()...)
	add("roles of laws", texts(model.LawRoles())...)
	add("stages", texts(model.Stages())...)
	for _, stage := range model.Stages() {
		for _, ended := range model.OutcomeTypes() {
			if label := (model.Outcome{Stage: stage, Type: ended}).StageLabel(); label != "" {
				add("stages", label)
			}
		}
	}
	add("outcomes", texts(model.OutcomeTypes())...)
	add("hedges", texts(model.Hedges())...)
	add("what dates date", texts(model.DateWhats())...)
	add("topics", texts(model.Topics())...)
	add("states", model.States()...)
	add("kinds of people", texts(model.PersonKinds())...)
	add("kinds of places", texts(model.PlaceKinds())...)
	add("kinds of laws and organisations in the seeded report", "code", "law", "treaty", "moratorium",
		"association", "authority", "coalition of NGOs", "company", "court", "news outlet", "social media site")
	add("origins of spellings", texts(model.SpellingOrigins())...)
	add("what the date of a figure or an outcome dates, and what a length is of", "figure", "decision", "prison term")
	for _, facet := range []model.Facet{model.FacetPerson, model.FacetOrganisation, model.FacetPlace, model.FacetLaw, "provision"} {
		add("values that stand for none", string(facet)+" "+model.NotStated)
	}
	for _, relation := range model.RelationTypes() {
		add("relations", string(relation), string(relation.Inverse()))
	}
	for _, sensitivity := range model.Sensitivities() {
		add("sensitivities", strings.ReplaceAll(string(sensitivity), "-", " "))
	}
	for _, facet := range model.Facets() {
		switch facet {
		case model.FacetDate, model.FacetPlace, model.FacetPerson, model.FacetOrganisation: // they have headings of their own
		default:
			add("facets", string(facet))
		}
	}
}

func texts[T ~string](list []T) []string {
	var texts []string
	for _, one := range list {
		texts = append(texts, string(one))
	}
	return texts
}

func calledName(call *ast.CallExpr) string {
	switch called := call.Fun.(type) {
	case *ast.Ident:
		return called.Name
	case *ast.SelectorExpr:
		if of, ok := called.X.(*ast.Ident); ok && of.Name == "text" {
			return "text." + called.Sel.Name // of that package
		}
		return called.Sel.Name
	}
	return ""
}

func literal(e ast.Expr) (string, bool) {
	found, ok := e.(*ast.BasicLit)
	if !ok || found.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(found.Value)
	return text, err == nil
}

// Names that are the same in every language: of the program, of keys, of files.
var names = []string{"casebook", "Enter", "Esc", "Tab", "ctrl+x", "SHA-256 ", "md csv tsv xlsx json jsonl html yaml txt bib "}

// Texts of several words that no reader sees, or not in this form.
var unshown = []string{"up to ", "of the ", "view cases", "show the browser: %w", "write the answer: %w", "casebook --source FILE", browse.ErrFormat.Error(), browse.ErrPassphrase.Error(), "keep your notes: %w", "the keys cannot be read"}

var sentence = regexp.MustCompile(`^[^+]*[A-Za-z]{2,} [A-Za-z]{2,}[^+]*$`) // no keys

var word = regexp.MustCompile(`[A-Za-z]{2}`)

// unsaid finds the texts of a file that are shown and have not gone through the
// catalogue: notices, and pieces of lines.
func unsaid(file *ast.File) []*ast.BasicLit {
	var found []*ast.BasicLit
	look := func(e ast.Expr) {
		ast.Inspect(e, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				return !slices.Contains([]string{"Say", "Word", "text.Format"}, calledName(n))
			case *ast.BasicLit:
				if text, ok := literal(n); ok && word.MatchString(text) && !slices.Contains(names, text) {
					found = append(found, n)
				}
			}
			return true
		})
	}
	queries := map[ast.Node]bool{} // fields of the model's types, which have a Text too
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			if of, ok := n.Type.(*ast.SelectorExpr); ok && of.Sel.Name != "Span" {
				for _, field := range n.Elts {
					queries[field] = true
				}
			}
		case *ast.CallExpr:
			if calledName(n) == "text.New" && len(n.Args) == 2 {
				look(n.Args[1])
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Text" && !queries[n] {
				look(n.Value)
			}
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				if field, ok := left.(*ast.SelectorExpr); ok && field.Sel.Name == "notice" && i < len(n.Rhs) {
					look(n.Rhs[i])
				}
			}
		}
		return true
	})
	return found
}
