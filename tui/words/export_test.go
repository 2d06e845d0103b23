package words

// Catalogue is the rows of all areas, for the tests.
func Catalogue() []row {
	var all []row
	for _, rows := range catalogue {
		all = append(all, rows...)
	}
	return all
}
