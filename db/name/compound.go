package name

import "casebook/model/lazy"

// compoundSuffixes are second parts of names that are written in one word or in two:
// Arabic -allah and al-din, Persian and Pashto -zade, -pur, -nejad, -nia and -reza
// (UNGEGN Arabic and Persian: both ways are right).
var compoundSuffixes = lazy.Set{Text: "allah ullah ollah oullah ulla olla alla uddin eddin eddine addin aldin eldin ud-din " +
	"zade zadeh zada zadah zoda pour pur poor nejad nezhad nejhad nia niya fard far mand reza riza raza ridha " +
	"الله اللہ الدين الدین زاده زادة زادہ پور نژاد نژاد نيا نیا فرد رضا улла уллах аллах зода заде пур"}

// articles are words that stand between the two parts of such a name.
var articles = lazy.Set{Text: "al el ul ud ad ed uz az ar ur as us ال аль эль ад уд"}

// compoundEnd returns the end of a two-part name that begins at i; 0 if there is none.
func compoundEnd(parts []string, i int) int {
	switch {
	case i+1 >= len(parts) || len(parts[i]) < 2 || articles.Has(parts[i]):
		return 0
	case compoundSuffixes.Has(parts[i+1]):
		return i + 2
	case i+2 < len(parts) && articles.Has(parts[i+1]) && (parts[i+2] == "din" || parts[i+2] == "deen" || parts[i+2] == "dine" || parts[i+2] == "дин"):
		return i + 3
	}
	return 0
}

// joinCompounds writes each two-part name in one word; nil if there is none.
func joinCompounds(parts []string) []string {
	var list []string
	some := false
	for i := 0; i < len(parts); {
		to := max(servantEnd(parts, i), compoundEnd(parts, i))
		if to > 0 {
			some = true
		} else {
			to = i + 1
		}
		word := ""
		for _, part := range parts[i:to] {
			word += part
		}
		list = append(list, word)
		i = to
	}
	if !some || len(list) == 0 {
		return nil
	}
	return list
}
