// Package seed holds the pack that casebook comes with, and reads packs that
// people write. It knows YAML and where in a file a mistake is; it knows no
// database and no screen.
package seed

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"casebook/model"
)

// The pack is written in YAML and embedded as JSON, which is read thirty times faster.
//
//go:generate go test -run TestTheEmbeddedPackIsUpToDate -update .

//go:embed kazakhstan-2016-17.json
var kazakhstan []byte

// Kazakhstan returns the pack of the Amnesty International Report 2016/17 on Kazakhstan.
func Kazakhstan() (model.Pack, error) {
	var pack model.Pack
	if err := json.Unmarshal(kazakhstan, &pack); err != nil {
		return model.Pack{}, fmt.Errorf("read the embedded pack: %w", err)
	}
	return pack, nil
}
