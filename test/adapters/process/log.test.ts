import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../../adapters/process/log.ts';
import type { LogFormat, LogLevel } from '../../../adapters/process/log-settings.ts';

const NOW = new Date('2024-05-01T08:00:00.000Z');
const open = (lines: string[], level: LogLevel, format: LogFormat = 'text') =>
  openLog({ write: (text: string) => lines.push(text) }, { level, format, now: () => NOW });

async function logged(level: LogLevel): Promise<string[]> {
  const lines: string[] = [];
  const log = await open(lines, level);
  log.info('i');
  log.warn('w');
  log.error('e');
  return lines;
}

describe('the log', () => {
  it.each([
    ['silent', []],
    ['error', ['e\n']],
    ['warn', ['w\n', 'e\n']],
    ['info', ['i\n', 'w\n', 'e\n']],
    ['debug', ['i\n', 'w\n', 'e\n']],
  ] as const)('at %s writes %j', async (level, lines) => {
    expect(await logged(level)).toEqual(lines);
  });

  it('shows control characters of what it is told as escapes', async () => {
    const lines: string[] = [];
    (await open(lines, 'info')).info('joined as \u001B[31m\u009B\u202E\u{E0041}x');
    expect(lines).toEqual(['joined as \\u{1b}[31m\\u{9b}\\u{202e}\\u{e0041}x\n']);
  });

  it('does not repeat itself', async () => {
    const lines: string[] = [];
    const log = await open(lines, 'info');
    for (const line of ['full', 'full', 'other', 'full']) log.error(line);
    expect(lines).toEqual(['full\n', 'other\n', 'full\n']);
  });

  it('writes JSON with time, level, process and machine, and no password either', async () => {
    const lines: string[] = [];
    (await open(lines, 'info', 'json')).warn('100 %s at https://me:hunter2@example.org\nsecond line "quoted"');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/\}\n$/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      time: NOW.toISOString(),
      level: 'warn',
      pid: process.pid,
      hostname: hostname(),
    });
    expect(lines[0]).toContain('100 %s at https://');
    expect(lines[0]).not.toContain('hunter2');
    (await open(lines, 'error', 'json')).warn('not serious enough');
    expect(lines).toHaveLength(1);
  });
});
