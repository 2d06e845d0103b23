package cases

import (
	"database/sql"
	"encoding/json"
	"maps"
	"slices"

	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// An Entity is a person, an organisation, a place, a law or a category in one report.
type Entity struct {
	Report   int64       `json:"-"` // its number
	ReportID string      `json:"-"`
	Number   int64       `json:"-"` // of its facet value
	Facet    model.Facet `json:"-"`
	Value    string      `json:"-"` // of the facet
	Label    string      `json:"-"`
	Document []byte      `json:"-"` // the whole entity as JSON; the following fields are parts of it

	Name       string
	Kind       string
	Spellings  []model.Spelling // other names, also of places, organisations and laws
	Aliases    []string
	SameAs     []string            `json:"same_as"` // ids of reports with the same entity, according to this one
	Described  []model.Description // the status first
	Status     *model.Description
	Provisions []model.Provision
	Codes      []model.Code
}

// Entities returns the entities of facet values by the numbers of the values, in the order
// of the reports.
func (r Reader) Entities(numbers []int64) (map[int64][]Entity, error) {
	entities := map[int64][]Entity{}
	return entities, r.entities("v.number = j.value", sqlite.JSONList(numbers), r.reports, func(e Entity) {
		entities[e.Number] = append(entities[e.Number], e)
	})
}

// entities calls a function with the entities of facet values v, which are those of the
// elements j of a JSON list.
func (r Reader) entities(wanted, list string, reports []schema.StoredReport, do func(Entity)) error {
	ids := map[int64]string{}
	for _, report := range reports {
		ids[report.Number] = report.ID
	}
	return sqlite.Each(r.ctx, r.tx, "SELECT v.number, v.facet, v.value, "+schema.IntactLabel+", e.report, "+schema.IntactEntity+` FROM json_each(?) j
		CROSS JOIN facet_value v ON `+wanted+" CROSS JOIN entity e ON e.value = v.number AND e.report IN (SELECT value FROM json_each(?))", []any{list, sqlite.JSONList(slices.Collect(maps.Keys(ids)))}, func(rows *sql.Rows) error {
		var e Entity
		if err := rows.Scan(&e.Number, &e.Facet, &e.Value, &e.Label, &e.Report, &e.Document); err != nil {
			return err
		}
		e.ReportID = ids[e.Report]
		if err := json.Unmarshal(e.Document, &e); err != nil {
			return err
		}
		e.Described = schema.StatusFirst(model.Person{Status: e.Status, Described: e.Described})
		for _, alias := range e.Aliases {
			e.Spellings = append(e.Spellings, model.Spelling{Text: alias})
		}
		do(e)
		return nil
	})
}

// Groups returns which of some people are called a group by a report.
func (r Reader) Groups(people []string) (map[string]bool, error) {
	names, err := sqlite.Column[string](r.ctx, r.tx, `SELECT v.value FROM json_each(?) j CROSS JOIN facet_value v ON v.facet = ? AND v.value = j.value
		CROSS JOIN entity e ON e.value = v.number WHERE e.document ->> 'kind' = ?`, sqlite.JSONList(people), string(model.FacetPerson), string(model.PersonGroup))
	groups := map[string]bool{}
	for _, name := range names {
		groups[name] = true
	}
	return groups, err
}
