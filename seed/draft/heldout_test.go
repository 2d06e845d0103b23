package draft_test

// heldOut returns what is true of made-up entries on which no rule has been
// corrected: what they measure is how a new entry will do.
func heldOut() map[string]map[string]facts {
	return map[string]map[string]facts{
		"sri-lanka-2013": {
			"Overview ¶1":                         {nil, []string{"more than 90000"}, nil},
			"Background ¶1":                       {[]string{"2013-11", "2013-01-11", "2013-09-21"}, []string{"exactly 155"}, nil},
			"Arbitrary arrests and detentions ¶1": {[]string{"2013-10", "2013-02-25/2013-02-26", "2013-05"}, []string{"about 230", "exactly 18", "exactly 2", "exactly 50000"}, []string{"Prevention of Terrorism Act", "Prevention of Terrorism Act/sec. 9(1)"}},
			"Excessive use of force ¶1":           {[]string{"2013-08-01", "2013-12"}, []string{"at least 3", "exactly 2", "exactly 36"}, nil},
			"Enforced disappearances ¶1":          {[]string{"1980/..", "2013-08-15", "2014-01-18/2014-01-21", "2012"}, []string{"more than 5676", "about 400", "up to 200"}, nil},
			"Freedom of expression ¶1":            {[]string{"2013-02-15", "2013-04-03", "2013-04-13"}, []string{"exactly 5", "up to 1000000"}, []string{"Press Council Law No. 5 of 1973", "Constitution/art. 14(1)(a)"}},
			"Violence against women ¶1":           {nil, []string{"exactly 14.5", "exactly 96", "exactly 250000"}, nil},
			"Death penalty ¶1":                    {[]string{"2013-10-31", "1976-06/.."}, []string{"at least 13", "exactly 405", "exactly 5"}, nil},
		},
		"dominican-republic-2017-18": {
			"Overview ¶1":                           {[]string{"2017-01/2017-10", "2016"}, []string{"exactly 110", "exactly 8"}, nil},
			"Background ¶1":                         {[]string{"2017-01-22", "2017-05-29", "2018", "2017-11"}, []string{"exactly 7", "exactly 92000000"}, nil},
			"Discrimination - stateless persons ¶1": {[]string{"2013-09", "2017", "2017-12-04/2017-12-07"}, []string{"about 133770", "exactly 8755", "exactly 6545"}, []string{"Law 169-14"}},
			"Migrants' rights ¶1":                   {[]string{"2017-01/2017-08", "2017-07-14"}, []string{"exactly 58221", "exactly 37942", "nearly 230000", "exactly 12"}, nil},
			"Women's rights ¶1": {[]string{"2017-08", "2017-01/2017-10"}, []string{"exactly 3", "exactly 86"},
				[]string{"Criminal Code/art. 108", "Criminal Code/art. 109", "Criminal Code/art. 110"}},
			"Police and security forces ¶1":                                        {[]string{"2017-07", "2017-03-17"}, []string{"exactly 2", "more than 70"}, []string{"Decree 268-17"}},
			"Rights of lesbian, gay, bisexual, transgender and intersex people ¶1": {[]string{"2017-06-03", "2006/.."}, []string{"exactly 43", "exactly 5"}, []string{"General Law on Equality and Non-Discrimination"}},
		},
		"myanmar-2016-17": {
			"Overview ¶1":                {[]string{"2016-03-30"}, []string{"nearly 50", "about 120000"}, nil},
			"Rakhine State ¶1":           {[]string{"2016-10-09", "../2016-12", "2016-11-10/2016-11-18", "2016-12"}, []string{"about 300", "exactly 3", "exactly 9", "exactly 1250", "exactly 69", "exactly 17", "exactly 27000"}, nil},
			"Internal armed conflict ¶1": {[]string{"2016-07/2016-12", "2016-11-30", "2016-07-21", "2016-06-25", "2016-09"}, []string{"more than 11000", "exactly 4", "at least 14", "exactly 50", "exactly 5", "exactly 7"}, nil},
			"Freedom of expression ¶1": {[]string{"2016-04-08", "2016-04-17", "2016-10-04"}, []string{"exactly 83", "exactly 69", "at least 38", "exactly 30000"},
				[]string{"2013 Telecommunications Act/sec. 66(d)", "Peaceful Assembly Law/sec. 18", "Peaceful Assembly Law/sec. 19", "Emergency Provisions Act of 1950"}},
			"Corporate accountability ¶1": {[]string{"2016-05", "2016-10-18"}, []string{"exactly 42", "exactly 1070000000", "between 525000 1500000"}, []string{"Investment Law"}},
			"Death penalty ¶1":            {[]string{"1988/..", "2016-12-13"}, []string{"at least 3"}, nil},
		},
	}
}
