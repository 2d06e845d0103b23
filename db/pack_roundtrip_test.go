package db

import (
	"encoding/json"
	"reflect"
	"testing"

	"casebook/model"
)

func TestPackOfAnImportedReport(t *testing.T) {
	kazakhstan := kazakhstan(t)
	both(t, func(t *testing.T, library *Library) {
		if err := library.Import(t.Context(), kazakhstan); err != nil {
			t.Fatal(err)
		}
		for _, want := range []model.Pack{norland(), kazakhstan} {
			got, err := library.Pack(t.Context(), want.Report.ID)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got %+v\nwant %+v", got, want)
			}
			gotJSON, _ := json.Marshal(got)
			wantJSON, _ := json.Marshal(want)
			if string(gotJSON) != string(wantJSON) {
				t.Errorf("got  %s\nwant %s", gotJSON, wantJSON)
			}
		}
	})
}
