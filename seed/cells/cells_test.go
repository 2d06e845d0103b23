package cells

import "testing"

func TestPersianDate(t *testing.T) {
	for text, want := range map[string]string{
		"1395/04/24": "2016-07-14", "1394-10-12": "2016-01-02", "۱۳۹۸/۰۸/۲۴": "2019-11-15", "24 تیر 1395": "2016-07-14", "13950424": "2016-07-14", "24/4/1395": "2016-07-14",
		"1357/11/22": "1979-02-11", "1399/12/30": "2021-03-20", "1403/12/30": "2025-03-20", "1404/01/01": "2025-03-21", "1394/02/31": "2015-05-21", "1395/12": "2017-02-19/2017-03-20", "1395": "2016-03-20/2017-03-20",
		"1395/12/31": "", "1400/12/30": "", "2016/04/24": "", "1395/13/01": "", "تیر": "", "Tir 2 3 1395": "", "1395 of": "",
	} {
		if got, _ := PersianDate(text); got != want {
			t.Errorf("%s is %q, want %q", text, got, want)
		}
	}
}

func TestDatesOfLists(t *testing.T) {
	for text, want := range map[string]string{
		"2016-05-21 00:00:00.000/2016-05-23 00:00:00.000": "2016-05-21/2016-05-23", "2016-05-21/2016-05-21": "2016-05-21/2016-05-21", "21.05.2016/23.05.2016": "2016-05-21/2016-05-23",
		"2016/05/21:2016/05/30": "2016-05-21/2016-05-30", "2016/05/21/2016/05/30": "2016-05-21/2016-05-30", "/2016-05-30": "/2016-05-30", "21 May 2016/21 May 2016": "2016-05-21",
		"2016年5月21日": "2016-05-21", "2016年5月": "2016-05", "2016년 5월 21일": "2016-05-21", "2016 жылғы 21 мамыр": "2016-05-21", "27 Haziran 2015": "2015-06-27", "21 мая 2016 года": "2016-05-21",
		"7 ліпеня 2016": "2016-07-07", "3 października 2016": "2016-10-03", "5 luglio 2016": "2016-07-05", "Dienstag, 3. Mai 2016": "2016-05-03", "3 maja 2016 r.": "2016-05-03", "20-03-2015 at 5:30 PM": "2015-03-20", "3. Mai 2016 um 17:30": "2016-05-03", "21 мая 2016 в 10:00": "2016-05-21", "05.2016 r.": "2016-05", "5/6/2016": "", "2016-05-23/2016-05-21": "", "5/6": "",
	} {
		got, wrong := DateReading{}.Read(text)
		if wrong != (Slip{}) {
			got = ""
		}
		if got != want {
			t.Errorf("%s is %q, want %q (%s)", text, got, want, wrong.Message)
		}
	}
}

func TestWithoutFootnotes(t *testing.T) {
	for text, want := range map[string]string{
		"Ada Lind[3]": "Ada Lind", "Ada Lind[a][12]": "Ada Lind", "Murder[note 1], theft[b]": "Murder, theft", "Oxport [2]": "Oxport [2]", "[1]": "[1]", "list[10000]": "list[10000]", "Ada [sic]": "Ada [sic]",
		"Treason[citation needed]": "Treason", "x[": "x[", "ы[3]": "ы",
	} {
		if got := WithoutFootnotes(text); got != want {
			t.Errorf("%s is %q, want %q", text, got, want)
		}
	}
}

func TestBuddhistDates(t *testing.T) {
	for text, want := range map[string]string{"21/05/2559": "2016-05-21", "29/02/2559": "2016-02-29", "2559-05": "2016-05", "21 พฤษภาคม 2559": "2016-05-21", "21 พ.ค. 2559": "2016-05-21", "๒๑/๐๕/๒๕๕๙": "2016-05-21", "2559": "2016", "21/05/2016": "2016-05-21"} {
		if got, wrong := (DateReading{Order: OrderBuddhist}).Read(text); got != want {
			t.Errorf("%s is %q, want %q (%s)", text, got, want, wrong.Message)
		}
	}
}

func TestHasTime(t *testing.T) {
	for text, want := range map[string]bool{"2016-05-21T10:14:22.123+05:00": true, "20-03-2015 at 5:30 PM": true, "2016-05-21 00:30": true, "2016-05-21 00:00:00.000/2016-05-22 00:00:00.000": false, "2016/05/21:2016/05/30": false, "2016-05-21T00:00:00+05:00": false, "21 May 2016": false, "EOW: 10 May 2016": false} {
		if HasTime(text) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
}
