package table_test

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"casebook/model/export"
	"casebook/seed"
	"casebook/seed/mapping"
	"casebook/seed/seedtest"
	"casebook/seed/table"
)

const incidents = "Incident No.,Date,Place,Victim,Age,Sentence\n" +
	"I-1,2016-05-21,Oxport,Ada Lind,30,5 years\nI-1,2016-05-21,Oxport,Bo Berg,30,2 years\nI-1,2016-05-21,Oxport,Unidentified,,\n" +
	"I-2,2016-05-22,Nearby,Cy Dahl,40,\n,2016-05-23,Nearby,Dan Ek,50,\n,2016-05-23,Nearby,Eve Fay,60,\n"

// TestRowsOfOneCase makes one case of the rows of an incident, in which everybody keeps
// what their row says; rows without a number stay apart.
func TestRowsOfOneCase(t *testing.T) {
	list := read(t, "a.csv", []byte(incidents), table.Options{})
	expect(t, len(list.Cases), "4")
	expect(t, described(list, list.Cases[0]), "Ada Lind: reported victim; Bo Berg: reported victim; not stated: reported victim; 2016-05-21 act; Oxport; prison 5 years trial; prison 2 years trial; "+
		"Age=30; Sentence=5 years; Sentence=2 years; Rows=Ada Lind: Age 30, Sentence 5 years; Rows=Bo Berg: Age 30, Sentence 2 years")
	expect(t, list.Cases[0].Title, "Ada Lind and 2 more, Oxport, 21 May 2016")
	expect(t, list.Cases[0].ID, "I-1")
	expect(t, list.Cases[0].Outcomes[1].People, "[Bo Berg]")
	expect(t, described(list, list.Cases[1]), "Cy Dahl: reported victim; 2016-05-22 act; Nearby; Age=40")
	expect(t, list.Cases[3].Title, "Eve Fay, Nearby, 23 May 2016")
	if back := read(t, "back.csv", seedtest.Exported(t, list, export.CSV), table.Options{}); !reflect.DeepEqual(back.Cases, list.Cases) {
		t.Errorf("it is read again as %+v, want %+v", back.Cases, list.Cases)
	}
}

// TestRowsKeepReferences checks that a case of several rows keeps the list's own
// reference of each.
func TestRowsKeepReferences(t *testing.T) {
	m := mapping.Mapping{ID: "{Ref}", Group: "{Incident}", People: []mapping.NameRule{{Name: "{Victim}", Role: "reported victim"}}}
	list := read(t, "a.csv", []byte("Ref,Incident,Victim\n12/16,1,Ada Lind\n13/16,1,Bo Berg\n14/16,2,Cy Dahl\n14/16,2,Dan Ek\n"), table.Options{Mapping: &m})
	expect(t, described(list, list.Cases[0]), "12/16; Ada Lind: reported victim; Bo Berg: reported victim; Rows=Ada Lind: A-12/16; Rows=Bo Berg: A-13/16")
	expect(t, described(list, list.Cases[1]), "14/16; Cy Dahl: reported victim; Dan Ek: reported victim")
}

// TestRowsWithoutDates holds that rows of one incident are one case without a date as well,
// and rows of one office are not.
func TestRowsWithoutDates(t *testing.T) {
	rows := ",Place,Victim\nI-1,Oxport,Ada Lind\nI-1,Oxport,Bo Berg\nI-2,Nearby,Cy Dahl\nI-3,Nearby,Dan Ek\n"
	expect(t, len(read(t, "a.csv", []byte("Incident No."+rows), table.Options{}).Cases), "3")
	expect(t, len(read(t, "a.csv", []byte("Reg. No."+rows), table.Options{}).Cases), "4")
}

// TestRowsStayApart answers the question whether rows are one case with no.
func TestRowsStayApart(t *testing.T) {
	reader, err := table.Propose("a.csv", bytes.NewReader([]byte(incidents)), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	expect(t, reader.Questions()[0].Text, `Are rows with the same "Incident No.", such as I-1, one case?`)
	reader.Questions()[0].Choose(reader.Mapping(), 1)
	err = reader.Begin()
	list := seedtest.Whole(t, reader.Reader, err)
	expect(t, len(list.Cases), "6")
	expect(t, described(list, list.Cases[1]), "Bo Berg: reported victim; 2016-05-21 act; Oxport; prison 2 years trial; Age=30; Sentence=2 years; Incident No.=I-1")
}

// TestBadRowOfAGroup checks that all rows of a case are rejected together with a bad one,
// so that they can be imported together after it is corrected.
func TestBadRowOfAGroup(t *testing.T) {
	text := "Incident No.,Date,Place,Victim,Born\nI-1,2016-05-21,Oxport,Ada Lind,03/04/1980\nI-1,2016-05-21,Oxport,Bo Berg,03/04/1981\nI-2,2016-05-22,Nearby,Cy Dahl,1980-04-03\n"
	reader, err := table.NewReader("a.csv", bytes.NewReader([]byte(text)), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = reader.Next()
	var bad *seed.RecordError
	if !errors.As(err, &bad) {
		t.Fatalf("the error is %v", err)
	}
	expect(t, bad.Cells, "[I-1 2016-05-21 Oxport Ada Lind 03/04/1980]")
	expect(t, bad.Further, "[[I-1 2016-05-21 Oxport Bo Berg 03/04/1981]]")
	expect(t, bad.Problems[0].Line, "2")
	record, err := reader.Next()
	if err != nil || record.Line != 4 {
		t.Errorf("the next case is in line %d: %v", record.Line, err)
	}
}
