package name

import (
	"strings"
	"sync"
)

// givenNames are given names that are one name in several languages or
// countries, or in a short form, one name a line. Spellings that sound the same
// are found without it.
const givenNames = `
Maks, Max, Maksat, Maxim, Maksim, Maksym, Maximilian
Guzal, Guzel, Guzyal, Gozal, Gozel, Güzel
Igor, Ihor, Ihar
Alexander, Aleksandr, Aliaksandr, Oleksandr, Olexandr, Aleksander, Alexandru, Alexandros, Aleksandar, Sasha
Alexandra, Aleksandra, Aliaksandra, Oleksandra
Alexei, Aleksey, Aliaksei, Oleksii, Oleksiy
Anatoly, Anatol, Anatolii
Andrew, Andrei, Andrey, Andriy, Andrij
Anna, Hanna, Ganna
Anton, Antony, Antoni
Arseny, Arsen, Arsenii
Artyom, Artem, Artsiom
Boris, Borys, Barys
Denis, Denys, Dzianis
Dmitry, Dmitri, Dmytro, Dzmitry, Dimitri, Dimitar
Eugene, Yevgeny, Evgeni, Yevhen, Yauhen, Jewgeni
Eugenia, Yevgenia, Yevheniia, Yauheniia
Fyodor, Fedor, Fedir, Fiodar, Theodore
Galina, Halina, Halyna, Galyna
Gennady, Gennadi, Henadz, Hennadii, Genadi
George, Georgy, Georgi, Heorhii, Giorgi
Grigory, Hryhorii, Hryhoriy, Ryhor, Grigor, Gregory
Helen, Elena, Yelena, Olena, Alena, Aliona, Alyona
Ignat, Ihnat, Ignatius
Ilya, Illia, Iliya
Irina, Iryna, Irena, Irene
Katerina, Yekaterina, Ekaterina, Kateryna, Katsiaryna, Catherine
Konstantin, Kostiantyn, Kanstantsin
Larisa, Larysa
Leonid, Leanid
Ludmila, Lyudmila, Liudmyla
Michael, Mikhail, Mykhailo, Mikhailo, Michail, Mihail
Natalia, Nataliya, Natallia, Natalya
Nicholas, Nikolai, Nikolay, Mykola, Mikola, Mikalai, Nikola, Nicolae
Oksana, Aksana
Oleg, Oleh, Aleh
Olga, Olha, Volha, Wolha
Oxana, Oksana, Aksana
Paul, Pavel, Pavlo, Pavol
Peter, Pyotr, Petr, Petro, Piotr, Piatro, Petar
Roman, Raman
Ruslan, Rouslan
Sergei, Sergey, Serhii, Serhiy, Siarhei, Siarhiej, Serge, Sergiu
Simon, Semyon, Semen, Siamion
Stanislav, Stanislau, Stanislaw
Stephen, Stepan, Stefan, Stsiapan
Svetlana, Svitlana, Sviatlana
Tatiana, Tatyana, Tetiana, Tatsiana
Timothy, Timofei, Tymofii, Tsimafei
Valentin, Valentyn, Valiantsin
Valentina, Valentyna, Valiantsina, Valyantsina
Valery, Valerii, Valeri, Valer
Vasily, Vasil, Vasyl, Wasil
Victor, Viktor, Viktar
Victoria, Viktoriya, Viktoriia, Viktoryia
Vitaly, Vitalii, Vital, Vitali
Vladimir, Volodymyr, Uladzimir, Wladimir, Vladimer, Vlad
Vladislav, Vladyslav, Uladzislau, Vlad
Vyacheslav, Viacheslav, Viachaslau
Yaroslav, Yaraslau, Jaroslav
Yuri, Yury, Yurii, Iurii, Jury, Iurie
Zinaida, Zinaïda
Muhammad, Mohammed, Mohamed, Mohammad, Mohamad, Mahomet, Mehmet, Mehmed, Magomed, Mukhammad, Muhammed, Mamed, Mahamat, Mohd
Ahmad, Ahmed, Akhmed, Ahmet, Akhmet, Akhmad, Ahmat
Mahmud, Mahmoud, Makhmud, Mahmut
Hussein, Husayn, Hossein, Huseyn, Hüseyin, Khusein, Hussain, Hosein, Husein, Gusein
Hasan, Hassan, Khasan, Hasen, Gasan
Ali, Aly, Gali, Əli
Omar, Umar, Omer, Ömer
Osman, Uthman, Othman, Usman
Yusuf, Youssef, Yousef, Yusif, Yosef, Joseph, Zhusup, Yusup, Yousuf, Yusop, Josef, Iosif
Ibrahim, Ebrahim, Ibragim, Abraham, Brahim
Ismail, Esmail, Ismael, Smagul, Esmaeil
Ishaq, Eshaq, Isaac, Iskhak, Ishak, Is'haq
Yaqub, Yaqoub, Yaacob, Yakub, Jacob, Yakov, Yakiv, Zhakyp
Yahya, Yahia, Yehia, Yehya, Jahja
Musa, Moussa, Mousa, Moses
Isa, Issa, Eissa, Eisa
Elias, Ilyas, Ilias, Ilyaas, Elyas
Jibril, Gibril, Jabril, Jebreil, Gabriel, Djibril
Sulayman, Suleiman, Soleiman, Süleyman, Soliman, Sulaiman, Solomon
Abdullah, Abdallah, Abdulla, Abdalla, Gabdulla, Abdoulaye
Khalid, Khaled, Halit, Haled
Said, Saeed, Sayeed, Saïd, Said
Mustafa, Mostafa, Moustapha
Jafar, Jaafar, Dzhafar, Cafer
Jamal, Gamal, Djamal, Cemal, Zhamal
Jamil, Gamil, Djamil, Cemil
Jamshid, Zhamshid, Dzhamshed
Javad, Jawad, Cavad, Cevat, Dzhavad
Najib, Naguib, Nagib, Necip
Mahdi, Mehdi, Mahdy, Mekhti
Reza, Rida, Riza, Ridha
Faisal, Faysal, Feisal, Faycal
Fahd, Fahad, Fehd
Rashid, Rasheed, Rachid
Karim, Kareem, Kerim
Hamid, Hameed, Khamid
Majid, Majeed, Macit
Nasir, Nasser, Naser, Nasr
Salih, Saleh, Salah, Salikh
Salim, Saleem, Selim
Tahir, Taher, Takhir
Tariq, Tarek, Tareq, Tarik
Umid, Omid, Umit, Ümit
Iyad, Eyad, Ayad
Ihsan, Ehsan, Iksan
Imad, Emad
Usama, Osama, Oussama
Mounir, Munir, Moneer
Aisha, Ayesha, Aicha, Ayse, Ayşe
Fatima, Fatma, Fatemeh, Fatimah, Fatoumata
Maryam, Mariam, Miriam, Meryem, Maria
Zainab, Zeinab, Zeynab, Zeynep
Gulnar, Gulnara, Gülnar, Gulnaz
Bakhyt, Bakyt, Baqyt
Askhat, Askat, Ashat
Dauren, Daurenbek
Zhomart, Zhomart, Jomart
`

// families maps the sound of each given name to the lines that it is in.
var families = sync.OnceValue(func() map[string][]int {
	lines := map[string][]int{}
	for n, line := range strings.Split(strings.TrimSpace(givenNames), "\n") {
		for raw := range strings.SplitSeq(line, ", ") {
			for _, w := range Words(raw) {
				if at := lines[w.Keys[0]]; len(at) == 0 || at[len(at)-1] != n {
					lines[w.Keys[0]] = append(at, n)
				}
			}
		}
	}
	return lines
})

// kin are the sounds of the given names that each line has.
var kin = sync.OnceValue(func() [][]string {
	list := make([][]string, strings.Count(strings.TrimSpace(givenNames), "\n")+1)
	for key, lines := range families() {
		for _, n := range lines {
			list[n] = append(list[n], key)
		}
	}
	return list
})

// related gives the sounds of the other forms of a given name.
func related(keys []string) []string {
	var list []string
	for _, key := range keys[:min(2, len(keys))] {
		for _, n := range families()[key] {
			for _, other := range kin()[n] {
				if other != key {
					list = append(list, other)
				}
			}
		}
	}
	return list
}
