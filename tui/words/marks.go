package words

// marks are the texts about what is marked, what is still a draft, and the
// bounds of figures that fewer reports use.
var marks = []row{
	{"draft", "черновик", "жоба"},
	{"marked", "отмечено", "белгіленген"},
	{"No case is marked.", "Нет отмеченных случаев.", "Белгіленген іс жоқ."},
	{"%d case marked; is:marked finds it, w writes it.|%d cases marked; is:marked finds them, w writes them.",
		"Отмечен %d случай: is:marked находит его, w записывает.|Отмечено %d случая: is:marked находит их, w записывает.|Отмечено %d случаев: is:marked находит их, w записывает.",
		"%d іс белгіленді: is:marked табады, w жазады."},
	{"write %d marked case to|write %d marked cases to", "записать %d отмеченный случай в|записать %d отмеченных случая в|записать %d отмеченных случаев в", "%d белгіленген істі жазу:"},
	{"write marked to", "записать отмеченное в", "белгіленгенді жазу:"},
	{"nearly %s", "почти %s", "%s дерлік"},
	{"more than %s", "более %s", "%s шамасынан артық"},
	{"fewer than %s", "менее %s", "%s шамасынан кем"},
	{"mark", "отметить", "белгілеу"},
	{"marked or found", "отмеченное или найденное", "белгіленген не табылған"},
	{"mark the case, or take its mark off; is:marked finds what is marked", "отметить случай или снять отметку; is:marked находит отмеченное", "істі белгілеу немесе белгіні алу; is:marked белгіленгенді табады"},
}
