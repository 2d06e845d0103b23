package cases

import (
	"maps"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// describe adds to the names in cases their descriptions, the other reports with the same
// names, and the paths of places. numbers are the cases' numbers.
func (r Reader) describe(list []model.Case, numbers []uint32) error {
	known := newDescriptions(r)
	for _, c := range list {
		for facet, involved := range involvements(&c) {
			for _, i := range involved {
				if facet != model.FacetPlace {
					known.want(facet, i.Name)
				}
			}
		}
		for _, law := range c.Laws {
			known.want(model.FacetLaw, law.Name)
		}
	}
	if err := known.read(); err != nil {
		return err
	}
	if err := known.readPlaces(numbers, r.reports); err != nil {
		return err
	}
	known.addTo(list)
	return nil
}

// addTo adds the descriptions to the cases.
func (d *descriptions) addTo(list []model.Case) {
	for at := range list {
		c := &list[at]
		for facet, involved := range involvements(c) {
			for i := range involved {
				entity, also := d.of(facet, involved[i].Name, c.Report)
				involved[i].Described, involved[i].AlsoIn = entity.Described, also
				involved[i].Path, involved[i].In = entity.path, entity.in
			}
		}
		for i := range c.Laws {
			law := &c.Laws[i]
			entity, also := d.of(model.FacetLaw, law.Name, c.Report)
			law.Described, law.AlsoIn = entity.Described, also
			for _, provision := range entity.Provisions {
				if provision.Name == law.Provision && len(provision.Described) > 0 {
					law.Described = provision.Described
				}
			}
		}
	}
}

// involvements returns the people, organisations and places of a case.
func involvements(c *model.Case) map[model.Facet][]model.Involvement {
	return map[model.Facet][]model.Involvement{model.FacetPerson: c.People, model.FacetOrganisation: c.Organisations, model.FacetPlace: c.Places}
}

// descriptions are the descriptions of names, read together for many cases.
type descriptions struct {
	reader Reader
	wanted map[facetName]bool
	known  map[facetName][]describedName // by name, the entity of each report
}

type facetName struct {
	facet model.Facet
	name  string
}

// A describedName is an entity of one report.
type describedName struct {
	Entity
	path, in string // path of a place that is in another; in: its parents, if several places have the name
}

func newDescriptions(r Reader) *descriptions {
	return &descriptions{reader: r, wanted: map[facetName]bool{}, known: map[facetName][]describedName{}}
}

// want adds a name to read.
func (d *descriptions) want(facet model.Facet, name string) {
	d.wanted[facetName{facet, name}] = true
}

// read reads the wanted names.
func (d *descriptions) read() error {
	var keys [][2]string
	for key := range d.wanted {
		value := key.name
		if key.facet == model.FacetLaw {
			value = model.JoinPath(value)
		}
		keys = append(keys, [2]string{string(key.facet), value})
	}
	return d.reader.entities("v.facet = j.value ->> 0 AND v.value = j.value ->> 1", sqlite.JSONList(keys), d.reader.reports, d.add)
}

// readPlaces reads the places of cases. A case has only the name of a place; the index
// says which place it is.
func (d *descriptions) readPlaces(numbers []uint32, reports []schema.StoredReport) error {
	values := map[uint32]bool{}
	if err := d.reader.index.Combinations(schema.ColumnNamedPlace, roaring.BitmapOf(numbers...), func(some []uint32, _ int32) {
		for _, value := range some {
			values[value] = true
		}
	}); err != nil {
		return err
	}
	return d.reader.entities("v.number = j.value", sqlite.JSONList(slices.Collect(maps.Keys(values))), reports, d.add)
}

// add adds an entity by its name in cases.
func (d *descriptions) add(e Entity) {
	key, n := facetName{e.Facet, e.Value}, describedName{Entity: e}
	switch e.Facet {
	case model.FacetLaw:
		key.name = model.SplitPath(e.Value)[0]
	case model.FacetPlace:
		if key.name = schema.PlaceName(e.Value); key.name != e.Value {
			n.path = e.Value
		}
		if in, ok := strings.CutPrefix(e.Label, key.name+", "); ok {
			n.in = in
		}
	}
	d.known[key] = append(d.known[key], n)
}

// of returns the entity of a name in a report, and the other reports with the name; for a
// place, those with the same path.
func (d *descriptions) of(facet model.Facet, name, report string) (describedName, []string) {
	var own describedName
	all := d.known[facetName{facet, name}]
	for _, n := range all {
		if n.ReportID == report {
			own = n
		}
	}
	var namesakes []Entity
	for _, n := range all {
		if n.path == own.path {
			namesakes = append(namesakes, n.Entity)
		}
	}
	if len(namesakes) < 2 || own.ReportID == "" || name == model.NotStated {
		return own, nil
	}
	_, also := AlsoIn(Grouped(namesakes), own.Report)
	return own, also
}
