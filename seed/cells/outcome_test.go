package cells

import (
	"strings"
	"testing"

	"casebook/model"
)

func TestOutcomes(t *testing.T) {
	for _, test := range []struct{ text, sentence, status string }{ // as the cell of a column of sentences, and of another one
		{"5 years and 6 months in a general-regime colony", "trial prison 5.5 years", "trial prison 5.5 years"},
		{"7 years' imprisonment", "trial prison 7 years", "trial prison 7 years"},
		{"5 years", "trial prison 5 years", ""},
		{"life imprisonment", "trial life imprisonment", "trial life imprisonment"},
		{"3 years (suspended)", "trial suspended sentence 3 years", "trial suspended sentence 3 years"},
		{"15 days administrative detention", "administrative administrative detention 15 days", "administrative administrative detention 15 days"},
		{"awaiting trial", "", ""},
		{"not convicted", "", ""},
		{"up to 5 years in prison", "", ""},
		{"The prosecutor requested 7 years in prison", "", ""},
		{"штраф 500 тыс. руб", "trial fine 500000 руб", "trial fine 500000 руб"},
		{"multa de 2 millones pesos", "trial fine 2000000 pesos", "trial fine 2000000 pesos"},
		{"amende de 3 mille francs", "trial fine 3000 francs", "trial fine 3000 francs"},
		{"fined 200,000 tenge", "trial fine 200000 tenge", "trial fine 200000 tenge"},
		{"fine: $1 200.50", "trial fine 1200.5 $", "trial fine 1200.5 $"},
		{"fine 1.200,50 EUR", "trial fine 1200.50 EUR", "trial fine 1200.50 EUR"},
		{"fined 300 euros and then 500 euros", "trial fine", "trial fine"},
		{"fined, case 12", "trial fine", "trial fine"},
		{"10 years + fine", "trial prison 10 years; trial fine not stated", "trial fine not stated"},
		{"death penalty (commuted)", "trial death sentence", "trial death sentence"},
		{"In prison", "trial prison not stated", ""},
		{"Released 2015", "detention release", "detention release"},
		{"acquitted", "trial acquittal", "trial acquittal"},
		{"not guilty", "trial acquittal", "trial acquittal"},
		{"convicted - 3 years imprisonment", "trial prison 3 years", "trial prison 3 years"},
		{"7 лет лишения свободы условно", "trial suspended sentence 7 years", "trial suspended sentence 7 years"},
		{"5 лет 6 месяцев колонии общего режима", "trial prison 5.5 years", "trial prison 5.5 years"},
		{"штраф 20 МРП", "trial fine 20 МРП", "trial fine 20 МРП"},
		{"1 год исправительных работ", "trial community service 1 years", "trial community service 1 years"},
		{"пожизненное лишение свободы", "trial life imprisonment", "trial life imprisonment"},
		{"2 года ограничения свободы", "trial probation 2 years", "trial probation 2 years"},
		{"дело прекращено", "prosecution prosecution dropped", "prosecution prosecution dropped"},
		{"10 суток", "administrative administrative detention 10 days", "administrative administrative detention 10 days"},
		{"15 суток ареста", "administrative administrative detention 15 days", "administrative administrative detention 15 days"},
		{"без изменений", "appeal sentence upheld", "appeal sentence upheld"},
		{"6 yıl 3 ay hapis", "trial prison 6.25 years", "trial prison 6.25 years"},
		{"beraat", "trial acquittal", "trial acquittal"},
		{"devam ediyor", "", ""},
		{"有期徒刑5年", "trial prison 5 years", "trial prison 5 years"},
		{"3年6个月", "trial prison 3.5 years", ""},
		{"无期徒刑", "trial life imprisonment", "trial life imprisonment"},
		{"السجن خمس سنوات", "trial prison 5 years", "trial prison 5 years"},
		{"لم يحاكم", "", ""},
		{"5 años de prisión", "trial prison 5 years", "trial prison 5 years"},
		{"2 ans dont 6 mois avec sursis", "trial prison 2 years; trial suspended sentence 6 months", "trial prison 2 years; trial suspended sentence 6 months"},
		{"0-5 years", "trial prison up to 5 years", ""},
		{"5-10 years", "trial prison 5-10 years", ""},
		{"10+ years", "trial prison at least 10 years", ""},
		{"5 năm tù, 3 năm quản chế", "trial prison 5 years", "trial prison 5 years"},
		{"chưa xét xử", "", ""},
		{"2 tahun penjara", "trial prison 2 years", "trial prison 2 years"},
		{"bebas", "", ""},
		{"2 years of exile", "", ""},
		{"3y 6m", "trial prison 3.5 years", ""},
		{"3y6m", "trial prison 3.5 years", ""},
		{"4 г. 2 м.", "trial prison 50 months", ""},
		{"5½ years", "trial prison 5.5 years", ""},
		{"5 1/2 years in prison", "trial prison 5.5 years", "trial prison 5.5 years"},
		{"two and a half years", "trial prison 2.5 years", ""},
		{"two years and a half in prison", "trial prison 2.5 years", "trial prison 2.5 years"},
		{"2 года с половиной колонии", "trial prison 2.5 years", "trial prison 2.5 years"},
		{"5 years, 2 suspended", "trial prison 5 years; trial suspended sentence 2 years", "trial prison 5 years; trial suspended sentence 2 years"},
		{"18 months of which 6 months suspended", "trial prison 18 months; trial suspended sentence 6 months", "trial prison 18 months; trial suspended sentence 6 months"},
		{"3 years in prison (1 suspended)", "trial prison 3 years; trial suspended sentence 1 years", "trial prison 3 years; trial suspended sentence 1 years"},
		{"5 лет, из них 2 условно", "trial prison 5 years; trial suspended sentence 2 years", "trial prison 5 years; trial suspended sentence 2 years"},
		{"2 years, suspended for 3 years", "trial suspended sentence 2 years", "trial suspended sentence 2 years"},
		{"suspended sentence of 2 years", "trial suspended sentence 2 years", "trial suspended sentence 2 years"},
		{"2 years suspended, fined 300 euros", "trial suspended sentence 2 years; trial fine 300 euros", "trial suspended sentence 2 years; trial fine 300 euros"},
		{"3 years of restricted freedom", "trial probation 3 years", "trial probation 3 years"},
		{"10 years + 2 years of probation", "trial prison 10 years; trial probation 2 years", "trial probation 2 years"},
		{"18 months, reduced to 12 on appeal", "trial prison 18 months; appeal prison 12 months", ""},
		{"6 years in prison, reduced to 4 years", "trial prison 6 years; appeal prison 4 years", "trial prison 6 years; appeal prison 4 years"},
		{"death sentence commuted to life imprisonment", "trial death sentence; commutation life imprisonment", "trial death sentence; commutation life imprisonment"},
		{"5 angry men", "", ""},
		{"Reduced to 1 year", "appeal prison 1 years", ""},
		{"3 mois ferme", "trial prison 3 months", "trial prison 3 months"},
		{"2,5 гады абмежавання волі", "trial probation 2.5 years", "trial probation 2.5 years"},
		{"3 гады калоніі", "trial prison 3 years", "trial prison 3 years"},
		{"штраф 300 тис. рублів", "trial fine 300000 рублів", "trial fine 300000 рублів"},
		{"sentenced to five years", "trial prison 5 years", ""},
		{"Prison No. 3, Port", "", ""},
		{"5 years 4 months", "trial prison 64 months", ""},
		{strings.Repeat("He spoke of five years in prison. ", 20), "", ""},
	} {
		for length, want := range map[model.OutcomeType]string{"prison": test.sentence, "": test.status} {
			var said []string
			for _, o := range Outcomes(test.text, length) {
				said = append(said, strings.TrimSpace(strings.Join([]string{string(o.Stage), string(o.Type), string(o.Amount), string(o.Unit)}, " ")))
			}
			if got := strings.Join(said, "; "); got != want {
				t.Errorf("%q with a length that means %q: %s, want %s", test.text, length, got, want)
			}
		}
	}
}
