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
    cases      INTEGER NOT NULL,
    checksum   INTEGER NOT NULL   -- of all else, as in entity and facet_value
) STRICT;

-- A case's number is its place in the order of the library: the first number
-- of its report, and its place in the report. So rowids
-- are display order, and a report is one range of them.
CREATE TABLE cases (
    number   INTEGER PRIMARY KEY,
    report   INTEGER NOT NULL REFERENCES report,
    id       TEXT NOT NULL COLLATE NOCASE,
    ordinal  INTEGER,             -- the digits at the end of the id
    checksum INTEGER NOT NULL,    -- CRC-32C of id and document
    document TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX cases_id ON cases (id, report); -- while a report is replaced, it is there twice
CREATE INDEX cases_ordinal ON cases (ordinal);

-- The words of each case's text, folded (see words.go), by its number.
CREATE VIRTUAL TABLE case_text USING fts5 (
    text,
    content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'ascii'
);

-- The cases that lead to the case of an id.
CREATE TABLE relation (
    target TEXT NOT NULL COLLATE NOCASE,
    number INTEGER NOT NULL REFERENCES cases,
    PRIMARY KEY (target, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_number ON relation (number);

-- The values that cases are filtered and counted by, the same for all reports.
CREATE TABLE facet_value (
    number INTEGER PRIMARY KEY,
    facet  TEXT NOT NULL,
    value  TEXT NOT NULL,
    label  TEXT NOT NULL,
    words  TEXT NOT NULL,         -- folded, with a space before and after each
    parent INTEGER REFERENCES facet_value,
    cases  INTEGER NOT NULL DEFAULT 0,
    checksum INTEGER NOT NULL,    -- of all else but cases: see row_checksum
    UNIQUE (facet, value)
) STRICT;
CREATE INDEX facet_value_cases ON facet_value (facet, cases, parent);

-- The categories, people, organisations, places and laws of each report, in
-- its order.
CREATE TABLE entity (
    number   INTEGER PRIMARY KEY,
    report   INTEGER NOT NULL REFERENCES report,
    value    INTEGER NOT NULL REFERENCES facet_value,
    facet    TEXT NOT NULL,       -- that of the value; and the value above it: with the documents
    parent   INTEGER,             -- they are all that a library is made anew of
    listed   INTEGER NOT NULL,    -- by the pack itself; else named by a case only, or part of another
    words    TEXT NOT NULL,       -- of its other names, as in facet_value
    document TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX entity_report ON entity (report);
CREATE INDEX entity_value ON entity (value);
CREATE INDEX entity_words ON entity (value, words) WHERE words <> ''; -- few have other names

-- The words in the names of facet values, folded, by the value's number: a
-- column for each facet that a search has a field for.
CREATE VIRTUAL TABLE value_text USING fts5 (
    category, kind, date, place, person, organisation, role, law, outcome, penalty, "right",
    content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'ascii'
);

-- What cases are counted, filtered and ordered by: columns of the values that
-- each case of a block has; each block's cases in each order, with what they
-- are ordered by; and the orders of all cases, in chunks of numbers. Package
-- index says how they are written.
CREATE TABLE index_column (
    name     TEXT NOT NULL,
    block    INTEGER NOT NULL,
    "values" BLOB NOT NULL,
    PRIMARY KEY (name, block)
) STRICT;
CREATE TABLE index_order_block (
    name    TEXT NOT NULL,
    block   INTEGER NOT NULL,
    entries BLOB NOT NULL,
    PRIMARY KEY (name, block)
) STRICT;
CREATE TABLE index_order (
    name  TEXT NOT NULL,
    chunk INTEGER NOT NULL,
    cases BLOB NOT NULL,
    PRIMARY KEY (name, chunk)
) STRICT;

-- How many rows each derived table has, and the sum of their checksums, as the
-- last change of the library has left them.
CREATE TABLE checksum (
    name TEXT PRIMARY KEY,
    rows INTEGER NOT NULL,
    sum  INTEGER NOT NULL
) STRICT;

-- How often the library has changed: what was read of it before is of no use
-- then. And how many bits of a case's number are its place in its block.
CREATE TABLE generation (number INTEGER NOT NULL, block_bits INTEGER NOT NULL CHECK (block_bits BETWEEN 1 AND 16)) STRICT;
INSERT INTO generation VALUES (0, 16);
