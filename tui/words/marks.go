package words

// marks are the texts about what is marked, what is still a draft, and the
// bounds of figures that fewer reports use.
var marks = []row{
	{"draft", "черновик", "жоба"},
	{"undated", "без даты", "күні жоқ"},
	{"marked", "отмеченные", "белгіленген"},
	{"No case is marked.", "Нет отмеченных случаев.", "Белгіленген іс жоқ."},
	{"%d case marked. is:marked finds it, w exports it.|%d cases marked. is:marked finds them, w exports them.", "Отмечен %d случай. is:marked находит его, w — экспортировать.|Отмечено %d случая. is:marked находит их, w — экспортировать.|Отмечено %d случаев. is:marked находит их, w — экспортировать.", "%d іс белгіленді. is:marked табады, w экспорттайды."},
	{"%d case marked. is:marked finds it.|%d cases marked. is:marked finds them.", "Отмечен %d случай. is:marked находит его.|Отмечено %d случая. is:marked находит их.|Отмечено %d случаев. is:marked находит их.", "%d іс белгіленді. is:marked табады."},
	{"No exports over SSH. Press c or C to copy, or run: ssh HOST export --format csv > FILE", "По SSH файлы не пишутся: c, C копируют; ssh HOST export --format csv > FILE", "SSH арқылы файл жазылмайды: c, C көшіреді; ssh HOST export --format csv > FILE"},
	{"export %d marked case to|export %d marked cases to", "экспорт: %d отмеченный случай в|экспорт: %d отмеченных случая в|экспорт: %d отмеченных случаев в", "%d белгіленген істі экспорттау файлы:"},
	{"export marked cases to", "файл для экспорта отмеченных:", "белгіленгенді экспорттау файлы:"},
	{"nearly %s", "почти %s", "%s дерлік"},
	{"more than %s", "более %s", "%s санынан артық"},
	{"fewer than %s", "менее %s", "%s санынан кем"},
	{"mark", "отметить", "белгілеу"},
	{"marked or listed", "отмеченные или список", "белгіленген не тізім"},
	{"mark or unmark the case; is:marked finds marked cases", "отметить случай или снять отметку; is:marked находит отмеченные", "істі белгілеу не белгісін алу; is:marked белгіленгендерді табады"},
}
