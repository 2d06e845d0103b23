package tui

import (
	"runtime"
	"strings"
)

// UTF8 says whether the terminal of an environment (KEY=value) is told to show
// letters beyond ASCII. The locale decides as POSIX has it: LC_ALL before
// LC_CTYPE before LANG, and none of them is the locale C, as over many an SSH
// connection. Windows has no such names and shows all letters; so do the
// terminals of macOS, where a session begun by the system may have none either.
func UTF8(environ []string) bool { return utf8On(runtime.GOOS, environ) }

func utf8On(system string, environ []string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := environment(environ, name); value != "" {
			value = strings.ToLower(value)
			return strings.Contains(value, "utf-8") || strings.Contains(value, "utf8")
		}
	}
	return system == "windows" || system == "darwin" && environment(environ, "SSH_CONNECTION") == ""
}
