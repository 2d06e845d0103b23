package name

import "sync"

// titles are words before a name that are none, as they are written: degrees,
// offices, ranks, and the honorifics of scholars, pilgrims and descendants of the
// Prophet in Arabic, Persian, Pashto, Urdu and Turkic languages.
var titles = sync.OnceValue(func() map[string]bool {
	return members(literal("dr doctor prof professor mr mrs ms miss sir lord lady hon honourable honorable rev father " +
		"president minister senator general gen colonel col major maj captain capt lieutenant lt brigadier sergeant judge justice " +
		"sheikh shaikh shaykh sheik cheikh cheik shekh seyed sayed sayyed sayyid seyyed seyyid sayid syed saiyed seid " +
		"haji hajji hadji hajj haj alhaji elhadj hacı mullah mulla molla mawlawi maulawi mawlavi maulavi maulvi molvi molavi maulana mawlana " +
		"qari qaari hafiz ayatollah ayatullah hojjatoleslam imam mufti ustad ustaz usta akhund akhond mirza agha aqa khwaja chaudhry chaudhary mian " +
		"бей эфенди др доктор проф профессор господин госпожа г-н президент министр генерал полковник майор капитан шейх сейид хаджи мулла имам муфтий аятолла " +
		"شيخ الشيخ شیخ سيد السيد سید دكتور الدكتور دکتر حاجي حاجی حاج الحاج ملا مولوي مولوی قاري قاری آيت مهندس"))
})

// title reports whether a word is no name but stands before one. Many are given
// names or surnames too: only beside two other words is it sure to be none.
func (w Word) title() bool { return titles()[w.Literal] }
