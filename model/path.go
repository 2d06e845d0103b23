package model

import "strings"

// JoinPath joins names from the top level down with slashes, such as those of a category
// or of a law and its provision. A slash in a name is escaped with a backslash. Package
// check refuses names that end with a backslash.
func JoinPath(names ...string) string {
	path := strings.Join(names, "/")
	if strings.Count(path, "/") < len(names) {
		return path
	}
	escaped := make([]string, len(names))
	for i, name := range names {
		escaped[i] = strings.ReplaceAll(name, "/", `\/`)
	}
	return strings.Join(escaped, "/")
}

// SplitPath returns the names of a path that JoinPath made.
func SplitPath(path string) []string {
	if !strings.Contains(path, `\/`) {
		return strings.Split(path, "/")
	}
	var names []string
	begin := 0
	for at := range len(path) {
		if path[at] == '/' && (at == 0 || path[at-1] != '\\') {
			names = append(names, path[begin:at])
			begin = at + 1
		}
	}
	names = append(names, path[begin:])
	for i, name := range names {
		names[i] = strings.ReplaceAll(name, `\/`, "/")
	}
	return names
}
