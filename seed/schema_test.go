package seed

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"casebook/model"
)

// TestSchemaOfThePack holds the schema to the seed and to the model: the
// seed is valid by it, every field of every type is in it, every vocabulary is
// in it word by word.
func TestSchemaOfThePack(t *testing.T) {
	text, err := json.Marshal(Schema())
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile("kazakhstan-2016-17.yaml")
	if err != nil {
		t.Fatal(err)
	}
	pack := func() map[string]any {
		var value map[string]any
		if err := yaml.Unmarshal(file, &value); err != nil {
			t.Fatal(err)
		}
		return value
	}
	for _, mistake := range validate(schema, schema, pack(), "$") {
		t.Errorf("the seed: %s", mistake)
	}
	first := func(value map[string]any, list string) map[string]any {
		return value[list].([]any)[0].(map[string]any)
	}
	for name, spoil := range map[string]func(map[string]any){
		"kind":        func(p map[string]any) { first(p, "cases")["kind"] = "evnt" },
		"no title":    func(p map[string]any) { delete(first(p, "cases"), "title") },
		"field":       func(p map[string]any) { first(p, "cases")["titel"] = "x" },
		"role":        func(p map[string]any) { first(first(p, "cases"), "people")["role"] = "occurred" },
		"place role":  func(p map[string]any) { first(first(p, "cases"), "places")["role"] = "defendant" },
		"paragraph":   func(p map[string]any) { first(first(p, "cases"), "source")["paragraph"] = "one" },
		"no report":   func(p map[string]any) { delete(p, "report") },
		"not a list":  func(p map[string]any) { p["cases"] = "none" },
		"person kind": func(p map[string]any) { first(p, "people")["kind"] = "city" },
	} {
		value := pack()
		spoil(value)
		if len(validate(schema, schema, value, "$")) == 0 {
			t.Errorf("%s: the schema lets it pass", name)
		}
	}
	definitions := schema["$defs"].(map[string]any)
	for _, value := range []any{model.Report{}, model.Section{}, model.Category{}, model.Code{}, model.Person{}, model.Spelling{}, model.Description{}, model.Organisation{}, model.Place{},
		model.Law{}, model.Provision{}, model.Case{}, model.Source{}, model.Date{}, model.Involvement{}, model.LawInvolvement{}, model.Outcome{}, model.Figure{}, model.Relation{}} {
		of := reflect.TypeOf(value)
		definition, ok := definitions[of.Name()].(map[string]any)
		if !ok {
			t.Errorf("no %s in the schema", of.Name())
			continue
		}
		properties := definition["properties"].(map[string]any)
		names := fieldNames(of)
		if of == reflect.TypeFor[model.Case]() {
			names = append(names, "citation", "related_by") // which only an export to JSON has
		}
		if of == reflect.TypeFor[model.Involvement]() || of == reflect.TypeFor[model.LawInvolvement]() {
			names = append(names, "also_in")
		}
		if of == reflect.TypeFor[model.Involvement]() {
			names = append(names, "path", "in")
		}
		if len(names) != len(properties) {
			t.Errorf("%s has %d fields in the schema and %q in a pack", of.Name(), len(properties), names)
		}
	}
	for _, words := range [][]string{wordsOf(model.Kinds()), wordsOf(model.PersonRoles()), wordsOf(model.PlaceRoles()), wordsOf(model.LawRoles()), wordsOf(model.OutcomeTypes()),
		wordsOf(model.Comparators()), wordsOf(model.Hedges()), wordsOf(model.Sensitivities()), wordsOf(model.RelationTypes()), wordsOf(model.DateWhats()),
		wordsOf(model.PersonKinds()), wordsOf(model.PlaceKinds()), wordsOf(model.SpellingOrigins()), append(wordsOf(model.Stages()), model.NotStated)} {
		if list, _ := json.Marshal(words); !strings.Contains(string(text), `{"enum":`+string(list)+`}`) {
			t.Errorf("not in the schema: %s", list)
		}
	}
}

// validate knows as much of JSON Schema as Schema writes.
func validate(root, schema map[string]any, value any, path string) (mistakes []string) {
	if ref, ok := schema["$ref"].(string); ok {
		definition := root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
		mistakes = validate(root, definition, value, path)
	}
	if words, ok := schema["enum"].([]any); ok && !slices.Contains(words, value) {
		mistakes = append(mistakes, fmt.Sprintf("%s: %v is none of %v", path, value, words))
	}
	if types, ok := schema["type"]; ok && !strings.Contains(fmt.Sprint(types), typeOf(value)) && !(typeOf(value) == "integer" && strings.Contains(fmt.Sprint(types), "number")) {
		return append(mistakes, fmt.Sprintf("%s: %v is no %v", path, value, types))
	}
	switch value := value.(type) {
	case map[string]any:
		properties, _ := schema["properties"].(map[string]any)
		required, _ := schema["required"].([]any)
		for _, name := range required {
			if _, ok := value[name.(string)]; !ok {
				mistakes = append(mistakes, fmt.Sprintf("%s: no %s", path, name))
			}
		}
		for name, part := range value {
			if property, ok := properties[name].(map[string]any); ok {
				mistakes = append(mistakes, validate(root, property, part, path+"."+name)...)
			} else if schema["additionalProperties"] == false {
				mistakes = append(mistakes, path+": no field "+name)
			}
		}
	case []any:
		if items, ok := schema["items"].(map[string]any); ok {
			for i, item := range value {
				mistakes = append(mistakes, validate(root, items, item, fmt.Sprintf("%s[%d]", path, i))...)
			}
		}
	}
	return mistakes
}

func typeOf(value any) string {
	switch value.(type) {
	case map[string]any:
		return "object"
	case []any:
		return "array"
	case string:
		return "string"
	case bool:
		return "boolean"
	case int, int64, uint64:
		return "integer"
	}
	return "number"
}
