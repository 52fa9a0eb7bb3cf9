"""The tables and indexes of the catalogue."""

from __future__ import annotations

from reader.library.records import FILE_COLUMNS

SCHEMA_VERSION = 3
"""Raised when a table changes, or what a file is read as; a catalogue of another version is thrown away."""

_COLUMN_KINDS = ", ".join(f"{name} {kind}" for name, kind in FILE_COLUMNS.items())
# The generation begins anywhere, so that a catalogue in another's place never passes for it.
SCHEMA = f"""
CREATE TABLE files ({_COLUMN_KINDS}, UNIQUE (root, path));
CREATE UNIQUE INDEX files_by_article ON files (article) WHERE article IS NOT NULL;
CREATE INDEX files_in_order ON files (band, order_key DESC, path, article) WHERE article IS NOT NULL;
CREATE INDEX words_in_order ON files (band, order_key DESC, path, article, folded) WHERE article IS NOT NULL;
CREATE INDEX files_by_stamp ON files (root, number, path, mtime_ns, size, inode);
CREATE INDEX files_without_id ON files (root, article, path, content_hash) WHERE is_derived;
CREATE INDEX files_by_text ON files (text_hash);
CREATE INDEX files_by_url ON files (url_key);
CREATE INDEX files_by_claim ON files (claimed) WHERE claimed IS NOT NULL AND claimed IS NOT article;
CREATE INDEX files_with_problem ON files (path) WHERE problem IS NOT NULL;
CREATE TABLE generation (number INTEGER NOT NULL);
INSERT INTO generation VALUES (abs(random() >> 24));
CREATE TABLE quote_counts (
    content_hash TEXT NOT NULL, version TEXT NOT NULL, quotes INTEGER NOT NULL,
    PRIMARY KEY (content_hash, version)
) WITHOUT ROWID;
CREATE TABLE pages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    content_hash TEXT NOT NULL, version TEXT NOT NULL, data BLOB NOT NULL,
    UNIQUE (content_hash, version)
);
PRAGMA user_version = {SCHEMA_VERSION};
"""  # noqa: S608 - every name in the statements of this file is our own
