package tui

// An Action is something that a key makes the browser do.
type Action int

// The actions, as the table of bindings names them.
const (
	None Action = iota

	Down
	Up
	PageDown
	PageUp
	Top
	Bottom
	Left
	Right
	NextPane
	PreviousPane
	ToFilters
	ToList
	ToDetail

	Read      // go from the list into the case
	ReadCases // go from a row of a view to its cases
	NextView  // of the list pane
	PreviousView
	Timeline   // to the timeline, and back
	Choose     // turn a filter on or off, or fold
	Follow     // open what is gated, or go where a link leads
	NextLink   // in the detail
	BackLink   // in the detail
	NextMatch  // in the detail
	BackMatch  // in the detail
	Back       // one level
	Return     // through the history
	Search     // into the search box
	Clear      // one filter
	ClearAll   // all filters
	Sort       // to the next order
	NextReport // from all to each
	ShowSource // in place of the detail, and back
	Export     // the cases found or marked, to a file
	Mark       // the case, or take its mark off
	CopyCitation
	CopyCase
	CopyHere // what the cursor is on
	Help
	Palette // a command by its name
	Blank
	ToggleMouse
	Suspend
	Quit

	Accept   // what is in the search box
	Cancel   // the search
	Other    // what is marked, or what is found
	Complete // what is typed after a field
	Older    // through the searches of the session
	Newer
	EditLeft
	EditRight
	EditWordLeft
	EditWordRight
	EditStart
	EditEnd
	EditBackspace
	EditDelete
	EditDeleteWord
	EditDeleteBefore
	EditDeleteAfter
)
