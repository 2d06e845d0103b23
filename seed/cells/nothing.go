package cells

import (
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"

	"casebook/model"
)

// The words in cells, in lower case, for an empty cell, an unknown value and an
// unnamed person.
var (
	emptyWords = WordSet{Words: []string{"n/a", "na", "n.a.", "n.a", "#n/a", "-", "--", "---", "–", "—", ".", "..", "...", "?", "??", "???", "null", "nan", "none", "nil", "(blank)", "n/k", "s/i", "k.a.", "tbd", "tbc", "tba", "-0-", "\\n", "#ref!", "#value!", "#div/0!", "#name?",
		"нет", "нет данных", "н/д", "нд", "не указано", "не указан", "не указана", "жоқ", "деректер жоқ",
		"néant", "sans objet", "non renseigné", "s/o", "n.c.", "nc", "n/c", "n/r", "nr", "no aplica", "s/d", "s/n", "sin dato", "sin datos", "se desconoce", "ninguno", "ninguna", "لا يوجد"}}
	unknownWords = WordSet{Words: []string{"unknown", "unkown", "not known", "not stated", "not specified", "unspecified", "undetermined", "not available", "not reported", "no data", "tk", "tktk", "tk tk", "unk", "unk.", "undisclosed", "not disclosed",
		"неизвестно", "неизвестна", "неизвестен", "не установлено", "не установлен", "белгісіз", "невідомо", "noma’lum", "noma‘lum", "noma'lum", "номаълум",
		"inconnu", "inconnue", "non connu", "non précisé", "non précisée", "indéterminé", "nd", "desconocido", "desconocida", "no especificado", "no especificada", "no identificado", "se ignora", "sin especificar", "غير معروف", "مجهول"}}
	unnamedWords = WordSet{Words: []string{"unidentified", "unidentified person", "unidentified man", "unidentified woman", "unidentified male", "unidentified female", "unidentified victim", "unnamed", "unnamed person", "unnamed man", "unnamed woman", "anonymous", "name withheld", "withheld", "name unknown", "unknown name", "unknown person", "unknown man", "unknown woman", "unknown male", "unknown female", "not named", "not identified", "no name", "name not released", "name not known", "john doe", "did not give a name", "did not give name", "refused to give name", "refused to give a name", "prefers not to say", "name not given", "name not recorded", "confidential", "jane doe", "jane/john doe",
		"неизвестный", "неизвестная", "неизвестное лицо", "неизвестный мужчина", "неизвестная женщина", "неустановленное лицо", "не установлена", "имя неизвестно", "имя не известно", "имя не названо", "имя не указано", "не назвался", "не назвалась", "ім’я невідоме", "невідома особа", "noma’lum shaxs", "аноним", "без имени",
		"non identifié", "non identifiée", "anonyme", "sans nom", "nom inconnu", "homme inconnu", "femme inconnue", "sin identificar", "sin nombre", "anónimo", "anónima", "hombre no identificado", "mujer no identificada", "nn", "n.n.", "مجهول الهوية", "غير محدد"}}
)

// A WordSet is a set of Words, made when it is first asked for. Those of a Folded set are
// compared as model.Fold writes them.
type WordSet struct {
	Words  []string
	Folded bool
	once   sync.Once
	words  map[string]bool
}

// Has reports whether a word is in the set.
func (s *WordSet) Has(word string) bool { return s.all()[word] }

func (s *WordSet) all() map[string]bool {
	s.once.Do(func() {
		s.words = make(map[string]bool, len(s.Words))
		for _, word := range s.Words {
			if s.Folded {
				word = model.Fold(word)
			}
			s.words[word] = true
		}
	})
	return s.words
}

// maxNothingBytes is the length of the longest of these words in bytes.
const maxNothingBytes = 48

func isIn(set *WordSet, cell string) bool {
	if len(cell) > maxNothingBytes {
		return false
	}
	words := set.all()
	if words[cell] {
		return true
	}
	if cell == "" || cell[0] >= '0' && cell[0] <= '9' {
		return false
	}
	var lower [maxNothingBytes]byte // avoids garbage for cells in ASCII, which most are
	for i := range len(cell) {
		b := cell[i]
		if b >= utf8.RuneSelf {
			return words[strings.ToLower(strings.TrimSpace(cell))]
		}
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
		}
		lower[i] = b
	}
	return words[string(bytes.TrimSpace(lower[:len(cell)]))]
}

// IsEmpty reports whether a text means an empty cell, such as N/A.
func IsEmpty(cell string) bool { return isIn(&emptyWords, cell) }

// IsUnknown reports whether a text means an unknown value.
func IsUnknown(cell string) bool { return isIn(&unknownWords, cell) }

// IsUnnamed reports whether a text means an unnamed person.
func IsUnnamed(cell string) bool { return isIn(&unnamedWords, cell) || isIn(&unknownWords, cell) }
