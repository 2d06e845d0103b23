package words

// A row is one text of the interface in each language. Forms for several
// numbers are parted by |: see Words.Say.
type row struct{ English, Russian, Kazakh string }

// catalogue is every text of the interface, by area. A test holds that none is
// missing, and that each takes the arguments that its English form takes.
var catalogue = [...][]row{screen, notices, keys, commands, help, details, plain, vocabulary, rights, dates, marks, own, views}
