package words

// help are the texts of the help besides the table of bindings.
var help = []row{
	{"What you can type in the search box", "Что можно набрать в строке поиска", "Іздеу жолына не теруге болады"},
	{"two words", "два слова", "екі сөз"},
	{"both must match, in any text of a case", "должны найтись оба, в любом тексте случая", "екеуі де табылуы керек, істің кез келген мәтінінде"},
	{"a name", "имя", "есім"},
	{"spelled as it sounds, in Latin, Cyrillic or Arabic letters, or on the wrong keyboard layout; weaker matches are suggested separately", "как слышится, латиницей, кириллицей или арабскими буквами, или в другой раскладке; менее похожее предлагается отдельно", "естілуінше, латын, кирилл не араб әріптерімен немесе басқа пернетақтада; ұқсастығы аздауы бөлек ұсынылады"},
	{`"two words"`, `"два слова"`, `"екі сөз"`},
	{"exact phrase", "точная фраза", "дәл сөз тіркесі"},
	{"-word", "-слово", "-сөз"},
	{"must not match", "не должно встречаться", "кездеспеуі керек"},
	{"a word of a name; also place: law: category: kind: role: outcome:", "имя человека или организации; также place: (место) law: (закон) category: (категория) kind: (тип) role: (роль) outcome: (итог)", "адамның не ұйымның аты; сондай-ақ place: (орны) law: (заң) category: (санат) kind: (түрі) role: (рөлі) outcome: (нәтиже)"},
	{"28 november", "28 ноября", "28 қараша"},
	{"a date as you would write it, with or without a year; cases with these exact words come first", "дата, как её пишут, с годом или без; сначала случаи с этими словами", "күн жазылғанындай, жылымен не жылсыз; алдымен сол сөздері бар істер"},
	{"a month, a day or a year; a range: date:2016-05-17..2016-05-21", "месяц, день или год; промежуток: date:2016-05-17..2016-05-21", "ай, күн не жыл; аралық: date:2016-05-17..2016-05-21"},
	{`a field that a list has of its own, by its name; also "date of birth":1980`, `поле, которое есть только в этом списке, по его названию; также "date of birth":1980`, `тек осы тізімде бар өріс, аты бойынша; сондай-ақ "date of birth":1980`},

	{"Glossary", "Термины", "Сөздік"},
	{"not stated", "не указано", "көрсетілмеген"},
	{"one would expect it, but the report does not give it", "ожидаемые сведения, которых в докладе нет", "күтілетін дерек, бірақ баяндама оны бермейді"},
	{"attributed by the report to someone else", "доклад передаёт чужие слова", "баяндама басқаның сөзіне сүйенеді"},
	{"the report gives it as an estimate", "доклад даёт это как оценку", "баяндама мұны бағалау ретінде береді"},
	{"year inferred", "год по контексту", "жылы контекст бойынша"},
	{"taken from the report's period", "взят из периода доклада", "баяндама кезеңінен алынған"},

	{"About the cases of %s", "О случаях: %s", "Істер туралы: %s"},
	{"Licence of the report: %s", "Лицензия доклада: %s", "Баяндаманың лицензиясы: %s"},
	{"casebook makes no network connections. It saves only files that you export and notes that you choose to keep.", "casebook не выходит в сеть. Сохраняются только экспортированные файлы и, если вы так решите, ваши заметки.", "casebook желіге шықпайды. Тек экспортталған файлдар және, өзіңіз қаласаңыз, жазбаларыңыз сақталады."},
}
