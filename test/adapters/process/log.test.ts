import { describe, expect, it } from 'vitest';
import { createLog } from '../../../adapters/process/log.ts';
import type { LogLevel } from '../../../adapters/process/log-settings.ts';

function logged(level: LogLevel): string[] {
  const lines: string[] = [];
  const log = createLog({ write: (text: string) => lines.push(text) }, level);
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
  ] as const)('at %s writes %j', (level, lines) => {
    expect(logged(level)).toEqual(lines);
  });

  it('shows control characters of what it is told as escapes', () => {
    const lines: string[] = [];
    createLog({ write: (text: string) => lines.push(text) }, 'info').info('joined as \u001B[31m\u009B\u202E\u{E0041}x');
    expect(lines).toEqual(['joined as \\u{1b}[31m\\u{9b}\\u{202e}\\u{e0041}x\n']);
  });

  it('does not repeat itself', () => {
    const lines: string[] = [];
    const log = createLog({ write: (text: string) => lines.push(text) }, 'info');
    for (const line of ['full', 'full', 'other', 'full']) log.error(line);
    expect(lines).toEqual(['full\n', 'other\n', 'full\n']);
  });
});
