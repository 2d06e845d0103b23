package words

// help is what the help says beside the table of bindings.
var help = []row{
	{"What can be typed into the search box", "Что можно набрать в строке поиска", "Іздеу жолына не теруге болады"},
	{"two words", "два слова", "екі сөз"},
	{"both must match, in title, note, people, organisations, places or laws", "должны найтись оба: в названии, заметке, людях, организациях, местах или законах", "екеуі де табылуы керек: атауда, жазбада, адамдарда, ұйымдарда, орындарда не заңдарда"},
	{"a name", "имя", "есім"},
	{"as it sounds, in Latin, Cyrillic or Arabic letters, or typed on the other keyboard; what is only like it is offered apart", "как слышится, латиницей, кириллицей или арабскими буквами, или в другой раскладке; лишь похожее предлагается отдельно", "естілуінше, латын, кирилл не араб әріптерімен немесе басқа пернетақтада; тек ұқсасы бөлек ұсынылады"},
	{`"two words"`, `"два слова"`, `"екі сөз"`},
	{"exactly so, one after the other", "именно так, одно за другим", "дәл солай, бірінен соң бірі"},
	{"-word", "-слово", "-сөз"},
	{"must not match", "не должно встречаться", "кездеспеуі керек"},
	{"a word of a name; also place: law: category: kind: role: outcome:", "имя человека или организации; также place: (место) law: (закон) category: (категория) kind: (тип) role: (роль) outcome: (исход)", "адамның не ұйымның аты; сондай-ақ place: (орны) law: (заң) category: (санат) kind: (түрі) role: (рөлі) outcome: (нәтиже)"},
	{"28 november", "28 ноября", "28 қараша"},
	{"a date as it is written, with a year or without; cases that have the words come first", "дата, как её пишут, с годом или без; сначала случаи с этими словами", "күн жазылғанындай, жылымен не жылсыз; алдымен сол сөздері бар істер"},
	{"a month, a day or a year; from and to as date:2016-05-17..2016-05-21", "месяц, день или год; с … по … — date:2016-05-17..2016-05-21", "ай, күн не жыл; аралық — date:2016-05-17..2016-05-21"},

	{"What the words mean", "Что значат слова", "Сөздер нені білдіреді"},
	{"not stated", "не указано", "көрсетілмеген"},
	{"a reader would look for it, and the report leaves it out", "читатель стал бы это искать, но в докладе этого нет", "оқырман мұны іздер еді, бірақ баяндамада ол жоқ"},
	{"the report passes on what somebody else says", "доклад передаёт слова других", "баяндама басқаның айтқанын жеткізеді"},
	{"the report gives it as an estimate", "доклад даёт это как оценку", "баяндама мұны бағалау ретінде береді"},
	{"year inferred", "год по контексту", "жылы контекст бойынша"},
	{"the year is that of the report, not written beside the date", "год взят по периоду доклада, при дате он не указан", "жылы баяндама кезеңінен алынған, күннің қасында жазылмаған"},

	{"About the cases of %s", "О случаях: %s", "Істер туралы: %s"},
	{"Licence of the report: %s", "Лицензия доклада: %s", "Баяндаманың лицензиясы: %s"},
	{"casebook opens no connection, and keeps nothing of a session but the files that w writes.", "casebook не открывает соединений и ничего не хранит от сеанса, кроме файлов, записанных клавишей w.", "casebook ешқандай байланыс ашпайды және w арқылы жазылған файлдардан басқа сеанстан ештеңе сақтамайды."},
}
