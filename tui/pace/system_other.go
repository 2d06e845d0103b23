//go:build !unix

package pace

// Scrolls is false: Windows Terminal also moves rows outside of the scrolling region
// (microsoft/terminal 19016).
const Scrolls = false

const suspends = false

func stop() {}

// onResize does nothing: the new size comes with the keys.
func onResize(func()) (stop func()) { return func() {} }
