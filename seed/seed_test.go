package seed_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"casebook/model"
	"casebook/model/check"
	"casebook/seed"
)

var update = flag.Bool("update", false, "write the embedded pack anew from its YAML")

func TestTheEmbeddedPackIsUpToDate(t *testing.T) {
	const source, embedded = "kazakhstan-2016-17.yaml", "kazakhstan-2016-17.json"
	data, err := os.ReadFile(source)
	if err != nil {
		t.Fatal(err)
	}
	pack, err := seed.Load(source, data)
	if err != nil {
		t.Fatal(err)
	}
	want, err := json.Marshal(pack)
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	if *update {
		if err := os.WriteFile(embedded, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(embedded)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what %s says: run go generate ./seed", embedded, source)
	}
}

func TestKazakhstan(t *testing.T) {
	pack, err := seed.Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	paragraphs := 0
	for _, section := range pack.Sections {
		paragraphs += len(section.Paragraphs)
	}
	if len(pack.Cases) < 30 || paragraphs != 19 {
		t.Errorf("%d cases of %d paragraphs", len(pack.Cases), paragraphs)
	}
	if problems := check.Pack(pack); len(problems) > 0 {
		t.Errorf("%d problems, the first: %+v", len(problems), problems[0])
	}
}

func BenchmarkKazakhstan(b *testing.B) {
	for b.Loop() {
		if _, err := seed.Kazakhstan(); err != nil {
			b.Fatal(err)
		}
	}
}

func embedded(t *testing.T) model.Pack {
	t.Helper()
	pack, err := seed.Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	return pack
}
