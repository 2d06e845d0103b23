package model

// FacetOf returns the facet that a field of a text asks in, such as "org".
func FacetOf(field string) (Facet, bool) {
	switch field {
	case "org":
		return FacetOrganisation, true
	case "person", "place", "law", "category", "kind", "role", "outcome", "penalty", "right", "date":
		return Facet(field), true
	}
	return "", false
}

// FieldOf returns the field of a text that asks in a facet.
func FieldOf(facet Facet) string {
	if facet == FacetOrganisation {
		return "org"
	}
	return string(facet)
}
