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

// resetPeak resets the peak of memory use where the system supports it (Linux).
func resetPeak() {
	debug.FreeOSMemory()
	os.WriteFile("/proc/self/clear_refs", []byte("5"), 0)
}

// Peak returns the peak memory of a process in bytes; 0 if the system does not report
// it (only Linux does).
func Peak(process int) int {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", process))
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	var kilobytes int
	fmt.Sscan(after, &kilobytes)
	return kilobytes << 10
}

// Spent returns the CPU time of a process; 0 if the system does not report it (only
// Linux does).
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

// peakMB returns the peak memory of the program in megabytes, as reported by the
// system (Linux), else by the Go runtime.
func peakMB() float64 {
	if peak := Peak(os.Getpid()); peak > 0 {
		return float64(peak) / 1e6
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	return float64(memory.Sys) / 1e6
}
