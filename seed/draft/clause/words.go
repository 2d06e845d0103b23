package clause

// What the parts of a sentence are.
const (
	partNoun     = 'n'
	partVerb     = 'v'
	partBefore   = 'p' // a preposition
	partAnd      = 'c' // a conjunction between equals
	partWhen     = 's' // what opens a clause that depends on another
	partWho      = 'r' // a relative pronoun
	partComma    = ','
	partStop     = ';' // a semicolon, a colon, a dash
	partThat     = 't' // that behind a verb of saying
	partNone     = 0   // nothing for the clause
	lookingAhead = 14  // parts
)

// group returns the list of nouns in which one stands: who were, of X and Y.
func (p *parser) group(n *Phrase) *Phrase {
	verb := p.before(-1)
	if n == nil || verb.kind != partVerb || p.words[verb.from].Low != "were" && p.words[verb.from].Low != "are" && p.words[verb.from].Low != "have" {
		return nil
	}
	for k := len(p.phrases) - 1; k >= 0 && p.phrases[k].sentence == p.sentence; k-- {
		for _, each := range p.phrases[k].with {
			if each == n {
				return p.phrases[k]
			}
		}
	}
	return nil
}

var (
	determiners  = set("the a an this that these those all both each every some any no another other its his her their my our several many most few such same own")
	possessives  = set("his her their its")
	prepositions = set("of in on at by for with from to into against under over about between among during without within across through towards toward upon despite including like near behind above below around off out up per than as after before since until following via along alongside inside outside throughout amid concerning regarding excluding except besides beyond pending plus")
	conjunctions = set("and but or nor yet")
	subordinates = set("when while because although though where whereas if unless that whether once so as after before since until how why what despite")
	relatives    = set("who whom which whose")
	auxiliaries  = set("was were is are be been being am had has have having did does do got gets")
	beForms      = set("was were is are be been being am got gets getting get")
	modals       = set("would could may might should must will can shall cannot")
	negations    = set("not never neither nobody none no-one hardly n't wasn't weren't didn't hadn't isn't aren't couldn't wouldn't")
	adverbs      = set("also later then again already still even only just once therefore instead first eventually meanwhile soon now ever always often sometimes together abroad there here too however thus both each all himself herself themselves itself twice thereafter afterwards else yet rather moreover nonetheless nevertheless finally otherwise least almost about further yesterday today subsequently hereby")
	notAdverbs   = set("family assembly anomaly reply ally july italy weekly daily monopoly early elderly friendly likely only holy ugly monthly yearly supply rally tally belly bully jolly fly anti-family")
	copulas      = set("remained remain remains remaining stayed stays kept")
	subjectWords = set("he she they")
	pluralWords  = set("they them their themselves")
	maleWords    = set("he him his man men boy husband father son brother uncle nephew widower king prince businessman spokesman policeman mr sir lord monk priest imam gentleman father-in-law brother-in-law son-in-law salesman craftsman fisherman sheikh archbishop bishop actor waiter stepfather grandfather boyfriend fiancé")
	femaleWords  = set("she her hers woman women girl wife mother daughter sister aunt niece widow queen princess businesswoman spokeswoman policewoman ms mrs miss lady nun mother-in-law sister-in-law actress waitress stepmother grandmother girlfriend schoolgirl housewife fiancée")
	kinWords     = set("son daughter wife husband brother sister father mother cousin nephew niece uncle aunt widow widower brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law fiancé fiancée girlfriend boyfriend stepfather stepmother grandfather grandmother partner spouse parents brothers sisters sons daughters cousins relatives relative twin")
	personWords  = set("person people man men woman women child children boy boys girl girls youth teenager teenagers couple pair duo trio brothers sisters others rest former latter survivor survivors victim victims bystander bystanders passer-by pedestrian adult minor minors individual individuals colleague colleagues friend friends associate associates supporter supporters co-defendant co-defendants co-accused accomplice accomplices defendant defendants detainee detainees prisoner prisoners inmate inmates suspect suspects convict convicts fugitive fugitives hostage hostages captive captives member members leader leaders activist activists protester protesters protestor protestors demonstrator demonstrators marcher marchers striker strikers organizer organizers organiser organisers participant participants attendee attendees journalist journalists photojournalist photojournalists reporter reporters editor editors blogger bloggers writer writers author authors poet poets novelist novelists playwright cartoonist cartoonists photographer photographers cameraman filmmaker filmmakers director broadcaster broadcasters presenter presenters host correspondent correspondents columnist columnists publisher publishers singer singers rapper rappers musician musicians comedian comedians artist artists actor actors actress lawyer lawyers attorney attorneys defender defenders campaigner campaigners advocate advocates dissident dissidents whistleblower whistleblowers student students pupil pupils teacher teachers lecturer lecturers professor professors academic academics scholar scholars scientist researcher researchers doctor doctors nurse nurses surgeon physician pediatrician paediatrician midwife pharmacist engineer engineers driver drivers farmer farmers fisherman fishermen miner miners worker workers labourer labourers laborer laborers trader traders vendor vendors seller sellers shopkeeper businessman businesswoman businessmen employee employees employer employers owner founder co-founder chair chairman chairwoman chairperson head secretary coordinator treasurer deputy successor predecessor candidate candidates politician politicians lawmaker lawmakers legislator legislators parliamentarian parliamentarians mp mps senator senators councillor councillors councilor councilors councilwoman councilman caretaker mechanic boatman film-maker film-makers petitioner petitioners neighbour neighbours neighbor neighbors relative sergeant lieutenant captain corporal inspector policeman policewoman officer officers soldier soldiers guardsman coworker co-worker co-workers interpreter mayor mayors unionist unionists trade-unionist villager villagers resident residents citizen citizens national nationals foreigner foreigners migrant migrants refugee refugees asylum-seeker asylum-seekers immigrant immigrants priest priests pastor pastors monk monks nun nuns imam imams cleric clerics preacher preachers bishop sailor sailors fisher mechanic electrician plumber baker tailor cook waiter waitress hairdresser carpenter baker guard guards user users player footballer athlete conscript conscripts objector deserter deserters recruit recruits youths civilians civilian passenger passengers client clients patient patients housewife schoolgirl schoolboy accountant economist historian translator interpreter programmer developer designer model dancer musician elder elders chief headman herder herders ranger environmentalist feminist lesbian imam parishioner pilgrim worshipper worshippers ex-president widow widower orphan twin twins newborn graduate undergraduate intern janitor cleaner welder clerk banker barber butcher porter pensioner pensioners servicewoman serviceman")
	agentWords   = set("police court courts judge judges tribunal prosecutor prosecutors prosecution authorities government governments parliament ministry minister ministers official officials officer officers policeman policemen soldier soldiers army forces military troops gendarmes gendarmerie agents agency commission committee council president magistrate magistrates jury militants gunmen gunman attackers insurgents rebels rapporteur ombudsman ombudsperson spokesperson spokesman spokeswoman commissioner mission delegation observers experts expert king governor ambassador state coroner guards board organization organizations ngo ngos group groups un union")
	// who speaks and decides in reports, and is seldom tried
	bodies      = set("police state court tribunal jury commission committee council government parliament ministry authorities un")
	pluralHeads = set("people men women children pair couple duo trio others rest police fishermen businessmen both all some most many several these those dozens hundreds each either neither")
	personHeads = set("all both most some several many others those these each either neither another other second third fourth fifth oldest youngest last first anyone someone nobody none everyone")
	speakers    = set("judge justice magistrate prosecutor minister president ambassador commissioner rapporteur ombudsman ombudsperson spokesperson spokesman spokeswoman coroner registrar chancellor premier governor court tribunal jury commission committee council government parliament ministry authorities police state un king queen expert mayor envoy representative")
	timeWords   = set("january february march april may june july august september october november december day days week weeks month months year years evening morning night afternoon hours hour minute minutes monday tuesday wednesday thursday friday saturday sunday today spring summer autumn winter decade decades midnight noon dawn time date weekend end beginning start")
	monthWords  = set("january february march april may june july august september october november december")
	numberWords = set("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen dozens scores hundreds thousands")
	countWords  = map[string]int{"two": 2, "both": 2, "pair": 2, "couple": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
	// what is some of a number, or somebody who was not spoken of before
	vagueWords = set("another second third fourth fifth sixth other others rest most some many several dozens scores hundreds thousands few more fellow additional further remaining unnamed unidentified")
	sayable    = set("sentence sentences conviction convictions verdict verdicts term terms judgment judgement ruling acquittal acquittals fine penalty charge charges case cases prosecution proceedings indictment appeal appeals complaint")
	irregular  = set("told fled went died came left got held met took won lost wrote spoke found shot gave made began became saw ran fell led sent brought caught put set cut beat fought sought thought heard kept knew meant paid sold stood struck taught wore withdrew threw broke chose drew drove ate flew forgot forgave froze grew hid hurt lay let lit rose sang sank sat shook shut slept spent split spread stole stuck swore swept swam tore woke bore bound bought built burnt dealt dug felt bled bred said hit overthrew overturned undertook underwent upheld withheld understood did pled read reread rebuilt " + "given taken written spoken beaten shown known seen gone done driven broken chosen drawn eaten flown forgotten hidden stolen sworn torn worn thrown withdrawn forbidden arisen begun sung sunk struck overthrown undergone undertaken borne born fallen risen proven sawn hung swung stung")
	presents   = set("says faces remains holds awaits serves denies carries works lives continues believes maintains insists argues provides allows requires prohibits criminalizes punishes")
)
