package model

// A Problem is something wrong in a pack.
type Problem struct {
	Path    string // where, as a YAML path such as $.cases[3].dates[0].edtf
	Message string // what is wrong
	Hint    string // what to write instead; may be empty
}

// Check returns everything that is wrong in a pack; nothing when it is sound.
func (p Pack) Check() []Problem { return nil }
