package serve

import (
	"fmt"
	"net"
	"net/netip"
	"strings"
)

// Listen listens at an address such as 127.0.0.1:2222; open says whether other computers
// can reach it.
func Listen(address string) (listener net.Listener, open bool, err error) {
	listener, err = net.Listen("tcp", address)
	if err != nil {
		return nil, false, err
	}
	return listener, !hostOf(listener.Addr()).IsLoopback(), nil
}

// ParseProxies reads the addresses of balancers: 10.0.0.5 or 10.0.0.0/24.
func ParseProxies(texts []string) ([]netip.Prefix, error) {
	var proxies []netip.Prefix
	for _, text := range texts {
		if !strings.Contains(text, "/") {
			address, err := netip.ParseAddr(text)
			if err != nil {
				return nil, fmt.Errorf("%q is not an address", text)
			}
			text = netip.PrefixFrom(address, address.BitLen()).String()
		}
		proxy, err := netip.ParsePrefix(text)
		if err != nil {
			return nil, fmt.Errorf("%q is not a range of addresses", text)
		}
		proxies = append(proxies, proxy)
	}
	return proxies, nil
}
