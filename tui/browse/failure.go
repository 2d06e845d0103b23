package browse

import (
	"casebook/model/results"
	"casebook/tui/words"
)

// Failure says in a language why a library could not answer. If it is damaged, what to
// do comes before the details, which may not fit on the line. A remote
// reader cannot mend the library.
func Failure(w words.Words, remote bool, err error) string {
	if details, damaged := results.Damage(err); damaged {
		if remote {
			return w.Say("The library is damaged; tell the person who runs the server") + details
		}
		return w.Say("The library is damaged; run casebook doctor") + details
	}
	return w.Say("Could not read the library: %v", err)
}
