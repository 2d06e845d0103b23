package words

// marks are the texts about what is marked, what is still a draft, and the
// bounds of figures that fewer reports use.
var marks = []row{
	{"draft", "черновик", "жоба"},
	{"undated", "без даты", "күні жоқ"},
	{"marked", "отмечено", "белгіленген"},
	{"No case is marked.", "Нет отмеченных случаев.", "Белгіленген іс жоқ."},
	{"%d case marked. is:marked finds it, w exports it.|%d cases marked. is:marked finds them, w exports them.", "Отмечен %d случай. is:marked находит его, w экспортирует.|Отмечено %d случая. is:marked находит их, w экспортирует.|Отмечено %d случаев. is:marked находит их, w экспортирует.", "%d іс белгіленді. is:marked табады, w экспорттайды."},
	{"%d case marked. is:marked finds it.|%d cases marked. is:marked finds them.", "Отмечен %d случай. is:marked находит его.|Отмечено %d случая. is:marked находит их.|Отмечено %d случаев. is:marked находит их.", "%d іс белгіленді. is:marked табады."},
	{"No files over SSH: c, C copy; or ssh HOST export --format csv > FILE", "По SSH файлы не пишутся: c, C копируют; ssh HOST export --format csv > FILE", "SSH арқылы файл жазылмайды: c, C көшіреді; ssh HOST export --format csv > FILE"},
	{"export %d marked case to|export %d marked cases to", "экспорт: %d отмеченный случай в|экспорт: %d отмеченных случая в|экспорт: %d отмеченных случаев в", "%d белгіленген істі экспорттау файлы:"},
	{"export marked cases to", "экспорт отмеченных в", "белгіленгенді экспорттау файлы:"},
	{"nearly %s", "почти %s", "%s дерлік"},
	{"more than %s", "более %s", "%s шамасынан артық"},
	{"fewer than %s", "менее %s", "%s шамасынан кем"},
	{"mark", "отметить", "белгілеу"},
	{"marked or listed", "отмеченные или список", "белгіленген не тізім"},
	{"mark or unmark the case; is:marked finds marked cases", "отметить случай или снять отметку; is:marked находит отмеченные", "істі белгілеу не белгісін алу; is:marked белгіленгендерді табады"},
}
