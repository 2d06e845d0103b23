package draft

import (
	"strings"
	"sync"
)

// isSmall says whether a word is one that sentences begin with and nobody is called by.
func isSmall(low string) bool {
	return in("he she it they we you i who what where how why not no nor so yet such than then there here thus also even only just once now today later earlier meanwhile however moreover furthermore nevertheless nonetheless instead still together about around up out over more less fewer nearly almost least each every any few both either neither another own two three four five six seven eight nine ten eleven twelve between among across through throughout within without against towards toward like unlike because whether unless upon via per had has have was were is are been being did does do may might must should would could will can cannot concerns allegations reports critics women men people police children", low)
}

// onceWords makes a set of the words of a text when it is first asked for.
func onceWords(text *string) func(word string) bool {
	set := sync.OnceValue(func() map[string]bool {
		words := map[string]bool{}
		for word := range strings.FieldsSeq(*text) {
			words[word] = true
		}
		return words
	})
	return func(word string) bool { return set()[word] }
}
