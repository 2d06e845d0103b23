package db

import (
	"database/sql"
	"encoding/json"

	"casebook/model"
)

// descriptions is what the reports say of people, organisations, places and
// laws: they are read together for many cases.
type descriptions struct {
	reader *reader
	wanted map[facetName]bool
	known  map[facetName][]describedName // of a name, what each report has
}

type facetName struct {
	facet model.Facet
	name  string
}

// A describedName is what one report says of a name.
type describedName struct {
	namesake
	described  []model.Description
	provisions map[string][]model.Description // of a law
}

func newDescriptions(r *reader) *descriptions {
	return &descriptions{reader: r, wanted: map[facetName]bool{}, known: map[facetName][]describedName{}}
}

// want asks for a name.
func (d *descriptions) want(facet model.Facet, name string) {
	d.wanted[facetName{facet, name}] = true
}

// read reads what is asked for.
func (d *descriptions) read() error {
	var keys [][2]string
	for key := range d.wanted {
		value := key.name
		if key.facet == model.FacetLaw {
			value = model.JoinPath(value)
		}
		keys = append(keys, [2]string{string(key.facet), value})
	}
	r := d.reader
	return each(r.ctx, r.tx, `SELECT v.facet, v.value, e.report, report.id, e.document FROM json_each(?) j
		CROSS JOIN facet_value v ON v.facet = j.value ->> 0 AND v.value = j.value ->> 1
		CROSS JOIN entity e ON e.value = v.number CROSS JOIN report ON report.number = e.report`, []any{jsonList(keys)}, func(rows *sql.Rows) error {
		var key facetName
		var n describedName
		var document []byte
		if err := rows.Scan(&key.facet, &key.name, &n.report, &n.id, &document); err != nil {
			return err
		}
		if key.facet == model.FacetLaw {
			key.name = model.SplitPath(key.name)[0]
		}
		var entity struct {
			Status     *model.Description
			Described  []model.Description
			SameAs     []string `json:"same_as"`
			Provisions []model.Provision
		}
		if err := json.Unmarshal(document, &entity); err != nil {
			return err
		}
		n.same, n.described = entity.SameAs, statusFirst(model.Person{Status: entity.Status, Described: entity.Described})
		for _, provision := range entity.Provisions {
			if len(provision.Described) > 0 {
				if n.provisions == nil {
					n.provisions = map[string][]model.Description{}
				}
				n.provisions[provision.Name] = provision.Described
			}
		}
		d.known[key] = append(d.known[key], n)
		return nil
	})
}

// of returns what a report says of a name, and the other reports that have such a name.
func (d *descriptions) of(facet model.Facet, name, report string) (describedName, []string) {
	var own describedName
	all := d.known[facetName{facet, name}]
	namesakes := make([]namesake, len(all))
	for i, n := range all {
		if namesakes[i] = n.namesake; n.id == report {
			own = n
		}
	}
	if len(all) < 2 || own.id == "" || name == model.NotStated {
		return own, nil
	}
	_, also := alsoIn(grouped(namesakes), own.report)
	return own, also
}
