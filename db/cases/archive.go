package cases

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

// An Archive returns whole reports as they were imported. Its methods may be called from
// several goroutines.
type Archive struct {
	read func(ctx context.Context, reading func(tx *sql.Tx) error) error
}

// NewArchive returns the archive of a library; readIn runs a function in a reading
// transaction.
func NewArchive(read func(ctx context.Context, reading func(tx *sql.Tx) error) error) Archive {
	return Archive{read: read}
}

// Reports lists the reports of the library, in the order of their import.
func (a Archive) Reports(ctx context.Context) ([]results.ReportEntry, error) {
	list := []results.ReportEntry{}
	err := a.read(ctx, func(tx *sql.Tx) error {
		return sqlite.Each(ctx, tx, "SELECT "+schema.IntactReport+", paragraphs, cases FROM report ORDER BY number", nil, func(rows *sql.Rows) error {
			var entry results.ReportEntry
			var document []byte
			if err := rows.Scan(&document, &entry.Paragraphs, &entry.Cases); err != nil {
				return err
			}
			list = append(list, entry)
			return json.Unmarshal(document, &list[len(list)-1].Report)
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list the reports: %w", err)
	}
	return list, nil
}

// Report returns the report with an id; ErrNotFound if there is none.
func (a Archive) Report(ctx context.Context, id string) (model.Report, error) {
	var report model.Report
	err := a.reportPart(ctx, schema.IntactReport, id, &report)
	return report, err
}

// Sections returns the sections of a report; ErrNotFound if there is none.
func (a Archive) Sections(ctx context.Context, report string) ([]model.Section, error) {
	var sections []model.Section
	err := a.reportPart(ctx, schema.IntactSections, report, &sections)
	return sections, err
}

func (a Archive) reportPart(ctx context.Context, column, id string, part any) error {
	err := a.read(ctx, func(tx *sql.Tx) error {
		var document []byte
		if err := tx.QueryRowContext(ctx, "SELECT "+column+" FROM report WHERE id = ?", id).Scan(&document); err != nil {
			return err
		}
		return json.Unmarshal(document, part)
	})
	return reportError(id, err)
}

func reportError(id string, err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		err = schema.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("report %q: %w", id, err)
	}
	return nil
}

// Pack returns a whole report as it was imported; ErrNotFound if there is none.
func (a Archive) Pack(ctx context.Context, report string) (model.Pack, error) {
	return a.pack(ctx, report, func(tx *sql.Tx, pack *model.Pack) error {
		stored, err := schema.FindReport(ctx, tx, report)
		if err != nil {
			return err
		}
		for c, err := range stored.Documents(ctx, tx) {
			if err != nil {
				return err
			}
			pack.Cases = append(pack.Cases, c)
		}
		return nil
	})
}

// Head returns a report without its cases, as it was imported; ErrNotFound if there is
// none.
func (a Archive) Head(ctx context.Context, report string) (model.Pack, error) {
	return a.pack(ctx, report, func(*sql.Tx, *model.Pack) error { return nil })
}

// pack returns a report, with what a function adds to its head.
func (a Archive) pack(ctx context.Context, report string, add func(*sql.Tx, *model.Pack) error) (model.Pack, error) {
	var pack model.Pack
	err := a.read(ctx, func(tx *sql.Tx) (err error) {
		if pack, err = schema.PackHead(ctx, tx, report); err == nil {
			err = add(tx, &pack)
		}
		return err
	})
	if err != nil {
		return model.Pack{}, reportError(report, err)
	}
	return pack, nil
}
