package sqlite

import (
	"context"
	"database/sql/driver"
)

// maxStatements is the maximum number of prepared statements of a connection. The library
// has about a hundred queries; a statement takes some 10 KB.
const maxStatements = 128

// A conn is a connection that caches prepared statements: preparing one takes as long as
// reading a case. Package sql calls one method at a time.
type conn struct {
	Conn
	statements map[string]*statement
}

// A statement is a prepared query. Its rows are read to the end, or closed, before
// it is asked for others.
type statement struct {
	driver.Stmt
	reading bool
}

// QueryContext implements driver.QueryerContext.
func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	s, err := c.prepared(ctx, query)
	if err != nil {
		return nil, err
	}
	if s.reading { // the same query within its own rows
		return c.Conn.QueryContext(ctx, query, args)
	}
	rows, err := s.Stmt.(driver.StmtQueryContext).QueryContext(ctx, args)
	if err != nil {
		return nil, err
	}
	s.reading = true
	return statementRows{rows, s}, nil
}

// prepared returns the statement of a query's text.
func (c *conn) prepared(ctx context.Context, query string) (*statement, error) {
	if s := c.statements[query]; s != nil {
		return s, nil
	}
	prepared, err := c.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	if len(c.statements) >= maxStatements {
		if err := c.forget(); err != nil {
			prepared.Close()
			return nil, err
		}
	}
	s := &statement{Stmt: prepared}
	c.statements[query] = s
	return s, nil
}

// forget closes the statements that are not in use.
func (c *conn) forget() error {
	for query, s := range c.statements {
		if s.reading {
			continue
		}
		delete(c.statements, query)
		if err := s.Close(); err != nil {
			return err
		}
	}
	return nil
}

// Close implements driver.Conn.
func (c *conn) Close() error {
	err := c.forget()
	if closed := c.Conn.Close(); err == nil {
		err = closed
	}
	return err
}

// statementRows are the rows of a statement.
type statementRows struct {
	driver.Rows
	of *statement
}

// Close implements driver.Rows.
func (r statementRows) Close() error {
	r.of.reading = false
	return r.Rows.Close()
}
