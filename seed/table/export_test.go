package table

// ReadDate reads a date as a column of that order and pivot has it; what is
// wrong with it is the message.
func ReadDate(text, order string, pivot int) (date, message string) {
	date, wrong := (dateReading{order, pivot}).read(text)
	if wrong != (slip{}) {
		return "", wrong.message + " " + wrong.hint
	}
	return date, ""
}
