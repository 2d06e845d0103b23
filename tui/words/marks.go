package words

// marks are the texts about marked cases, drafts, and rarer bounds of figures.
var marks = []row{
	{"draft", "черновик", "жоба"},
	{"undated", "без даты", "күні жоқ"},
	{"marked", "отмечено", "белгіленген"},
	{"No case is marked.", "Нет отмеченных случаев.", "Белгіленген іс жоқ."},
	{"%d case marked. is:marked finds it, w exports it.|%d cases marked. is:marked finds them, w exports them.", "Отмечен %d случай. is:marked — найти, w — экспортировать.|Отмечено %d случая. is:marked — найти, w — экспортировать.|Отмечено %d случаев. is:marked — найти, w — экспортировать.", "%d іс белгіленді. is:marked табады, w экспорттайды."},
	{"%d case marked until you leave. is:marked finds it.|%d cases marked until you leave. is:marked finds them.", "До выхода отмечен %d случай. is:marked — найти.|До выхода отмечено %d случая. is:marked — найти.|До выхода отмечено %d случаев. is:marked — найти.", "%d іс шыққанша белгіленді. is:marked табады."},
	{"No exports over SSH. Press c or C to copy, or run: ssh HOST export --format csv > FILE", "По SSH экспорта нет. c, C — копировать; или выполните: ssh HOST export --format csv > FILE", "SSH арқылы экспорт жоқ. c, C — көшіру; не мынаны орындаңыз: ssh HOST export --format csv > FILE"},
	{"export %d marked case to|export %d marked cases to", "файл для экспорта (%d отмеченный случай):|файл для экспорта (%d отмеченных случая):|файл для экспорта (%d отмеченных случаев):", "%d белгіленген істі экспорттау файлы:"},
	{"export marked cases to", "файл для экспорта отмеченных:", "белгіленгенді экспорттау файлы:"},
	{"nearly %s", "почти %s", "%s дерлік"},
	{"more than %s", "более чем %s", "%s санынан артық"},
	{"fewer than %s", "менее чем %s", "%s санынан кем"},
	{"mark", "отметить", "белгілеу"},
	{"marked or listed", "отмеченные или список", "белгіленген не тізім"},
	{"mark or unmark the case; is:marked finds marked cases", "отметить случай или снять отметку; is:marked — найти отмеченные", "істі белгілеу не белгісін алу; is:marked белгіленгендерді табады"},
}
