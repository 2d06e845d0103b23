package draft

import (
	"slices"

	"casebook/model"
	"casebook/seed/pages"
)

// lawRole guesses the role of a law from the words of its sentence.
func (p *passage) lawRole(from, to int, kind string) model.LawRole {
	start, stop := p.sentence(from)
	near := max(start, from-5)
	switch {
	case kind == "treaty" && p.finds(start, stop, "not ratified|yet to ratify|failed to ratify|not signed|yet to sign|not acceded|not a party"):
		return "not ratified"
	case p.finds(near, from, "convicted under|sentenced under|guilty under|convicted of violating"):
		return "convicted"
	case p.finds(near, from, "charged under|charges under|prosecuted under|charged with violating|indicted under"):
		return "charged"
	case p.finds(near, from, "amendments to the|changes to the|draft") && p.finds(near, from, "proposed|draft|planned"):
		return "proposed"
	case in("bill", p.lower(to-1)) || p.finds(from, to, "bill on"):
		return "proposed"
	case p.finds(start, from, "challenged"):
		return "challenged"
	case p.finds(start, stop, "offence|violation|punishable|punished|criminalized|prohibited|into force|required|exempts|outlawed"):
		return "defines"
	case p.finds(near, from, "used the|invoked|applied the|under the") || p.finds(to, stop, "was invoked|was used|were used"):
		return "applied"
	}
	return "mentioned"
}

// addLaw adds a law and its provision to the pack.
func (r *reader) addLaw(name, kind, provision string) (string, string) {
	at := slices.IndexFunc(r.lawList, func(l model.Law) bool { return pages.Same(l.Name, name) })
	if at < 0 {
		r.lawList = append(r.lawList, model.Law{Name: name, Kind: kind})
		at = len(r.lawList) - 1
	}
	law := &r.lawList[at]
	law.Aliases = withAlias(law.Aliases, law.Name, name)
	known := slices.IndexFunc(law.Provisions, func(p model.Provision) bool { return pages.Same(p.Name, provision) })
	switch {
	case known >= 0:
		provision = law.Provisions[known].Name
	case provision != "":
		law.Provisions = append(law.Provisions, model.Provision{Name: provision})
	}
	return law.Name, provision
}
