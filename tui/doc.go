// Package tui is the session on a screen: filters, cases (or a view of what occurs
// in them) and detail. It knows the terminal, keys and panes. It must not know
// where cases come from: no SQL, no file, no network. A results.Library answers.
//
// A key becomes rows like this. App.onKey looks its action up in the table of
// actions (actions.go), once, and runs it; a key that no action is for is typed
// into the prompt, if one is open. For a letter that is searchBox.Edited, which
// calls App.ask: it gives the running request up and returns a command (tui/ask),
// which asks the library and returns an ask.RowsFound. App.onRowsFound ignores it if it
// is not the current request's, else fills the list and then asks for counts. After
// every message App.runTypedAhead handles the keys typed ahead, and App.loadMissing asks for
// what the screen lacks: more rows, the case in the detail. View draws everything.
//
// To add an action, add a row to the table. Dispatch, bottom line, help, commands
// and README have it from there; go test ./tui/words names the texts to translate,
// go test ./cmd/casebook -run TestReadme -update writes the README, and go test ./tui
// -run Goldens -update the pictures of the screen.
//
// To add a view, name it in results.Views, list its rows in Entries of db/query
// (views.go) and of the library of the tests (tui/browse/browsetest), and say what it
// is called in document.ViewLabel and the row of v (actions.go); its orders are in
// document.EntrySorts, and rows that look different are laid out in
// document.Format.EntryRow. The keys, the commands and views of plain lines reach it by
// themselves; its own word there is a row of tui/plain/command.go, and go test
// ./tui/plain -run TestPlainTranscripts -update writes the answers of its tests.
//
// To add a language, add a row to the languages in words.go of tui/words and a column
// to the catalogue: the compiler names the texts without it. Its plural rule is in
// form, beside the languages.
package tui
