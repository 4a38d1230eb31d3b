import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, VARIABLES } from '../src/config.ts';

function complaint(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      snapshotsDir: 'data/snapshots',
      stateFile: 'data/state.sqlite',
      language: 'en',
      logLevel: 'info',
    });
    expect(readConfig({}).zone).not.toBe('');
  });

  it('asks a language model only where its address and its name are set', () => {
    const url = 'http://127.0.0.1:11434/v1';
    expect(readConfig({}).summaryModel).toBeUndefined();
    expect(readConfig({ SUMMARY_MODEL_URL: url, SUMMARY_MODEL: 'tiny' }).summaryModel).toEqual({
      url,
      model: 'tiny',
      daily: 200,
    });
    const full = { SUMMARY_MODEL_URL: url, SUMMARY_MODEL: 'tiny', SUMMARY_MODEL_KEY: 'sk-1', SUMMARY_MODEL_DAILY: '0' };
    expect(readConfig(full).summaryModel).toEqual({ url, model: 'tiny', key: 'sk-1', daily: 0 });
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

  it('takes what is set', () => {
    const env = {
      SNAPSHOTS_DIR: '/news',
      STORE_URL: 'sqlite:/var/lib/gazette/state.sqlite',
      DEFAULT_ZONE: 'Asia/Shanghai',
      DEFAULT_LANGUAGE: 'zh-TW',
      LOG_LEVEL: 'debug',
    };
    expect(readConfig(env)).toEqual({
      snapshotsDir: '/news',
      stateFile: '/var/lib/gazette/state.sqlite',
      defaultTime: '08:00',
      zone: 'Asia/Shanghai',
      language: 'zh-TW',
      logLevel: 'debug',
    });
  });

  it('counts empty and blank values as unset', () => {
    const blank = Object.fromEntries(VARIABLES.map((name) => [name, ' ']));
    expect(readConfig(blank)).toEqual(readConfig({}));
  });

  it('names every wrong variable at once, each with what would be right', () => {
    const lines = complaint({
      STORE_URL: 'redis://localhost',
      DEFAULT_ZONE: 'Mars/Olympus',
      DEFAULT_LANGUAGE: 'fr',
      LOG_LEVEL: 'loud',
    }).split('\n');
    expect(lines).toEqual([
      'STORE_URL starts with redis:, which is not supported yet. Use sqlite: and a file, such as sqlite:data/state.sqlite.',
      'DEFAULT_ZONE is no time zone. Use an IANA name such as Asia/Shanghai or UTC.',
      'DEFAULT_LANGUAGE is no language I speak. Use one of en, zh-CN, zh-TW.',
      'LOG_LEVEL is no log level. Use one of silent, error, warn, info, debug.',
    ]);
  });

  it('never repeats a password', () => {
    expect(complaint({ STORE_URL: 'postgres://bot:hunter2@db/gazette' })).not.toContain('hunter2');
    expect(complaint({ TELEGRAM_TOKEN: '1:hunter2', LOG_LEVEL: 'loud' })).not.toContain('hunter2');
  });

  it.each([
    ['sqlite:state.sqlite', 'state.sqlite'],
    ['sqlite:/state.sqlite', '/state.sqlite'],
    ['sqlite:///state.sqlite', '/state.sqlite'],
    ['SQLite:./my state.sqlite', './my state.sqlite'],
  ])('reads %s as the file %s', (url, file) => {
    expect(readConfig({ STORE_URL: url }).stateFile).toBe(file);
  });

  it.each(['sqlite:', 'sqlite://host/state.sqlite', 'state.sqlite', ':'])(
    'says what is wrong with the store %s',
    (url) => {
      expect(complaint({ STORE_URL: url })).toMatch(/^STORE_URL .+ Use sqlite: and a file/);
    },
  );

  it.each([
    ['zh_TW.UTF-8', 'zh-TW'],
    ['zh_HK', 'zh-TW'],
    ['zh_CN.GB18030', 'zh-CN'],
    ['zh-Hant', 'zh-TW'],
    ['C.UTF-8', 'en'],
    ['de_DE.UTF-8', 'en'],
  ])('speaks the language of the locale %s: %s', (locale, language) => {
    expect(readConfig({ LANG: locale }).language).toBe(language);
  });

  it('lets DEFAULT_LANGUAGE win over the locale, and LC_ALL over LANG', () => {
    expect(readConfig({ DEFAULT_LANGUAGE: 'en', LANG: 'zh_CN.UTF-8' }).language).toBe('en');
    expect(readConfig({ LC_ALL: 'zh_TW.UTF-8', LANG: 'zh_CN.UTF-8' }).language).toBe('zh-TW');
  });

  it('throws nothing but its own error, whatever is set', () => {
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

  it('shows values that work', () => {
    expect(() => readConfig(values)).not.toThrow();
  });

  it.each(['1:x', 'not a token', '123456789:short'])(
    'refuses %s as a token of Telegram, and never repeats it',
    (token) => {
      expect(() => readConfig({ TELEGRAM_TOKEN: token })).toThrow(/TELEGRAM_TOKEN is no token of a Telegram bot/);
      expect(() => readConfig({ TELEGRAM_TOKEN: token })).not.toThrow(new RegExp(token));
    },
  );

  it('refuses an address of a Bot API server that is none', () => {
    expect(() => readConfig({ TELEGRAM_API_ROOT: 'localhost:8081' })).toThrow(/TELEGRAM_API_ROOT is no http/);
    expect(() => readConfig({ TELEGRAM_API_ROOT: 'http://localhost:8081' })).not.toThrow();
  });
});
