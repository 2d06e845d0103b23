package clause

// An Event is a verb with its subject and objects.
type Event struct {
	At           int   // the word of the verb
	From         int   // its first word, such as an auxiliary
	Verb         *Verb // nil: it is not in the table
	Passive      bool
	Copula       bool // a form of be or remain without a participle
	Unreal       bool // it did not happen: wished for, planned, threatened, possible or denied
	Subject      *Phrase
	Object       *Phrase // the first one
	SecondObject *Phrase // the one after it
	Parent       *Event  // the verb of the enclosing clause
	recipient    *Phrase // after to, on or against
	main         bool
}

// Patient returns the person whom an event concerns: who is sentenced, who receives
// something; nil: none.
func (e *Event) Patient() *Phrase {
	class := ""
	if e.Verb != nil {
		class = e.Verb.Class
	}
	switch {
	case e.Passive, e.Copula, class == "had", class == "died":
		return e.Subject
	case class == "given":
		if e.recipient.IsPerson() {
			return e.recipient
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

// Theme returns the object of an event, or the subject of a passive verb or of a
// form of be.
func (e *Event) Theme() *Phrase {
	if e.Passive || e.Copula {
		return e.Subject
	}
	return e.Object
}
