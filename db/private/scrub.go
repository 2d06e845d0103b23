package private

import (
	"runtime"
	"runtime/debug"
)

// Scrub overwrites what the program has let go of in memory, as far as Go lets it:
// it collects what is not used any more, gives whole pages back to the system, and
// has Go clear the gaps in the others by filling them. What is still used, what is
// on stacks, what other libraries hold outside of Go, and what the system has
// written to its swap is not overwritten.
func Scrub() {
	runtime.GC() // twice: what is kept in a sync.Pool goes with the second
	debug.FreeOSMemory()
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

// fill makes as many cleared objects of a size, without pointers and with them.
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
