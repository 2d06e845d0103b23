//go:build !unix

package pace

// Scrolls says whether terminals move rows as they are told: Windows Terminal moves
// others too (microsoft/terminal 19016).
const Scrolls = false

const suspends = false

func stop() {}

// onResize does nothing: the new size comes with the keys.
func onResize(func()) (stop func()) { return func() {} }
