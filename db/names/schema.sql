-- The names of people, organisations and places as they sound (package name).
-- A name belongs to a facet value, which may have several.
CREATE TABLE name (
    number INTEGER PRIMARY KEY,
    value  INTEGER NOT NULL REFERENCES facet_value,
    raw    TEXT NOT NULL
) STRICT;
CREATE INDEX name_value ON name (value);

-- The words of each name as they are written and as they sound.
CREATE VIRTUAL TABLE name_word USING fts5 (
    literal, key,
    content = '', contentless_delete = 1, detail = column, prefix = '1 2 3',
    tokenize = 'unicode61 remove_diacritics 0'
);

-- All sounds, with the number of names that have each; and the deletion
-- neighbourhood of their skeletons.
CREATE TABLE name_key (
    key      TEXT PRIMARY KEY,
    skeleton TEXT NOT NULL,
    names    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX name_key_skeleton ON name_key (skeleton);
CREATE TABLE name_form (
    form     TEXT NOT NULL,
    skeleton TEXT NOT NULL,
    PRIMARY KEY (form, skeleton)
) STRICT, WITHOUT ROWID;
