import { beforeEach, describe, expect, it } from 'vitest';
import { GitError } from '../../../adapters/mirrors/git.ts';
import { createMirrors } from '../../../adapters/mirrors/mirrors.ts';
import { parseRemote } from '../../../adapters/mirrors/remote.ts';
import type { BackgroundService } from '../../../src/background-service.ts';
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts';

const MINUTE = 60_000;

let clock: FakeClock;
let service: BackgroundService;
let updates: string[];
let outcome: (label: string) => Promise<boolean>;
let synced: string[];
let log: string[];
let reported: unknown[];
let troubles: [name: string, afterMs: number | undefined][];

beforeEach(() => {
  clock = createFakeClock();
  [updates, synced, log, reported, troubles] = [[], [], [], [], []];
  outcome = async () => false;
  const remotes = ['https://example.org/one', 'https://me:secret@example.org/two'].flatMap(
    (entry) => parseRemote(entry) ?? [],
  );
  service = createMirrors(
    { remotes, everyMs: MINUTE, environment: {} },
    {
      root: 'mirrors',
      clock,
      open: ({ label }) => ({
        update() {
          updates.push(label.slice(-3));
          return outcome(label.slice(-3));
        },
      }),
      syncLibrary: (folder) => synced.push(folder.replace(/-[0-9a-f]{8}$/, '')),
      say: (line) => log.push(line),
      warn: (line) => log.push(line),
      report: (error) => reported.push(error),
      reportTrouble: (name, trouble) => troubles.push([name.slice(-3), trouble?.afterMs]),
    },
  );
});

describe('mirrors', () => {
  it('are updated at the start and at an interval, each on its own', async () => {
    outcome = (name) => (name === 'one' ? new Promise(() => undefined) : Promise.resolve(false));
    await service.start();
    await clock.pass(2 * MINUTE);
    expect(updates).toEqual(['one', 'two', 'two', 'two']);
  });

  it('tell the library of changes, and only of these', async () => {
    outcome = async (name) => name === 'two';
    await service.start();
    await clock.pass(0);
    expect(synced).toEqual(['mirrors/example.org-two']);
  });

  it('say since when they fail, without a password', async () => {
    outcome = async (name) => {
      if (name === 'two') throw new GitError('No network.');
      return false;
    };
    await service.start();
    await clock.pass(3 * MINUTE);
    expect(service.troubles?.()).toEqual([{ name: 'https://[password]@example.org/two', since: new Date(0) }]);
    outcome = async () => false;
    await clock.pass(MINUTE);
    expect(service.troubles?.()).toEqual([]);
  });

  it('are reported once if they fail, and once when they work again', async () => {
    outcome = async (name) => {
      if (name === 'two') throw new GitError('fatal: no route');
      return false;
    };
    await service.start();
    await clock.pass(3 * MINUTE);
    const failed =
      'https://[password]@example.org/two: The mirror could not be updated, and is tried again. fatal: no route';
    expect(log).toEqual([failed]);
    outcome = async () => false;
    await clock.pass(2 * MINUTE);
    expect(log).toEqual([failed, 'https://[password]@example.org/two: The mirror is updated again.']);
  });

  it('go on after any other error, which is reported', async () => {
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    outcome = () => Promise.reject(full);
    await service.start();
    await clock.pass(MINUTE);
    expect(reported).toEqual([full, full, full, full]);
    expect(log).toEqual([]);
  });

  it('say nothing of an update that a stop ends, and are updated no more', async () => {
    outcome = async () => {
      await new Promise<void>((done) => void clock.after(1000, done));
      throw new GitError('killed');
    };
    await service.start();
    let isStopped = false;
    const stopped = service.stop().then(() => {
      isStopped = true;
    });
    await clock.pass(999);
    expect(isStopped).toBe(false);
    await clock.pass(10 * MINUTE);
    await stopped;
    expect([updates, log, reported]).toEqual([['one', 'two'], [], []]);
  });

  it('are updated no more after a stop between two updates', async () => {
    await service.start();
    await clock.pass(MINUTE / 2);
    await service.stop();
    await clock.pass(10 * MINUTE);
    expect(updates).toEqual(['one', 'two']);
  });

  it('report that a mirror cannot be updated as a trouble, and each time that it can', async () => {
    outcome = async (label) => {
      if (label === 'one') throw new GitError('no host');
      return false;
    };
    await service.start();
    await clock.pass(1);
    expect(troubles).toContainEqual(['one', 24 * 60 * MINUTE]);
    expect(troubles).toContainEqual(['two', undefined]);
  });
});
