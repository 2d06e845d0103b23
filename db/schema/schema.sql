-- The tables of a library in the current format. A change to them raises Format
-- and leaves the columns that Renew reads unchanged.
--
-- What a pack says is stored once, as the JSON documents of report, entity and
-- cases. Everything else is derived from them by ImportCases, in the same
-- transaction, and is only read to find, count and list.
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

-- A case's number is its position in the library: the first number of its report
-- plus its position in the report. So rowids are the display order, and a report is
-- one range of them.
CREATE TABLE cases (
    number   INTEGER PRIMARY KEY,
    report   INTEGER NOT NULL REFERENCES report,
    id       TEXT NOT NULL COLLATE NOCASE,
    ordinal  INTEGER,             -- the digits at the end of the id
    checksum INTEGER NOT NULL,    -- CRC-32C of id and document
    document TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX cases_id ON cases (id, report); -- while a report is replaced, it exists twice
CREATE INDEX cases_ordinal ON cases (ordinal);

-- The words of each case's text, folded (see words.go), and words for its rare
-- values (see package index), by the case's number.
CREATE VIRTUAL TABLE case_text USING fts5 (
    text,
    content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'ascii'
);

-- The cases that refer to the case with an id.
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
    facet    TEXT NOT NULL,       -- the facet of value
    parent   INTEGER,             -- the parent of value; Renew reads facet, parent and the documents
    listed   INTEGER NOT NULL,    -- in the pack; else only named by a case, or part of another
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

-- By these cases are counted, filtered and ordered: columns with the values of
-- each case of a block; each block's cases in each order, with their sort keys;
-- and the orders of all cases, in chunks of numbers. Package index describes
-- their format.
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

-- The cases of each block that have a common word, by the same package.
CREATE TABLE index_word (
    word  TEXT NOT NULL,
    block INTEGER NOT NULL,
    first INTEGER NOT NULL,
    cases BLOB NOT NULL,
    PRIMARY KEY (word, block)
) STRICT;
CREATE INDEX index_word_block ON index_word (block);

-- How many rows each derived table has, and the sum of their checksums, after the
-- last change of the library.
CREATE TABLE checksum (
    name TEXT PRIMARY KEY,
    rows INTEGER NOT NULL,
    sum  INTEGER NOT NULL
) STRICT;

-- How often the library has changed, so that readers know when what they have read
-- is out of date; and how many bits of a case's number are its position in its block.
CREATE TABLE generation (number INTEGER NOT NULL, block_bits INTEGER NOT NULL CHECK (block_bits BETWEEN 1 AND 16)) STRICT;
INSERT INTO generation VALUES (0, 16);
