// Package sqlite opens databases with the driver, on connections that keep their
// prepared statements, and reads rows. It knows SQLite and its driver. It must
// not know a table.
package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"

	"modernc.org/sqlite"

	"casebook/model/lazy"
)

// registered is the driver, with the functions that packages give it.
var registered = lazy.Value[driver.Driver]{Make: func() driver.Driver {
	database, err := sql.Open("sqlite", "")
	if err != nil {
		panic(err) // the driver is not in the program
	}
	defer database.Close()
	return database.Driver()
}}

// A connector opens connections by a DSN of the driver.
type connector struct {
	dsn   string
	ready func(Conn) error
}

// connections is how many a database has at most: four readers at once, and whoever
// keeps it or writes. Each has a page cache of its own.
const connections = 5

// Open gives connections by a DSN of the driver. Each of them is ready once a
// function has had it, where there is one; its error closes the connection.
func Open(dsn string, ready func(Conn) error) *sql.DB {
	database := sql.OpenDB(connector{dsn, ready})
	database.SetMaxOpenConns(connections)
	database.SetMaxIdleConns(connections)
	return database
}

// Connect implements driver.Connector. SQLite has the file open when it returns.
func (c connector) Connect(context.Context) (driver.Conn, error) {
	opened, err := c.Driver().Open(c.dsn)
	if err != nil {
		return nil, err
	}
	own := &conn{Conn: opened.(Conn), statements: map[string]*statement{}}
	if c.ready != nil {
		if err := c.ready(own); err != nil {
			own.Close()
			return nil, err
		}
	}
	return own, nil
}

// Driver implements driver.Connector.
func (c connector) Driver() driver.Driver { return registered.Get() }

// A Conn is a connection of the driver, with all that it can do.
type Conn interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.Pinger
	driver.SessionResetter
	driver.Validator
	Serialize() ([]byte, error)
	Deserialize([]byte) error
	NewBackup(to string) (*sqlite.Backup, error)
	NewRestore(from string) (*sqlite.Backup, error)
}
