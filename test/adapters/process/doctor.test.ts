import { describe, expect, it } from 'vitest';
import { type DoctorOptions, examine, toLine } from '../../../adapters/process/doctor.ts';
import type { Probe } from '../../../adapters/shared/platform.ts';
import { DeliveryError } from '../../../src/delivery/delivery-error.ts';
import type { RejectedFile } from '../../../src/library/store.ts';
import { StoreError } from '../../../src/library/store-error.ts';
import type { Language } from '../../../src/locales/languages.ts';
import { createTranslator } from '../../../src/locales/translator.ts';
import type { StoreRisk, UnreadableEntry } from '../../../src/state.ts';

interface Found {
  files?: number;
  refusals?: RejectedFile[];
  complaints?: string[];
  unreadable?: UnreadableEntry[];
  missing?: number;
  mirrors?: DoctorOptions['mirrors'];
  keepsDeleted?: boolean;
  risks?: StoreRisk[];
  fails?: Error;
  language?: Language;
  platforms?: Probe[];
  http?: DoctorOptions['http'];
}

async function report({
  files = 3,
  refusals = [],
  complaints = [],
  unreadable = [],
  missing = 0,
  mirrors = [],
  keepsDeleted = false,
  risks = [],
  fails,
  language = 'en',
  platforms = [],
  http,
}: Found): Promise<string> {
  const library = { size: async () => 2, refusals: async () => refusals };
  const findings = await examine({
    folder: 'news',
    folders: ['news', 'captured'],
    mirrors,
    http,
    keepsDeleted,
    store: 'state.sqlite',
    t: createTranslator(language),
    open: async () => {
      if (fails) throw fails;
      return { library, files, missing, complaints, unreadable, risks };
    },
    platforms,
    describe: (error) => `described: ${String(error)}`,
  });
  return findings.map(toLine).join('');
}

const refusal = (file: string): RejectedFile => ({ file, code: 'empty', message: 'It is empty.', line: null, at: '' });

describe('the doctor', () => {
  it('is content where all is well', async () => {
    expect(await report({})).toBe(
      [
        '✓ The settings are valid.',
        '✓ 3 snapshots in news, captured.',
        '✓ 2 articles in state.sqlite.',
        '✓ Everything is fine. Run npm start to open the console.',
        '',
      ].join('\n'),
    );
  });

  it('names stored entries that cannot be read', async () => {
    const unreadable = Array.from(
      { length: 22 },
      (_, at) => ({ kind: 'delivery', id: `a@${at}`, why: 'No JSON' }) as const,
    );
    const said = await report({ unreadable });
    expect(said).toContain('! 22 stored entries cannot be read. They are skipped and kept; everything else works.\n');
    expect(said).toContain('  delivery a@19: No JSON\n  and 2 more\n');
    expect(said).toContain('✓ Everything else is fine.');
  });

  it('says what becomes of the articles of deleted files', async () => {
    expect(await report({ missing: 1 })).toContain('! 1 snapshot is deleted. Its article leaves a day after that');
    expect(await report({ missing: 2, keepsDeleted: true })).toContain(
      '! 2 snapshots are deleted. KEEP_DELETED=yes keeps their articles.\n',
    );
    expect(await report({})).not.toContain('deleted');
  });

  it('says whether each mirror can be reached', async () => {
    const mirrors = [
      { mirror: 'https://example.org/a.git', ask: async () => undefined },
      { mirror: 'https://example.org/b.git', ask: async () => 'fatal: not found.' },
    ];
    const said = await report({ mirrors });
    expect(said).toContain('✓ Mirror https://example.org/a.git: the repository answers.\n');
    expect(said).toContain('✗ Mirror https://example.org/b.git: fatal: not found. Check the address in MIRRORS,');
  });

  it('says whether the port for health and metrics can be used', async () => {
    const at = (found: 'free' | 'served' | { problem: string }) =>
      report({ http: { port: 9464, check: async () => found } });
    expect(await at('free')).toContain('✓ HTTP_PORT 9464 is free.\n');
    expect(await at('served')).toContain('✓ A bot that is running answers at HTTP_PORT 9464.\n');
    const taken = await at({ problem: 'HTTP_PORT 9464 is in use. Set another port.' });
    expect(taken).toContain('✗ HTTP_PORT 9464 is in use. Set another port.\n');
    expect(taken).not.toContain('fine');
  });

  it('says what a platform has to add', async () => {
    const values = { host: 'other.example', count: 2, at: '', why: '' };
    const telegram: Probe = {
      name: 'Telegram',
      ask: async () => ({ name: '@press', invitation: 'https://invite.example/' }),
      notes: async () => [{ mark: 'note', text: 'doctor.webhookLeft', values }],
    };
    const said = await report({ platforms: [telegram] });
    expect(said).toContain('! Telegram sends messages to a webhook at other.example, which the settings do not name.');
    expect(said).toContain('✓ Everything else is fine. ');
  });

  it('lists what was refused and why, a screen at most', async () => {
    const said = await report({ refusals: [{ ...refusal('a.md'), line: 2 }, refusal('b.md')] });
    expect(said).toContain('! 2 snapshots could not be read.');
    expect(said).toContain('✓ Everything else is fine. Run npm start to open the console.\n');
    expect(said).toContain(
      '\n  a.md:2: The file is empty. Save the article again.\n  b.md: The file is empty. Save the article again.\n',
    );
    const many = await report({ refusals: Array.from({ length: 50 }, (_, index) => refusal(`${index}.md`)) });
    expect(many).toContain('  and 30 more\n');
  });

  it('says what helps where there is nothing to read', async () => {
    expect(await report({ files: 0 })).toMatch(/^✗ There are no snapshots in news\. Put /m);
  });

  it('repeats what was wrong with the folder', async () => {
    const said = await report({ files: 0, complaints: ['news: There is no such folder.'] });
    expect(said).toContain('✗ news: There is no such folder.\n');
    expect(said).not.toContain('Everything is fine');
  });

  it('speaks of refused files and of the state in the language of the operator', async () => {
    expect(await report({ refusals: [refusal('a.md')], language: 'zh-CN' })).toContain(
      '\n  a.md: 文件是空的。请重新保存文章。\n',
    );
    const fails = new StoreError('damaged', 'state.sqlite: it is not a database.');
    expect(await report({ fails, language: 'zh-TW' })).toContain('✗ state.sqlite: 不是資料庫，或者已損壞。');
  });

  it('gives a reason that it has no words for as it is', async () => {
    const odd = { ...refusal('a.md'), code: 'failed', message: 'This program failed to read it.' };
    expect(await report({ refusals: [odd], language: 'zh-CN' })).toContain('a.md: This program failed to read it.\n');
  });

  it('asks each platform, and says what npm start will do', async () => {
    const ask = async (name: string) => ({ name, invitation: 'https://invite.example/' });
    const telegram = { name: 'Telegram', ask: () => ask('@press') };
    const well = await report({ platforms: [telegram, { name: 'Discord', ask: () => ask('press') }] });
    expect(well).toContain(
      '✓ Telegram: connected as @press. Add it elsewhere: https://invite.example/\n✓ Discord: connected as press. ',
    );
    expect(well).toContain('✓ Everything is fine. Run npm start to serve Telegram, Discord.\n');
    const refused = Object.assign(new DeliveryError('refused'), { message: '401: Unauthorized.' });
    const shut = await report({ platforms: [{ ...telegram, ask: () => Promise.reject(refused) }] });
    expect(shut).toContain('✗ Telegram: cannot connect: 401: Unauthorized. Check the token');
    expect(shut).not.toContain('Everything is fine');
    const away = Object.assign(new DeliveryError('busy'), { message: 'ECONNREFUSED' });
    const unreachable = await report({ platforms: [{ ...telegram, ask: () => Promise.reject(away) }] });
    expect(unreachable).toContain('✗ Telegram is out of reach: ECONNREFUSED. Check this machine’s network');
    expect(unreachable).not.toContain('token');
  });

  it('shows control characters of files and platforms as escapes', async () => {
    const evil = '\u001B[2J\u009B\u202E';
    const told = await report({
      complaints: [evil],
      refusals: [{ ...refusal('a.md'), code: 'failed', message: evil }],
      unreadable: [{ kind: 'settings', id: evil, why: evil }],
      platforms: [{ name: 'Telegram', ask: async () => ({ name: evil, invitation: 'https://invite.example/' }) }],
    });
    expect(told).not.toMatch(/[^\P{C}\n]/u);
    expect(told.match(/\\u\{1b\}\[2J\\u\{9b\}\\u\{202e\}/gu)).toHaveLength(5);
  });

  it('notes the settings of a server that could lose state', async () => {
    const told = await report({ risks: ['not-logged', 'not-synced', 'evicts'] });
    for (const setting of ['appendonly yes', 'appendfsync always', 'maxmemory-policy noeviction'])
      expect(told).toContain(setting);
    expect(told).toContain('! The Redis server may delete state when its memory is full.');
  });

  it('notes a server that permits too few connections, and how many it should permit', async () => {
    const told = await report({ risks: [{ most: 100, others: 80, processes: 1, each: 13, needed: 106 }] });
    expect(told).toContain('! PostgreSQL permits 100 connections (max_connections).');
    expect(told).toContain('Set max_connections to 106 or more.');
  });

  it('survives a state that cannot be opened', async () => {
    expect(await report({ fails: new Error('damaged') })).toContain('✗ described: Error: damaged\n');
  });
});
