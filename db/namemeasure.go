package db

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"casebook/db/name"
)

// NameQuestions is what to measure the finding of names by.
type NameQuestions struct {
	Questions io.Reader // see name.ReadQuestions
	Crowd     io.Reader // names to find them among, see name.ReadCrowd; nil: none
	Size      int       // how many names the crowd is made up to, see name.Extend; 0: as it is
}

// NameMeasurement is how well and how fast names are found.
type NameMeasurement struct {
	name.Measurement
	Sounds int           // how many different words the names have, by their sound
	Bytes  int64         // what the names take in the file
	Built  time.Duration // how long it took to write them
}

// MeasureNames asks questions about names of a fresh library that has the
// names of the questions and of a crowd: in memory or, where the crowd is made
// larger, in a file in a new folder for temporary files, since so many are in
// none but a file. Then every beginning of every query is asked too.
func MeasureNames(ctx context.Context, from NameQuestions) (m NameMeasurement, err error) {
	asked, err := name.ReadQuestions(from.Questions)
	if err != nil {
		return m, err
	}
	var crowd []string
	if from.Crowd != nil {
		if crowd, err = name.ReadCrowd(from.Crowd); err != nil {
			return m, err
		}
	}
	path := ""
	if from.Size > 0 {
		crowd = name.Extend(crowd, from.Size)
		folder, err := os.MkdirTemp("", "casebook-names-")
		if err != nil {
			return m, err
		}
		defer os.RemoveAll(folder)
		path = filepath.Join(folder, "names.db")
	}
	library, err := Open(ctx, path)
	if err != nil {
		return m, err
	}
	defer library.Close()
	begin, everybody := time.Now(), name.Everybody(asked, crowd)
	before, err := library.bytes(ctx)
	if err != nil {
		return m, err
	}
	if err := library.writeNames(ctx, everybody); err != nil {
		return m, err
	}
	m.Built = time.Since(begin)
	if m.Bytes, err = library.bytes(ctx); err != nil {
		return m, err
	}
	m.Bytes -= before
	tx, err := library.database.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return m, err
	}
	defer tx.Rollback()
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM name_key").Scan(&m.Sounds); err != nil {
		return m, err
	}
	store, err := newNameStore(ctx, tx, "")
	if err != nil {
		return m, err
	}
	if m.Measurement, err = name.Measure(ctx, store, asked, everybody); err == nil && from.Size > 0 {
		err = m.MeasureTyping(ctx, store, asked)
	}
	return m, err
}

// bytes is how large the library is.
func (l *Library) bytes(ctx context.Context) (size int64, err error) {
	return size, l.database.QueryRowContext(ctx, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()").Scan(&size)
}

// writeNames indexes names, each with its position as its owner.
func (l *Library) writeNames(ctx context.Context, names []string) error {
	tx, err := l.database.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	w, err := newNameWriter(ctx, tx)
	if err != nil {
		return err
	}
	for i, raw := range names {
		for _, spelling := range name.Spellings(raw) {
			w.add(ctx, int64(i), spelling)
		}
	}
	if err := w.close(ctx); err != nil {
		return err
	}
	return tx.Commit()
}

// String gives the table by kind and, where every beginning was asked too,
// what that took and what the names take; last, one line with the whole.
func (m NameMeasurement) String() string {
	const mb = 1 << 20
	head := fmt.Sprintf("%d names, %d words by their sound; %.1f MB, written in %.1f s\n\n", m.Names, m.Sounds, float64(m.Bytes)/mb, m.Built.Seconds())
	return head + m.Measurement.String()
}
