/** How the state file came to be what it is: each entry is one version of the schema after the other; add, never edit. */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE state (
  namespace TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  expires INTEGER,
  PRIMARY KEY (namespace, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX state_expires ON state (expires) WHERE expires IS NOT NULL;

CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  language TEXT,
  direction TEXT NOT NULL,
  summary TEXT NOT NULL,
  stampedAt TEXT,
  publishedAt TEXT,
  addedAt TEXT NOT NULL,
  timeMs INTEGER NOT NULL,
  shown INTEGER NOT NULL
) STRICT;
CREATE INDEX articles_newest ON articles (timeMs DESC, addedAt DESC, id);
CREATE INDEX articles_source ON articles (source, timeMs DESC, addedAt DESC, id);

CREATE TABLE versions (
  number INTEGER PRIMARY KEY,
  bytes TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL,
  content TEXT NOT NULL,
  title TEXT NOT NULL,
  stampedAt TEXT,
  addedAt TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX versions_article ON versions (article);

CREATE TABLE version_files (
  version INTEGER NOT NULL REFERENCES versions (number) ON DELETE CASCADE,
  file TEXT NOT NULL,
  PRIMARY KEY (version, file)
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
  file TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  mtimeMs REAL NOT NULL,
  reader TEXT NOT NULL,
  version INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE refusals (
  file TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  line INTEGER,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5 (
  title, headings, text,
  content = '', contentless_delete = 1, tokenize = 'ascii'
);
`,
];
