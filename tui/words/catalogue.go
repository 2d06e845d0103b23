package words

// A row is one text of the interface in each language. Forms for several
// numbers are parted by |: see Words.Say.
type row struct{ English, Russian, Kazakh string }

// catalogue is every text of the interface, by area. A test holds that none is
// missing, and that each takes the arguments that its English form takes.
func catalogue() [][]row {
	return [][]row{
		{
			{"search", "поиск", "іздеу"},
			{"%d case|%d cases", "%d случай|%d случая|%d случаев", "%d іс"},
		},
	}
}
