package words

// marks are the texts about what is marked, what is still a draft, and how a
// figure is bounded.
func marks() []row {
	return []row{
		{"draft", "черновик", "жоба"},
		{"marked", "отмечено", "белгіленген"},
		{"No case is marked.", "Нет отмеченных случаев.", "Белгіленген іс жоқ."},
		{"%d case marked; is:marked finds it, w writes it.|%d cases marked; is:marked finds them, w writes them.",
			"Отмечен %d случай: is:marked находит его, w записывает.|Отмечено %d случая: is:marked находит их, w записывает.|Отмечено %d случаев: is:marked находит их, w записывает.",
			"%d іс белгіленді: is:marked табады, w жазады."},
		{"write %d marked case to|write %d marked cases to", "записать %d отмеченный случай в|записать %d отмеченных случая в|записать %d отмеченных случаев в", "%d белгіленген істі жазу:"},
		{"write marked to", "записать отмеченное в", "белгіленгенді жазу:"},
		{"about %s", "около %s", "шамамен %s"},
		{"nearly %s", "почти %s", "%s дерлік"},
		{"at least %s", "не менее %s", "кемінде %s"},
		{"more than %s", "более %s", "%s артық"},
		{"up to %s", "до %s", "%s дейін"},
		{"fewer than %s", "менее %s", "%s кем"},
	}
}
