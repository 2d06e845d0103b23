//go:build !unix

package pace

const (
	scrolls  = false // Windows Terminal moves rows outside of the ones that it is told (microsoft/terminal 19016)
	suspends = false
)

func stop() {}

// onResize does nothing: the new size comes with the keys.
func onResize(func()) (stop func()) { return func() {} }
