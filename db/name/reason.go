package name

// A Reason says why a name matches a query.
type Reason int

// The reasons, the closest first.
const (
	Exact     Reason = iota // letter by letter
	Prefix                  // the name continues
	Order                   // the words in another order
	Script                  // the same sounds in another alphabet
	Sound                   // other letters, the same or nearly the same sounds
	Inflected               // in another case or in the plural
	Variant                 // the same given name in another language, or a short form of it
	Short                   // without an ending: Serik for Serikzhan
	OneSlip                 // one letter off
	Slips                   // some letters off
	Joined                  // words joined or split
	Missing                 // a word is not in the name
	Keyboard                // typed on the other keyboard
	Alias                   // another name of the same owner, as the store says
)

// String returns the reason as a row shows it; empty if the letters are the same.
func (r Reason) String() string {
	switch r {
	case Script:
		return "in another alphabet"
	case Inflected:
		return "with another ending"
	case Variant:
		return "another form"
	case Sound:
		return "sounds like"
	case Short:
		return "short form"
	case OneSlip:
		return "one letter off"
	case Slips:
		return "spelled differently"
	case Joined:
		return "spelled apart or together"
	case Missing:
		return "partial match"
	case Keyboard:
		return "typed on the other keyboard"
	case Alias:
		return "another name"
	}
	return ""
}
