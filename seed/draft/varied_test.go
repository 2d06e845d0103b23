package draft_test

// varied returns what is true of further made-up entries, in which dates,
// figures and provisions are written in more ways.
func varied() map[string]map[string]facts {
	return map[string]map[string]facts{
		"singapore-2018": {
			"Overview ¶1": {nil, []string{"more than 2"}, nil},
			"Freedom of expression and assembly ¶1": {[]string{"2018-01/2018-06", "2018-06-03/2018-06-04", "2018-06"}, []string{"exactly 14", "up to 5000", "nearly 8"},
				[]string{"Penal Code/sec. 377A", "Public Order Act/sec. 4(1)"}},
			"Freedom of expression and assembly ¶2": {[]string{"2018-04/2018-06"}, []string{"about 12", "about 30", "between 1500 3000"}, []string{"Constitution/art. 14(1)"}},
			"Death penalty ¶1":                      {[]string{"2018-01/2018-11", "2018-10-05", "2016", "2011/.."}, []string{"at least 13"}, []string{"Misuse of Drugs Act"}},
			"Migrant workers ¶1":                    {[]string{"2017", "2018-12-31"}, []string{"more than 1200", "exactly 12", "exactly 2500000", "exactly 640"}, nil},
		},
		"mexico-2016-17": {
			"Overview ¶1":        {nil, []string{"exactly 9"}, nil},
			"Public security ¶1": {[]string{"2016-11", "2015", "2016-09"}, []string{"exactly 36056", "exactly 33017", "more than 1000", "exactly 3"}, nil},
			"Enforced disappearances ¶1": {[]string{"2014-09", "2016-04", "2016-09-26/2016-09-27", "2015-12"}, []string{"exactly 43"},
				[]string{"General Law on Disappearances", "Federal Penal Code/art. 110", "Federal Penal Code/art. 112"}},
			"Torture and other ill-treatment ¶1": {[]string{"2006/2013", "2016-04-14", "2016-01"}, []string{"fewer than 25", "about 4000", "exactly 2", "exactly 5000"}, nil},
			"Human rights defenders ¶1":          {[]string{"2016", "2016-01-11", "2016-08-12"}, []string{"at least 7", "exactly 400", "exactly 5000000"}, []string{"Federal Decree 349"}},
			"Violence against women ¶1":          {[]string{"2015-07", "2016-08-09", "2016-07/2016-09"}, []string{"exactly 11"}, []string{"Law No. 5 of 2014"}},
		},
		"sudan-2015-16": {
			"Overview ¶1":       {[]string{"2015-01/2015-09"}, []string{"about 223000"}, nil},
			"Armed conflict ¶1": {[]string{"2015-03-07/2015-03-08", "2015-04-19/2015-04-23", "2015-07", "2015-12"}, []string{"exactly 17", "exactly 5", "at least 374", "up to 60000"}, nil},
			"Freedom of expression ¶1": {[]string{"2015-01-12", "2015-05-30", "2015-02-16"}, []string{"exactly 21", "exactly 56", "exactly 14", "up to 4.5"},
				[]string{"National Security Act 2010/art. 25"}},
			"Freedom of religion ¶1": {[]string{"2015-08-05", "2015-11"}, []string{"exactly 2", "exactly 27"},
				[]string{"Penal Code of 1991/art. 53", "Penal Code of 1991/art. 50", "Penal Code of 1991/art. 125"}},
			"Cruel, inhuman or degrading punishment ¶1": {[]string{"2015-06-25", "2015-07"}, []string{"exactly 12", "exactly 20", "exactly 500", "exactly 80", "exactly 3"}, []string{"Criminal Act/art. 152"}},
		},
		"thailand-2014-15": {
			"Overview ¶1":                         {[]string{"2014-05-22"}, nil, []string{"2007 Constitution"}},
			"Background ¶1":                       {[]string{"2013", "2014-02-02", "2014-03", "2014-05-20/2015-04-01", "2014-07-22"}, []string{"exactly 28", "exactly 825"}, []string{"Constitution/art. 44"}},
			"Arbitrary arrests and detentions ¶1": {[]string{"2014-05-22/2014-12-31"}, []string{"exactly 665", "about 60", "nearly 300", "up to 7"}, nil},
			"Freedom of expression ¶1": {[]string{"2014-08-14", "2010/2011", "2014-12-01/2014-12-02"}, []string{"exactly 28", "exactly 2"},
				[]string{"Penal Code/art. 112", "Computer-Related Crime Act (No. 2)"}},
			"Internal armed conflict ¶1":     {[]string{"2014-11-06", "2014-11", "2014-10"}, []string{"exactly 330", "exactly 62", "exactly 3", "exactly 2700", "exactly 4"}, nil},
			"Refugees and asylum-seekers ¶1": {[]string{"2014-01", "2014-06", "1980/1989"}, []string{"nearly 270", "about 220000", "more than 500000"}, []string{"1951 Refugee Convention", "1967 Protocol"}},
		},
	}
}
