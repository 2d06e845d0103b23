package serve

import (
	"net/netip"
	"testing"
	"time"
)

func TestDoor(t *testing.T) {
	d := gate{limits: Limits{Unauthenticated: 8, Attempts: 3}}
	now := time.Now()
	here, there := netip.MustParseAddr("10.0.0.1"), netip.MustParseAddr("10.0.0.2")
	enters := func(address netip.Addr, at time.Time, want bool) {
		t.Helper()
		if refusal := d.enter(address, at); (refusal == "") != want {
			t.Errorf("%v: %q", address, refusal)
		}
	}
	enters(here, now, true)
	enters(here, now, true)
	enters(here, now, false) // a quarter of eight is its share
	enters(there, now, true)
	d.leave(here)
	enters(here, now, true)
	d.leave(here)
	d.leave(here)
	for range 3 {
		d.fail(here, now)
	}
	enters(here, now.Add(window-time.Second), false)
	enters(there, now, true)
	enters(here, now.Add(window), true)

	// A computer has many addresses of IPv6, and counts as one.
	for _, address := range []string{"2001:db8::1", "2001:db8::2"} {
		enters(netip.MustParseAddr(address), now, true)
	}
	enters(netip.MustParseAddr("2001:db8::3"), now, false)
	enters(netip.MustParseAddr("2001:db8:0:1::1"), now, true)
	for host := range maxAddresses + 10 {
		d.fail(netip.AddrFrom4([4]byte{11, byte(host >> 16), byte(host >> 8), byte(host)}), now)
	}
	if len(d.attempts) > maxAddresses {
		t.Errorf("%d addresses are known", len(d.attempts))
	}
}

func TestParseProxies(t *testing.T) {
	proxies, err := ParseProxies([]string{"10.0.0.5", "10.1.0.0/16", "::1"})
	if err != nil || len(proxies) != 3 || !proxies[0].Contains(netip.MustParseAddr("10.0.0.5")) || proxies[0].Contains(netip.MustParseAddr("10.0.0.6")) {
		t.Errorf("%v, %v", proxies, err)
	}
	for _, text := range []string{"", "x", "10.0.0.0/33"} {
		if _, err := ParseProxies([]string{text}); err == nil {
			t.Errorf("%q is an address", text)
		}
	}
}
