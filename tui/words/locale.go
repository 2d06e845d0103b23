package words

import (
	"runtime"
	"strings"
)

// Language returns the language of a session: the given one, else that of its
// environment (KEY=value). Without UTF-8 it is English, which needs only ASCII.
func Language(asked string, environ []string) string {
	switch {
	case asked != "":
		return asked
	case !UTF8(environ):
		return Languages()[english]
	}
	return fromLocale(environ)
}

// fromLocale returns the language of messages in an environment (POSIX: LC_ALL before
// LC_MESSAGES before LANG); empty: none.
func fromLocale(environ []string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := Variable(environ, name); value != "" {
			return value
		}
	}
	return ""
}

// UTF8 reports whether the terminal of an environment shows letters beyond ASCII. The
// locale decides (POSIX: LC_ALL before LC_CTYPE before LANG); none of them is the
// locale C, as over many SSH connections. Windows has no locale variables and shows all
// letters; so do the terminals of macOS, where a session may have none either.
func UTF8(environ []string) bool { return utf8On(runtime.GOOS, environ) }

func utf8On(system string, environ []string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := Variable(environ, name); value != "" {
			value = strings.ToLower(value)
			return strings.Contains(value, "utf-8") || strings.Contains(value, "utf8")
		}
	}
	return system == "windows" || system == "darwin" && Variable(environ, "SSH_CONNECTION") == ""
}

// Variable returns the last value of a name in an environment; empty: none.
func Variable(environ []string, name string) string {
	value := ""
	for _, one := range environ {
		if rest, ok := strings.CutPrefix(one, name+"="); ok {
			value = rest
		}
	}
	return value
}
