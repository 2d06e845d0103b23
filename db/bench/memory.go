package bench

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"
)

// resetPeak forgets how much memory was used so far, where the system can (Linux).
func resetPeak() {
	debug.FreeOSMemory()
	os.WriteFile("/proc/self/clear_refs", []byte("5"), 0)
}

// Peak is the peak memory of a process, in bytes; 0 if the system does not report it
// as Linux does.
func Peak(process int) int {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", process))
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	var kilobytes int
	fmt.Sscan(after, &kilobytes)
	return kilobytes << 10
}

// Spent is the CPU time of a process; 0 if the system does not report it as Linux
// does.
func Spent(process int) time.Duration {
	const tick = 10 * time.Millisecond // USER_HZ
	stat, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", process))
	_, after, _ := strings.Cut(string(stat), ") ") // its name may have anything in it
	fields := strings.Fields(after)
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * tick
}

// peakMB is how much memory the program has used at the most, in megabytes:
// what the system says (Linux), else what the runtime asked for.
func peakMB() float64 {
	if peak := Peak(os.Getpid()); peak > 0 {
		return float64(peak) / 1e6
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	return float64(memory.Sys) / 1e6
}
