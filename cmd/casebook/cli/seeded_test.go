package cli

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"casebook/db"
	"casebook/seed"
)

var update = flag.Bool("update", false, "write the library again")

func TestTheSeededLibraryIsUpToDate(t *testing.T) {
	pack, err := seed.Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	want, err := db.Image(t.Context(), pack)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("seeded.db", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(Seeded, want) {
		t.Error("seeded.db is not what the embedded report makes: run go generate ./...")
	}
}
