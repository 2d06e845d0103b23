package browse

import (
	"strings"

	"casebook/model"
	"casebook/model/export"
	"casebook/tui/document"
)

// Reference returns the citation of a case in the format of a reference manager.
func Reference(format export.Format, r document.LoadedCase) string {
	var text strings.Builder
	pack := model.Pack{Report: r.FromReport, Cases: []model.Case{r.Case}}
	export.Write(&text, format, []model.Pack{pack}, export.Of(pack)) // to memory: it does not fail
	return text.String()
}
