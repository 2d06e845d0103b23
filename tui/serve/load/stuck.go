package load

import (
	"io"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// connectStuck opens a session that asks for everything and takes in nothing.
func connectStuck(address string, key gossh.Signer) (*gossh.Client, error) {
	config := &gossh.ClientConfig{User: "load", Auth: []gossh.AuthMethod{gossh.PublicKeys(key)}, HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: patience}
	connection, err := gossh.Dial("tcp", address, config)
	if err != nil {
		return nil, err
	}
	channel, requests, err := connection.OpenChannel("session", nil)
	if err != nil {
		connection.Close()
		return nil, err
	}
	go gossh.DiscardRequests(requests)
	command := gossh.Marshal(struct{ Command string }{"export --format json"})
	if _, err := channel.SendRequest("exec", true, command); err != nil {
		connection.Close()
		return nil, err
	}
	go func() { // it types, and reads nothing
		for {
			if _, err := io.WriteString(channel, "j"); err != nil {
				return
			}
			time.Sleep(time.Second)
		}
	}()
	return connection, nil
}
