package words

// A row is one text of the interface in each language. Forms for several
// numbers are parted by |: see Words.Say.
type row struct{ English, Russian, Kazakh string }

// The catalogue is every text of the interface. A test holds that none is
// missing, and that each takes the arguments that its English form takes.
var catalogue = []row{
	{"search", "поиск", "іздеу"},
	{"%d case|%d cases", "%d случай|%d случая|%d случаев", "%d іс"},
	{"draft", "черновик", "жоба"},
	{"marked", "отмечено", "белгіленген"},
	{"No case is marked.", "Нет отмеченных случаев.", "Белгіленген іс жоқ."},
	{"%d case marked; is:marked finds it, w writes it.|%d cases marked; is:marked finds them, w writes them.",
		"Отмечен %d случай: is:marked находит его, w записывает.|Отмечено %d случая: is:marked находит их, w записывает.|Отмечено %d случаев: is:marked находит их, w записывает.",
		"%d іс белгіленді: is:marked табады, w жазады."},
	{"write %d marked case to |write %d marked cases to ", "записать %d отмеченный случай в |записать %d отмеченных случая в |записать %d отмеченных случаев в ", "%d белгіленген істі жазу: "},
	{"write marked to ", "записать отмеченное в ", "белгіленгенді жазу: "},
}
