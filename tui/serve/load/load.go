package load

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// A Plan is how a server is used.
type Plan struct {
	Address  string
	Key      gossh.Signer
	Sessions int           // people who type
	Stuck    int           // sessions beside them that take in nothing
	Flood    int           // connections beside them that never log in
	Pause    time.Duration // between two keys of a person, on the average; 0: nobody types
	For      time.Duration // how long
}

// A Result is what a plan measured.
type Result struct {
	Keys       int
	Seen, Rest Times // from a key to the first of the screen that follows, and to the last
	Login      Times // from the connection to the first full screen
	Bytes      int64 // that came, for each key
	Flooded    int   // connections of the flood that the server took
}

// Times are how long something took: the median, the 95th percentile and the
// longest.
type Times struct{ Middle, P95, Longest time.Duration }

func times(all []time.Duration) (t Times) {
	if len(all) == 0 {
		return t
	}
	slices.Sort(all)
	return Times{all[len(all)/2], all[min(len(all)*95/100, len(all)-1)], all[len(all)-1]}
}

// script is what a person does, key by key: searches, walks through what is found,
// reads, and goes back. Each begins somewhere in it.
func script() []string {
	var keys []string
	words := func(text string) {
		keys = append(keys, "/")
		for _, letter := range text {
			keys = append(keys, string(letter))
		}
		keys = append(keys, "\r")
	}
	walk := func(more ...string) { keys = append(keys, more...) }
	words("police")
	walk("j", "j", "j", "\r", "j", "j", " ", "\x1b[D", "\x1b[D")
	words("protest")
	walk("j", "j", "\x1b[6~", "k", "\r", "\x1b[D", "G", "g")
	words("prison 2016")
	walk("j", "\x1b[6~", "\x1b[6~", "j", "t", "j", "j", "t")
	words("court")
	walk("j", "j", "j", "j", "v", "j", "V")
	return keys
}

// Run carries out a plan.
func Run(plan Plan, told func(string)) (Result, error) {
	var result Result
	var logins []time.Duration
	var clients []*client
	defer func() {
		for _, c := range clients {
			c.connection.Close()
		}
	}()
	for at := range plan.Sessions {
		begun := time.Now()
		c, err := connect(plan.Address, plan.Key)
		if err != nil {
			return result, fmt.Errorf("session %d: %w", at+1, err)
		}
		clients = append(clients, c)
		if _, _, err := c.press("", at%10000); err != nil {
			return result, fmt.Errorf("session %d: %w", at+1, err)
		}
		logins = append(logins, time.Since(begun))
	}
	result.Login = times(logins)
	told(fmt.Sprintf("%d sessions are open", len(clients)))
	for range plan.Stuck {
		stuck, err := connectStuck(plan.Address, plan.Key)
		if err != nil {
			return result, fmt.Errorf("a session that takes in nothing: %w", err)
		}
		defer stuck.Close()
	}
	stop := time.Now().Add(plan.For)
	flooded := make(chan func())
	go func() {
		taken, closed := flood(plan.Address, plan.Flood)
		result.Flooded = taken
		flooded <- closed
	}()
	var seen, rest []time.Duration
	var mutex sync.Mutex
	var failed atomic.Pointer[error]
	var all sync.WaitGroup
	keys := script()
	for at, c := range clients {
		all.Add(1)
		go func() {
			defer all.Done()
			place := rand.IntN(len(keys))
			time.Sleep(time.Duration(rand.Int64N(int64(plan.Pause) + 1)))
			for number := 1; time.Now().Before(stop) && plan.Pause > 0; number++ {
				s, r, err := c.press(keys[(place+number)%len(keys)], (at*100+number)%10000)
				if err != nil {
					failed.Store(&err)
					return
				}
				mutex.Lock()
				seen, rest = append(seen, s), append(rest, r)
				mutex.Unlock()
				time.Sleep(plan.Pause/2 + time.Duration(rand.Int64N(int64(plan.Pause))) - min(r, plan.Pause/2))
			}
		}()
	}
	all.Wait()
	time.Sleep(time.Until(stop))
	(<-flooded)()
	if err := failed.Load(); err != nil {
		return result, *err
	}
	result.Keys, result.Seen, result.Rest = len(seen), times(seen), times(rest)
	for _, c := range clients {
		c.mutex.Lock()
		result.Bytes += c.bytes
		c.mutex.Unlock()
	}
	result.Bytes /= int64(max(result.Keys, 1))
	return result, nil
}
