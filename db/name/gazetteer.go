package name

import (
	"slices"
	"strings"
	"sync"
)

// places are places that go by several names no rule of sound leads between:
// renamed ones, exonyms, translations. A line is one place, the names parted
// by commas. After the gazetteers of GeoNames and the lists of renamed cities
// in Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan; Russian
// and Kazakh names of regions after the classifier of administrative objects.
const places = `
Astana, Nur-Sultan, Akmola, Aqmola, Tselinograd, Akmolinsk
Almaty, Alma-Ata, Verny
Aktau, Shevchenko
Aktobe, Aktyubinsk
Atyrau, Guryev
Zhanaozen, Novy Uzen, Novyi Uzen
Oskemen, Ust-Kamenogorsk
Semey, Semipalatinsk
Kyzylorda, Ak-Mechet, Perovsk
Taraz, Dzhambul, Zhambyl, Aulie-Ata, Mirzoyan
Oral, Uralsk
Kostanay, Kustanai, Nikolayevsk
Petropavl, Petropavlovsk, Kyzylzhar
Kokshetau, Kokchetav
Taldykorgan, Taldy-Kurgan
Turkistan, Turkestan, Yasy
Zhezkazgan, Dzhezkazgan
Ridder, Leninogorsk
Konayev, Kapchagai, Kapshagay
Baikonur, Baykonyr, Leninsk, Tyuratam
Fort-Shevchenko, Alexandrovsky
Karaganda, Karagandy
Balkhash, Balqash
Sarkand, Sarkan
Altai, Zyryanovsk
Shu, Chu
Bishkek, Frunze, Pishpek
Karakol, Przhevalsk
Balykchy, Rybachye, Issyk-Kul
Jalal-Abad, Dzhalal-Abad
Dushanbe, Stalinabad, Dyushambe
Khujand, Leninabad, Khodzhent
Bokhtar, Kurgan-Tyube, Qurghonteppa
Istaravshan, Ura-Tyube
Kulob, Kulyab
Guliston, Kayrakkum
Buston, Chkalovsk
Levakant, Sarband
Vahdat, Ordzhonikidzeabad, Kofarnihon
Tursunzoda, Regar
Konibodom, Kanibadam
Panjakent, Penjikent
Khorugh, Khorog
Ashgabat, Ashkhabad, Poltoratsk
Turkmenabat, Chardzhou, Charjew
Turkmenbashi, Krasnovodsk
Dashoguz, Tashauz
Balkanabat, Nebit-Dag
Mary, Merv
Serdar, Gyzylarbat, Kizyl-Arvat
Tashkent, Toshkent
Fergana, Skobelev, New Margelan
Kokand, Qoqon
Navoi, Navoiy, Kermine
Jizzakh, Dzhizak
Khiva, Xiva
Urgench, Novo-Urgench
Karshi, Qarshi, Bek-Budi
Nurafshon, Toytepa
Karakalpakstan, Karakalpakia, Qoraqalpogiston
Shahrisabz, Kesh
Ulaanbaatar, Ulan Bator, Urga
Urumqi, Dihua
Saint Petersburg, Sankt-Peterburg, Leningrad, Petrograd
Volgograd, Stalingrad, Tsaritsyn
Nizhny Novgorod, Gorky
Yekaterinburg, Sverdlovsk
Samara, Kuibyshev
Moscow, Moskva, Мәскеу
Kyiv, Kiev
Istanbul, Constantinople
Beijing, Peking, Пекин
East Kazakhstan Region, Восточный Казахстан, Восточно-Казахстанская область, ВКО, Шығыс Қазақстан, Shyghys Qazaqstan
West Kazakhstan Region, Западный Казахстан, Западно-Казахстанская область, ЗКО, Батыс Қазақстан, Batys Qazaqstan
North Kazakhstan Region, Северный Казахстан, Северо-Казахстанская область, СКО, Солтүстік Қазақстан, Soltustik Qazaqstan
South Kazakhstan Region, Южный Казахстан, Южно-Казахстанская область, ЮКО, Оңтүстік Қазақстан, Ongtustik Qazaqstan
Akmola Region, Акмолинская область, Ақмола облысы
Aktobe Region, Актюбинская область, Ақтөбе облысы
Almaty Region, Алматинская область, Алматы облысы
Atyrau Region, Атырауская область, Атырау облысы
Karaganda Region, Карагандинская область, Қарағанды облысы
Kostanay Region, Костанайская область, Қостанай облысы
Kyzylorda Region, Кызылординская область, Қызылорда облысы
Mangystau Region, Мангистауская область, Маңғыстау облысы
Pavlodar Region, Павлодарская область, Павлодар облысы
Turkistan Region, Туркестанская область, Түркістан облысы
Zhambyl Region, Жамбылская область, Джамбулская область, Жамбыл облысы
Kazakhstan, Казахстан, Қазақстан, Qazaqstan
Kyrgyzstan, Kirghizia, Kirgizia, Kyrgyz Republic, Киргизия, Kirgisistan
Turkmenistan, Turkmenia, Туркмения
Russia, Россия, Russian Federation, Российская Федерация, Ресей, Rossiya
Belarus, Беларусь, Белоруссия, Byelorussia
China, Китай, Қытай, Kitai
Turkey, Türkiye, Турция
Germany, Германия, Deutschland
Ukraine, Украина
Mongolia, Монголия, Моңғолия
Afghanistan, Афганистан, Ауғанстан
Iran, Иран, Persia
Azerbaijan, Азербайджан, Әзербайжан
Armenia, Армения, Hayastan
Georgia, Грузия, Sakartvelo
`

// gazetteer maps the sound of each name of a place to all its names. It is
// made when it is first asked for: the start of the program does not wait for it.
var gazetteer = sync.OnceValue(newGazetteer)

func newGazetteer() map[string][]string {
	named := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(places), "\n") {
		names := strings.Split(line, ", ")
		for _, n := range names {
			if sound := whole(n); named[sound] == nil {
				named[sound] = names
			}
		}
	}
	return named
}

// whole is the sound of a whole name in one.
func whole(raw string) string {
	parts, _ := split(raw)
	var sound strings.Builder
	for _, part := range parts {
		keys, _ := readings(part)
		sound.WriteString(keys[0])
	}
	return sound.String()
}

// Spellings gives a name and, where it is that of a place with other names,
// those too: what an index stores for it.
func Spellings(raw string) []string {
	spellings := []string{raw}
	for _, other := range gazetteer()[whole(raw)] {
		if !slices.Contains(spellings, other) {
			spellings = append(spellings, other)
		}
	}
	return spellings
}

// Akin reports whether two names have a word in common, or words with the same
// consonants: whether one may be a spelling of the other.
func Akin(a, b string) bool {
	for _, w := range Words(a) {
		for _, other := range Words(b) {
			if Skeleton(w.Keys[0]) == Skeleton(other.Keys[0]) {
				return true
			}
		}
	}
	return false
}
