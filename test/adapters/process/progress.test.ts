import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../adapters/process/progress.ts';

const CLEAR = '\r\u001b[2K';

/** Reports `counts`, each `stepMs` after the one before. */
function show(counts: number[], { stepMs, terminal }: { stepMs: number; terminal: boolean }): string[] {
  const said: string[] = [];
  let atMs = 0;
  const stream = { isTTY: terminal, columns: 12, write: (text: string) => said.push(text) };
  const progress = createProgress(stream, () => new Date(atMs));
  for (const count of counts) {
    atMs += stepMs;
    progress.report(() => `Reading ${count}`);
  }
  progress.end();
  progress.end();
  return said;
}

describe('progress', () => {
  it('repaints one line of a terminal, and takes it away', () => {
    expect(show([1, 2, 3], { stepMs: 300, terminal: true })).toEqual([
      `${CLEAR}Reading 1`,
      `${CLEAR}Reading 2`,
      `${CLEAR}Reading 3`,
      CLEAR,
    ]);
  });

  it('paints nothing of what is over in a moment', () => {
    expect(show([1, 2, 3], { stepMs: 50, terminal: true })).toEqual([]);
    expect(show([1, 2, 3], { stepMs: 1000, terminal: false })).toEqual([]);
  });

  it('does not paint faster than one can see', () => {
    const counts = Array.from({ length: 1000 }, (_, index) => index);
    expect(show(counts, { stepMs: 1, terminal: true }).length).toBeLessThan(12);
  });

  it('writes a plain line now and then where there is no terminal', () => {
    const counts = Array.from({ length: 12 }, (_, index) => index + 1);
    expect(show(counts, { stepMs: 1000, terminal: false })).toEqual(['Reading 5\n', 'Reading 10\n']);
  });

  it('never lets the line wrap', () => {
    const said: string[] = [];
    let atMs = 0;
    const stream = { isTTY: true, columns: 12, write: (text: string) => said.push(text) };
    const progress = createProgress(stream, () => new Date(atMs));
    atMs = 1000;
    progress.report(() => '正在读取快照：1');
    expect(said).toEqual([`${CLEAR}正在读取快`]);
  });

  it('says nothing without a stream', () => {
    const progress = createProgress(undefined, () => new Date(0));
    expect(() => {
      progress.report(() => {
        throw new Error('asked for a text that nobody sees');
      });
      progress.end();
    }).not.toThrow();
  });
});
