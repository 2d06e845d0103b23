package words

import (
	"strings"
	"testing"
)

func TestUTF8(t *testing.T) {
	for _, test := range []struct {
		system, environment string
		want                bool
	}{
		{"linux", "LANG=en_GB.UTF-8", true}, {"linux", "LANG=kk_KZ.utf8", true}, {"linux", "", false}, {"linux", "LANG=C", false},
		{"linux", "LANG=ru_RU.KOI8-R", false}, {"linux", "LANG=C.UTF-8 LC_ALL=POSIX", false}, {"linux", "LANG=C LC_CTYPE=C.UTF-8", true},
		{"linux", "LANG=en_GB.UTF-8 LC_ALL=", true}, {"windows", "", true}, {"darwin", "", true}, {"darwin", "LC_CTYPE=UTF-8", true},
		{"darwin", "SSH_CONNECTION=1", false}, {"darwin", "LANG=C", false},
	} {
		if got := utf8On(test.system, strings.Fields(test.environment)); got != test.want {
			t.Errorf("%s with %q: %t, want %t", test.system, test.environment, got, test.want)
		}
	}
}
