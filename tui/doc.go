// Package tui is the session on a screen: filters, cases (or a view of what occurs in
// them) and detail. It knows the terminal, keys and panes. It must not know where cases
// come from: no SQL, no file, no network. A results.Library answers.
//
// From a key to rows: App.onKey looks its action up in the table of actions (actions.go),
// once, and runs it. A key without an action is typed into the open prompt, if there is
// one. A letter in the search box ends in searchBox.Edited, which calls App.ask: it gives
// up the running request, and returns a command (tui/ask) that asks the library and
// returns an ask.RowsFound. App.onRowsFound ignores it if it is not the current request's;
// otherwise it fills the list and asks for the counts. After every message
// App.runTypedAhead handles the keys typed ahead, and App.loadMissing asks for what the
// screen lacks: more rows, the case in the detail. View draws everything.
//
// To add an action, add a row to the table. Dispatch, bottom line, help, commands and
// README use this row; go test ./tui/words names the texts to translate, go test
// ./cmd/casebook -run TestReadme -update writes the README, and go test ./tui -run Goldens
// -update the pictures of the screen.
//
// To add a view, name it in results.Views, list its rows in Entries of db/query (views.go)
// and of the library of the tests (tui/browse/browsetest), and add its name to
// document.ViewLabel and the row of v (actions.go). Its orders are in document.EntrySorts,
// and rows of a different form are laid out in document.Format.EntryRow. Keys, commands
// and the views of plain mode need nothing else; its own command there is a row of
// tui/plain/command.go, and go test ./tui/plain -run TestPlainTranscripts -update writes
// the answers of its tests.
//
// To add a language, add a row to the languages in words.go of tui/words and a column to
// the catalogue: the compiler names the texts without it. Its plural rule is in form,
// beside the languages.
package tui
