-- What a pack says is kept once, as the JSON documents of report, entity and
-- cases. Everything else is derived from them by Import, in the same
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
-- of its report, a multiple of 65,536, and its place in the report. So rowids
-- are display order here and in the text index, and a report is one range of them.
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
    earliest    TEXT NOT NULL,    -- ISO day, the key of the order by date
    sorted      TEXT NOT NULL,    -- folded title, the key of the order by title
    document    TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX cases_id ON cases (id, report); -- while a report is replaced, it is there twice
CREATE INDEX cases_ordinal ON cases (ordinal);
CREATE INDEX cases_earliest ON cases (earliest);
CREATE INDEX cases_sorted ON cases (sorted);

-- The values that cases are filtered and counted by, the same for all reports.
CREATE TABLE facet_value (
    number INTEGER PRIMARY KEY,
    facet  TEXT NOT NULL,
    value  TEXT NOT NULL,
    label  TEXT NOT NULL,
    words  TEXT NOT NULL,         -- folded, with a space before and after each
    parent INTEGER REFERENCES facet_value,
    UNIQUE (facet, value)
) STRICT;

-- A case is tagged with its values and all that is above them in a tree: a
-- filter is an intersection of tags, a facet a count of them.
CREATE TABLE tag (
    value  INTEGER NOT NULL REFERENCES facet_value,
    "case" INTEGER NOT NULL REFERENCES cases,
    PRIMARY KEY (value, "case")
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_case ON tag ("case", value);

-- The categories, people, organisations, places and laws of each report, in
-- its order.
CREATE TABLE entity (
    number   INTEGER PRIMARY KEY,
    report   INTEGER NOT NULL REFERENCES report,
    value    INTEGER NOT NULL REFERENCES facet_value,
    listed   INTEGER NOT NULL, -- by the pack itself; else named by a case only, or part of another
    words    TEXT NOT NULL,       -- of its other names, as in facet_value
    document TEXT NOT NULL
) STRICT;
CREATE INDEX entity_report ON entity (report);
CREATE INDEX entity_value ON entity (value);

CREATE TABLE involvement (
    "case"    INTEGER NOT NULL REFERENCES cases,
    facet     TEXT NOT NULL,
    position  INTEGER NOT NULL,
    entity    INTEGER NOT NULL REFERENCES entity,
    role      TEXT NOT NULL,
    provision TEXT NOT NULL,
    PRIMARY KEY ("case", facet, position)
) STRICT, WITHOUT ROWID;

-- The days between which each date of a case may lie.
CREATE TABLE date (
    "case"   INTEGER NOT NULL REFERENCES cases,
    earliest TEXT NOT NULL,
    latest   TEXT NOT NULL,
    PRIMARY KEY ("case", earliest, latest)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure (
    "case"   INTEGER NOT NULL REFERENCES cases,
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY ("case", position)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE text USING fts5 (
    title, note, people, organisations, places, laws,
    content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3'
);
