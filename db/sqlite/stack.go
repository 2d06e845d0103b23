package sqlite

// stackRoom is about what SQLite takes of a stack to prepare and run a query, in bytes.
const stackRoom = 24 << 10

var filled bool // never: the room is wanted, and nothing in it

// GrowStack has the goroutine's stack grow for SQLite while little stands on it.
// Else it grows in several steps far down in SQLite, and each of them copies it and
// reads the tables of all functions that stand on it: a megabyte of the program, of
// which nothing else is read.
//
//go:noinline
func GrowStack() {
	if filled {
		var room [stackRoom]byte
		fill(room[:])
	}
}

//go:noinline
func fill(room []byte) { clear(room) }
