package db

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"time"

	"modernc.org/sqlite/vfs"

	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// An image is a library's file in memory, as a file system with this one file for SQLite.
type image []byte

// imageName is the name of the file.
const imageName = "library.db"

// Open implements fs.FS.
func (i image) Open(name string) (fs.File, error) {
	if name != imageName {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist} // SQLite asks for a journal
	}
	return imageFile{bytes.NewReader(i)}, nil
}

// An imageFile is an open image.
type imageFile struct{ *bytes.Reader }

func (f imageFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f imageFile) Close() error               { return nil }
func (f imageFile) Name() string               { return imageName }
func (f imageFile) Mode() fs.FileMode          { return 0o400 }
func (f imageFile) ModTime() time.Time         { return time.Time{} }
func (f imageFile) IsDir() bool                { return false }
func (f imageFile) Sys() any                   { return nil }

// OpenImage opens a library made by Image, for reading. The bytes must not change; nothing
// else is read or written.
func OpenImage(ctx context.Context, file []byte) (*Library, error) {
	name, files, err := vfs.New(image(file))
	if err != nil {
		return nil, fmt.Errorf("open the image of a library: %w", err)
	}
	const fewPages = "_pragma=cache_size(8)" // reading a page again only copies it
	library, err := settled(ctx, sqlite.Open("file:"+imageName+"?immutable=1&vfs="+name+"&"+fewPages+"&"+pragmas, nil), files)
	if err != nil {
		return nil, fmt.Errorf("open the image of a library: %w", err)
	}
	return library, nil
}

// Image makes a library from packs and returns the bytes of its file: always the
// same bytes for the same packs.
func Image(ctx context.Context, packs ...model.Pack) ([]byte, error) {
	database := sqlite.Open("file::memory:?"+pragmas, nil)
	database.SetMaxOpenConns(1) // another connection would have its own database
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
