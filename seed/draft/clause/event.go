package clause

// An Event is a verb with those whom it concerns.
type Event struct {
	At      int   // the verb's word
	From    int   // where the words that belong to it begin
	Verb    *Verb // nil: not in the table
	Passive bool
	Copula  bool // it is a form of be or remain that no participle follows
	Unreal  bool // wished for, planned, threatened, possible or denied
	Subject *Phrase
	Object  *Phrase // the first behind the verb
	Second  *Phrase // and the one behind that
	Above   *Event  // the verb of the clause that it is in
	to      *Phrase // to or on whom
	main    bool
}

// Patient returns whom an event concerns by the class of its verb: who is
// sentenced, who receives; nil where that is nobody in particular.
func (e *Event) Patient() *Phrase {
	class := ""
	if e.Verb != nil {
		class = e.Verb.Class
	}
	switch {
	case e.Passive, e.Copula, class == "had", class == "died":
		return e.Subject
	case class == "given":
		if e.to.IsPerson() {
			return e.to
		}
		if e.Object.IsPerson() {
			return e.Object
		}
		return nil
	case e.Object.IsPerson():
		return e.Object
	}
	return nil
}

// About returns what an event is done to or said of: the object, or the subject of
// a passive verb and of a form of be.
func (e *Event) About() *Phrase {
	if e.Passive || e.Copula {
		return e.Subject
	}
	return e.Object
}
