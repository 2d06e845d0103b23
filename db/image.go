package db

import (
	"context"
	"database/sql"
	"fmt"

	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// openImage gives connections to the bytes of a library file, of which each has a
// copy of its own in memory: nothing may be written to it. No bytes are no library yet.
func openImage(bytes []byte, more string) *sql.DB {
	return sqlite.Open("file::memory:?"+pragmas+more, func(conn sqlite.Conn) error {
		if bytes == nil {
			return nil
		}
		return conn.Deserialize(bytes)
	})
}

// OpenImage opens a library that Image has made. It is read only and in
// memory; nothing is read or written anywhere else.
func OpenImage(ctx context.Context, bytes []byte) (*Library, error) {
	library, err := settled(ctx, openImage(bytes, "&_pragma=query_only(on)"), nil)
	if err != nil {
		return nil, fmt.Errorf("open the image of a library: %w", err)
	}
	return library, nil
}

// Image makes a library of packs and returns it as a file has it: always the
// same bytes of the same packs.
func Image(ctx context.Context, packs ...model.Pack) ([]byte, error) {
	database := openImage(nil, "")
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
		bytes, err = conn.(sqlite.Conn).Serialize()
		return err
	})
	return bytes, err
}
