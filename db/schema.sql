-- The tables of a library of the present format: whoever changes them raises
-- Format, and leaves the columns that Renew reads as they are.
--
-- What a pack says is kept once, as the JSON documents of report, entity and
-- cases. Everything else is derived from them by ImportCases, in the same
-- transaction, and is only ever read for finding, counting and listing.
--
-- Foreign keys are declared and checked by Check, not enforced row by row:
-- only Import writes, and a report is replaced as a whole.

CREATE TABLE report (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE COLLATE NOCASE,
    document   TEXT NOT NULL,
    sections   TEXT NOT NULL,
    paragraphs INTEGER NOT NULL,
    first      INTEGER NOT NULL,  -- the number of its first case
    cases      INTEGER NOT NULL
) STRICT;

-- A case's number is its place in the order of the library: the first number
-- of its report, and its place in the report. So rowids
-- are display order, and a report is one range of them.
CREATE TABLE cases (
    number      INTEGER PRIMARY KEY,
    report      INTEGER NOT NULL REFERENCES report,
    id          TEXT NOT NULL COLLATE NOCASE,
    ordinal     INTEGER,          -- the digits at the end of the id
    kind        TEXT NOT NULL,
    title       TEXT NOT NULL,
    category    TEXT NOT NULL,    -- JSON array
    date        TEXT NOT NULL,    -- EDTF
    people      TEXT NOT NULL,    -- JSON array
    sensitivity TEXT NOT NULL,
    document    TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX cases_id ON cases (id, report); -- while a report is replaced, it is there twice
CREATE INDEX cases_ordinal ON cases (ordinal);

-- The orders of cases other than the library's own, each in chunks of numbers
-- (uint32, little-endian): a page is cut out of it, wherever it begins.
CREATE TABLE sorting (
    sort  TEXT NOT NULL,
    chunk INTEGER NOT NULL,
    cases BLOB NOT NULL,
    PRIMARY KEY (sort, chunk)
) STRICT;

-- What they are merged from: the cases of each block in each order, with what
-- they are ordered by (see run.go).
CREATE TABLE sorting_run (
    block   INTEGER NOT NULL,
    sort    TEXT NOT NULL,
    chunk   INTEGER NOT NULL,
    entries BLOB NOT NULL,
    PRIMARY KEY (block, sort, chunk)
) STRICT;

-- The values that cases are filtered and counted by, the same for all reports.
CREATE TABLE facet_value (
    number INTEGER PRIMARY KEY,
    facet  TEXT NOT NULL,
    value  TEXT NOT NULL,
    label  TEXT NOT NULL,
    words  TEXT NOT NULL,         -- folded, with a space before and after each
    parent INTEGER REFERENCES facet_value,
    cases  INTEGER NOT NULL DEFAULT 0,
    UNIQUE (facet, value)
) STRICT;
CREATE INDEX facet_value_cases ON facet_value (facet, cases, parent);

-- The categories, people, organisations, places and laws of each report, in
-- its order.
CREATE TABLE entity (
    number   INTEGER PRIMARY KEY,
    report   INTEGER NOT NULL REFERENCES report,
    value    INTEGER NOT NULL REFERENCES facet_value,
    listed   INTEGER NOT NULL,    -- by the pack itself; else named by a case only, or part of another
    words    TEXT NOT NULL,       -- of its other names, as in facet_value
    document TEXT NOT NULL
) STRICT;
CREATE INDEX entity_report ON entity (report);
CREATE INDEX entity_value ON entity (value);
CREATE INDEX entity_words ON entity (value, words) WHERE words <> ''; -- few have other names

-- The sets of cases that a search and a filter are made of: for every block of
-- 65,536 case numbers a dictionary from keys (words, beginnings of words,
-- facet values, days: see key.go) to the cases that have them, in pages in the
-- order of the keys (see page.go).
CREATE TABLE posting (
    number INTEGER PRIMARY KEY,
    block  INTEGER NOT NULL,
    first  BLOB NOT NULL,         -- the first key of the page
    page   BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX posting_first ON posting (block, first); -- which stays small: the pages are not in it

-- The same the other way round: for every case of a block its values of a
-- facet (see column.go).
CREATE TABLE facet_column (
    facet    TEXT NOT NULL,
    block    INTEGER NOT NULL,
    "values" BLOB NOT NULL,
    PRIMARY KEY (facet, block)
) STRICT;

-- How often the library has changed: what was read of it before is of no use then.
CREATE TABLE generation (number INTEGER NOT NULL) STRICT;
INSERT INTO generation VALUES (0);
