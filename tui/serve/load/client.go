// Package load plays many people who use a server at once, to measure it: it logs in
// over SSH, types, and takes the time until the terminal shows what came of a key.
// It knows the protocol and what a terminal answers. It must not know what is shown.
package load

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"
	gossh "golang.org/x/crypto/ssh"

	"casebook/tui/pace"
)

// patience is how long a client waits for what must come.
const patience = time.Minute

// A client is one person at a terminal of 80x24.
type client struct {
	connection *gossh.Client
	session    *gossh.Session
	keys       io.Writer

	mutex   sync.Mutex
	pressed time.Time     // when a key was, of which nothing has been seen yet
	seen    time.Duration // after how long something was
	tail    []byte        // of what came, where a mark may begin
	mark    []byte        // that the program is at rest
	rest    chan struct{} // gets a value when it came
	ended   chan struct{} // closed when nothing comes any more
	bytes   int64
}

// connect logs in and opens the browser.
func connect(address string, key gossh.Signer) (*client, error) {
	config := &gossh.ClientConfig{User: "load", Auth: []gossh.AuthMethod{gossh.PublicKeys(key)}, HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: patience}
	connection, err := gossh.Dial("tcp", address, config)
	if err != nil {
		return nil, err
	}
	c := &client{connection: connection, rest: make(chan struct{}, 1), ended: make(chan struct{})}
	if err := c.open(); err != nil {
		connection.Close()
		return nil, err
	}
	return c, nil
}

func (c *client) open() (err error) {
	if c.session, err = c.connection.NewSession(); err != nil {
		return err
	}
	c.session.Setenv("LANG", "en_US.UTF-8")
	if err := c.session.RequestPty("xterm-256color", 24, 80, nil); err != nil {
		return err
	}
	if c.keys, err = c.session.StdinPipe(); err != nil {
		return err
	}
	output, err := c.session.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.session.Shell(); err != nil {
		return err
	}
	go c.read(output)
	return nil
}

// question is what each frame asks: where the cursor is.
var question = []byte(ansi.RequestCursorPositionReport)

// read takes in what the server writes, and answers as a terminal does.
func (c *client) read(output io.Reader) {
	defer close(c.ended)
	buffer := make([]byte, 32<<10)
	for {
		n, err := output.Read(buffer)
		if err != nil {
			return
		}
		c.mutex.Lock()
		c.bytes += int64(n)
		if !c.pressed.IsZero() {
			c.seen, c.pressed = time.Since(c.pressed), time.Time{}
		}
		text := append(c.tail, buffer[:n]...)
		asked := bytes.Count(text, question)
		atRest := c.mark != nil && bytes.Contains(text, c.mark)
		c.tail = bytes.Clone(text[max(len(text)-64, 0):])
		if at := bytes.LastIndex(c.tail, question); at >= 0 {
			c.tail = c.tail[at+len(question):]
		}
		if atRest {
			c.mark, c.tail = nil, nil
		}
		c.mutex.Unlock()
		for range asked {
			io.WriteString(c.keys, "\x1b[1;1R")
		}
		if atRest {
			c.rest <- struct{}{}
		}
	}
}

// press types a key, and returns after how long something of it was seen, and all
// of it.
func (c *client) press(key string, number int) (seen, rest time.Duration, err error) {
	begun := time.Now()
	c.mutex.Lock()
	c.pressed, c.seen, c.mark = begun, 0, []byte(pace.IdleMark(number))
	c.mutex.Unlock()
	if _, err := io.WriteString(c.keys, key+pace.IdleProbe(number)); err != nil {
		return 0, 0, err
	}
	select {
	case <-c.rest:
	case <-c.ended:
		return 0, 0, io.EOF
	case <-time.After(patience):
		return 0, 0, fmt.Errorf("a key was not answered in %v", patience)
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.seen, time.Since(begun), nil
}

// flood opens connections that never log in, and says how many were taken.
func flood(address string, count int) (taken int, closed func()) {
	var all []net.Conn
	for range count {
		connection, err := net.DialTimeout("tcp", address, patience)
		if err != nil {
			continue
		}
		all = append(all, connection)
	}
	for _, connection := range all {
		connection.SetReadDeadline(time.Now().Add(50 * time.Millisecond))
		if n, _ := connection.Read(make([]byte, 64)); n > 0 {
			taken++
		}
	}
	return taken, func() {
		for _, connection := range all {
			connection.Close()
		}
	}
}
