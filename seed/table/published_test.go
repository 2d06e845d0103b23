package table_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"testing"

	"casebook/seed/table"
)

// kindsOfSources are tables as people and organisations of different kinds publish them.
var kindsOfSources = []kindOfTable{
	{"languages.csv", "№ р/с / № п/п;Облыс / Область;Тегі, аты / Ф.И.О.;Ұсталған күні / Дата задержания;Бап / Статья КоАП;Шешім / Решение\n1;Узень;Линд Ада Боевна;21.05.2016;ст. 488;арест 10 суток\n2;;Берг Бо Адович;22.05.2016;ст. 667;предупреждение\n;Барлығы / Итого:;2;;;\n",
		[]string{"Линд Ада Боевна: reported victim; 2016-05-21 detention; Узень; ст. 488; administrative detention 10 days administrative; Шешім / Решение=арест 10 суток"},
		[]string{"1 × rows with a total, which are ignored, such as Барлығы / Итого:, 2"}},
	{"rows.csv", "الاسم الكامل,تاريخ الاعتقال,المحافظة,الجهة المسؤولة\nFull name,Date of arrest,Governorate,Responsible party\nفارس النجار,2012-06-19,الساحل,الأمن العسكري\nليلى السماك,2012-06-20,الشمال,الأمن العسكري\n",
		[]string{"فارس النجار: reported victim; 2012-06-19 arrest; الأمن العسكري: alleged perpetrator; الساحل"},
		[]string{"1 × rows that repeat the column names, which are ignored, such as Full name, Date of arrest, Governorate, Responsible party"}},
	{"quotes.csv", "Прізвище та ім'я;Дата затримання;Ким затриманий;Примітки\nЛінд Ада;21.05.2016;СІЗО \"Новий\";\"добрий\" за словами слідчого\nБерг Бо;22.05.2016;ФСБ;ТОВ \"Ромашка\"\n",
		[]string{"Лінд Ада: reported victim; 2016-05-21 detention; СІЗО \"Новий\": authority; note \"добрий\" за словами слідчого", "Берг Бо: reported victim; 2016-05-22 detention; ФСБ: authority; note ТОВ \"Ромашка\""}, nil},
	{"outlets.csv", "targeted_journalists,date,city\nAda Lind (Port Daily),2020-10-15,Oxport\n\"Ada Lind (Port Daily), Bo Berg (North, Radio)\",2020-10-16,Oxport\nCy Dahl (Port Daily),2020-10-17,Nearby\n\"Cy Dahl (North, Radio)\",2020-10-18,Nearby\n",
		[]string{"Ada Lind: reported victim; 2020-10-15 act; Oxport", "Ada Lind: reported victim; Bo Berg: reported victim; 2020-10-16 act; Oxport"},
		[]string{"targeted_journalists: what stands in brackets behind a name describes the person, such as Ada Lind (Port Daily)"}},
	{"bullets.csv", "Annotation Id,Country,Text,Themes\na1,Samland,End it,\"- Prisons\n- Children\"\na2,Samland,Stop it,- Prisons\na3,Samland,Report,\"- Prisons\n- Children\"\n", []string{"a1; Samland; Themes=Prisons; Themes=Children; note End it", "a2; Samland; Themes=Prisons; note Stop it"}, nil},
	{"signs.csv", "Name,Arrested,Sentence,Ref(s)\nAda Lind‡,21 May 2016[1],3y 6m,[1][2]\nBo Berg[a],22 May 2016,\"5 years, 2 suspended\",[3]\nCy Dahl,23 May 2016,7 years in absentia,[4]\n",
		[]string{"Ada Lind: reported victim; 2016-05-21 arrest; prison 3.5 years trial; Sentence=3y 6m; Ref(s)=[1][2]", "Bo Berg: reported victim; 2016-05-22 arrest; prison 5 years trial; suspended sentence 2 years trial; Sentence=5 years, 2 suspended; Ref(s)=[3]"}, nil},
	{"strikes.csv", "Case ID,Reg. No.,Employer,Approximate Number of Participants,Start Date,End Date,\"Latitude, Longitude\",Families\nS-1,9,Rail,~300,4/4/2021,4/18/2021,\"40.02906, -74.70278\",12\nS-2,8,Rail,\"1,200\",4/5/2021,4/19/2021,\"40.83040, -74.95948\",5\nS-3,7,Rail,~300,4/6/2021,4/20/2021,\"40.1, -74.2\",\n",
		[]string{"2021-04-04/2021-04-18 act; Rail: mentioned; about 300 participants (estimate); 12 families; Reg. No.=9; Latitude, Longitude=40.02906, -74.70278"}, nil},
	{"days.csv", "Case ID,Nationality,Date of registration,Passport\nA-1,AFG,42932,228589869615\nA-2,SYR,43042,649571885903\nA-3,SYR,43378,325355491932\n", []string{"Nationality=AFG; Date of registration=2017-07-16; Passport=228589869615"}, nil},
	{"periods.csv", "Name,Arrested,Held incommunicado,Where\nAda Lind,\"May 15, 2019\",\"May 15, 2019 → May 24, 2019\",\"Oxport, Coast\"\nBo Berg,\"May 16, 2019\",\"May 16, 2019 → May 25, 2019\",\"Nearby, North\"\nCy Dahl,\"May 17, 2019\",,\"Oxport, Coast\"\nDan Ek,\"May 18, 2019\",,\"Oxport, Coast\"\nEve Fay,\"May 19, 2019\",,\"Nearby, North\"\nFin Gad,\"May 20, 2019\",,\"Nearby, North\"\n",
		[]string{"Ada Lind: reported victim; 2019-05-15 arrest; Oxport < Coast; Held incommunicado=2019-05-15/2019-05-24"}, nil},
	{"qamoq.csv", "T/r;F.I.Sh.;Tug‘ilgan sanasi;Qo‘lga olingan sana;Viloyat;JK moddasi;Hukm\n1;Lind Ada Boqizi;13.11.1982;25.05.2015;Daryo viloyati;159-modda;5 yil qamoq\n2;Berg Bo Adao‘g‘li;14.11.1982;26.05.2015;Daryo viloyati;159-modda;7 yil 6 oy\n",
		[]string{"Lind Ada Boqizi: reported victim; 2015-05-25 arrest; Daryo viloyati; 159-modda; prison 5 years trial; Tug‘ilgan sanasi=1982-11-13; Hukm=5 yil qamoq", "Berg Bo Adao‘g‘li: reported victim; 2015-05-26 arrest; Daryo viloyati; 159-modda; prison 7.5 years trial; Tug‘ilgan sanasi=1982-11-14; Hukm=7 yil 6 oy"}, nil},
	{"haft.csv", "Lfd. Nr.;Name, Vorname;Geb.-Datum;Festnahme am\n1;Lind, Ada;12.06.1996;01.05.2018\n2;Berg, Bo;13.06.1996;02.05.2018\n", []string{"Lind, Ada: reported victim; 2018-05-01 arrest; Geb.-Datum=1996-06-12"}, nil},
	{"chosen.csv", "Chosen name,Legal name (private),Incident date\nAda,Lind Olof,2020-01-02\nBo,Berg Eva,2020-01-03\n", []string{"Ada: mentioned; 2020-01-02 act; Legal name (private)=Lind Olof"}, nil},
	{"records.json", `{"records":[{"id":"rec1","fields":{"Name":"Ada Lind","Date detained":"2020-01-02","Country":"Samland"}},{"id":"rec2","fields":{"Name":"Bo Berg","Date detained":"2020-01-03","Country":"Uzenia"}}]}`, []string{"rec1; Ada Lind: reported victim; 2020-01-02 detention; Samland"}, nil},
	{"crowds.csv", "Événement;Date;Ville;Nb. de manifestants (organisateurs);Nb. de manifestants (police)\nMarche;02/07/2019;Doura;2 000;800\nMarche;17/07/2019;Doura;15 000;5 000\n", []string{"2019-07-02 act; Doura; 2,000 participants according to the organisers; 800 participants according to the police"}, nil},
	{"march.csv", "Who,Died\nAda Lind,\"Mar 10, 2018\"\nBo Berg,\"Jul 13, 2018\"\n", []string{"Ada Lind: reported victim; 2018-03-10 act"}, nil},
	{"pages.csv", "N° RG | Prévenu | Date audience | Décision\n1/16 | Lind Ada | 12/01/2016 | 3 mois ferme\nPage 1/3 | | |\n2/16 | Berg Bo | 13/01/2016 | relaxe\n", []string{"1/16; Lind Ada: defendant; 2016-01-12 act; prison 3 months trial; Décision=3 mois ferme", "2/16; Berg Bo: defendant; 2016-01-13 act; acquittal trial; Décision=relaxe"},
		[]string{"1 × rows with a remark or a source and nothing else, which are ignored, such as Page 1/3"}},
	{"released.csv", "Prisoner,Status\nAda Lind,Released on 3 June 2016\nBo Berg,Released (amnesty)\nCy Dahl,In prison\n", []string{"Ada Lind: reported victim; release detention 2016-06-03; Status=Released on 3 June 2016", "Bo Berg: reported victim; release detention; Status=Released (amnesty)"}, nil},
	{"visits.txt", "Visit date\tPlace of detention\tDetainee interviewed\n21/05/2017\tOxport\tAda Lind\n22/05/2017\tOxport\tdid not give a name\n", []string{"Ada Lind: reported victim; 2017-05-21 act; Oxport", "not stated: reported victim; 2017-05-22 act; Oxport"}, nil},
}

// TestOutcomesOfOnePerson holds that what a row says came of its only person is that
// person's, and of several people nobody's.
func TestOutcomesOfOnePerson(t *testing.T) {
	list := read(t, "a.csv", []byte("Prisoner,Judge,Second prisoner,Sentence\nAda Lind,Eve Fay,,5 years\nBo Berg,Eve Fay,Cy Dahl,6 years\n"), table.Options{})
	expect(t, fmt.Sprint(list.Cases[0].Outcomes[0].People), "[Ada Lind]")
	expect(t, fmt.Sprint(list.Cases[1].Outcomes[0].People), "[]")
}

// TestVocabularyColumns holds that a column of casebook's kinds gives the kinds of the
// cases, one of its sensitivities their sensitivities, and another of these names does not.
func TestVocabularyColumns(t *testing.T) {
	list := read(t, "a.csv", []byte("title,date,category,kind\nMeeting broken up,2024-03-02,Assembly,event\nNew rule on leaflets,2024,Expression,Law\n"), table.Options{})
	expect(t, fmt.Sprintln(list.Cases[0].Kind, list.Cases[1].Kind, list.Cases[1].Category), "event law [Expression]\n")
	list = read(t, "a.csv", []byte("title,date,kind\nMeeting broken up,2024-03-02,event\nNew rule on leaflets,2024,rule\n"), table.Options{})
	expect(t, fmt.Sprint(list.Cases[1].Kind), "event")
	list = read(t, "a.csv", []byte("title,date,sensitivity\nA beating,2024-03-02,none\nA trial,2024,Sexual violence\nA fire,2024,\n"), table.Options{})
	expect(t, fmt.Sprintln(list.Cases[0].Sensitivity, list.Cases[1].Sensitivity, list.Cases[2].Sensitivity), "none sexual-violence none\n")
	list = read(t, "a.csv", []byte("title,date,sensitivity\nA beating,2024-03-02,high\nA trial,2024,sexual violence\n"), table.Options{})
	expect(t, fmt.Sprintln(list.Cases[1].Sensitivity, len(list.Cases[1].Fields)), "none 1\n")
}

// TestUnreadParts holds that notes name comments on cells and hidden sheets.
func TestUnreadParts(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range map[string]string{
		"xl/workbook.xml":                     `<workbook xmlns:r="r"><sheets><sheet name="List" r:id="a"/><sheet name="Codes" state="hidden" r:id="b"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels":          `<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="worksheets/sheet2.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":            `<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>City</t></is></c></row><row r="2"><c t="inlineStr"><is><t>Ada Lind</t></is></c><c t="inlineStr"><is><t>Oxport</t></is></c></row></sheetData></worksheet>`,
		"xl/worksheets/sheet2.xml":            `<worksheet><sheetData/></worksheet>`,
		"xl/worksheets/_rels/sheet1.xml.rels": `<Relationships><Relationship Id="c" Type="http://x/relationships/comments" Target="../comments1.xml"/></Relationships>`,
		"xl/comments1.xml":                    `<comments><commentList><comment ref="A2"><text><r><t>ask Eve</t></r></text></comment></commentList></comments>`,
	} {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	checkKind(t, "list.xlsx", b.Bytes(), []string{"Ada Lind: mentioned; Oxport"}, []string{"1 × comments on cells, which are not read: put what matters into a column, such as A2: ask Eve", "1 × hidden sheets, which are not read, such as Codes"})
}
