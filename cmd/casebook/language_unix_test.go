//go:build unix

package main

import (
	"testing"

	"casebook/cmd/casebook/cli"
)

// TestLanguages begins in the language of --lang, else in that of the locale.
func TestLanguages(t *testing.T) {
	for name, test := range map[string]struct {
		on   terminal
		want string
	}{
		"--lang":              {terminal{arguments: []string{"--lang", "kk"}}, "47 іс"},
		"LC_ALL":              {terminal{environment: []string{"LC_ALL=ru_RU.UTF-8", "LANG=kk_KZ.UTF-8"}}, "47 случаев"},
		"LC_MESSAGES":         {terminal{environment: []string{"LC_MESSAGES=kk_KZ.UTF-8", "LANG=ru_RU.UTF-8"}}, "47 іс"},
		"C":                   {terminal{environment: []string{"LC_ALL=C.UTF-8", "LANG=ru_RU.UTF-8"}}, "47 cases"},
		"another language":    {terminal{environment: []string{"LANG=fr_FR.UTF-8"}}, "47 cases"},
		"--lang before these": {terminal{environment: []string{"LC_ALL=ru_RU.UTF-8"}, arguments: []string{"--lang=en"}}, "47 cases"},
	} {
		t.Run(name, func(t *testing.T) {
			test.on.width, test.on.height = 80, 24
			s := start(t, test.on)
			s.shows(test.want)
			s.press("q")
			s.ends()
		})
	}
}

// TestBrowseInRussian is a session from the list to a citation, with what a
// report says left as it is.
func TestBrowseInRussian(t *testing.T) {
	s := start(t, terminal{width: 120, height: 36, arguments: []string{"--lang", "ru"}})
	s.shows("47 случаев", "1 Фильтры", "2 Случаи", "3 Подробности", "Kazakhstan in 2016: overview", "· практика", "? справка")

	s.press("/", "narimbaef")
	s.shows("звучит как Yermek Narymbaev", "1 из 47 случаев", "обвиняемый")
	s.press(enter)
	s.shows("Yermek Narymbaev", "январь 2016 (год по контексту)", "лишение свободы")
	s.press("c")
	s.shows("ссылка на KAZ-2016-", "скопирована.")
	s.press("s")
	s.shows("3 Источник", "указано прямо")
	s.press("s", "\x1b")
	s.press("?")
	s.shows("Справка и о программе", "Движение", "следующая строка")
	s.press("q")
	s.shows("2 Случаи")

	s.press("/", "\x15", "place:almaty qqqq")
	s.shows("Подходящих случаев нет.", "Без условия qqqq: ", "Esc отмена")
	s.press("\x03")
	if code := s.ends(); code != cli.ExitDone {
		t.Errorf("exit code %d", code)
	}
	s.restored()
}
