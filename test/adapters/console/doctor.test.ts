import { describe, expect, it } from 'vitest';
import { examine, toLine } from '../../../adapters/console/doctor.ts';
import type { Config } from '../../../src/config.ts';
import { createTranslator } from '../../../src/locales/translator.ts';
import type { Refusal } from '../../../src/ports.ts';

const config: Config = {
  snapshotsDir: 'news',
  stateFile: 'state.sqlite',
  defaultTime: '08:00',
  zone: 'UTC',
  language: 'en',
  logLevel: 'info',
};

interface Found {
  files?: number;
  refusals?: Refusal[];
  complaints?: string[];
  fails?: Error;
}

async function report({ files = 3, refusals = [], complaints = [], fails }: Found): Promise<string> {
  const library = { size: async () => 2, refusals: async () => refusals };
  const findings = await examine({
    config,
    t: createTranslator('en'),
    open: async () => {
      if (fails) throw fails;
      return { library, files };
    },
    complaints,
    describe: (error) => `described: ${String(error)}`,
  });
  return findings.map(toLine).join('');
}

const refusal = (file: string): Refusal => ({ file, code: 'empty', message: 'It is empty.', line: null, at: '' });

describe('the doctor', () => {
  it('is content where all is well', async () => {
    expect(await report({})).toBe(
      [
        '✓ The settings can be used.',
        '✓ 3 snapshots in news.',
        '✓ 2 articles in state.sqlite.',
        '✓ All is well. npm start opens the console.',
        '',
      ].join('\n'),
    );
  });

  it('lists what was refused and why, a screen at most', async () => {
    const said = await report({ refusals: [{ ...refusal('a.md'), line: 2 }, refusal('b.md')] });
    expect(said).toContain('! 2 snapshots were refused.');
    expect(said).toContain('✓ The rest is well. npm start opens the console.\n');
    expect(said).toContain('\n  a.md:2: It is empty.\n  b.md: It is empty.\n');
    const many = await report({ refusals: Array.from({ length: 50 }, (_, index) => refusal(`${index}.md`)) });
    expect(many).toContain('  and 30 more\n');
  });

  it('says what helps where there is nothing to read', async () => {
    expect(await report({ files: 0 })).toMatch(/^✗ There are no snapshots in news\. Put /m);
  });

  it('repeats what was wrong with the folder', async () => {
    const said = await report({ files: 0, complaints: ['news: There is no such folder.'] });
    expect(said).toContain('✗ news: There is no such folder.\n');
    expect(said).not.toContain('All is well');
  });

  it('survives a state that cannot be opened', async () => {
    expect(await report({ fails: new Error('damaged') })).toContain('✗ described: Error: damaged\n');
  });
});
