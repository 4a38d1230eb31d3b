/** The migrations of the database, one for each version of its schema. Add new ones; never edit the old ones. */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE state (
  namespace TEXT COLLATE "C" NOT NULL,
  key TEXT COLLATE "C" NOT NULL,
  value TEXT NOT NULL,
  expires BIGINT,
  PRIMARY KEY (namespace, key)
);
CREATE INDEX state_expires ON state (expires) WHERE expires IS NOT NULL;

CREATE TABLE articles (
  number BIGINT PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  source TEXT COLLATE "C" NOT NULL,
  language TEXT,
  direction TEXT NOT NULL,
  summary TEXT NOT NULL,
  stamped_at TEXT,
  published_at TEXT,
  added_at TEXT COLLATE "C" NOT NULL,
  time_ms BIGINT NOT NULL,
  shown BIGINT NOT NULL
);
CREATE INDEX articles_newest ON articles (time_ms DESC, added_at DESC, id);
CREATE INDEX articles_source ON articles (source, time_ms DESC, added_at DESC, id);

CREATE TABLE words (
  number BIGINT PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
  tokens TSVECTOR NOT NULL,
  head TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX words_tokens ON words USING gin (tokens);

CREATE TABLE versions (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  bytes TEXT COLLATE "C" NOT NULL UNIQUE,
  article TEXT COLLATE "C" NOT NULL,
  content TEXT NOT NULL,
  title TEXT NOT NULL,
  stamped_at TEXT,
  added_at TEXT NOT NULL,
  body BYTEA NOT NULL
);
CREATE INDEX versions_article ON versions (article);

CREATE TABLE version_files (
  version BIGINT NOT NULL REFERENCES versions (number) ON DELETE CASCADE,
  file TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (version, file)
);
CREATE INDEX version_files_file ON version_files (file);

CREATE TABLE files (
  file TEXT COLLATE "C" PRIMARY KEY,
  size BIGINT NOT NULL,
  mtime_ms DOUBLE PRECISION NOT NULL,
  parser_version TEXT NOT NULL,
  version BIGINT,
  missed_at BIGINT
);

CREATE TABLE refusals (
  file TEXT COLLATE "C" PRIMARY KEY,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  line INTEGER,
  at TEXT NOT NULL
);

CREATE TABLE arrivals (last BIGINT NOT NULL);
INSERT INTO arrivals VALUES (0);

CREATE TABLE updates (
  number BIGINT PRIMARY KEY,
  article TEXT COLLATE "C" NOT NULL
);

CREATE TABLE backfilled (article TEXT COLLATE "C" PRIMARY KEY);

CREATE TABLE subscriptions (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  platform TEXT NOT NULL,
  chat TEXT NOT NULL,
  thread TEXT,
  server TEXT,
  state TEXT NOT NULL,
  next_at BIGINT,
  body TEXT NOT NULL
);
CREATE INDEX subscriptions_due ON subscriptions (next_at, number) WHERE state = 'active' AND next_at IS NOT NULL;
CREATE INDEX subscriptions_chat ON subscriptions (platform, chat, number);
CREATE INDEX subscriptions_server ON subscriptions (platform, server, number) WHERE server IS NOT NULL;

CREATE TABLE chat_settings (
  platform TEXT NOT NULL,
  chat TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (platform, chat)
);

CREATE TABLE instances (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  lease_until TIMESTAMPTZ NOT NULL
);

CREATE TABLE deliveries (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  subscription TEXT NOT NULL,
  platform TEXT NOT NULL,
  chat TEXT NOT NULL,
  state TEXT NOT NULL,
  instance TEXT,
  ready_at BIGINT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  done TEXT NOT NULL DEFAULT '[]',
  added_at TEXT NOT NULL,
  ended_at BIGINT,
  edition TEXT NOT NULL,
  view TEXT
);
CREATE INDEX deliveries_queue ON deliveries (state, platform, number);
CREATE INDEX deliveries_delayed ON deliveries (platform, ready_at) WHERE state = 'delayed';
CREATE INDEX deliveries_subscription ON deliveries (subscription, state);
CREATE INDEX deliveries_chat ON deliveries (platform, chat, state, ended_at);
CREATE INDEX deliveries_ended ON deliveries (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE feeds (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  next_at BIGINT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX feeds_due ON feeds (id, next_at);

CREATE TABLE feed_followers (
  feed TEXT COLLATE "C" NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
  platform TEXT COLLATE "C" NOT NULL,
  chat TEXT COLLATE "C" NOT NULL,
  thread TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (feed, platform, chat, thread)
);
CREATE INDEX feed_followers_chat ON feed_followers (platform, chat);

CREATE TABLE feed_entries (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  feed TEXT COLLATE "C" NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
  key TEXT COLLATE "C" NOT NULL,
  first_seen_at TEXT COLLATE "C" NOT NULL,
  next_at BIGINT,
  state TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (feed, key)
);
CREATE INDEX feed_entries_due ON feed_entries (feed, next_at) WHERE next_at IS NOT NULL;
`,
  `
CREATE TABLE rate_shares (
  name TEXT NOT NULL,
  instance TEXT NOT NULL REFERENCES instances (id) ON DELETE CASCADE,
  share INTEGER NOT NULL,
  wants INTEGER NOT NULL,
  PRIMARY KEY (name, instance)
);
`,
  // A share ends by its own lease, not with its instance. The default is for rows that an older version wrote.
  `
ALTER TABLE rate_shares DROP CONSTRAINT rate_shares_instance_fkey;
ALTER TABLE rate_shares ADD COLUMN lease_until TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp() + interval '20 seconds';
`,
];
