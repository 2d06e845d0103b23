package importer

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// A writer writes one report: its entities, then its cases with all that is
// derived from them. The first thing that goes wrong is kept, and ends all writing.
type writer struct {
	tx         *sql.Tx
	report     int64
	first      int64 // the number of its first case
	pack       model.Pack
	values     map[facetKey]*tag // the library's facet values
	entities   map[facetKey]*entity
	parents    map[string]string       // of the places that the pack lists
	places     map[string]*entity      // by their names in the report
	codes      map[string][]model.Code // of categories, with those above them, by their paths
	blockBits  uint
	block      *index.Block
	lastValue  int64
	lastEntity int64
	added      []*tag                    // facet values that the library did not have
	columns    map[index.Column][]uint32 // of one case
	derived    derived                   // of one case too
	dates      map[string]dated
	fieldKinds map[string]model.FieldKind
	text       caseWords
	words      map[string]string // of what many cases have, as they are folded
	titles     map[string]string // of the cases before, by their ids
	placePaths map[uint32]string // the words of what a place is in, by its number
	respelt    []int64           // the facet values that this report adds, or gives another name
	err        error

	facetValues, entityRows, cases, texts, relations *inserter // in the background
	background                                       *background
}

type facetKey struct {
	facet model.Facet
	value string
}

// A tag is a facet value as the writer needs it.
type tag struct {
	number int64
	facet  model.Facet
	words  string // of all its names, those that this report gives it too
	cases  int    // of this report
	isNew  bool   // to the library
	name   string
	label  string
	parent int64 // 0 where there is none
}

// An entity is somebody or something that the report names.
type entity struct {
	number int64
	tags   []*tag // its facet value and those above it, upwards
	text   string // the words of all that it is called
}

// follows says whether a name continues the one that it is named after: "Criminal Code", "art. 419".
func (e *entity) follows() bool { return e.tags[0].facet == model.FacetLaw && len(e.tags) > 1 }

// maxShared is how many cases of a block a report adds to, as a part of the
// block: what is there is written anew with it. Behind more it begins with a
// block of its own.
const maxShared = 1. / 16

func newWriter(ctx context.Context, tx *sql.Tx, pack model.Pack) (*writer, error) {
	w := &writer{
		tx:       tx,
		pack:     pack,
		values:   map[facetKey]*tag{},
		entities: map[facetKey]*entity{},
		parents:  map[string]string{},
		places:   map[string]*entity{},
		codes:    map[string][]model.Code{},
		columns:  map[index.Column][]uint32{},
		dates:    map[string]dated{}, placePaths: map[uint32]string{}, fieldKinds: map[string]model.FieldKind{},

		facetValues: newInserter(tx, "facet_value", "number", "facet", "value", "label", "words", "parent", "cases"),
		entityRows:  newInserter(tx, "entity", "number", "report", "value", "facet", "parent", "listed", "words", "document"),
		cases:       newInserter(tx, "cases", "number", "report", "id", "ordinal", "checksum", "document"),
		texts:       newInserter(tx, "case_text", "rowid", "text"),
		relations:   newInserter(tx, "relation", "target", "number"),
	}
	w.inherit(nil, nil, pack.Categories)
	for _, rows := range []*inserter{w.facetValues, w.entityRows, w.texts, w.relations} {
		rows.err = w.cases.err
	}
	if err := tx.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(number), 0) FROM report) + 1, (SELECT coalesce(max(first + cases), 1) FROM report),
		(SELECT coalesce(max(number), 0) FROM entity), (SELECT block_bits FROM generation)`).Scan(&w.report, &w.first, &w.lastEntity, &w.blockBits); err != nil {
		return nil, err
	}
	size := int64(1) << w.blockBits
	if shared := w.first & (size - 1); float64(shared) > maxShared*float64(size) {
		w.first += size - shared
	}
	err := sqlite.Each(ctx, tx, "SELECT number, facet, value, words FROM facet_value", nil, func(rows *sql.Rows) error {
		var v tag
		var name string
		err := rows.Scan(&v.number, &v.facet, &name, &v.words)
		w.values[facetKey{v.facet, name}] = &v
		w.lastValue = max(w.lastValue, v.number)
		return err
	})
	if err != nil {
		return nil, err
	}
	w.background = newBackground()
	return w, nil
}

// value returns a facet value, which it adds where the library does not have
// it. Above are the values above it, upwards.
func (w *writer) value(ctx context.Context, facet model.Facet, name, label string, above []*tag) *tag {
	key := facetKey{facet, name}
	if known := w.values[key]; known != nil {
		return known
	}
	w.lastValue++
	v := &tag{number: w.lastValue, facet: facet, words: valueWords(facet, name, label), isNew: true, name: name, label: label}
	w.values[key] = v
	w.added, w.respelt = append(w.added, v), append(w.respelt, v.number)
	if len(above) > 0 {
		v.parent = above[0].number
	}
	return v
}

// valueWords are the words by which a facet value is found: those of a place
// are not those of the places that it is in.
func valueWords(facet model.Facet, value, label string) string {
	if facet == model.FacetPlace {
		return schema.Words(label)
	}
	return schema.Words(value, label)
}

// begin makes the block the one that a case belongs to.
func (w *writer) begin(ctx context.Context, number int64) {
	block := number >> w.blockBits
	if w.block != nil && w.block.Number == block || w.err != nil {
		return
	}
	if w.block != nil {
		w.writeBlock(ctx)
		w.block = index.NewBlock(block, w.blockBits, schema.IndexColumns())
		return
	}
	w.block, _, w.err = index.LoadBlock(ctx, w.tx, block, w.blockBits, schema.IndexColumns(), 0, 0)
}

func (w *writer) writeBlock(ctx context.Context) {
	if w.block != nil && w.err == nil {
		w.background.finish(func() error { return w.block.Write(ctx, w.tx) })
	}
}

// index adds a case to the columns and the orders.
func (w *writer) index(number int64, d *derived) {
	for name, values := range w.columns {
		w.columns[name] = values[:0]
	}
	for _, v := range d.tags {
		v.cases++
		name := schema.ColumnOf(v.facet)
		w.columns[name] = append(w.columns[name], uint32(v.number))
	}
	w.columns[schema.ColumnNamedPlace] = append(w.columns[schema.ColumnNamedPlace], d.places...)
	w.block.Add(number, w.columns, d.orders)
}

// json encodes what the model can always encode, short of an amount that is no number in JSON.
func (w *writer) json(value any) string {
	encoded, err := json.Marshal(value)
	w.err = cmp.Or(w.err, err)
	return string(encoded)
}

// failure returns the first thing that went wrong.
func (w *writer) failure() error { return cmp.Or(w.err, w.background.failure()) }

// flush writes the block that is being gathered.
func (w *writer) flush(ctx context.Context) error {
	w.writeBlock(ctx)
	w.block = nil // and its memory is for what comes next
	w.background.wait()
	return w.failure()
}

// finish writes the report, of which so many cases were written, and what was counted of it.
func (w *writer) finish(ctx context.Context, cases int64) error {
	paragraphs := 0
	for _, section := range w.pack.Sections {
		paragraphs += len(section.Paragraphs)
	}
	document, sections := w.json(w.pack.Report), w.json(w.pack.Sections)
	if err := w.failure(); err != nil {
		return err
	}
	for _, v := range w.added {
		var parent any
		if v.parent != 0 {
			parent = v.parent
		}
		w.facetValues.add(ctx, v.number, string(v.facet), v.name, v.label, valueWords(v.facet, v.name, v.label), parent, v.cases)
	}
	if err := *w.facetValues.err; err != nil {
		return err
	}
	counted, err := w.tx.PrepareContext(ctx, "UPDATE facet_value SET cases = cases + ? WHERE number = ?")
	if err != nil {
		return err
	}
	defer counted.Close()
	for _, v := range w.values {
		if !v.isNew && v.cases > 0 {
			if _, err := counted.ExecContext(context.WithoutCancel(ctx), v.cases, v.number); err != nil {
				return err
			}
		}
	}
	_, err = w.tx.ExecContext(ctx, "INSERT INTO report (number, id, document, sections, paragraphs, first, cases) VALUES (?,?,?,?,?,?,?)",
		w.report, w.pack.Report.ID, document, sections, paragraphs, w.first, cases)
	return err
}
