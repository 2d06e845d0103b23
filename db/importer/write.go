package importer

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"

	"casebook/db/index"
	"casebook/db/names"
	"casebook/db/schema"
	"casebook/model"
)

// A writer writes one report: its entities, then its cases with everything derived from
// them. It keeps its first error, and writes nothing after it.
type writer struct {
	tx           *sql.Tx
	report       int64
	first        int64 // the number of its first case
	pack         model.Pack
	values       *facetValues
	entities     map[facetKey]entity     // see entityNamed for those that are not here
	parents      map[string]string       // of the places that the pack lists
	places       map[string]entity       // by their names in the report
	codes        map[string][]model.Code // of categories by path, with those of their parents
	blockBits    uint
	block        *index.Block
	lastEntity   int64
	columns      map[index.Column][]uint32 // of one case
	derived      derivedData               // of one case
	orders       []index.Order
	dates        map[string][]uint32
	fieldKinds   map[string]model.FieldKind
	text         caseWords
	words        map[string]string // of texts that many cases have: see wordsOf
	titles       map[string]string // of earlier cases by id
	placePaths   map[uint32]string // the words of a place's parents, by its number
	namesToWrite []int64           // facet values whose names are written at the end
	names        *names.Writer     // in the background
	pendingNames []func() error    // see nameBatch
	err          error

	// In the background.
	valueRows, entityRows, cases, texts, relations *inserter
	valueTexts                                     map[model.Facet]*inserter
	background                                     *background
}

type facetKey struct {
	facet model.Facet
	value string
}

// An entity is a person, organisation, place, law or category that the report names.
type entity struct {
	facet  model.Facet
	values []uint32 // its facet value and its parents', upwards
	text   string   // the words of all its names
}

// follows reports whether the name continues its parent's: "Criminal Code", "art. 419".
func (e entity) follows() bool { return e.facet == model.FacetLaw && len(e.values) > 1 }

// maxShared is the maximum part of a block that a report adds to; the old cases of the
// block are written again with it. In a fuller block it begins a new one.
const maxShared = 1. / 16

func newWriter(ctx context.Context, tx *sql.Tx, pack model.Pack) (*writer, error) {
	w := &writer{
		tx:       tx,
		pack:     pack,
		entities: map[facetKey]entity{},
		parents:  map[string]string{},
		places:   map[string]entity{},
		codes:    map[string][]model.Code{},
		orders:   schema.Orders(),
		derived:  derivedData{orders: map[index.Order]string{}},
		columns:  map[index.Column][]uint32{},
		dates:    map[string][]uint32{}, placePaths: map[uint32]string{}, fieldKinds: map[string]model.FieldKind{},

		valueRows:  newInserter(tx, "facet_value", "number", "facet", "value", "label", "words", "parent", "cases", "checksum"),
		entityRows: newInserter(tx, "entity", "number", "report", "value", "facet", "parent", "listed", "words", "document", "checksum"),
		cases:      newInserter(tx, "cases", "number", "report", "id", "ordinal", "checksum", "document"),
		valueTexts: map[model.Facet]*inserter{},
		texts:      newInserter(tx, "case_text", "rowid", "text"),
		relations:  newInserter(tx, "relation", "target", "number"),
	}
	w.inherit(nil, nil, pack.Categories)
	for _, rows := range []*inserter{w.valueRows, w.entityRows, w.texts, w.relations} {
		rows.err = w.cases.err
	}
	for _, facet := range schema.NameFacets() {
		w.valueTexts[facet] = newInserter(tx, "value_text", "rowid", string(facet))
		w.valueTexts[facet].err = w.cases.err
	}
	if err := tx.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(number), 0) FROM report) + 1, (SELECT coalesce(max(first + cases), 1) FROM report),
		(SELECT coalesce(max(number), 0) FROM entity), (SELECT block_bits FROM generation)`).Scan(&w.report, &w.first, &w.lastEntity, &w.blockBits); err != nil {
		return nil, err
	}
	size := int64(1) << w.blockBits
	if shared := w.first & (size - 1); float64(shared) > maxShared*float64(size) {
		w.first += size - shared
	}
	var err error
	if w.values, err = loadFacetValues(ctx, tx); err != nil {
		return nil, err
	}
	if w.names, err = names.NewWriter(ctx, tx); err != nil {
		return nil, err
	}
	if err := setMerging(ctx, tx, importMerging); err != nil {
		return nil, err
	}
	w.background = newBackground()
	return w, nil
}

// value returns the number of a facet value, and adds it if it is new. above are its
// parents, upwards.
func (w *writer) value(ctx context.Context, facet model.Facet, name, label string, above []uint32) uint32 {
	number, isNew := w.values.number(facet, name)
	if isNew {
		w.namesToWrite = append(w.namesToWrite, int64(number))
		w.writeValue(ctx, number, facet, name, label, valueWords(facet, name, label), above)
	}
	return number
}

func (w *writer) writeValue(ctx context.Context, number uint32, facet model.Facet, name, label, words string, above []uint32) {
	row := []any{int64(number), string(facet), name, label, words, parentOf(above)}
	w.background.add(ctx, "", w.valueRows, append(row, 1, w.checksum(row))...)
}

// parentOf returns the first of some parents; nil if there is none.
func parentOf(above []uint32) any {
	if len(above) == 0 {
		return nil
	}
	return int64(above[0])
}

func (w *writer) checksum(row []any) int64 {
	sum, err := schema.RowChecksum(row)
	w.err = cmp.Or(w.err, err)
	return sum
}

// valueWords returns the words of a facet value; for a place without those of its parents.
func valueWords(facet model.Facet, value, label string) string {
	if facet == model.FacetPlace {
		return schema.Words(label)
	}
	return schema.Words(value, label)
}

// begin makes the block of a case the current one.
func (w *writer) begin(ctx context.Context, number int64) {
	block := number >> w.blockBits
	if w.block != nil && w.block.Number == block || w.err != nil {
		return
	}
	if w.block != nil {
		w.writeBlock(ctx)
		if block%mergedBlocks == 0 {
			w.background.writes <- write{do: func() error { return mergeText(ctx, w.tx) }}
		}
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
func (w *writer) index(number int64, d *derivedData) {
	for name, values := range w.columns {
		w.columns[name] = values[:0]
	}
	for _, number := range d.values {
		v := w.values.at(number)
		v.cases++
		name := w.values.columns[v.column]
		w.columns[name] = append(w.columns[name], number)
	}
	w.columns[schema.ColumnNamedPlace] = append(w.columns[schema.ColumnNamedPlace], d.places...)
	w.block.Add(number, w.columns, d.orders)
}

// json encodes a value; an error can only be an amount that is not a JSON number.
func (w *writer) json(value any) string {
	encoded, err := json.Marshal(value)
	w.err = cmp.Or(w.err, err)
	return string(encoded)
}

// failure returns the first error.
func (w *writer) failure() error { return cmp.Or(w.err, w.background.failure()) }

// flush writes the current block, and waits for the background.
func (w *writer) flush(ctx context.Context) error {
	w.flushNames()
	w.writeBlock(ctx)
	w.block, w.text = nil, caseWords{} // frees their memory
	w.background.wait()
	return w.failure()
}

// finish writes the row of the report, with its number of cases, and the counts of its
// values.
func (w *writer) finish(ctx context.Context, cases int64) error {
	paragraphs := 0
	for _, section := range w.pack.Sections {
		paragraphs += len(section.Paragraphs)
	}
	document, sections := w.json(w.pack.Report), w.json(w.pack.Sections)
	if err := w.failure(); err != nil {
		return err
	}
	if err := w.values.count(ctx, w.tx); err != nil {
		return err
	}
	_, err := w.tx.ExecContext(ctx, "INSERT INTO report (number, id, document, sections, paragraphs, first, cases, checksum) VALUES (?,?,?,?,?,?,?,row_checksum(?1,?2,?3,?4,?5,?6,?7))",
		w.report, w.pack.Report.ID, document, sections, paragraphs, w.first, cases)
	return err
}
