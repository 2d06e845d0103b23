package name

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the sounds of given names again")

func TestTheSoundsOfGivenNamesAreUpToDate(t *testing.T) {
	names, err := os.ReadFile("tables/given.txt")
	if err != nil {
		t.Fatal(err)
	}
	var sounds strings.Builder
	for line := range lines(string(names)) {
		var keys []string
		for raw := range strings.SplitSeq(line, ", ") {
			for _, w := range Words(raw) {
				keys = append(keys, w.Keys[0])
			}
		}
		slices.Sort(keys)
		sounds.WriteString(strings.Join(slices.Compact(keys), " ") + "\n")
	}
	if *update {
		if err := os.WriteFile("tables/givensounds.txt", []byte(sounds.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if sounds.String() != givenSounds {
		t.Error("givensounds.txt is not what given.txt makes: run go generate ./db/name")
	}
}
