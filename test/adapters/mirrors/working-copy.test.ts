import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { GitError } from '../../../adapters/mirrors/git.ts';
import { createWorkingCopy } from '../../../adapters/mirrors/working-copy.ts';
import type { Clock } from '../../../src/clock.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

describe('the lock of a process that was killed', () => {
  let folder: string;
  let lock: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
    lock = join(folder, '.git/index.lock');
    mkdirSync(join(folder, '.git'));
    writeFileSync(lock, '');
  });

  /** Removes the locks, and returns how long that waited; `look` is called before each wait. */
  async function removeLocks(look: (waitedMs: number) => void = () => undefined): Promise<number> {
    let nowMs = 0;
    const clock: Clock = {
      nowMs: () => nowMs,
      monotonicMs: () => nowMs,
      after(delayMs, call) {
        look(nowMs);
        nowMs += delayMs;
        queueMicrotask(call);
        return () => undefined;
      },
    };
    const { signal } = new AbortController();
    await createWorkingCopy(folder, undefined, { git: async () => expect.unreachable(), clock, signal }).removeLocks();
    return nowMs;
  }

  it('is left to its git, which may still run for some seconds', async () => {
    const waitedMs = await removeLocks((passedMs) => {
      if (passedMs >= 3000) rmSync(lock);
    });
    expect(waitedMs).toBeGreaterThan(3000);
    expect(waitedMs).toBeLessThan(4000);
  });

  it('is removed if nobody else does', async () => {
    expect(await removeLocks()).toBe(5000);
    expect(existsSync(lock)).toBe(false);
  });
});

describe('a remote', () => {
  const canReach = (answer: () => Promise<string>) => {
    const { signal } = new AbortController();
    return createWorkingCopy('/mirrors/a', undefined, { git: answer, clock: createFakeClock(), signal }).canReach();
  };

  it('is reached if git gets an answer, and not if git fails', async () => {
    expect(await canReach(async () => 'ref')).toBe(true);
    expect(await canReach(() => Promise.reject(new GitError('fatal: no such host')))).toBe(false);
  });

  it('is neither if the process stops meanwhile', async () => {
    await expect(canReach(() => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped');
  });
});
