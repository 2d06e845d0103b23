package seed

import (
	"reflect"
	"strings"

	"casebook/model"
)

// Schema returns the JSON Schema (2020-12) of the pack format, for editors: the fields and
// the vocabularies. Rules that a schema cannot express, such as that a name must be
// declared, are checked by Load. It is a value for encoding/json.
func Schema() map[string]any {
	definitions := map[string]any{}
	schema := schemaOf(reflect.TypeFor[model.Pack](), definitions)
	for name, value := range map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"title":   "A casebook pack: the cases of one report or of your own list",
		"$defs":   definitions,
	} {
		schema[name] = value
	}
	return schema
}

// schemaOf returns the schema of a type of the model. Those of structs are in the
// definitions, except that of a pack.
func schemaOf(t reflect.Type, definitions map[string]any) map[string]any {
	if words := vocabulary(t); words != nil {
		return map[string]any{"enum": words}
	}
	switch t {
	case reflect.TypeFor[model.Amount]():
		return map[string]any{"type": []string{"string", "number"}}
	case reflect.TypeFor[model.Stage]():
		return map[string]any{"enum": append(wordsOf(model.Stages()), model.NotStated)}
	case reflect.TypeFor[model.Omission]():
		return map[string]any{"type": "string", "pattern": "^(" + strings.Join(wordsOf(model.Topics()), "|") + ")( .+)?$"}
	case reflect.TypeFor[model.Role]():
		return map[string]any{"type": "string"} // the roles depend on the list; see Case below
	}
	switch t.Kind() {
	case reflect.Pointer:
		return schemaOf(t.Elem(), definitions)
	case reflect.Slice:
		return map[string]any{"type": "array", "items": schemaOf(t.Elem(), definitions)}
	case reflect.Struct:
		if t == reflect.TypeFor[model.Pack]() {
			return objectOf(t, definitions)
		}
		if _, known := definitions[t.Name()]; !known {
			definitions[t.Name()] = nil // a category has categories below it
			definitions[t.Name()] = objectOf(t, definitions)
		}
		return map[string]any{"$ref": "#/$defs/" + t.Name()}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer", "minimum": 1}
	case reflect.Float64:
		return map[string]any{"type": "number", "minimum": 0}
	}
	return map[string]any{"type": []string{"string", "number"}} // 2016 without quotation marks is a text, too
}

func objectOf(t reflect.Type, definitions map[string]any) map[string]any {
	properties := map[string]any{}
	var required []string
	for _, field := range reflect.VisibleFields(t) {
		name := fieldName(field)
		if field.Anonymous || name == "" {
			continue
		}
		properties[name] = schemaOf(field.Type, definitions)
		if t == reflect.TypeFor[model.Case]() && (name == "people" || name == "organisations" || name == "places") {
			roles := wordsOf(model.PersonRoles())
			if name == "places" {
				roles = wordsOf(model.PlaceRoles())
			}
			properties[name].(map[string]any)["items"] = map[string]any{"$ref": "#/$defs/Involvement", "type": "object", "properties": map[string]any{"role": map[string]any{"enum": roles}}}
		}
		if isRequired(t, name) && !strings.Contains(field.Tag.Get("json"), "omitempty") {
			required = append(required, name)
		}
	}
	if t == reflect.TypeFor[model.Case]() {
		properties["citation"] = map[string]any{"type": "string"} // of an export to JSON; it is made anew
	}
	object := map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		object["required"] = required
	}
	return object
}

// isRequired reports whether a field is required also in the user's own list: a schema
// does not distinguish it from a report.
func isRequired(t reflect.Type, name string) bool {
	switch t {
	case reflect.TypeFor[model.Pack]():
		return name == "report" || name == "cases"
	case reflect.TypeFor[model.Report]():
		return name == "id" || name == "prefix" || name == "title"
	case reflect.TypeFor[model.Case]():
		return name != "source"
	case reflect.TypeFor[model.Place]():
		return name == "name"
	}
	return true
}

// vocabulary returns the words of a type that has a closed list of them.
func vocabulary(t reflect.Type) []string {
	switch t {
	case reflect.TypeFor[model.Kind]():
		return wordsOf(model.Kinds())
	case reflect.TypeFor[model.LawRole]():
		return wordsOf(model.LawRoles())
	case reflect.TypeFor[model.OutcomeType]():
		return wordsOf(model.OutcomeTypes())
	case reflect.TypeFor[model.Comparator]():
		return wordsOf(model.Comparators())
	case reflect.TypeFor[model.Hedge]():
		return wordsOf(model.Hedges())
	case reflect.TypeFor[model.Sensitivity]():
		return wordsOf(model.Sensitivities())
	case reflect.TypeFor[model.RelationType]():
		return wordsOf(model.RelationTypes())
	case reflect.TypeFor[model.DateWhat]():
		return wordsOf(model.DateWhats())
	case reflect.TypeFor[model.PersonKind]():
		return wordsOf(model.PersonKinds())
	case reflect.TypeFor[model.PlaceKind]():
		return wordsOf(model.PlaceKinds())
	case reflect.TypeFor[model.FieldKind]():
		return wordsOf(model.FieldKinds())
	case reflect.TypeFor[model.SpellingOrigin]():
		return wordsOf(model.SpellingOrigins())
	}
	return nil
}

func wordsOf[T ~string](vocabulary []T) []string {
	words := make([]string, len(vocabulary))
	for i, word := range vocabulary {
		words[i] = string(word)
	}
	return words
}
