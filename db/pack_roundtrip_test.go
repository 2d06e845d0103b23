package db

import (
	"encoding/json"
	"reflect"
	"testing"
)

func TestPackIsWhatWasImported(t *testing.T) {
	both(t, func(t *testing.T, library *Library) {
		want := norland()
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
	})
}
