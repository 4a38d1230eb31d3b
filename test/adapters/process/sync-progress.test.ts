import { expect, it } from 'vitest';
import { createProgress } from '../../../adapters/process/progress.ts';
import { type SyncListener, withProgress } from '../../../adapters/process/sync-progress.ts';
import { createTranslator } from '../../../src/locales/translator.ts';

const CLEAR = '\r\u001b[2K';
const REPORT = { files: 1, read: 1, refused: 0, missing: 0, gone: 0, unsettled: 0 };

it('shows how far the first run has come, a warning in its own line, and whole lines of later runs that take long', async () => {
  const shown: string[] = [];
  let atMs = 0;
  let takesMs = 1000;
  const stream = { isTTY: true, write: (text: string) => shown.push(text) };
  const run = async ({ warn, onProgress }: SyncListener) => {
    atMs += takesMs;
    onProgress?.({ done: 1, total: 2, refused: 0, file: 'a.md' });
    warn('b.md: It may not be read.');
    return REPORT;
  };
  const sync = withProgress((listener) => ({ run: () => run(listener) }), {
    progress: createProgress(stream, () => new Date(atMs)),
    createLater: () => createProgress({ write: stream.write }, () => new Date(atMs)),
    t: createTranslator('en'),
    warn: (line) => shown.push(line),
  });
  expect(await sync.run()).toEqual(REPORT);
  expect(shown.splice(0)).toEqual([expect.stringContaining(`${CLEAR}Reading`), CLEAR, 'b.md: It may not be read.']);
  await sync.run();
  expect(shown.splice(0)).toEqual(['b.md: It may not be read.']);
  takesMs = 6000;
  await sync.run();
  expect(shown).toEqual(['Reading snapshots: 1 of 2\n', 'b.md: It may not be read.']);
});
