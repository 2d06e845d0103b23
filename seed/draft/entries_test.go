package draft_test

import (
	"os"
	"strings"
	"testing"

	"casebook/model"
	"casebook/seed/draft"
)

// entries returns what is true of the made-up entries in testdata: nothing in
// them happened, and nobody in them lives.
func entries() map[string]map[string]facts {
	return map[string]map[string]facts{
		"kenya-2014-15": {
			"Overview ¶1":              {[]string{"2014-10"}, []string{"at least 12", "about 45000"}, nil},
			"Background ¶1":            {[]string{"2014-03", "2014-04-14"}, []string{"exactly 23"}, []string{"Public Gatherings (Amendment) Act"}},
			"Freedom of expression ¶1": {[]string{"2014-06-06", "2014-09"}, nil, []string{"Information Act/sec. 29"}},
			"Freedom of expression ¶2": {[]string{"2014-07-09/2014-07-11", "2014-01/2014-06"}, []string{"exactly 17", "exactly 38"}, nil},
			"Refugees and asylum-seekers > Forcible returns ¶1": {[]string{"2014-03-30"}, []string{"more than 4000"}, nil},
			"Refugees and asylum-seekers > Camps ¶1":            {[]string{"2014"}, []string{"about 463000", "between 1200000 1500000"}, nil},
			"Death penalty ¶1":                                  {[]string{"2014", "1987/..", "2014-10-30", "2009"}, []string{"at least 26"}, nil},
		},
		"peru-2017-18": {
			"Overview ¶1": {[]string{"2017-12"}, []string{"exactly 12", "exactly 25", "exactly 94"}, nil},
			"Background ¶1": {[]string{"2017-11"}, nil, []string{
				"Regional Agreement on Access to Information, Public Participation and Justice in Environmental Matters",
				"International Convention for the Protection of All Persons from Enforced Disappearance"}},
			"Human rights defenders ¶1":                                    {[]string{"2017-02-08", "2016-08", "2013/2016"}, []string{"exactly 16", "exactly 47"}, []string{"Criminal Code/art. 200"}},
			"Excessive use of force ¶1":                                    {[]string{"2017-10-03/2017-10-04"}, []string{"at least 5", "exactly 33", "about 2500"}, []string{"Law 30151"}},
			"Sexual and reproductive rights > Compulsory sterilization ¶1": {[]string{"1990/1999", "2017-04"}, []string{"more than 2000", "exactly 5"}, nil},
			"Sexual and reproductive rights > Access to contraception ¶1":  {nil, []string{"nearly 60"}, []string{"Bill on Sexual Education"}},
			"Discrimination ¶1":                                            {[]string{"2017-05", "2017-06"}, []string{"up to 1700000", "exactly 2"}, nil},
		},
		"philippines-2022": {
			"Overview ¶1": {[]string{"2022-01-01/2022-09-30"}, []string{"at least 108"}, []string{"Anti-Terrorism Act", "Revised Penal Code"}},
			"Freedom of expression > Journalists ¶1": {[]string{"2022-10-03", "2022-06"}, []string{"ordinal 2"}, nil},
			"Freedom of expression > Journalists ¶2": {[]string{"2022-07", "2023-01"}, []string{"exactly 4"}, []string{"Cybercrime Prevention Act"}},
			"Human rights defenders ¶1":              {[]string{"2022-05-17"}, []string{"exactly 3", "exactly 4", "exactly 2"}, nil},
			"Abortion ¶1": {[]string{"2021-03"}, []string{"about 1000"}, []string{"Revised Penal Code/art. 256", "Revised Penal Code/art. 258",
				"Revised Penal Code/art. 259", "Convention against Torture", "Rome Statute"}},
			"Right to health ¶1": {[]string{"2021", "2022-01/2022-06", "2022-11"}, []string{"exactly 8700000000", "exactly 170000000", "exactly 12500", "about 53"}, nil},
		},
		"egypt-2015-16": {
			"Overview ¶1":                        {},
			"Background ¶1":                      {[]string{"2015-01-10/2015-12-18", "2015-03"}, []string{"more than 240"}, []string{"Decree 94 of 2015", "Counter-terrorism Law"}},
			"Background ¶2":                      {[]string{"2015-10-31"}, []string{"exactly 224"}, nil},
			"Freedom of expression ¶1":           {[]string{"2015-07-14", "2013-08", "2015-09-23"}, []string{"ordinal 700", "exactly 2", "exactly 20000", "exactly 100"}, []string{"Penal Code/art. 188"}},
			"Freedom of assembly ¶1":             {[]string{"2015-01-24", "2015-05", "2016"}, []string{"exactly 17"}, []string{"Protest Law", "Law 107 of 2013"}},
			"Torture and other ill-treatment ¶1": {[]string{"2015-01/2015-10", "2014-02", "2015-06"}, []string{"exactly 137", "between 2 6", "at least 12"}, nil},
			"Death penalty ¶1":                   {[]string{"2015", "2015-05-17"}, []string{"more than 530", "exactly 22", "exactly 7", "exactly 116"}, nil},
			"Women's rights ¶1":                  {[]string{"2008", "2015"}, []string{"exactly 92"}, []string{"UN Convention on the Elimination of All Forms of Discrimination against Women/art. 2", "UN Convention on the Elimination of All Forms of Discrimination against Women/art. 16"}},
		},
		"hungary-2017-18": {
			"Overview ¶1":                    {},
			"Refugees and asylum-seekers ¶1": {nil, []string{"exactly 2", "up to 10", "between 6000 8000"}, nil},
			"Refugees and asylum-seekers ¶2": {[]string{"2017-03", "2017"}, []string{"exactly 23", "exactly 2", "more than 20000"}, []string{"European Convention on Human Rights/art. 5", "European Convention on Human Rights/art. 13", "Act on Procedures at the Border"}},
			"Refugees and asylum-seekers ¶3": {[]string{"2017-09", "2017"}, []string{"exactly 1294"}, nil},
			"Freedom of association ¶1":      {[]string{"2017-04", "2017-04-09", "2017-08-29"}, []string{"more than 70000", "about 1500", "more than 7200000", "about 24000", "exactly 23"}, []string{"Higher Education Act"}},
			"Discrimination – Roma ¶1":       {[]string{"2014", "2017-01", "2016-05"}, []string{"about 360", "exactly 28", "exactly 10", "exactly 500000"}, nil},
			"Justice system ¶1":              {[]string{"2017-06-16", "2016-11", "2018-09-14"}, nil, []string{"Criminal Code/sec. 314"}},
		},
		"nigeria-2018-19": {
			"Overview ¶1": {nil, []string{"more than 2500"}, nil},
			"Armed conflict > Abuses by armed groups ¶1": {[]string{"2018", "2018-05-01", "2018-03-21", "2018-02"}, []string{"at least 33", "at least 378", "exactly 86", "exactly 110", "exactly 5", "exactly 1"}, nil},
			"Armed conflict > Unlawful detentions ¶1":    {[]string{"2013/..", "2018-07"}, []string{"about 4900", "exactly 475", "at least 20000", "exactly 1669", "exactly 366"}, nil},
			"Freedom of expression ¶1":                   {[]string{"2018-08-15", "2018-11-13"}, []string{"exactly 3", "exactly 2"}, []string{"Cybercrime Act 2015", "Penal Code/sec. 352", "Bill to Prohibit Hate Speech"}},
			"Death penalty ¶1":                           {[]string{"2018-01/2018-08", "2017", "2018-06"}, []string{"exactly 46", "exactly 22", "exactly 6", "exactly 4", "exactly 2", "ordinal 7"}, nil},
			"Economic rights ¶1":                         {[]string{"2016-11/2017-04", "2017-06-21"}, []string{"about 300000", "exactly 7", "about 5"}, []string{"International Covenant on Economic, Social and Cultural Rights/art. 12"}},
		},
		"bolivia-2016-17": {
			"Overview ¶1":                       {},
			"Background ¶1":                     {[]string{"2016-02", "2015-09", "2016-03-03"}, nil, []string{"Constitution"}},
			"Impunity ¶1":                       {[]string{"1964/1982", "2015", "2016-10-12", "2016-10-19", "1980"}, []string{"exactly 6000", "more than 1700", "exactly 2", "exactly 9"}, nil},
			"Indigenous Peoples' rights ¶1":     {[]string{"2016-08", "2016-06-30"}, []string{"exactly 22", "up to 8", "exactly 3", "exactly 500"}, []string{"Law 813", "Mining Act"}},
			"Prison conditions ¶1":              {[]string{"2015", "2016-01/2016-05"}, []string{"exactly 14598", "exactly 69", "at least 14"}, []string{"Penal Code/art. 132 bis"}},
			"Sexual and reproductive rights ¶1": {[]string{"2014", "2016-05"}, []string{"about 185"}, []string{"Inter-American Convention on Protecting the Human Rights of Older Persons"}},
		},
	}
}

// text returns an entry of testdata.
func text(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// read drafts an entry of testdata. Its name has the year that it covers.
func read(t *testing.T, name string) model.Pack {
	t.Helper()
	pack, _, err := draft.Report(text(t, name), draft.Options{Period: name[strings.Index(name, "-20")+1:][:4]})
	if err != nil {
		t.Fatal(err)
	}
	return pack
}
