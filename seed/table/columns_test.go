package table_test

import (
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"casebook/seed/table"
)

// kindsOfColumns are tables with a column of a kind each: sentences in words, numbers with a
// comma, codes, forces.
var kindsOfColumns = []kindOfTable{
	{"sentences.csv", "Name,Date of verdict,Sentence,Appeal,Status\nAda Lind,2016-05-21,5 years and 6 months in a colony,upheld,In prison\nBo Berg,2016-05-22,awaiting trial,,Released\nCy Dahl,2016-05-23,\"3 years, suspended\",,\nDan Ek,2016-05-24,two years of exile,,\n",
		[]string{"Ada Lind: defendant; 2016-05-21 verdict; prison 5.5 years trial 2016-05-21; sentence upheld appeal; Sentence=5 years and 6 months in a colony; Appeal=upheld; Status=In prison",
			"Bo Berg: defendant; 2016-05-22 verdict; release detention; Sentence=awaiting trial; Status=Released", "Cy Dahl: defendant; 2016-05-23 verdict; suspended sentence 3 years trial 2016-05-23; Sentence=3 years, suspended"},
		[]string{"Sentence: 2 of 4 different values are also read as outcomes, such as 3 years, suspended = suspended sentence, 3 years (sentenced); 5 years and 6 months in a colony = prison, 5.5 years (sentenced)", "Sentence: no outcome is read from awaiting trial; two years of exile"}},
	{"verified.csv", "Name,Date of arrest,Verification status\nAda Lind,2016-05-21,open\nBo Berg,2016-05-22,closed\nCy Dahl,2016-05-23,open\n", []string{"Ada Lind: reported victim; 2016-05-21 arrest; Verification status=open"}, nil},
	{"commas.csv", "Nome da vítima;Data da ocorrência;Multa (R$);Área;Latitude\nAda Lind;21.05.2016;1.250,50;1.034;43.238\nBo Berg;22.05.2016;20.000,00;2.5;43.2\nCy Dahl;23.05.2016;12,5;300;-1.5\n",
		[]string{"Ada Lind: reported victim; 2016-05-21 act; Multa (R$)=1250.50; Área=1.034; Latitude=43.238", "Bo Berg: reported victim; 2016-05-22 act; Multa (R$)=20000.00; Área=2.5; Latitude=43.2", "Cy Dahl: reported victim; 2016-05-23 act; Multa (R$)=12.5; Área=300; Latitude=-1.5"}, nil},
	{"codes.csv", "name,edate,sex,nkilled,age\nAda Lind,2016-05-21,1,2,30\nBo Berg,2016-05-22,2,1,n/k\nCy Dahl,2016-05-23,9,1,1\n", []string{"Ada Lind: reported victim; 2016-05-21 act; 2 people dead; sex=1; age=30", "Bo Berg: reported victim; 2016-05-22 act; 1 people dead; sex=2"},
		[]string{`numbers that may stand for words: sex; to name them, add to the mapping values: [{column: "sex", mean: {1: WORD, 2: WORD}}]`, "1 × cells that are read as empty, such as n/k"}},
	{"forces.csv", "Victim,Date,Perpetrator,Victims (no.),Judge\nAda Lind,2016-05-21,Army patrol,at least 5,Eve Fay\nBo Berg,2016-05-22,Police,~30,Eve Fay\nCy Dahl,2016-05-23,Unknown,several,Eve Fay\n",
		[]string{"Ada Lind: reported victim; Eve Fay: authority; 2016-05-21 act; Army patrol: alleged perpetrator; at least 5 victims", "Bo Berg: reported victim; Eve Fay: authority; 2016-05-22 act; Police: alleged perpetrator; about 30 victims", "Cy Dahl: reported victim; Eve Fay: authority; 2016-05-23 act; As written=Victims (no.): several"},
		[]string{"1 × cells with a word for unknown: read as not stated, such as Unknown"}},
	{"asides.csv", "Name,Name (Russian),Alias,Arrested (when and where),Links\n\"LIND, Ada (a.k.a. \"\"Sokol\"\")\",Ада Линд,,\"Oxport, 3 May 2016\",https://example.org/a https://example.org/b\n\"BERG, Bo (34)\",,Abu Bo; Bobby,\"Nearby, September 10, 2016\",\nDAHL and others,,,Nearby,https://example.org/a\n,Эва Фэй,,\"Nearby, July 2016\",\n\"EK, Dan\",,,\"Oxport, 4 May 2016\",\n\"GIL, Hal\",,,\"Oxport, 6 May 2016\",\n",
		[]string{"LIND, Ada: reported victim; 2016-05-03 arrest; Oxport; Name (Russian)=Ада Линд; Links=https://example.org/a; Links=https://example.org/b", "BERG, Bo: reported victim; 2016-09-10 arrest; Nearby; Alias=Abu Bo; Alias=Bobby", "DAHL: reported victim; not stated: reported victim; Nearby; Links=https://example.org/a", "Эва Фэй: reported victim; 2016-07 arrest; Nearby; Name (Russian)=Эва Фэй"},
		[]string{`3 × Name: an alias, an age, a year of birth or others after a name: kept as other names and descriptions of the person, such as BERG, Bo (34); DAHL and others; LIND, Ada (a.k.a. "Sokol")`}},
	{"brackets.csv", "Name,Date,Where\nAda Lind,2016-05-21,Oxport (North)\nBo Berg,2016-05-22,Nearby (North)\nCy Dahl,2016-05-23,Hill (South)\n", []string{"Ada Lind: mentioned; 2016-05-21 act; Oxport < North"}, nil},
	{"answers.csv", "Имя,Дата,Нужен ли адвокат?,Штраф\nАда Линд,21.05.2016,Да,нет\nБо Берг,22.05.2016,Нет,500\n", []string{"Ада Линд: mentioned; 2016-05-21 act; Нужен ли адвокат?=Да", "Бо Берг: mentioned; 2016-05-22 act; Нужен ли адвокат?=Нет; Штраф=500"}, []string{"1 × cells that are read as empty, such as нет"}},
	{"bysex.csv", "Region,2014,,2015,\n,Men,Women,Men,Women\nNorth,1,2,3,4\nAll regions,1,2,3,4\n", []string{"North; 2014 Men=1; 2014 Women=2; 2015 Men=3; 2015 Women=4"}, []string{"1 × rows with a total, which are ignored, such as All regions, 1, 2, 3, 4"}},
	{"stages.csv", "Detainee,First arrest,Sentenced on,Sentence (years),Participants\nAda Lind,2012-05-21,2013-05-21,5,2-3 тыс.\nBo Berg,2012-05-22,2013-05-22,,ок. 300\n",
		[]string{"Ada Lind: reported victim; 2012-05-21 arrest; 2013-05-21 verdict; prison 5 years trial 2013-05-21; between 2,000 and 3,000 participants; Sentence (years)=5", "Bo Berg: reported victim; 2012-05-22 arrest; 2013-05-22 verdict; about 300 participants"},
		[]string{"Sentence (years): its numbers are also read as sentences, such as prison, 5 years"}},
	{"flags.csv", "Name,Executed on,Juvenile at time of crime,Arrested\nAda Lind,2016-05-21,Unknown,at least 12\nBo Berg,2016-05-22,Yes,5\nCy Dahl,2016-05-23,No,0\n", []string{"Ada Lind: reported victim; 2016-05-21 act; at least 12 people arrested; Juvenile at time of crime=Unknown"}, nil},
	{"counts.csv", "Deaths by region,,,\nRegion,Jan,Feb,Total\nNorth,1,-,1\nSouth,2,3,5\nTotal,3,3,6\n", []string{"North; Jan=1; Total=1", "South; Jan=2; Feb=3; Total=5"}, nil},
}

// TestOtherNames holds that what stands beside a name is said of the person.
func TestOtherNames(t *testing.T) {
	text := "Name,Name (Russian),Alias\n\"Ada Lind (alias Sokol), b. 1970\",Ада Линд,Kite; Hawk\nAda Lind,,\nBo Berg,,?\n"
	list := read(t, "a.csv", []byte(text), table.Options{})
	expect(t, len(list.People), "1")
	expect(t, list.People[0].Name, "Ada Lind")
	expect(t, list.People[0].Spellings, "[{Sokol report} {Ада Линд report} {Kite report} {Hawk report}]")
	expect(t, list.People[0].Described[0].Text+", "+list.People[0].Described[1].Text, "b. 1970, also called Sokol")
	expect(t, list.Cases[0].People[0].Name, list.Cases[1].People[0].Name)
}

// TestKeyOfCounts holds that a number that changes in a table of counts does not make
// another case of its row.
func TestKeyOfCounts(t *testing.T) {
	before := read(t, "counts.csv", []byte("Region,Jan,Feb\nNorth,1,2\nSouth,2,3\n"), table.Options{})
	after := read(t, "counts.csv", []byte("Region,Jan,Feb\nSouth,2,4\nNorth,1,2\n"), table.Options{})
	expect(t, after.Cases[0].ID, before.Cases[1].ID)
	expect(t, after.Cases[1].ID, before.Cases[0].ID)
}

// TestKeyOfPeople holds that a release or a sentence that is new in a list does not make
// another case of its row.
func TestKeyOfPeople(t *testing.T) {
	before := read(t, "p.csv", []byte("Prisoner,Date of arrest,Sentenced on,Released on,Status\nAda Lind,2016-05-21,,,in prison\n"), table.Options{})
	after := read(t, "p.csv", []byte("Prisoner,Date of arrest,Sentenced on,Released on,Status\nBo Berg,2016-05-22,,,in prison\nAda Lind,2016-05-21,2016-06-21,2016-07-21,free\n"), table.Options{})
	expect(t, after.Cases[1].ID, before.Cases[0].ID)
	before = read(t, "p.csv", []byte("Prisoner,Born,Released on\nAda Lind,1970,\nAda Lind,1980,\n"), table.Options{})
	after = read(t, "p.csv", []byte("Prisoner,Born,Released on\nAda Lind,1970,\nAda Lind,1980,2016-07-21\n"), table.Options{})
	expect(t, after.Cases[1].ID, before.Cases[1].ID)
}

// TestEncodingOfWords holds that single words of the column names tell the encoding.
func TestEncodingOfWords(t *testing.T) {
	latin, err := charmap.Windows1252.NewEncoder().Bytes([]byte("Nº;Nome da vítima;Data;Município;Indenização (R$);Tipo de violência\n1;João Íris;21.05.2016;Porto;5;Ameaça\n2;Ana Sá;22.05.2016;Porto;5;Ameaça\n"))
	if err != nil {
		t.Fatal(err)
	}
	checkKind(t, "lista.csv", latin, []string{"João Íris: reported victim; 2016-05-21 act; Porto; Indenização (R$)=5; Tipo de violência=Ameaça"}, nil)
}

// TestSheetsWithOtherColumns reads the sheets of regions as one list, whose columns stand in
// another order, one of them with one column more and another row of names.
func TestSheetsWithOtherColumns(t *testing.T) {
	book := excelize.NewFile()
	defer book.Close()
	book.SetSheetName("Sheet1", "North")
	for sheet, rows := range map[string][][]any{
		"North": {{"No", "Full name", "Date detained", "Town"}, {1, "Ada Lind", "2016-05-21", "Oxport"}, {2, "Bo Berg", "2016-05-22", "Nearby"}, {3, "Cy Dahl", "2016-05-23", "Nearby"}},
		"South": {{"Cases of the south"}, {"No", "Full Name", "Town", "Date detained", "Remarks"}, {1, "Dan Ek", "Hill", "2016-06-01", "freed"}, {2, "Eve Fay", "Hill", "not a date", ""}},
	} {
		book.NewSheet(sheet)
		for i, row := range rows {
			book.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row)
		}
	}
	data, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	list := read(t, "regions.xlsx", data.Bytes(), table.Options{})
	expect(t, len(list.Cases), "5")
	expect(t, described(list, list.Cases[0]), "Ada Lind: reported victim; 2016-05-21 detention; Oxport; Sheet=North; No=1")
	expect(t, described(list, list.Cases[3]), "Dan Ek: reported victim; 2016-06-01 detention; Hill; Sheet=South; No=1; note freed")
	expect(t, described(list, list.Cases[4]), "Eve Fay: reported victim; Hill; As written=Date detained: not a date; Sheet=South; No=2")
}
