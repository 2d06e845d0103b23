package table_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"

	"casebook/model"
	"casebook/model/export"
	"casebook/seed"
	"casebook/seed/mapping"
	"casebook/seed/seedtest"
	"casebook/seed/sheet"
	"casebook/seed/table"
)

// A kindOfTable is a table, what its rows become, and what must be told.
type kindOfTable struct {
	name string
	text string
	want []string // of the cases, from the first
	told []string
}

var kindsOfTables = []kindOfTable{
	{"totals.csv", "Name of deceased,Date of death,Place,Bodies\nAda Lind,03.06.2015,Oxport,1\nBo Berg,04.06.2015,Oxport,2\nTotal,,,3\n,,,\nSource: Ministry of Health,,,\n* provisional,,,\n",
		[]string{"Ada Lind: reported victim; 2015-06-03 act; Oxport; Bodies=1", "Bo Berg: reported victim; 2015-06-04 act; Oxport; Bodies=2"},
		[]string{"1 × rows with a total, which are ignored, such as Total, 3", "2 × rows with a remark or a source and nothing else, which are ignored, such as Source: Ministry of Health; * provisional"}},
	{"lone.csv", "Name,Date of arrest,City\nNorth Region,,\nAda Lind,2016-05-21,Oxport\nName,Date of arrest,City\nBo Berg,2016-05-22,Nearby\n",
		[]string{"North Region: reported victim", "Ada Lind: reported victim; 2016-05-21 arrest; Oxport", "Bo Berg: reported victim; 2016-05-22 arrest; Nearby"},
		[]string{"1 × rows with one filled cell, kept as cases: check whether they are headings or remarks, such as North Region", "1 × rows that repeat the column names, which are ignored, such as Name, Date of arrest, City"}},
	{"above.csv", "Person,,Arrest,,Trial,,Remarks\nName,Sex,Date,Place,Date,Court,\nAda Lind,F,2016-05-21,Oxport,2016-11-28,City Court,freed\nBo Berg,M,2016-05-22,Nearby,2016-11-29,City Court,\n",
		[]string{"Ada Lind: reported victim; 2016-05-21 arrest; City Court: authority; Oxport; Sex=F; Trial Date=2016-11-28; note freed"}, nil},
	{"spans.csv", "event_id,date_start,date_end,country,region,admin1,location,deaths_a,best\nE-1,2016-05-21 00:00:00.000,2016-05-23 00:00:00.000,Samland,Central Asia,North,Oxport,0,4\nE-2,,2016-06-01 00:00:00.000,Samland,Central Asia,South,Nearby,1,2\nE-3,2016-07-01 00:00:00.000,2016-07-01 00:00:00.000,Samland,Central Asia,South,Nearby,1,at least 2\n",
		[]string{"2016-05-21/2016-05-23 act; Oxport < North < Samland; 4 people dead; region=Central Asia; deaths_a=0", "/2016-06-01 act; Nearby < South < Samland; 2 people dead; region=Central Asia; deaths_a=1", "2016-07-01 act; Nearby < South < Samland; at least 2 people dead; region=Central Asia; deaths_a=1"}, nil},
	{"form.csv", "Timestamp,What is the full name of the person concerned?,When did it happen?,Where did it happen? (town),What happened? Please describe.,Which of these apply?,Your phone number\n6/4/2016 10:01:01,Ada Lind,5/21/2016,Oxport,Was held overnight.,\"Beating, Threats\",+7 700 555 0001\n6/5/2016 10:01:01,Bo Berg,5/22/2016,Nearby,They took the phones; two.,Beating,+7 700 555 0002\n6/6/2016 10:01:01,Cy Dahl,5/23/2016,Nearby,Nothing more.,Threats,+7 700 555 0003\n",
		[]string{"Ada Lind: reported victim; 2016-05-21 act; Oxport; Timestamp=2016-06-04; Which of these apply?=Beating; Which of these apply?=Threats; Your phone number=+7 700 555 0001; note Was held overnight."},
		[]string{"contact details, kept as fields and found by search: Your phone number; --map COLUMN=- leaves a column out"}},
	{"kobo.csv", "start;grp_victim/full_name;grp_incident/date;grp_incident/town;grp_incident/violations;grp_incident/violations/torture;_uuid;_submission_time\n2016-06-04T10:14:22.123+05:00;Ada Lind;2016-05-21;Oxport;torture arbitrary_detention;1;0a-1;2016-06-04T05:45:10\n2016-06-05T10:14:22.123+05:00;Bo Berg;2016-05-22;Nearby;arbitrary_detention;0;0a-2;2016-06-05T05:45:10\n",
		[]string{"0a-1; Ada Lind: reported victim; 2016-05-21 act; Oxport; start=2016-06-04; grp_incident/violations=torture; grp_incident/violations=arbitrary_detention; grp_incident/violations/torture=1; _submission_time=2016-06-04"}, []string{"4 × dates with a time of day, which is not kept, such as 2016-06-04T10:14:22.123+05:00; 2016-06-04T05:45:10; 2016-06-05T10:14:22.123+05:00"}},
	{"records.csv", "Name,Prisoner of conscience,Related cases,Arrest Date,Type of media,Media\nAda Lind,checked,\"CASE-1, CASE-2\",5/21/2016,Radio,Radio One\nBo Berg,,CASE-2,5/22/2016,TV,TV 9\n",
		[]string{"Ada Lind: reported victim; 2016-05-21 arrest; Radio One: mentioned; Prisoner of conscience=checked; Related cases=CASE-1, CASE-2; Type of media=Radio"}, nil},
	{"page.tsv", "List of executions [edit]\nNo.\tExecuted person\tDate of execution\tCrime\n1\tAda Lind[3]\t13 February 2015\tTreason[note 1]\n2\tBo Berg\tearly June 2015\tMurder\n",
		[]string{"Ada Lind: defendant; 2015-02-13 act; Treason", "Bo Berg: defendant; 2015-06~ act; Murder"},
		[]string{"1 × rows above the column names, which are ignored, such as List of executions [edit]", "2 × footnote marks such as [1], which are left out, such as Ada Lind[3]; Treason[note 1]", "1 × early, mid, late or the end of a month or a year: kept as about that month or year, such as early June 2015"}},
	{"opinions.csv", "Opinion No.,Country,Person(s) concerned,Date of adoption\n12/2016,Samland,Ada Lind and Bo Berg,20–29 April 2016\n13/2016,Samland,Cy Dahl and five others,9 March 2016\n",
		[]string{"12/2016; Ada Lind and Bo Berg: reported victim; 2016-04-20/2016-04-29 act; Samland", "13/2016; Cy Dahl: reported victim; not stated: reported victim; 2016-03-09 act; Samland"},
		[]string{`1 × Person(s) concerned: the cell may name several people and is kept as one name; to split it, add split: [", ", " and "] to the mapping, such as Ada Lind and Bo Berg`, "1 × Person(s) concerned: an alias, an age, a year of birth or others after a name: kept as other names and descriptions of the person, such as Cy Dahl and five others"}},
	{"unknown.csv", "Nimi,Kuupäev,Märkus\nAda Lind,21.05.2016,x\nBo Berg,22.05.2016,x\nCy Dahl,23.05.2016,y\n",
		[]string{"Ada Lind: mentioned; 2016-05-21 act; Märkus=x"},
		[]string{"Nimi: taken for the names of people, since its cells look like names", "Kuupäev: taken for the date of the case, since no other column has dates"}},
	{"names.csv", "conflict_name,Country,Date\nSamland: Government,Samland,2016-05-21\nSamland: Government,Samland,2016-05-22\n", []string{"2016-05-21 act; Samland; conflict_name=Samland: Government"}, nil},
	{"events.csv", "event_record_number,act_record_number,victim_name,initial_date\nEV-1,ACT-1,Ada Lind,2016-05-21\nEV-1,ACT-2,Bo Berg,2016-05-21\nEV-1,ACT-3,Cy Dahl,2016-05-21\n",
		[]string{"Ada Lind: reported victim; Bo Berg: reported victim; Cy Dahl: reported victim; 2016-05-21 act; act_record_number=ACT-1; act_record_number=ACT-2; act_record_number=ACT-3; Rows=Ada Lind: act_record_number ACT-1; Rows=Bo Berg: act_record_number ACT-2; Rows=Cy Dahl: act_record_number ACT-3"},
		[]string{"event_record_number: adjacent rows with the same value, such as EV-1, are one case with all their people; without group in the mapping each row is a case"}},
	{"hearings.csv", "Case number,Date,Defendant\n1/2016,2016-05-21,Ada Lind\n1/2016,2016-06-21,Ada Lind\n2/2016,2016-05-22,Bo Berg\n", []string{"Ada Lind: defendant; 2016-05-21 act; Case number=1/2016", "Ada Lind: defendant; 2016-06-21 act; Case number=1/2016"}, nil},
	{"api.json", `{"meta": {"total": 2}, "data": [{"type": "detention", "id": "a1", "attributes": {"person": {"first_name": "Ada", "last_name": "Lind", "aliases": []}, "detained_at": "2016-05-21T00:00:00.000Z", "location": {"name": "Oxport", "admin1": "North"}, "charges": [{"code": "174", "title": "Discord"}, {"code": "400", "title": "Assembly"}]}},
{"type": "detention", "id": "b2", "attributes": {"person": {"first_name": "Bo", "last_name": "Berg", "aliases": ["Bob"]}, "detained_at": null, "location": {"name": "Nearby", "admin1": "North"}, "charges": []}}]}`,
		[]string{"a1; Ada Lind: reported victim; 2016-05-21 detention; Oxport < North; 174; 400; Discord; Assembly", "b2; Bo Berg: reported victim; Nearby < North; person.aliases=Bob"}, nil},
	{"map.geojson", `{"type": "FeatureCollection", "features": [{"type": "Feature", "id": 1, "geometry": {"type": "Point", "coordinates": [76.9, 43.2]}, "properties": {"victim": "Ada Lind", "incident_date": "2016/05/21", "town": "Oxport"}}]}`,
		[]string{"Ada Lind: reported victim; 2016-05-21 act; Oxport; type=Feature; geometry.type=Point; geometry.coordinates=76.9 43.2"}, nil},
	{"drupal.json", `[{"title": [{"value": "Experts urge release"}], "field_date": [{"value": "2016-05-21"}], "field_country": [{"name": "Samland"}], "body": [{"value": "<p>Free <b>her</b> &amp; him.</p>"}]}]`,
		[]string{"2016-05-21 act; Samland; note Free her & him."}, []string{"1 × cells with the tags of a web page, which are left out, such as <p>Free <b>her</b> &amp; him.</p>"}},
	{"deaths.csv", "Sl. No,Name of the Prisoner,Father's Name,Date of Admission,Date & Time of Death,Inquest (Y/N)\n1,Ada Lind,Bo Lind,18-11-2014,20-03-2015 at 5:30 PM,Y\n2,Cy Dahl,Dan Dahl,19-11-2014,21-03-2015 at 6:30 PM,N\n",
		[]string{"Ada Lind: reported victim; 2015-03-20 act; Father's Name=Bo Lind; Date of Admission=2014-11-18; Inquest (Y/N)=Y"}, nil},
	{"markdown.csv", "| # | Name | Date of arrest | Place |\n|---|:-----|------|------|\n| 1 | Ada Lind | 21 May 2016 | Oxport |\n| 2 | Bo Berg | 22 May 2016 | Nearby |\n",
		[]string{"Ada Lind: reported victim; 2016-05-21 arrest; Oxport", "Bo Berg: reported victim; 2016-05-22 arrest; Nearby"}, []string{"1 × rows that draw a line, which are ignored, such as ---, :-----, ------, ------"}},
	{"german.csv", "Lfd. Nr.;Name;Vorname;Todesdatum;Ort;Bundesland\n1;Müller;Jürgen;6. Januar 2016;Grünau;Nordland\n2;Weiß;Aylin;7. Januar 2016;Grünau;Nordland\n", []string{"Jürgen Müller: mentioned; 2016-01-06 act; Grünau < Nordland"}, nil},
	{"arabic.csv", "م,الاسم الرباعي,تاريخ الاعتقال,المحافظة\n1,أحمد سالم حسن الورد,٠٥/٠٦/٢٠١٥,الشمال\n2,فاطمة يوسف علي الزهر,٢١/٠٦/٢٠١٥,الشمال\n", []string{"أحمد سالم حسن الورد: reported victim; 2015-06-05 arrest; الشمال"}, nil},
	{"polish.csv", "Lp.;Imię i nazwisko;Data zatrzymania;Miejscowość\n1;Łucja Żurawska;3 maja 2016 r.;Łąka\n2;Jan Ćwik;4 maja 2016 r.;Łąka\n", []string{"Łucja Żurawska: reported victim; 2016-05-03 detention; Łąka"}, nil},
	{"belarus.csv", "Імя і прозвішча;Дата нараджэння;Дата затрымання;Артыкул КК\nАлесь Рудзь;14.11.1980;02.08.2015;арт. 368\nЯнка Гай;15.11.1980;03.08.2015;арт. 342\n", []string{"Алесь Рудзь: reported victim; 2015-08-02 detention; арт. 368; Дата нараджэння=1980-11-14"}, nil},
	{"ukraine.csv", "ПІБ,Дата народження,Дата затримання,Місце затримання\nОлесь Гайворон,14.11.1980,18 червня 2016,с. Гаї\nОстап Їжак,15.11.1980,19 червня 2016,с. Гаї\n", []string{"Олесь Гайворон: reported victim; 2016-06-18 detention; с. Гаї; Дата народження=1980-11-14"}, nil},
	{"kazakh.csv", "Рет №,Аты-жөні,Туған жылы,Ұсталған күні,Өңірі,Қаласы,Сот шешімі\n1,Нұрлан Өтегенов,1993,2016 жылғы 28 қаңтар,Солтүстік,Кішіауыл,5 жыл\n2,Әлия Өтегенова,1980,2016 жылғы 10 тамыз,Оңтүстік,Үлкенқала,айыппұл\n", []string{"Нұрлан Өтегенов: reported victim; 2016-01-28 detention; Кішіауыл < Солтүстік; prison 5 years trial; Туған жылы=1993; Сот шешімі=5 жыл"}, nil},
	{"turkish.csv", "Sıra No;Adı Soyadı;Gözaltı Tarihi;İl;Suçlama\n1;Ayşe Şenalp;27 Haziran 2015;Karadere;Hakaret\n2;İbrahim Öztekin;2 Kasım 2016;Karadere;Hakaret\n", []string{"Ayşe Şenalp: reported victim; 2015-06-27 detention; Karadere; Hakaret"}, nil},
	{"persian.csv", "ردیف,نام و نام خانوادگی,تاریخ بازداشت,شهر\n1,رضا بهرامیان,1395/04/24,دشتک\n2,مریم کاوه,1394/02/31,دشتک\n", []string{"رضا بهرامیان: reported victim; 2016-07-14 detention; دشتک; تاریخ بازداشت=1395/04/24", "مریم کاوه: reported victim; 2015-05-21 detention; دشتک; تاریخ بازداشت=1394/02/31"},
		[]string{"تاریخ بازداشت: its dates are read in the Persian calendar: 1395/04/24 is 2016-07-14 (order: persian in the mapping)"}},
	{"keyed.json", `{"k7": {"name": "Ada Lind", "dateOfArrest": "2016-05-21", "city": "Oxport"}, "k8": {"name": "Bo Berg", "dateOfArrest": "2016-05-22", "city": "Oxport"}}`,
		[]string{"k7; Ada Lind: reported victim; 2016-05-21 arrest; Oxport", "k8; Bo Berg: reported victim; 2016-05-22 arrest; Oxport"}, nil},
	{"split.json", `{"columns": ["name", "date_of_arrest", "city"], "index": [0, 1], "data": [["Ada Lind", "2016-05-21", "Oxport"], ["Bo Berg", null, "Nearby"]]}`,
		[]string{"Ada Lind: reported victim; 2016-05-21 arrest; Oxport", "Bo Berg: reported victim; Nearby"}, nil},
	{"values.json", `{"range": "A1:C3", "values": [["Name", "Date of arrest", "City"], ["Ada Lind", "21.05.2016"], ["Bo Berg", "22.05.2016", "Nearby", "more"]]}`,
		[]string{"Ada Lind: reported victim; 2016-05-21 arrest", "Bo Berg: reported victim; 2016-05-22 arrest; Nearby; Column 4=more"}, nil},
	{"rows.json", `[["Name", "Date of arrest"], ["Ada Lind", "21.05.2016"]]`, []string{"Ada Lind: reported victim; 2016-05-21 arrest"}, nil},
	{"answer.json", `{"info": {"count": 1}, "status": {"code": 200}, "items": [{"name": "Ada Lind", "date_of_arrest": "2016-05-21"}]}`, []string{"Ada Lind: reported victim; 2016-05-21 arrest"}, nil},
	{"two.csv", "№,\"Ф.И.О. задержанного, год рождения\",Дата и место задержания,Township\n1,\"Оспанова Г.К., 1988 г.р.\",\"21.05.2016, г. Нижний\",Kyauk\n2,\"Серикбаев А.Б., 1977 г.р.\",\"22.05.2016, г. Верхний\",Kyauk\n",
		[]string{"Оспанова Г.К.: reported victim; 2016-05-21 detention; г. Нижний; Township=Kyauk"}, []string{"Дата и место задержания: its cells have a date and a place with a comma between them, such as 21.05.2016, г. Нижний"}},
	{"paths.csv", "Name,Date of arrest,Location\nAda Lind,2016-05-21,\"Oxport, Samland\"\nBo Berg,2016-05-22,\"Nearby, Samland\"\nCy Dahl,2016-05-23,\"Oxport, Samland\"\nDan Ek,2016-05-24,Samland\nFay Gil,2016-05-24,\nEve Fay,2016-05-25,\"Old Hill, Nearby, Samland\"\n",
		[]string{"Ada Lind: reported victim; 2016-05-21 arrest; Oxport < Samland", "Bo Berg: reported victim; 2016-05-22 arrest; Nearby < Samland", "Cy Dahl: reported victim; 2016-05-23 arrest; Oxport < Samland", "Dan Ek: reported victim; 2016-05-24 arrest; Samland", "Fay Gil: reported victim; 2016-05-24 arrest", "Eve Fay: reported victim; 2016-05-25 arrest; Old Hill < Nearby < Samland"}, nil},
	{"streets.csv", "Name,Date of arrest,Location\nAda Lind,2016-05-21,\"Main Street, 12\"\nBo Berg,2016-05-22,\"Nearby, Samland\"\nCy Dahl,2016-05-23,\"Oxport, Samland\"\n", []string{"Ada Lind: reported victim; 2016-05-21 arrest; Main Street, 12", "Bo Berg: reported victim; 2016-05-22 arrest; Nearby, Samland"}, nil},
	{"thai.csv", "ลำดับ,ชื่อ-สกุล,วันที่ถูกจับ,จังหวัด\n1,สมชาย ใจดี,21/05/2559,เมืองเหนือ\n2,มาลี ศรีสุข,29/02/2559,เมืองใต้\n", []string{"สมชาย ใจดี: mentioned; 2016-05-21 arrest; เมืองเหนือ; วันที่ถูกจับ=21/05/2559", "มาลี ศรีสุข: mentioned; 2016-02-29 arrest; เมืองใต้; วันที่ถูกจับ=29/02/2559"},
		[]string{"วันที่ถูกจับ: its dates are read in the Buddhist calendar: 21/05/2559 is 2016-05-21 (order: buddhist in the mapping)"}},
	{"hongkong.csv", "案件編號,被捕人姓名,拘捕日期,被捕地點\nDCCC 1/2020,陳大文,2016年5月21日,旺角\nDCCC 2/2020,李小明,2016年5月22日,中環\n", []string{"DCCC-1/2020; 陳大文: reported victim; 2016-05-21 act; 旺角"}, nil},
	{"chinese.csv", "编号,姓名,拘留日期,地点,罪名\n1,王小明,2016年6月9日,北港市,寻衅滋事罪\n2,李麗,2016年11月5日,北港市,寻衅滋事罪\n", []string{"王小明: reported victim; 2016-06-09 detention; 北港市; 寻衅滋事罪"}, nil},
}

// described is a case in one line: who, when, who else, where, by which law, how many,
// and the fields of the list.
func described(list model.Pack, c model.Case) string {
	var parts []string
	if strings.Trim(c.ID, "0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || strings.HasPrefix(c.ID, "ACT-") {
		parts = append(parts, strings.TrimPrefix(c.ID, list.Report.Prefix+"-"))
		if strings.HasPrefix(c.ID, "ACT-") {
			parts[0] = c.ID
		}
	}
	for _, who := range c.People {
		parts = append(parts, who.Name+": "+string(who.Role))
	}
	for _, date := range c.Dates {
		parts = append(parts, date.EDTF+" "+string(date.What))
	}
	for _, who := range c.Organisations {
		parts = append(parts, who.Name+": "+string(who.Role))
	}
	for _, where := range c.Places {
		path := where.Name
		for above := parent(list, where.Name); above != ""; above = parent(list, above) {
			path += " < " + above
		}
		parts = append(parts, path)
	}
	for _, law := range c.Laws {
		parts = append(parts, strings.TrimPrefix(law.Name, model.NotStated)+law.Provision)
	}
	for _, outcome := range c.Outcomes {
		said := strings.Fields(strings.Join([]string{string(outcome.Type), string(outcome.Amount), string(outcome.Unit), string(outcome.Stage), outcome.Date}, " "))
		parts = append(parts, strings.Join(said, " "))
	}
	for _, figure := range c.Figures {
		parts = append(parts, figure.Label())
	}
	for _, field := range c.Fields {
		parts = append(parts, field.Name+"="+field.Value)
	}
	if c.Note != "" {
		parts = append(parts, "note "+c.Note)
	}
	return strings.Join(parts, "; ")
}

func checkKind(t *testing.T, name string, data []byte, want, told []string) {
	t.Helper()
	reader, err := table.NewReader(name, bytes.NewReader(data), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	list := read(t, name, data, table.Options{})
	for i, line := range want {
		if i >= len(list.Cases) {
			t.Fatalf("%d cases, want %d", len(list.Cases), len(want))
		}
		if got := described(list, list.Cases[i]); got != line {
			t.Errorf("case %d is\n%s, want\n%s", i+1, got, line)
		}
	}
	for {
		if _, err := reader.Next(); err != nil {
			break
		}
	}
	notes := map[string]bool{}
	for _, note := range reader.Notes() {
		notes[note.String()] = true
	}
	for _, note := range told {
		if !notes[note] {
			t.Errorf("no note says %s; the notes: %q", note, reader.Notes())
		}
	}
}

func TestKinds(t *testing.T) {
	for _, kind := range slices.Concat(kindsOfTables, kindsOfColumns, kindsOfSources) {
		t.Run(kind.name, func(t *testing.T) { checkKind(t, kind.name, []byte(kind.text), kind.want, kind.told) })
	}
}

// TestEncodingOfNames holds that the names of the columns tell the encoding.
func TestEncodingOfNames(t *testing.T) {
	spanish := "REGISTRO DE PERSONAS;;;\nActualizado al 3 de enero;;;\nN°;Fecha de detención;Nombre de la víctima;Situación actual\n1;21 de mayo de 2016;José Núñez;Libre\n2;22 de mayo de 2016;Íñigo Cuéllar;Preso\n"
	latin, err := charmap.Windows1252.NewEncoder().Bytes([]byte(spanish))
	if err != nil {
		t.Fatal(err)
	}
	checkKind(t, "lista.csv", latin, []string{"José Núñez: reported victim; 2016-05-21 detention; Situación actual=Libre"}, nil)
	chinese, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(kindsOfTables[len(kindsOfTables)-1].text))
	if err != nil {
		t.Fatal(err)
	}
	checkKind(t, "list.csv", chinese, kindsOfTables[len(kindsOfTables)-1].want, nil)
}

// TestMergedCells reads a workbook as other programs write it: sheets that are said to be
// visible, absolute paths, merged cells in the headings and below, a formula without a
// result.
func TestMergedCells(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	cell := func(at, text string) string {
		return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, at, text)
	}
	for name, text := range map[string]string{
		"xl/workbook.xml":            `<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="2016" sheetId="1" state="visible" r:id="rId1"/><sheet name="old" sheetId="2" state="hidden" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1">` + cell("A1", "Prisoners of 2016") + `</row><row r="2">` + cell("A2", "Name") + cell("B2", "Arrest") + cell("D2", "Release") + `</row>` +
			`<row r="3"><c r="A3"/>` + cell("B3", "Date") + cell("C3", "City") + cell("D3", "Date") + `</row>` +
			`<row r="4">` + cell("A4", "Ada Lind") + cell("B4", "2016-05-21") + cell("C4", "Oxport") + cell("D4", "2016-06-21") + `</row>` +
			`<row r="5">` + cell("A5", "Bo Berg") + cell("B5", "2016-05-22") + `<c r="C5"/><c r="D5"><f>TODAY()</f><v></v></c></row>` +
			`<row r="6">` + cell("A6", "Cy Dahl") + cell("B6", "2016-05-23") + `</row>` +
			`</sheetData><mergeCells count="4"><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/><mergeCell ref="C4:C5"/></mergeCells></worksheet>`,
	} {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		part.Write([]byte(text))
	}
	w.Close()
	checkKind(t, "list.xlsx", b.Bytes(), []string{"Ada Lind: reported victim; 2016-05-21 arrest; 2016-06-21 release; Oxport", "Bo Berg: reported victim; 2016-05-22 arrest; Oxport", "Cy Dahl: reported victim; 2016-05-23 arrest"},
		[]string{"1 × cells with the value of the merged cell that they are a part of", "1 × cells with a formula and no saved result, read as empty: open the workbook in a spreadsheet and save it"})
}

// TestErrorOfALongCell finds a cell with too much text, however the workbook keeps it.
func TestErrorOfALongCell(t *testing.T) {
	long := strings.Repeat("x", seed.MaxRecord+1)
	for _, cell := range []string{`<c r="B2" t="inlineStr"><is><t>` + long + `</t></is></c>`, `<c r="B2" t="str"><v>` + long + `</v></c>`, `<c r="B2" t="s"><v>2</v></c>`} {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for name, text := range map[string]string{
			"xl/workbook.xml":            `<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
			"xl/sharedStrings.xml":       `<sst><si><t>Name</t></si><si><t>Ada Lind</t></si><si><r><t>` + long + `</t></r><r><t>` + long + `</t></r></si><si><t>Note</t></si></sst>`,
			"xl/worksheets/sheet1.xml":   `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>3</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c>` + cell + `</row></sheetData></worksheet>`,
		} {
			part, err := w.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			part.Write([]byte(text))
		}
		w.Close()
		_, _, err := problems("a.xlsx", bytes.NewReader(b.Bytes()), table.Options{})
		if err == nil || !strings.Contains(err.Error(), "a.xlsx:List!B2: the cell has more than 4 MiB of text") {
			t.Errorf("%.40s: %v", cell, err)
		}
	}
}

// TestSheetsAreJoined reads a sheet a year as one list, but neither one that explains nor
// one whose rows are in another one.
func TestSheetsAreJoined(t *testing.T) {
	book := excelize.NewFile()
	defer book.Close()
	book.SetSheetName("Sheet1", "Read me")
	book.SetCellValue("Read me", "A1", "How this list was made")
	names := strings.Fields("Ada Bo Cy Dan Eve Fay Gil Hal Ida Jon")
	add := func(sheet string, first, last int) {
		book.NewSheet(sheet)
		book.SetSheetRow(sheet, "A1", &[]any{"Prisoners of " + sheet})
		book.SetSheetRow(sheet, "A2", &[]any{"No", "Name", "Date of arrest"})
		for i := first; i < last; i++ {
			book.SetSheetRow(sheet, fmt.Sprintf("A%d", 3+i-first), &[]any{i - first + 1, names[i] + " Lind", fmt.Sprintf("2016-05-%02d", i+1)})
		}
		book.SetSheetRow(sheet, fmt.Sprintf("A%d", 3+last-first), &[]any{"Total", last - first})
	}
	add("2015", 0, 6)
	add("2016", 6, 10)
	add("Women", 1, 4)
	data, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	checkKind(t, "years.xlsx", data.Bytes(), []string{"Ada Lind: reported victim; 2016-05-01 arrest; Sheet=2015; No=1"}, []string{"2 × rows with a total, which are ignored, such as Total, 6; Total, 4"})
	list := read(t, "years.xlsx", data.Bytes(), table.Options{})
	expect(t, len(list.Cases), "10")
	expect(t, described(list, list.Cases[6]), "Gil Lind: reported victim; 2016-05-07 arrest; Sheet=2016; No=1")
	reader, err := table.NewReader("years.xlsx", bytes.NewReader(data.Bytes()), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	names, joined := reader.Sheets()
	expect(t, names, "[Read me 2015 2016 Women]")
	expect(t, joined, "[2015 2016]")
	var written bytes.Buffer
	if err := reader.Write(&written); err != nil {
		t.Fatal(err)
	}
	kept, err := mapping.Parse("kept.map.yaml", written.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if again := read(t, "years.xlsx", data.Bytes(), table.Options{Mapping: kept}); !reflect.DeepEqual(again, list) {
		t.Errorf("by the mapping\n%s\nit is another list", &written)
	}
	expect(t, len(read(t, "years.xlsx", data.Bytes(), table.Options{Layout: sheet.Layout{Sheet: "Women"}}).Cases), "3")
}

// TestRolesOfOnePerson holds that a name with several roles stands once in a cell, and
// comes back with all of them.
func TestRolesOfOnePerson(t *testing.T) {
	text := "id,title,people\n1,A case,\"Ada Lind (defendant, reported victim); Bo Berg (authority); Cy \\(Dahl, of Port\\)\"\n"
	list := read(t, "own.csv", []byte(text), table.Options{})
	expect(t, described(list, list.Cases[0]), "Ada Lind: defendant; Ada Lind: reported victim; Bo Berg: authority; Cy (Dahl, of Port): mentioned")
	out := string(seedtest.Exported(t, list, export.CSV))
	if !strings.Contains(out, "Ada Lind (defendant, reported victim); Bo Berg (authority); Cy (Dahl, of Port) (mentioned)") {
		t.Errorf("the table is %s", out)
	}
	if back := read(t, "back.csv", []byte(out), table.Options{}); !reflect.DeepEqual(back.Cases, list.Cases) {
		t.Errorf("it is read again as %+v, want %+v", back.Cases, list.Cases)
	}
	_, bad, _ := problems("own.csv", strings.NewReader("id,title,people\n1,A case,\"Ada Lind (defendant, victm)\"\n2,B,\"Bo (defendant)\"\n"), table.Options{})
	if len(bad) != 1 {
		t.Errorf("%d mistakes, want 1", len(bad))
	}
}

// TestLongNamesOfColumns holds that no message prints the whole of a very long one.
func TestLongNamesOfColumns(t *testing.T) {
	text := "Name," + strings.Repeat("Date of everything ", 100_000) + ",City\nAda Lind,sometime,Port\nBo Berg,2016-05-21,Port\n"
	reader, err := table.NewReader("long.csv", strings.NewReader(text), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range reader.Columns() {
		if len(name) > 1000 {
			t.Errorf("a column has a name of %d bytes", len(name))
		}
	}
	if _, err := table.NewReader("long.csv", strings.NewReader(text), table.Options{Columns: map[string]string{strings.Repeat("x", 1<<20): "people"}}); err == nil || len(err.Error()) > 2000 {
		t.Errorf("the error is %.300v", err)
	}
}

// TestPlacesWithin reads cells of places by a mapping, one of them with nothing but a comma.
func TestPlacesWithin(t *testing.T) {
	kept, err := mapping.Parse("a.map.yaml", []byte("title: \"{Name}\"\nplaces: [{name: \"{Where}\", within: \",\"}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	list := read(t, "a.csv", []byte("Name,Where\nAda,\"Oxport,, Samland\"\nBo,\",\"\nCy,Samland\n"), table.Options{Mapping: kept})
	expect(t, described(list, list.Cases[0]), "Oxport < Samland")
	expect(t, described(list, list.Cases[1]), "")
	expect(t, described(list, list.Cases[2]), "Samland")
}

// TestNamesAreSplit answers the question whether cells with several names are split.
func TestNamesAreSplit(t *testing.T) {
	text := []byte("Person(s) concerned,Date of arrest\n\"Ada Lind, Bo Berg and Cy Dahl\",2016-05-21\nDan Ek and Eve Fay,2016-05-22\nGil Hal,2016-05-23\n")
	for answer, want := range []string{"Ada Lind: reported victim; Bo Berg: reported victim; Cy Dahl: reported victim; 2016-05-21 arrest", "Ada Lind, Bo Berg and Cy Dahl: reported victim; 2016-05-21 arrest"} {
		reader, err := table.Propose("a.csv", bytes.NewReader(text), table.Options{})
		if err != nil {
			t.Fatal(err)
		}
		questions := reader.Questions()
		if len(questions) != 1 {
			t.Fatalf("it asks %+v", questions)
		}
		questions[0].Choose(reader.Mapping(), answer)
		err = reader.Begin()
		list := seedtest.Whole(t, reader.Reader, err)
		expect(t, described(list, list.Cases[0]), want)
	}
}
