package serve

import (
	"slices"
	"strings"

	gossh "golang.org/x/crypto/ssh"
)

// A Terminal is that of a client.
type Terminal struct {
	Width, Height int         // in columns and rows
	Resized       <-chan Size // the latest new size

	resized chan Size
}

// A Size is the size of a terminal, in columns and rows.
type Size struct{ Width, Height int }

// The largest terminal that is drawn on: a client may send any size, and each cell takes
// memory.
const (
	maxWidth  = 500
	maxHeight = 200
)

// variables are the environment variables that a client may set.
var variables = []string{"COLORTERM", "LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "NO_COLOR"}

// maxValue is the maximum length of a value, in bytes.
const maxValue = 64

// An offeredSession is a channel that accepts only the supported requests.
type offeredSession struct {
	gossh.NewChannel
	session *Session
}

// Accept implements gossh.NewChannel. It passes on one request for a shell or a command,
// and answers all others.
func (o offeredSession) Accept() (gossh.Channel, <-chan *gossh.Request, error) {
	channel, requests, err := o.NewChannel.Accept()
	if err != nil {
		close(o.session.ended)
		return channel, requests, err
	}
	s := o.session
	s.channel = channel
	passed := make(chan *gossh.Request)
	go func() {
		defer close(passed)
		defer close(s.ended)
		defer s.end(nil)
		begun := false
		for request := range requests {
			switch {
			case begun && request.Type == "window-change":
				s.resize(request.Payload)
			case begun:
				request.Reply(false, nil)
			case request.Type == "shell", request.Type == "exec":
				begun = true
				s.begin(request)
				request.Reply(true, nil)
				passed <- &gossh.Request{Type: "shell"}
			default:
				request.Reply(s.onRequest(request), nil)
			}
		}
	}()
	return channel, passed, nil
}

// onRequest handles a request before the session begins, and reports whether it is
// supported.
func (s *Session) onRequest(request *gossh.Request) bool {
	switch request.Type {
	case "pty-req":
		var asked struct {
			Term                         string
			Columns, Rows, Width, Height uint32
			Modes                        string
		}
		if s.Terminal != nil || gossh.Unmarshal(request.Payload, &asked) != nil {
			return false
		}
		resized := make(chan Size, 1)
		s.Terminal = &Terminal{Width: 80, Height: 24, Resized: resized, resized: resized}
		if size, ok := sizeOf(asked.Columns, asked.Rows); ok {
			s.Terminal.Width, s.Terminal.Height = size.Width, size.Height
		}
		return s.setVariable("TERM", asked.Term)
	case "env":
		var said struct{ Name, Value string }
		return gossh.Unmarshal(request.Payload, &said) == nil && slices.Contains(variables, said.Name) && s.setVariable(said.Name, said.Value)
	case "window-change":
		return s.resize(request.Payload)
	}
	return false // x11-req, auth-agent-req@openssh.com, subsystem, signal, break and others
}

// setVariable keeps a variable of the client's environment if its value is valid.
func (s *Session) setVariable(name, value string) bool {
	if len(value) > maxValue || strings.ContainsFunc(value, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_.+@:,=/", r))
	}) {
		return name == "TERM" // unknown names are ignored
	}
	s.Environment = slices.DeleteFunc(s.Environment, func(said string) bool { return strings.HasPrefix(said, name+"=") })
	s.Environment = append(s.Environment, name+"="+value)
	return true
}

// resize keeps a new size of the terminal.
func (s *Session) resize(payload []byte) bool {
	var asked struct{ Columns, Rows, Width, Height uint32 }
	if s.Terminal == nil || gossh.Unmarshal(payload, &asked) != nil {
		return false
	}
	size, ok := sizeOf(asked.Columns, asked.Rows)
	if !ok {
		return false
	}
	select {
	case <-s.Terminal.resized: // an older one
	default:
	}
	s.Terminal.resized <- size
	return true
}

// sizeOf returns the size that a client sent, within bounds; false: none.
func sizeOf(columns, rows uint32) (Size, bool) {
	return Size{int(min(columns, maxWidth)), int(min(rows, maxHeight))}, columns > 0 && rows > 0
}

// begin makes the session ready to run.
func (s *Session) begin(request *gossh.Request) {
	s.returned = make(chan struct{})
	if request.Type == "exec" {
		var asked struct{ Command string }
		gossh.Unmarshal(request.Payload, &asked)
		s.setCommand(asked.Command)
	}
	s.Environment = append(s.Environment, "SSH_CONNECTION=ssh")
	s.In, s.Out, s.Err = input{s.channel, s}, s.channel, s.channel.Stderr()
	if s.Terminal == nil {
		s.Out = output{s.channel, s}
		return
	}
	s.Environment = append(s.Environment, "SSH_TTY=ssh")
	s.In = newTypedReader(s.In, s.server.options.Limits.Paste)
}
