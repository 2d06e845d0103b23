//go:build unix

package pace

import (
	"os"
	"os/signal"
	"syscall"
)

// Scrolls is true: terminals move only the rows of the scrolling region.
const Scrolls = true

const suspends = true

// stop stops the program and the others of its job, until they are wanted again.
func stop() {
	resumed := make(chan os.Signal, 1)
	signal.Notify(resumed, syscall.SIGCONT)
	defer signal.Stop(resumed)
	syscall.Kill(0, syscall.SIGTSTP)
	<-resumed
}

// onResize does something whenever the terminal gets another size, until it is
// told to stop.
func onResize(do func()) (stop func()) {
	resized, stopped := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(resized, syscall.SIGWINCH)
	go func() {
		for {
			select {
			case <-resized:
				do()
			case <-stopped:
				return
			}
		}
	}()
	return func() {
		signal.Stop(resized)
		close(stopped)
	}
}
