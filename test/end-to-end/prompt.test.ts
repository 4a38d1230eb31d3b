import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPlace, MAIN, type Place } from './process.ts';
import { ferry, lighthouse } from './snapshots.ts';

/** The script of util-linux gives a program a terminal; others of the name take other arguments. */
const hasTerminal = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;
const BOLD = '\u001b[1m';
/** Shown once the keys are listened to; the greeting before it is not. */
const PROMPT = '›';

let place: Place;

beforeEach(async () => {
  place = await createPlace();
  await place.put({ 'data/snapshots/ferry.md': ferry, 'data/snapshots/lighthouse.md': lighthouse });
});
afterEach(() => place.remove());

const open = (env: Record<string, string> = {}) =>
  place.startOther('script', ['-qfec', `"${process.execPath}" "${MAIN}"`, '/dev/null'], env);

describe.runIf(hasTerminal)('the prompt at a terminal', () => {
  it('shows the newest articles, opens one, completes, and leaves', async () => {
    const { child, shows, ended } = open();
    await shows(PROMPT);
    child.stdin.write('2\r');
    await shows('The crew');
    await shows(PROMPT);
    // A tab amid other keys is one that was pasted.
    child.stdin.write('/hel');
    await shows('l');
    child.stdin.write('\t');
    await shows('p ');
    child.stdin.write('\r');
    await shows('/search');
    await shows(PROMPT);
    child.stdin.write('quit\r');
    const { out, code } = await ended;
    expect(out).toContain(BOLD);
    expect(code).toBe(0);
  });

  it('keeps its history over a restart', async () => {
    const first = open();
    await first.shows(PROMPT);
    first.child.stdin.write('/search Marigold\rquit\r');
    await first.ended;
    const second = open();
    await second.shows(PROMPT);
    second.child.stdin.write('\u001b[A\u001b[A');
    await second.shows('/search Marigold');
    second.child.stdin.write('\u0015\u0004');
    expect((await second.ended).code).toBe(0);
  });

  it('answers the lines of a file without a prompt', async () => {
    await place.put({ lines: '/search Marigold\n' });
    const command = `"${process.execPath}" "${MAIN}" < lines`;
    const { out, code } = await place.startOther('script', ['-qfec', command, '/dev/null']).ended;
    expect(out).toContain('Marigold');
    expect(out).not.toContain(PROMPT);
    expect(code).toBe(0);
  });

  it('has no colour where NO_COLOR is set', async () => {
    const { child, shows, ended } = open({ NO_COLOR: '1' });
    await shows(PROMPT);
    child.stdin.write('\u0004');
    expect((await ended).out).not.toContain(BOLD);
  });
});
