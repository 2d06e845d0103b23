package mapping

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/cells"
)

// outcomesOf reads outcomes from the words of a column that is called sentence, status or
// appeal, where a quarter of its values at least say one. The column stays a field of the
// list, so that nothing of it is lost.
func (p *proposer) outcomesOf(column int) {
	s := &p.s.columns[column]
	words := headingWords(p.t.Bare[column])
	named := func(set func() map[string]bool) bool {
		return slices.ContainsFunc(words, func(w string) bool { return set()[w] })
	}
	rule := OutcomeRule{Text: p.ref(column)}
	switch {
	case len(p.m.People) == 0, p.has("outcomes"):
		return
	case named(appealWords):
		rule.Stage, rule.Type = "appeal", "prison"
	case named(sentenceWords):
		rule.Type = "prison"
	case !named(stateWords):
		return
	}
	if unit := unitOf(words); p.m.Fields[len(p.m.Fields)-1].Kind == model.FieldNumber {
		if unit != "" && rule.Type != "" && !slices.ContainsFunc(words, func(w string) bool { return ofRecord()[w] || birthWords()[w] || w == "fine" || w == "штраф" }) {
			rule.Text += Template(" " + unit)
			p.addOutcomes(rule)
			p.note("%s: its numbers are also read as sentences, such as prison, %s %s", p.t.Columns[column], s.examples[0], unit)
		}
		return
	}
	var read, unread []string
	values := s.commonest()
	for _, value := range values {
		said := cells.Outcomes(value, model.OutcomeType(rule.Type))
		if len(said) == 0 {
			unread = append(unread, Shortened(value))
			continue
		}
		read = append(read, Shortened(value)+" = "+said[0].Label())
	}
	if len(read) == 0 || len(read)*4 < len(values) {
		return
	}
	p.addOutcomes(rule)
	p.note("%s: %d of %d different values are also read as outcomes, such as %s", p.t.Columns[column], len(read), len(values), strings.Join(read[:min(3, len(read))], "; "))
	if len(unread) > 0 {
		p.note("%s: no outcome is read from %s", p.t.Columns[column], strings.Join(unread[:min(3, len(unread))], "; "))
	}
}

// addOutcomes adds a rule, with the date of the verdict where the list has one.
func (p *proposer) addOutcomes(rule OutcomeRule) {
	for _, date := range p.m.Dates {
		if date.What == "verdict" && rule.Stage == "" && len(date.Split) == 0 && date.Within == "" {
			rule.Date, rule.Order, rule.Pivot = date.Date, date.Order, date.Pivot
		}
	}
	p.m.Outcomes = append(p.m.Outcomes, rule)
}

// unitOf returns the unit of time in a column's name: Sentence (years).
func unitOf(words []string) string {
	for unit, names := range unitWords {
		if slices.ContainsFunc(words, func(w string) bool { return names()[w] }) {
			return unit
		}
	}
	return ""
}

var unitWords = map[string]func() map[string]bool{
	"years":  headingSet("роки років years yrs лет годы годах год років гадоў жыл ans años anos anni jahre yıl lat سنوات 年 tahun năm"),
	"months": headingSet("months месяцы месяцев месяцах мес mois meses mesi monate ay miesięcy أشهر bulan tháng"),
	"days":   headingSet("days суток сутки дней дни jours días dias giorni tage gün dni أيام hari ngày"),
}

// The names of columns with sentences, with other outcomes and with the results of
// appeals.
var (
	sentenceWords = headingSet("sentence sentencing punishment penalty verdict judgment judgement sanction приговор наказание срок суток штраф vonis hukuman putusan peine condamnation sanction pena condena sentencia sanción ceza cezası hüküm karar urteil strafe wyrok kara sentença sentenza вирок покарання термін тэрмін мерзімі прысуд пакаранне үкім жаза шешімі حكم الحكم العقوبة 刑期 判决 判決 量刑")
	stateWords    = headingSet("status outcome result decision fate disposition статус результат исход решение situation statut résultat estado situación resultado situação durum durumu sonuç ergebnis stato esito стан мәртебесі الحالة النتيجة وضعیت 现状 現狀 状态 结果")
	appealWords   = headingSet("appeal cassation апелляция кассация апеляція appel apelación casación apelação istinaf temyiz berufung appello apelacja апелляциясы استئناف 上诉")
)
