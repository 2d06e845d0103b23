package model

import (
	"slices"
	"strings"
)

// rights are the human rights to browse by, with the articles of the Universal
// Declaration (UDHR) and of the two Covenants (ICCPR, ICESCR) that protect them. A pack
// gives the article; the names are here, so that reports of different publishers share
// them.
var rights = []struct {
	name                string
	udhr, iccpr, icescr string
}{
	{"Equality and non-discrimination", "2 7", "2 3 26", "2 3"},
	{"Life", "3", "6", ""},
	{"Freedom from torture and other ill-treatment", "5", "7", ""},
	{"Freedom from slavery and forced labour", "4", "8", ""},
	{"Liberty and security of person", "9", "9", ""},
	{"Humane treatment in detention", "", "10", ""},
	{"Freedom of movement", "13", "12", ""},
	{"Asylum and protection from expulsion", "14", "13", ""},
	{"Fair trial", "10 11", "14", ""},
	{"No punishment without law", "", "15", ""},
	{"Effective remedy", "8", "", ""},
	{"Recognition before the law", "6", "16", ""},
	{"Nationality", "15", "", ""},
	{"Privacy", "12", "17", ""},
	{"Freedom of thought, conscience and religion", "18", "18", ""},
	{"Freedom of expression", "19", "19", ""},
	{"Freedom from incitement to hatred and war", "", "20", ""},
	{"Freedom of peaceful assembly", "20", "21", ""},
	{"Freedom of association", "20", "22", ""},
	{"Family and marriage", "16", "23", "10"},
	{"Rights of the child", "", "24", ""},
	{"Participation in public life", "21", "25", ""},
	{"Rights of minorities", "", "27", ""},
	{"Self-determination", "", "1", "1"},
	{"Property", "17", "", ""},
	{"Work", "23", "", "6"},
	{"Just conditions of work", "23 24", "", "7"},
	{"Trade unions and strikes", "23", "", "8"},
	{"Social security", "22", "", "9"},
	{"Adequate standard of living, food and housing", "25", "", "11"},
	{"Health", "25", "", "12"},
	{"Education", "26", "", "13 14"},
	{"Cultural life and science", "27", "", "15"},
}

// schemes lists the published schemes whose codes are known.
func schemes() []string { return []string{"UDHR", "ICCPR", "ICESCR"} }

// Rights lists the names of the rights in the order in which they are shown.
func Rights() []string {
	var names []string
	for _, right := range rights {
		names = append(names, right.name)
	}
	return names
}

// Rights returns the rights of a code; for an unknown scheme, the scheme and the code.
func (c Code) Rights() []string {
	if !slices.Contains(schemes(), c.Scheme) {
		return []string{c.Scheme + " " + c.Code}
	}
	var names []string
	for _, right := range rights {
		articles := map[string]string{"UDHR": right.udhr, "ICCPR": right.iccpr, "ICESCR": right.icescr}[c.Scheme]
		if slices.Contains(strings.Fields(articles), c.Code) {
			names = append(names, right.name)
		}
	}
	return names
}
