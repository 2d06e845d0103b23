package importer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"casebook/db/index"
	"casebook/db/names"
	"casebook/db/schema"
	"casebook/model"
	"casebook/model/word"
)

// writeEntities writes the entities that the pack lists, in its order.
func (w *writer) writeEntities(ctx context.Context) {
	w.reportValues(ctx)
	w.writeCategories(ctx, nil, nil, w.pack.Categories)
	for _, section := range w.pack.Sections {
		for i := range section.Paragraphs {
			w.paragraph(ctx, model.Source{Section: section.Heading, Paragraph: i + 1})
		}
	}
	for _, person := range w.pack.People {
		spellings := make([]string, len(person.Spellings))
		for i, spelling := range person.Spellings {
			spellings[i] = spelling.Text
		}
		w.write(ctx, entry{facet: model.FacetPerson, value: person.Name, name: person.Name, others: spellings, described: schema.StatusFirst(person), listed: true, document: person})
	}
	for _, organisation := range w.pack.Organisations {
		w.write(ctx, entry{facet: model.FacetOrganisation, value: organisation.Name, name: organisation.Name, others: organisation.Aliases, described: organisation.Described, listed: true, document: organisation})
	}
	for _, place := range w.pack.Places {
		w.parents[place.Name] = place.Parent
	}
	for _, place := range w.pack.Places {
		w.writePlace(ctx, place.Name, entry{others: place.Aliases, described: place.Described, listed: true, document: place})
	}
	for _, law := range w.pack.Laws {
		w.write(ctx, entry{facet: model.FacetLaw, value: model.JoinPath(law.Name), name: law.Name, others: law.Aliases, described: law.Described, listed: true, document: law})
		for _, provision := range law.Provisions {
			w.provision(ctx, law.Name, provision)
		}
	}
	for _, field := range w.pack.Fields {
		w.fieldKinds[field.Name] = field.Kind
		w.write(ctx, entry{facet: schema.FacetFields, value: field.Name, name: field.Name, listed: true, document: field})
	}
}

func (w *writer) writeCategories(ctx context.Context, path []string, above []uint32, categories []model.Category) {
	for _, category := range categories {
		path := append(path[:len(path):len(path)], category.Name)
		node := category
		node.Children = nil // they have their own rows
		written := w.write(ctx, entry{facet: model.FacetCategory, value: model.CategoryPath(path), name: category.Name, above: above, listed: true, document: node})
		w.writeCategories(ctx, path, written.values, category.Children)
	}
}

// writePlace writes a place. Its value is its path, so that places of the same name in two
// countries are different.
func (w *writer) writePlace(ctx context.Context, name string, e entry) entity {
	chain := []string{name} // upwards, ending at a parent that is in it already
	for parent := w.parents[name]; parent != "" && !slices.Contains(chain, parent); parent = w.parents[parent] {
		chain = append(chain, parent)
	}
	slices.Reverse(chain)
	for i := range len(chain) - 1 {
		e.above = append([]uint32{w.value(ctx, model.FacetPlace, model.JoinPath(chain[:i+1]...), chain[i], e.above)}, e.above...)
	}
	e.facet, e.value, e.name = model.FacetPlace, model.JoinPath(chain...), name
	place := w.write(ctx, e)
	w.places[name], w.placePaths[place.values[0]] = place, strings.Join(word.Split(strings.Join(chain[:len(chain)-1], " ")), " ")
	return place
}

// entityNamed returns the person, organisation, place or law that a case names. Nothing is
// cached of people and organisations that the pack does not list: there may be a million.
func (w *writer) entityNamed(ctx context.Context, facet model.Facet, name string) entity {
	value := name
	if facet == model.FacetLaw || facet == model.FacetPlace {
		value = model.JoinPath(name)
	}
	switch facet {
	case model.FacetPlace:
		if known, written := w.places[name]; written {
			return known
		}
		if w.parents[name] != "" {
			return w.writePlace(ctx, name, entry{document: unlistedEntity{name}})
		}
	default:
		if known, written := w.entities[facetKey{facet, value}]; written {
			return known
		}
	}
	unkept := entry{facet: facet, value: value, name: name, document: unlistedEntity{name}}
	if facet == model.FacetLaw {
		return w.write(ctx, unkept)
	}
	number, isNew := w.values.number(facet, value)
	if isNew {
		w.writeNamed(ctx, unkept, number)
	}
	if !w.values.at(number).hasEntity {
		w.writeRow(ctx, unkept, number, "")
	}
	e := entity{facet: facet, values: []uint32{number}}
	if name != model.NotStated {
		e.text = w.wordsOf(name)
	}
	return e
}

// writeNamed writes an entity with a single name: its value, words and name. Such names
// are written in batches.
func (w *writer) writeNamed(ctx context.Context, e entry, number uint32) {
	label := schema.Label(string(e.facet), e.name)
	words := valueWords(e.facet, e.value, label)
	w.writeValue(ctx, number, e.facet, e.value, label, words, nil)
	text := strings.ReplaceAll(strings.TrimSpace(words), "  ", " "+index.Separator+" ")
	var spellings []names.Spelling
	if e.name != model.NotStated {
		spellings = names.Spellings(e.name)
	}
	w.pendingNames = append(w.pendingNames, func() error {
		w.valueTexts[e.facet].add(ctx, number, text)
		return cmp.Or(*w.cases.err, w.names.Add(ctx, int64(number), spellings))
	})
	if len(w.pendingNames) >= nameBatch {
		w.flushNames()
	}
}

// nameBatch is how many names are written one after the other. FTS5 is faster with the
// words of one table in the processor's cache.
const nameBatch = 1000

func (w *writer) flushNames() {
	for _, do := range w.pendingNames {
		w.background.writes <- write{do: do}
	}
	w.pendingNames = w.pendingNames[:0]
}

// category returns the category with a path; an entity without values for no path.
func (w *writer) category(ctx context.Context, path []string) entity {
	if len(path) == 0 {
		return entity{}
	}
	value, name := model.CategoryPath(path), path[len(path)-1]
	if known, written := w.entities[facetKey{model.FacetCategory, value}]; written {
		return known
	}
	above := w.category(ctx, path[:len(path)-1]).values
	return w.write(ctx, entry{facet: model.FacetCategory, value: value, name: name, above: above, document: model.Category{Name: name}})
}

// provision returns a provision of a law, which is its parent in the facet.
func (w *writer) provision(ctx context.Context, law string, provision model.Provision) entity {
	value := model.JoinPath(law, provision.Name)
	if known, written := w.entities[facetKey{model.FacetLaw, value}]; written {
		return known
	}
	above := w.entityNamed(ctx, model.FacetLaw, law).values
	return w.write(ctx, entry{facet: model.FacetLaw, value: value, name: provision.Name, above: above, described: provision.Described, document: model.Provision{Name: provision.Name}})
}

// An unlistedEntity is the document of an entity that the pack does not list.
type unlistedEntity struct {
	Name string `json:"name"`
}

// An entry is the data of an entity to write.
type entry struct {
	facet       model.Facet
	value, name string
	above       []uint32 // its parent facet values, upwards
	others      []string
	described   []model.Description // a search finds them like names
	listed      bool                // by the pack itself
	document    any
}

func (w *writer) write(ctx context.Context, e entry) entity {
	others := strings.Join(e.others, " ")
	called := e.name + " " + others + " " + model.DescribedLabel(e.described)
	kind := string(e.facet)
	if e.name == model.NotStated {
		called = others + " " + model.DescribedLabel(e.described) // a search must not find what is not stated
		if len(e.above) > 0 {
			kind = "provision"
		}
	}
	number := w.value(ctx, e.facet, e.value, schema.Label(kind, e.name), e.above)
	if len(e.others) > 0 {
		w.namesToWrite = append(w.namesToWrite, int64(number))
	}
	w.writeRow(ctx, e, number, schema.Words(e.others...))
	written := entity{facet: e.facet, values: append([]uint32{number}, e.above...), text: strings.Join(word.Split(called), " ")}
	w.entities[facetKey{e.facet, e.value}] = written
	return written
}

// writeRow writes the row of an entity; otherWords are the words of its other names.
func (w *writer) writeRow(ctx context.Context, e entry, number uint32, otherWords string) {
	w.lastEntity++
	w.values.at(number).hasEntity = true
	listed := int64(0)
	if e.listed {
		listed = 1
	}
	row := []any{w.lastEntity, w.report, int64(number), string(e.facet), parentOf(e.above), listed, otherWords, w.json(e.document)}
	w.background.add(ctx, "", w.entityRows, append(row, w.checksum(row))...)
}
