package table_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"casebook/model"
	"casebook/model/check"
	"casebook/model/export"
	"casebook/seed"
	"casebook/seed/cells"
	"casebook/seed/seedtest"
	"casebook/seed/sheet"
	"casebook/seed/table"
)

func idNumber(n float64) *float64 { return &n }

func TestSpreadsheetRowIsACase(t *testing.T) {
	const rows = `ID,Kind,Title,Notes,Category,Other categories,Codes,Merged,Date,Person,Organisation,Place,Law,Outcome,Figure,Sensitivity,Draft,Relation,Not stated,Source
7,Proceeding,"A ""book"", sentenced","First line
second line",Expression › Social media,Assembly; Association › NGOs,ICCPR: 19; Own: a:b,OWN-8; OWN-9,"2016-01 (verdict, year inferred); 21 May 2016; not stated (appeal)","A Person (defendant); Other (towns\; not named) (mentioned); Third; A \[big\] Group","Police (authority)",Almaty (planned); Astana,"Criminal Code/art. 419 (charged); Land Code","trial: prison 2.5 years (28 November 2016) [A Person | Third]; appeal: sentence upheld [most of: Third | A \[big\] Group]; trial: fine not stated (not stated); trial: fine about 20000 tenge; administrative: detention 1 day; administrative: administrative detention up to 15 days","at least 34: people arrested [Police] (May 2016); 1 500: \(estimated\) others; between 300,000 and 1,500,000: migrants; up to 5: days; more than 200: cars; about 50: boats; fewer than 9: ships; nearly 60: rafts",Sexual violence,yes,follows OWN-2; part of OWN-3,court; number of people detained elsewhere,A heading › Below ¶2 (reported) [one | two]
`
	got := read(t, "own.csv", []byte(rows), table.Options{}).Cases[0]
	want := model.Case{
		ID: "OWN-7", Kind: "proceeding", Title: `A "book", sentenced`, Note: "First line second line", Category: []string{"Expression", "Social media"}, Sensitivity: "sexual-violence", Draft: true,
		OtherCategories: [][]string{{"Assembly"}, {"Association", "NGOs"}}, Codes: []model.Code{{Scheme: "ICCPR", Code: "19"}, {Scheme: "Own", Code: "a:b"}}, Merged: []string{"OWN-8", "OWN-9"},
		Dates:         []model.Date{{EDTF: "2016-01", What: "verdict", YearInferred: true}, {EDTF: "2016-05-21", What: "act"}, {EDTF: model.NotStated, What: "appeal"}},
		People:        []model.Involvement{{Name: "A Person", Role: "defendant"}, {Name: "Other (towns; not named)", Role: "mentioned"}, {Name: "Third", Role: "mentioned"}, {Name: "A [big] Group", Role: "mentioned"}},
		Organisations: []model.Involvement{{Name: "Police", Role: "authority"}},
		Places:        []model.Involvement{{Name: "Almaty", Role: "planned"}, {Name: "Astana", Role: "occurred"}},
		Laws:          []model.LawInvolvement{{Name: "Criminal Code", Provision: "art. 419", Role: "charged"}, {Name: "Land Code", Role: "mentioned"}},
		Outcomes: []model.Outcome{{Stage: "trial", Type: "prison", Amount: "2.5", Unit: "years", Date: "2016-11-28", People: []string{"A Person", "Third"}},
			{Stage: "appeal", Type: "sentence upheld", Share: "most", People: []string{"Third", "A [big] Group"}}, {Stage: "trial", Type: "fine", Amount: model.NotStated, Date: model.NotStated}, {Stage: "trial", Type: "fine", Amount: "about 20000", Unit: "tenge"}, {Stage: "administrative", Type: "detention", Amount: "1", Unit: "days"},
			{Stage: "administrative", Type: "administrative detention", Amount: "up to 15", Unit: "days"}},
		Figures: []model.Figure{{Comparator: model.AtLeast, Min: idNumber(34), Counts: "people arrested", AttributedTo: "Police", Date: "2016-05"},
			{Comparator: model.Exactly, Min: idNumber(1500), Max: idNumber(1500), Counts: "(estimated) others"}, {Comparator: model.Between, Min: idNumber(300000), Max: idNumber(1500000), Counts: "migrants"},
			{Comparator: model.UpTo, Max: idNumber(5), Counts: "days"}, {Comparator: model.MoreThan, Min: idNumber(200), Counts: "cars"},
			{Comparator: model.About, Min: idNumber(50), Max: idNumber(50), Counts: "boats"}, {Comparator: model.FewerThan, Max: idNumber(9), Counts: "ships"},
			{Comparator: model.Nearly, Max: idNumber(60), Counts: "rafts"}},
		Relations: []model.Relation{{Type: "follows", Case: "OWN-2"}, {Type: "part of", Case: "OWN-3"}}, NotStated: []model.Omission{"court", "number of people detained elsewhere"},
		Source: []model.Source{{Section: []string{"A heading", "Below"}, Paragraph: 2, Hedge: "reported", Anchors: []string{"one", "two"}}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant\n%+v", got, want)
	}
}

func TestMappedColumnNames(t *testing.T) {
	const rows = "Nr;Was;Opfer;Täter;Wann;Bemerkung\n1;Ein Fall;A Person;B Person (mentioned);21.05.2016;egal\n"
	mapping := map[string]string{"Nr": "id", "Was": "title", "Opfer": "people:reported victim", "Täter": "people!:alleged perpetrator", "Wann": "dates:arrest", "Bemerkung": "-"}
	list := read(t, "fälle 2016.csv", []byte(rows), table.Options{Columns: mapping, Report: model.Report{Title: "My cases"}})
	want := model.Case{ID: "FALLE-2016-1", Kind: "event", Title: "Ein Fall", Category: []string{"Uncategorised"}, Sensitivity: "none",
		Dates:  []model.Date{{EDTF: "2016-05-21", What: "arrest"}},
		People: []model.Involvement{{Name: "B Person", Role: "mentioned"}, {Name: "A Person", Role: "reported victim"}}}
	if !reflect.DeepEqual(list.Cases[0], want) {
		t.Errorf("%+v", list.Cases[0])
	}
	if list.Report.ID != "falle-2016" || list.Report.Title != "My cases" || list.Report.Publisher != "own list" {
		t.Errorf("%+v", list.Report)
	}
	if list.People != nil || list.Categories != nil || len(check.Pack(list)) > 0 {
		t.Errorf("a list that declares nothing is sound as it is: %+v", check.Pack(list))
	}

	_, _, fatal := problems("a.csv", strings.NewReader(rows), table.Options{Columns: map[string]string{"Nr": "id", "Wass": "title", "Wann": "date", "Opfer": "poeple"}})
	for _, want := range []string{`the column "Opfer" cannot be the field "poeple"`, `did you mean people?`, `there is no column "Wass"`, `did you mean "Was"?`} {
		if fatal == nil || !strings.Contains(fatal.Error(), want) {
			t.Errorf("not reported: %s, in\n%v", want, fatal)
		}
	}
	for target, want := range map[string]string{"places:baker": `"baker" is not a valid role of a place`, "people:baker": `"baker" is not a valid role of a person`,
		"laws:baker": `"baker" is not a valid role of a law`, "dates:baker": `"baker" is not a valid kind of date`, "title:baker": "title has no roles"} {
		_, _, fatal := problems("a.csv", strings.NewReader(rows), table.Options{Columns: map[string]string{"Opfer": target}})
		if fatal == nil || !strings.Contains(fatal.Error(), want) {
			t.Errorf("--map Opfer=%s: %v, want %s", target, fatal, want)
		}
	}
	// What nobody mapped is kept as a field of the list's own, and a second
	// column of a name too.
	list = read(t, "a.csv", []byte("id,title,Title,Wetter\n1,x,y,Regen\n"), table.Options{})
	if want := []model.FieldValue{{Name: "Title", Value: "y"}, {Name: "Wetter", Value: "Regen"}}; list.Cases[0].Title != "x" || !reflect.DeepEqual(list.Cases[0].Fields, want) {
		t.Errorf("%+v", list.Cases[0])
	}
}

func TestBadRow(t *testing.T) {
	for _, test := range []struct{ name, row, where, message string }{
		{"no role", `9,x,,A (defendent),,`, ":3:6:", `"defendent" is not a valid role of a person`},
		{"two days", `9,x,05/06/2016 (arrest),,,`, ":3:5:", `date: "05/06/2016" is an ambiguous date`},
		{"an id of signs", `☂ #,x,,,,`, ":3:1:", `the id "☂ #" does not belong`},
		{"no such day", `9,x,2016-02-30,,,`, ":3:5:", "February 2016 has days 01 to 29"},
		{"no such day, written", `9,x,30 February 2016,,,`, ":3:5:", "February 2016 has days 01 to 29"},
		{"no title", `9,,,A,,`, ":3:1:", "the title is missing"},
		{"no id", `,x,,,,`, ":3:1:", "the id is missing"},
		{"an id again", `1,x,,,,`, ":3:1:", "listed twice"},
		{"no outcome", `9,x,,,prison,`, ":3:7:", `"prison" is not a valid outcome`},
		{"no type", `9,x,,,trial: prisn,`, ":3:7:", `"prisn" is not a valid type of outcome`},
		{"no amount", `9,x,,,trial: prison five years,`, ":3:7:", `"five" is not a valid amount`},
		{"no figure", `9,x,,,,some: people`, ":3:8:", `"some" is not a valid number`},
		{"no figure either", `9,x,,,,34`, ":3:8:", `"34" is not a valid figure`},
		{"wrong thousands", `9,x,,,,"1,50: people"`, ":3:8:", `"1,50" is not a valid number`},
		{"too few", `9,x`, ":3:3:", "the row has 2 cells and the header 6"},
		{"too many", `9,x,,,,,,y`, ":3:10:", "the row has 8 cells and the header 6"},
		{"a mark inside", `9,"a, "b" c",,,,`, ":3:7:", "there is a quotation mark inside a cell"},
		{"no UTF-8", "9,Әлемі \xff,,,,", ":3:3:", "not in UTF-8"},
		{"a bell", "9,x\a y,,,,", ":3:3:", "control character U+0007"},
		{"a bracket that is not closed", `9,x,,A (defendant,,`, ":3:6:", "has an unmatched bracket"},
		{"a bracket closed late", `9,x,,A (defendant; reported victim),,`, ":3:6:", `"A (defendant" has an unmatched`},
		{"a comma between people", `9,x,,"Smith, John (defendant), Doe, Jane (source)",,`, ":3:6:", "a role in the middle"},
		{"an escape sequence", "9,x\x1b[2J,,,,", ":3:3:", "control character"},
	} {
		text := "id,title,date,people,outcome,figure\n1,One,,,,\n" + test.row + "\n,,,,,\n2,Two,,,,\n"
		ids, bad, fatal := problems("own.csv", strings.NewReader(text), table.Options{Layout: sheet.Layout{Encoding: "utf-8"}})
		if fatal != nil || len(bad) != 1 || strings.Join(ids, " ") != "OWN-1 OWN-2" {
			t.Errorf("%s: cases %v, %v, %v", test.name, ids, bad, fatal)
			continue
		}
		if got := bad[0].Error(); !strings.Contains(got, "own.csv"+test.where) || !strings.Contains(got, test.message) {
			t.Errorf("%s: want %s %s, got\n%s", test.name, test.where, test.message, got)
		}
		if strings.TrimSpace(bad[0].Raw) != test.row {
			t.Errorf("%s: the record is %q", test.name, bad[0].Raw)
		}
	}
	_, bad, _ := problems("own.csv", strings.NewReader("id,title,date,people,figures\n1,a,2016-02-30,A B C (defendent),dozens: people\n"), table.Options{})
	if len(bad) != 1 || len(bad[0].Problems) != 3 {
		t.Errorf("all errors of a row must be reported at once: %v", bad)
	}
	ids, bad, fatal := problems("own.csv", strings.NewReader("id,title\n1,One\n2,\"Two\n3,Three\n"), table.Options{})
	if fatal != nil || len(ids) != 1 || len(bad) != 1 || !strings.Contains(bad[0].Error(), "own.csv:3:1: a quotation mark in this row is not closed") {
		t.Errorf("%v %v %v", ids, bad, fatal)
	}
}

func TestEncodingsOfSpreadsheets(t *testing.T) {
	const russian = "id;title;people;place\r\n1;Протест в городе;Ермек Нарымбаев (defendant);Алматы\r\n"
	const kazakh = "id\ttitle\tpeople\tplace\n1\tНаразылық\tЕрмек Нарымбаев (defendant)\tАлматы\n"
	written := func(encoding encoding.Encoding, text string) string {
		out, err := encoding.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, test := range []struct{ name, data, form, title string }{
		{"windows-1251", written(charmap.Windows1251, russian), "CSV, separated by semicolons, windows-1251", "Протест в городе"},
		{"utf-8", kazakh, "CSV, separated by tabs, utf-8", "Наразылық"},
		{"utf-8 with a mark", "\uFEFF" + russian, "CSV, separated by semicolons, utf-8", "Протест в городе"},
		{"utf-16le with a mark", written(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), kazakh), "CSV, separated by tabs, utf-16le", "Наразылық"},
		{"utf-16be with a mark", written(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), russian), "CSV, separated by semicolons, utf-16be", "Протест в городе"},
		{"utf-16le", written(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), kazakh), "CSV, separated by tabs, utf-16le", "Наразылық"},
		{"sep=", "sep=;\n" + russian, "CSV, separated by semicolons, utf-8", "Протест в городе"},
		{"late letters", written(charmap.Windows1251, "id;title;people;place\n"+strings.Repeat(";;;\n", 50_000)+russian[len("id;title;people;place\r\n"):]), "CSV, separated by semicolons, windows-1251", "Протест в городе"},
	} {
		reader, err := table.NewReader("a.csv", strings.NewReader(test.data), table.Options{})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		record, err := reader.Next()
		if err != nil || record.Case.Title != test.title || record.Case.People[0].Name != "Ермек Нарымбаев" || reader.Form() != test.form {
			t.Errorf("%s: %s: %+v %v", test.name, reader.Form(), record, err)
		}
	}
	for _, test := range []struct {
		name, text string
		encoding   encoding.Encoding
	}{
		{"koi8-r", russian, charmap.KOI8R}, {"koi8-r", "id;title;date\n1;Arrest;21 мая 2016\n", charmap.KOI8R}, {"koi8-r", "id;title\n1;Арест журналиста в Москве\n", charmap.KOI8R},
		{"iso-8859-5", russian, charmap.ISO8859_5}, {"ibm866", russian, charmap.CodePage866}, {"x-mac-cyrillic", russian, charmap.MacintoshCyrillic},
		{"windows-1253", "id;title;people\n1;Σύλληψη στην Αθήνα;Νίκος\n", charmap.Windows1253}, {"windows-1253", "id;title\n1;απεργία στην πόλη\n", charmap.Windows1253},
		{"windows-1255", "id;title\n1;מעצר עיתונאי בירושלים\n", charmap.Windows1255}, {"windows-1256", "id;title\n1;اعتقال صحفي في القاهرة\n", charmap.Windows1256},
		{"windows-1250", "id;title\n1;Zażółć gęślą jaźń\n", charmap.Windows1250}, {"windows-1254", "id;title\n1;Gazeteciye gözaltı, İstanbul\n", charmap.Windows1254},
		{"", "id;title\n1;北京逮捕记者\n", simplifiedchinese.GBK}, {"", "id;title\n1;기자 체포\n", korean.EUCKR}, {"", "id;title\n1;逮捕された記者\n", japanese.ShiftJIS},
	} {
		data := []byte(written(test.encoding, test.text))
		if _, _, fatal := problems("a.csv", bytes.NewReader(data), table.Options{}); fatal == nil || !strings.Contains(fatal.Error(), "its encoding is unclear") {
			t.Errorf("%s was guessed: %v", test.text, fatal)
		}
		if test.name == "" {
			continue
		}
		got, want := read(t, "a.csv", data, table.Options{Layout: sheet.Layout{Encoding: test.name}}), read(t, "a.csv", []byte(test.text), table.Options{})
		if !reflect.DeepEqual(got.Cases, want.Cases) {
			t.Errorf("%s: %+v", test.name, got)
		}
	}
	for _, text := range []string{"Иван", "Штраф за публикацию в Фейсбуке", "Хайруш Шуйский и Эдуард Щукин — съезд «ТОО»", "Арешт журналіста у Києві, є зв’язок", "Задържане на журналист в София", "ПЫТКИ В СИЗО Г. АЛМАТЫ: ЗАЯВЛЕНИЕ АДВОКАТОВ И РОДСТВЕННИКОВ"} {
		if pack, err := table.NewReader("a.csv", strings.NewReader(written(charmap.Windows1251, "id;title\n1;"+text+"\n")), table.Options{}); err != nil {
			t.Errorf("%q: %v", text, err)
		} else if list, err := seed.ReadAll(pack.Reader); err != nil || list.Cases[0].Title != text {
			t.Errorf("%q: %+v, %v", text, list, err)
		}
	}
	french := written(charmap.Windows1252, "id;title\n1;Réunion empêchée à Genève\n")
	if _, _, fatal := problems("a.csv", strings.NewReader(french), table.Options{}); fatal == nil || !strings.Contains(fatal.Error(), "--encoding windows-1252 (Réunion)") {
		t.Errorf("a name was spoilt silently: %v", fatal)
	}
	if list := read(t, "a.csv", []byte(french), table.Options{Layout: sheet.Layout{Encoding: "windows-1252"}}); list.Cases[0].Title != "Réunion empêchée à Genève" {
		t.Error(list.Cases[0].Title)
	}
	if _, _, fatal := problems("a.csv", strings.NewReader(french), table.Options{Layout: sheet.Layout{Encoding: "ebcdic"}}); fatal == nil || !strings.Contains(fatal.Error(), `there is no encoding "ebcdic"`) {
		t.Error(fatal)
	}
}

func TestFormulasAreGuarded(t *testing.T) {
	pack := model.Pack{Report: model.Report{ID: "own", Prefix: "OWN", Title: "Own"}}
	titles := []string{"=1+1", "+44", "-1", "@cmd", "'=1", "''=1", "'tis", "=HYPERLINK(\"http://x\";\"y\")", "＝1", "plain", "a;b", `back\slash \; \(`, "'"}
	for i, title := range titles {
		pack.Cases = append(pack.Cases, model.Case{ID: "OWN-" + string(rune('1'+i)), Kind: "event", Title: title, Category: []string{title}, Sensitivity: "none",
			People: []model.Involvement{{Name: title, Role: "mentioned"}}})
		pack.Cases[i].ID = strings.Replace(pack.Cases[i].ID, string(rune('1'+i)), "1"+strings.Repeat("0", i), 1)
	}
	data := string(seedtest.Exported(t, pack, export.CSV))
	for _, cell := range strings.FieldsFunc(strings.TrimPrefix(data, "\uFEFF"), func(r rune) bool { return r == ',' || r == '\n' || r == '\r' }) {
		if cell = strings.TrimPrefix(cell, `"`); cell != "" && strings.ContainsRune("=+-@＝", []rune(cell)[0]) {
			t.Errorf("a spreadsheet takes this for a formula: %s", cell)
		}
	}
	back := read(t, "own.csv", []byte(data), table.Options{})
	for i, title := range titles {
		if back.Cases[i].Title != title || back.Cases[i].People[0].Name != title {
			t.Errorf("%q came back as %q and %q", title, back.Cases[i].Title, back.Cases[i].People[0].Name)
		}
	}
}

func TestDatesInWords(t *testing.T) {
	for text, want := range map[string]string{
		"2016": "2016", "2016-05-21": "2016-05-21", "2003/..": "2003/..", "2015~": "2015~",
		"21 May 2016": "2016-05-21", "21st of May 2016": "2016-05-21", "May 21, 2016": "2016-05-21", "1 Sept. 2016": "2016-09-01", "MAY 2016": "2016-05",
		"21.05.2016": "2016-05-21", "1.5.2016": "2016-05-01", "05.06.2016": "2016-06-05", "2016/05/21": "2016-05-21", "2016.5.1": "2016-05-01", "21/05/2016": "2016-05-21", "05/21/2016": "2016-05-21",
		"05/05/2016": "2016-05-05", "05/2016": "2016-05", "2016/05": "2016-05", "2016-05-21 00:00:00": "2016-05-21",
		"21 мая 2016 г.": "2016-05-21", "Май 2016": "2016-05", "1 сентября 2016 года": "2016-09-01", "янв. 2016": "2016-01", "2016 год": "2016",
		"about 2015": "2015~", "около 2015": "2015~", "17-20 May 2016": "2016-05-17/2016-05-20", "17–20 мая 2016": "2016-05-17/2016-05-20", "April–May 2016": "2016-04/2016-05",
		"28 April - 2 May 2016": "2016-04-28/2016-05-02", "2015–2016": "2015/2016", "17.05.2016 - 20.05.2016": "2016-05-17/2016-05-20", "December 2015 to January 2016": "2015-12/2016-01",
		"Not stated": "not stated", "since 2003": "2003/..", "с мая 2016": "2016-05/..", "until May 2016": "../2016-05", "2016-05-17..2016-05-20": "2016-05-17/2016-05-20",
		"May 17-20, 2016": "2016-05-17/2016-05-20", "2015-2016": "2015/2016", "2016-2015": "ends before it begins",
		"2016-05-21 14:30": "2016-05-21", "2016-05-21T14:30:00Z": "2016-05-21", "2018-04-10T13:31:00": "2018-04-10", "6/27/2013 1:31:00AM": "2013-06-27", "27.06.2013, 13:31": "2013-06-27",
		"20130627": "2013-06-27", "2016-05-00": "2016-05", "2016-00-00": "2016", "21-May-2016": "2016-05-21", "Dec-2016": "2016-12", "Wednesday, September 10, 1930": "1930-09-10", "Saturday, 21 May 2016": "2016-05-21",
		"EOW: Wednesday, September 10, 1930": "1930-09-10", "27 juin 2013": "2013-06-27", "1er juin 2013": "2013-06-01", "27 de junio de 2013": "2013-06-27", "٢٧ يونيو ٢٠١٣": "2013-06-27", "27 كانون الثاني 2013": "2013-01-27", "27 червня 2013 р.": "2013-06-27",
		"mid-2016": "2016~", "before 2016": "../2015", "after 21 May 2016": "2016-05-22/..", "depuis 2003": "2003/..", "vers 2015": "2015~", "~2016": "2016~", "16 March 2016 (Wednesday)": "2016-03-16",
		// Refused, and why:
		"05/06/2016": "is an ambiguous date", "5-6-2016": "is an ambiguous date", "30.02.2016": `"30.02.2016" has the day 30, but February 2016 has days 01 to 29 write one of them`, "21.13.2016": `"21.13.2016" has the month 13`, "soon": "is not a date",
		"May": "is not a date", "21 May": "is not a date", "16-05-2016 x": "is not a date", "20-17 May 2016": `"20-17 May 2016" ends before it begins`, "32 May 2016": "is not a date", "21 May 16": "two digits", "21-May-16": "two digits", "May-16": "two digits", "21.05.16": "two digits",
	} {
		got, wrong := cells.DateReading{}.Read(text)
		message := wrong.Message + " " + wrong.Hint
		if wrong == (cells.Slip{}) && got != want || !strings.Contains(got+message, want) {
			t.Errorf("%q is read as %q (%s), want %s", text, got, message, want)
		}
	}
}
