package private

import (
	"runtime"
	"runtime/debug"
	"sync"
)

// Scrub overwrites what the program has let go of in memory, as far as Go lets it:
// it collects what is not used any more, gives whole pages back to the system, and
// has Go clear the gaps in the others by filling them, those between stacks too.
// What is still used, what other libraries hold outside of Go, and what the system
// has written to its swap is not overwritten. Meanwhile one thread alone runs: each
// has gaps of its own, which are gathered so.
func Scrub() {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	runtime.GC() // twice: what is kept in a sync.Pool goes with the second
	debug.FreeOSMemory()
	fillStacks()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	gaps := int(min(stats.HeapInuse-min(stats.HeapAlloc, stats.HeapInuse), 64<<20))
	for _, class := range stats.BySize {
		// A class has no more gaps than all of them together. Memory with pointers
		// and without is apart.
		if size := int(class.Size); size > 0 {
			fill(size, min(gaps/size+1, 1<<16))
		}
	}
	debug.FreeOSMemory()
}

// fillStacks has as many goroutines as there may be gaps between stacks, one for
// each, clear a stack of every size that is kept for others.
func fillStacks() {
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // which makes stacks smaller
	const smallest, largest, most = 2 << 10, 32 << 10, 2000
	for size := smallest; size <= largest; size *= 2 {
		var stats runtime.MemStats
		runtime.ReadMemStats(&stats)
		var cleared, ended sync.WaitGroup
		end := make(chan struct{})
		for range min(int(stats.StackInuse)/size+1, most) {
			cleared.Add(1)
			ended.Go(func() {
				clearStack(size / 2)
				cleared.Done()
				<-end
			})
		}
		cleared.Wait()
		close(end)
		ended.Wait()
	}
}

// clearStack clears at least so many bytes of a stack.
//
//go:noinline
func clearStack(left int) byte {
	var frame [512]byte
	if left > len(frame) {
		frame[left%len(frame)] = clearStack(left - len(frame))
	}
	return frame[0]
}

// fill allocates cleared objects of a size, with and without pointers.
func fill(size, count int) {
	plain := make([][]byte, 0, count)
	for range count {
		plain = append(plain, make([]byte, size))
	}
	pointers := make([][]*byte, 0, count)
	for range count {
		pointers = append(pointers, make([]*byte, max(size/8, 1)))
	}
	runtime.KeepAlive(plain)
	runtime.KeepAlive(pointers)
}
