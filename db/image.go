package db

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"

	"casebook/db/schema"
	"casebook/model"
)

// An image is the bytes of a library file, of which every connection has a
// copy of its own in memory. Nothing may be written to it.
type image struct {
	driver driver.Driver
	dsn    string
	bytes  []byte
}

// A deserializer is a connection of the SQLite driver.
type deserializer interface{ Deserialize([]byte) error }

// Connect is a driver.Connector's.
func (i image) Connect(context.Context) (driver.Conn, error) {
	conn, err := i.driver.Open(i.dsn)
	if err != nil || i.bytes == nil {
		return conn, err
	}
	if err := conn.(deserializer).Deserialize(i.bytes); err != nil {
		conn.Close()
		return nil, err
	}
	return conn, nil
}

// Driver is a driver.Connector's.
func (i image) Driver() driver.Driver { return i.driver }

func openImage(bytes []byte, more string) (*sql.DB, error) {
	database, err := sql.Open("sqlite", "") // to have the driver
	if err != nil {
		return nil, err
	}
	defer database.Close()
	return sql.OpenDB(image{database.Driver(), "file::memory:?" + pragmas + more, bytes}), nil
}

// OpenImage opens a library that Image has made. It is read only and in
// memory; nothing is read or written anywhere else.
func OpenImage(ctx context.Context, bytes []byte) (*Library, error) {
	database, err := openImage(bytes, "&_pragma=query_only(on)")
	if err == nil {
		var library *Library
		if library, err = settled(ctx, database, nil); err == nil {
			return library, nil
		}
	}
	return nil, fmt.Errorf("open the image of a library: %w", err)
}

// Image makes a library of packs and returns it as a file has it: always the
// same bytes of the same packs.
func Image(ctx context.Context, packs ...model.Pack) ([]byte, error) {
	database, err := openImage(nil, "")
	if err != nil {
		return nil, err
	}
	database.SetMaxOpenConns(1) // another one would have another database
	defer database.Close()
	if err := schema.PrepareSchema(ctx, database); err != nil {
		return nil, err
	}
	library := newLibrary(database, nil)
	for _, pack := range packs {
		if err := library.Import(ctx, pack); err != nil {
			return nil, err
		}
	}
	if _, err := database.ExecContext(ctx, "VACUUM"); err != nil {
		return nil, err
	}
	conn, err := database.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	var bytes []byte
	err = conn.Raw(func(conn any) error {
		serializer, ok := conn.(interface{ Serialize() ([]byte, error) })
		if !ok {
			return errors.New("the driver cannot write an image")
		}
		bytes, err = serializer.Serialize()
		return err
	})
	return bytes, err
}
