package quiet

import (
	"reflect"
	"testing"
)

type here struct{}

// TestName holds what the order of initialisation rests on.
func TestName(t *testing.T) {
	if path := reflect.TypeFor[here]().PkgPath(); path >= "unicode" {
		t.Errorf("%s sorts after unicode: Lip Gloss is initialised first, and looks for colours in the user's terminal database and in tmux", path)
	}
}
