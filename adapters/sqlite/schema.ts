/** The migrations of the state file, one for each version of its schema. Add new ones; never edit the old ones. */
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
  `
CREATE TABLE arrivals (
  last INTEGER NOT NULL
) STRICT;
INSERT INTO arrivals SELECT ifnull(max(number), 0) FROM articles;
CREATE TRIGGER articles_arrive AFTER INSERT ON articles BEGIN
  UPDATE arrivals SET last = max(last, NEW.number);
END;

CREATE TABLE subscriptions (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  platform TEXT NOT NULL,
  chat TEXT NOT NULL,
  thread TEXT,
  server TEXT,
  state TEXT NOT NULL,
  nextAt INTEGER,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX subscriptions_due ON subscriptions (nextAt, number) WHERE state = 'active' AND nextAt IS NOT NULL;
CREATE INDEX subscriptions_chat ON subscriptions (platform, chat, number);
CREATE INDEX subscriptions_server ON subscriptions (platform, server, number) WHERE server IS NOT NULL;

CREATE TABLE chat_settings (
  platform TEXT NOT NULL,
  chat TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (platform, chat)
) STRICT, WITHOUT ROWID;

CREATE TABLE deliveries (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  subscription TEXT NOT NULL,
  platform TEXT NOT NULL,
  chat TEXT NOT NULL,
  state TEXT NOT NULL,
  readyAt INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  done TEXT NOT NULL DEFAULT '[]',
  addedAt TEXT NOT NULL,
  endedAt INTEGER,
  edition TEXT NOT NULL
) STRICT;
CREATE INDEX deliveries_queue ON deliveries (state, platform, number);
CREATE INDEX deliveries_delayed ON deliveries (platform, readyAt) WHERE state = 'delayed';
CREATE INDEX deliveries_subscription ON deliveries (subscription, state);
CREATE INDEX deliveries_chat ON deliveries (platform, chat, state, endedAt);
CREATE INDEX deliveries_ended ON deliveries (endedAt) WHERE endedAt IS NOT NULL;

CREATE TABLE delivery_views (
  number INTEGER PRIMARY KEY REFERENCES deliveries (number) ON DELETE CASCADE,
  view TEXT NOT NULL
) STRICT;
`,
  `
CREATE TABLE updates (
  number INTEGER PRIMARY KEY,
  article TEXT NOT NULL
) STRICT;
CREATE TRIGGER updates_arrive AFTER INSERT ON updates BEGIN
  UPDATE arrivals SET last = max(last, NEW.number);
END;
`,
  `
CREATE TABLE feeds (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  nextAt INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX feeds_due ON feeds (id, nextAt);

CREATE TABLE feed_followers (
  feed TEXT NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
  platform TEXT NOT NULL,
  chat TEXT NOT NULL,
  thread TEXT NOT NULL,
  PRIMARY KEY (feed, platform, chat, thread)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_followers_chat ON feed_followers (platform, chat);

CREATE TABLE feed_entries (
  number INTEGER PRIMARY KEY,
  feed TEXT NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  nextAt INTEGER,
  state TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (feed, key)
) STRICT;
CREATE INDEX feed_entries_due ON feed_entries (feed, nextAt) WHERE nextAt IS NOT NULL;

CREATE TABLE backfilled (
  article TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
`,
  // Files that were deleted before are recorded again, so that the next sync finds them deleted.
  `
ALTER TABLE files ADD COLUMN missedAt INTEGER;
CREATE INDEX version_files_file ON version_files (file);
INSERT OR IGNORE INTO files SELECT DISTINCT file, -1, -1, '', NULL, NULL FROM version_files;
`,
];
