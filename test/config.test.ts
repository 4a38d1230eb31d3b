import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settings } from '../adapters/index.ts';
import { parseLocation } from '../adapters/redis/location.ts';
import { ConfigError, readConfig } from '../src/config.ts';

const VARIABLES = Object.values(settings).flatMap(({ variables }) => variables);

function read(env: Record<string, string>) {
  return readConfig(settings, env);
}

function complaint(env: Record<string, string>): string {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(read({})).toMatchObject({
      snapshots: { folder: 'data/snapshots' },
      fetch: { allowed: new Set(), allowsFiles: false, contact: undefined },
      proxy: undefined,
      following: { feeds: [], everyMs: 300_000, who: 'admins', operators: new Set() },
      store: { scheme: 'sqlite', location: 'data/state.sqlite' },
      defaults: { time: '08:00', language: 'en' },
      log: { level: 'info' },
    });
    expect(read({}).defaults.zone).not.toBe('');
  });

  it('enables the language model only if its address and name are set', () => {
    const url = 'http://127.0.0.1:11434/v1';
    expect(read({}).model).toBeUndefined();
    expect(read({ SUMMARY_MODEL_URL: url, SUMMARY_MODEL: 'tiny' }).model).toEqual({
      url,
      model: 'tiny',
      daily: 200,
    });
    const full = { SUMMARY_MODEL_URL: url, SUMMARY_MODEL: 'tiny', SUMMARY_MODEL_KEY: 'sk-1', SUMMARY_MODEL_DAILY: '0' };
    expect(read(full).model).toEqual({ url, model: 'tiny', key: 'sk-1', daily: 0 });
    expect(complaint({ SUMMARY_MODEL_URL: url })).toBe(
      'SUMMARY_MODEL is missing. Set the name of the model to ask there.',
    );
    expect(complaint({ SUMMARY_MODEL: 'tiny' })).toMatch(/^SUMMARY_MODEL_URL is missing/);
    const wrong = complaint({
      SUMMARY_MODEL_URL: 'ftp://x',
      SUMMARY_MODEL: 'tiny',
      SUMMARY_MODEL_KEY: 'a secret',
      SUMMARY_MODEL_DAILY: 'many',
    });
    expect(wrong.split('\n')).toHaveLength(3);
    expect(wrong).not.toContain('a secret');
  });

  it('uses the values that are set', () => {
    const env = {
      SNAPSHOTS_DIR: '/news',
      CAPTURED_DIR: '/captured',
      KEEP_DELETED: 'yes',
      STORE_URL: 'sqlite:/var/lib/gazette/state.sqlite',
      DEFAULT_ZONE: 'Asia/Shanghai',
      DEFAULT_LANGUAGE: 'zh-TW',
      LOG_LEVEL: 'debug',
    };
    expect(read(env)).toEqual({
      telegram: undefined,
      discord: undefined,
      snapshots: {
        folder: '/news',
        captured: '/captured',
        sources: [
          { name: '', path: '/news', setting: 'SNAPSHOTS_DIR' },
          { name: 'captured', path: '/captured' },
        ],
        keepsDeleted: true,
      },
      mirrors: { remotes: [], everyMs: 900_000, environment: {} },
      fetch: { allowed: new Set(), allowsFiles: false, contact: undefined },
      following: { feeds: [], everyMs: 300_000, who: 'admins', operators: new Set() },
      store: {
        scheme: 'sqlite',
        location: '/var/lib/gazette/state.sqlite',
        label: '/var/lib/gazette/state.sqlite',
      },
      defaults: { time: '08:00', zone: 'Asia/Shanghai', language: 'zh-TW' },
      web: { port: 8642, host: '127.0.0.1', access: { isPublic: false } },
      http: undefined,
      roles: new Set(['chat', 'deliver', 'collect']),
      log: { level: 'debug', format: 'text' },
      model: undefined,
    });
  });

  it('serves health and metrics only with a port, and on this machine only by default', () => {
    expect(read({ HTTP_PORT: '9464' }).http).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(read({ HTTP_PORT: '1', HTTP_HOST: '::' }).http).toEqual({ host: '::', port: 1 });
    expect([read({ HTTP_PORT: '0' }).http, read({ HTTP_PORT: '' }).http]).toEqual([undefined, undefined]);
    const wrong = complaint({ HTTP_PORT: '70000', HTTP_HOST: 'http://x' });
    expect(wrong).toMatch(/^HTTP_PORT is not a port\..*\nHTTP_HOST is not an address to listen on/);
  });

  it('takes a webhook that Telegram can reach, with HTTP_PORT', () => {
    const env = { TELEGRAM_TOKEN: `123456789:${'A'.repeat(35)}`, HTTP_PORT: '9464' };
    const url = 'https://bot.example.org/telegram';
    expect(read({ ...env, TELEGRAM_WEBHOOK_URL: url }).telegram).toMatchObject({ webhookUrl: url });
    const problem = (TELEGRAM_WEBHOOK_URL: string, more = {}) => complaint({ ...env, TELEGRAM_WEBHOOK_URL, ...more });
    expect(problem(url, { HTTP_PORT: '' })).toBe(
      'TELEGRAM_WEBHOOK_URL needs HTTP_PORT, where the updates arrive. Set both.',
    );
    expect(problem('https://bot.example.org')).toContain('needs a path of its own');
    expect(problem('https://bot.example.org/metrics')).toContain('needs a path of its own');
    expect(problem('http://bot.example.org/telegram')).toContain('must begin with https://');
    expect(problem('https://bot.example.org:9464/telegram')).toContain('Use 443, 80, 88 or 8443.');
    expect(problem('http://10.0.0.1:81/telegram', { TELEGRAM_API_ROOT: 'http://10.0.0.2:8081' })).toBe('');
  });

  it('reads shards, and refuses those that do not exist', () => {
    const env = { DISCORD_TOKEN: 'emulatedEmulatedEmulated.token0.emulatedEmulatedEmulated' };
    const shards = (DISCORD_SHARDS: string, DISCORD_SHARD_IDS = '') =>
      read({ ...env, DISCORD_SHARDS, DISCORD_SHARD_IDS }).discord?.shards;
    expect(shards('')).toBeUndefined();
    expect(shards('Auto')).toEqual({ count: 'auto' });
    expect(shards('16', '8, 0-2,2')).toEqual({ count: 16, ids: [0, 1, 2, 8] });
    const problem = (DISCORD_SHARDS: string, DISCORD_SHARD_IDS = '') =>
      complaint({ ...env, DISCORD_SHARDS, DISCORD_SHARD_IDS });
    expect(problem('0')).toContain('Use auto, or a number from 1 to 9999.');
    expect(problem('4', '3-1')).toContain('Use numbers or ranges, such as 0-3,8.');
    expect(problem('4', '2-4')).toContain('with DISCORD_SHARDS=4 they are 0 to 3.');
    expect(problem('auto', '0')).toContain('needs DISCORD_SHARDS with the number of all shards');
    expect(problem('', '0')).toContain('needs DISCORD_SHARDS with the number of all shards');
  });

  it('reads roles in any order and case, and refuses others', () => {
    expect(read({ ROLES: ' Deliver, chat ' }).roles).toEqual(new Set(['deliver', 'chat']));
    for (const ROLES of ['chat,', 'all', 'chat deliver'])
      expect(complaint({ ROLES })).toBe('ROLES is not a list of roles. Use some of chat,deliver,collect.');
  });

  it('reads the token and address of each platform', () => {
    const token = '123456789:AAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';
    expect(read({ TELEGRAM_TOKEN: ` ${token} ` }).telegram).toEqual({ token, apiRoot: 'https://api.telegram.org' });
    const apiRoot = 'http://localhost:8081';
    expect(read({ TELEGRAM_TOKEN: token, TELEGRAM_API_ROOT: apiRoot }).telegram).toEqual({ token, apiRoot });
    expect(read({ TELEGRAM_API_ROOT: apiRoot }).telegram).toBeUndefined();
    const pieces = 'xxxxxxxxxxxxxxxxxx.xxxxxx.xxxxxxxxxxxxxxxxxxxxxxxx';
    const discord = { token: pieces, api: 'https://discord.com/api' };
    expect(read({ DISCORD_TOKEN: pieces }).discord).toEqual(discord);
    expect(read({ DISCORD_TOKEN: pieces, DISCORD_API_URL: 'https://discord.com/api/v10/' }).discord).toEqual(discord);
  });

  it('reads which feeds are followed, how often, and by whom', () => {
    const env = {
      FEEDS: 'https://example.org/feed.xml, http://example.com',
      FEEDS_EVERY: '10s',
      FOLLOW: 'Operators',
      OPERATORS: 'telegram:123,discord:456',
    };
    expect(read(env).following).toEqual({
      feeds: ['https://example.org/feed.xml', 'http://example.com'],
      everyMs: 10_000,
      who: 'operators',
      operators: new Set(['telegram:123', 'discord:456']),
    });
    const wrong = { FEEDS: 'example.org', FEEDS_EVERY: '9s', FOLLOW: 'everybody', OPERATORS: '123' };
    expect(complaint(wrong).split('\n')).toEqual([
      expect.stringMatching(/^FEEDS is not a list of http/),
      'FEEDS_EVERY is not an interval from 10s to 24h. Use a number with s, m, h or d, such as 5m.',
      'FOLLOW is not admins, operators or off.',
      expect.stringMatching(/^OPERATORS is not a list of people/),
    ]);
  });

  it('counts empty and blank values as unset', () => {
    const blank = Object.fromEntries(VARIABLES.map((name) => [name, ' ']));
    expect(read(blank)).toEqual(read({}));
  });

  it('reports every wrong variable at once, with what is right', () => {
    const lines = complaint({
      STORE_URL: 'mysql://localhost',
      DEFAULT_ZONE: 'Mars/Olympus',
      DEFAULT_LANGUAGE: 'fr',
      LOG_LEVEL: 'loud',
    }).split('\n');
    expect(lines).toEqual([
      'STORE_URL starts with mysql:, which is not supported yet. Use sqlite: and a file, such as sqlite:data/state.sqlite. Use postgres: with a user and a database, such as postgres://user:password@host/database. Use redis: or rediss: with a server and the number of a database, such as redis://user:password@host:6379/0.',
      'DEFAULT_ZONE is not a time zone. Use an IANA name such as Asia/Shanghai or UTC.',
      'DEFAULT_LANGUAGE is not a supported language. Use one of en, zh-CN, zh-TW.',
      'LOG_LEVEL is not a log level. Use one of silent, error, warn, info, debug.',
    ]);
  });

  it('never repeats a password', () => {
    expect(complaint({ STORE_URL: 'redis://bot:hunter2@db/gazette' })).not.toContain('hunter2');
    expect(complaint({ STORE_URL: 'postgres://bot:hunter2@db' })).not.toContain('hunter2');
    expect(complaint({ TELEGRAM_TOKEN: '1:hunter2', LOG_LEVEL: 'loud' })).not.toContain('hunter2');
  });

  it.each([
    ['sqlite:state.sqlite', 'state.sqlite'],
    ['sqlite:/state.sqlite', '/state.sqlite'],
    ['sqlite:///state.sqlite', '/state.sqlite'],
    ['SQLite:./my state.sqlite', './my state.sqlite'],
  ])('reads %s as the file %s', (url, file) => {
    expect(read({ STORE_URL: url }).store).toEqual({ scheme: 'sqlite', location: file, label: file });
  });

  it.each(['postgres', 'postgresql'])(
    'reads the address of a database (%s), and never shows its password',
    (scheme) => {
      const store = read({ STORE_URL: `${scheme}://bot:hunter2@db:5433/gazette?sslmode=require` }).store;
      expect(store).toMatchObject({ scheme, label: 'postgres://db:5433/gazette' });
      expect(store.location).toBe('postgres://bot:hunter2@db:5433/gazette?sslmode=require');
    },
  );

  it.each(['redis', 'rediss'])('reads the address of a server (%s), and never shows its password', (scheme) => {
    const store = read({ STORE_URL: `${scheme}://bot:hunter2@db:6380/2?prefix=news` }).store;
    expect(store).toMatchObject({ scheme, label: `${scheme}://db:6380/2` });
    expect(parseLocation(store.location)).toEqual({
      url: `${scheme}://bot:hunter2@db:6380/2`,
      prefix: 'news',
      library: 'data/library.sqlite',
      label: `${scheme}://db:6380/2`,
    });
  });

  it.each([
    'sqlite:',
    'postgres:gazette',
    'postgres:///gazette',
    'postgres://db/',
    'redis:0',
    'redis:///0',
    'redis://db/gazette',
    'redis://db/0?prefix=a:b',
    'rediss://db/0?tls=no',
    'sqlite://host/state.sqlite',
    'state.sqlite',
    ':',
  ])('says what is wrong with the store %s', (url) => {
    expect(complaint({ STORE_URL: url })).toMatch(/^STORE_URL .+ Use sqlite: and a file/);
  });

  it.each([
    ['zh_TW.UTF-8', 'zh-TW'],
    ['zh_HK', 'zh-TW'],
    ['zh_CN.GB18030', 'zh-CN'],
    ['zh-Hant', 'zh-TW'],
    ['C.UTF-8', 'en'],
    ['de_DE.UTF-8', 'en'],
  ])('uses the language of the locale %s: %s', (locale, language) => {
    expect(read({ LANG: locale }).defaults.language).toBe(language);
  });

  it('prefers DEFAULT_LANGUAGE to the locale, and LC_ALL to LANG', () => {
    expect(read({ DEFAULT_LANGUAGE: 'en', LANG: 'zh_CN.UTF-8' }).defaults.language).toBe('en');
    expect(read({ LC_ALL: 'zh_TW.UTF-8', LANG: 'zh_CN.UTF-8' }).defaults.language).toBe('zh-TW');
  });

  it('throws only its own error, for any values', () => {
    const env = fc.dictionary(fc.constantFrom(...VARIABLES, 'LANG', 'LC_ALL'), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(env, (given) => {
        expect(complaint(given)).toBeTypeOf('string');
      }),
    );
  });
});

describe('.env.example', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
  const shown = lines.flatMap((line) => /^#?([A-Z_]+)=(.*)$/.exec(line)?.slice(1, 3) ?? []);
  const values = Object.fromEntries(shown.flatMap((name, at) => (at % 2 ? [] : [[name, shown[at + 1] ?? '']])));

  it('shows valid values', () => {
    expect(() => read(values)).not.toThrow();
  });

  it.each(['1:x', 'not a token', '123456789:short'])(
    'refuses %s as a token of Telegram, and never repeats it',
    (token) => {
      expect(() => read({ TELEGRAM_TOKEN: token })).toThrow(/TELEGRAM_TOKEN is not a valid Telegram bot token/);
      expect(() => read({ TELEGRAM_TOKEN: token })).not.toThrow(new RegExp(token));
    },
  );

  it('rejects an invalid address of a Bot API server', () => {
    expect(() => read({ TELEGRAM_API_ROOT: 'localhost:8081' })).toThrow(/TELEGRAM_API_ROOT is not an http/);
    expect(() => read({ TELEGRAM_API_ROOT: 'http://localhost:8081' })).not.toThrow();
  });
});
