import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFlags } from '../../adapters/process/node-flags.mjs';
import { MAX_SNAPSHOT_BYTES } from '../../src/snapshot/decode.ts';
import { createPlace, MAIN, type Place } from '../end-to-end/process.ts';

const MAX_KILOBYTES = 500 * 1024;
const PRELOAD = new URL('../fixtures/processes/report-peak-memory.ts', import.meta.url).href;
const HEADER = '<!--1636971186000-->\n[Large](https://example.org/large)\n------\n\n';

/** Snapshots of nearly the largest size, by what fills them. */
const SNAPSHOTS: Readonly<Record<string, (number: number) => string>> = {
  'Chinese paragraphs': (number) => `<h2>第${number}节</h2><p>${'码头上的人说，渡轮一天只来两次。'.repeat(40)}</p>`,
  links: (number) => `<p>${`See <a href="/pier/${number}">pier ${number}</a>, <b>twice</b> a day. `.repeat(4)}</p>`,
  'small elements': () => '<div><span><b>x</b></span><i></i></div>',
};

let place: Place;

beforeEach(async () => {
  place = await createPlace();
});
afterEach(() => place.remove());

function fill(element: (number: number) => string): string {
  const elements: string[] = [HEADER];
  let bytes = HEADER.length;
  for (let number = 0; bytes < MAX_SNAPSHOT_BYTES - 10_000; number += 1) {
    const next = element(number);
    bytes += Buffer.byteLength(next);
    elements.push(next);
  }
  return elements.join('');
}

/** Runs the program; resolves to its output and its peak memory. */
async function measure(args: readonly string[], input = '') {
  const flags = [...nodeFlags, '--import', PRELOAD];
  const { child, ended } = place.startOther(process.execPath, [...flags, MAIN, ...args], { DEFAULT_LANGUAGE: 'en' });
  child.stdin.end(input);
  const { out, err } = await ended;
  return { out, kilobytes: Number(/^peak (\d+)$/m.exec(err)?.[1]) };
}

describe.each(Object.entries(SNAPSHOTS))('20 MB of %s', (_what, element) => {
  it('are parsed within 500 MB', async () => {
    await place.put({ 'large.md': fill(element) });
    const { out, kilobytes } = await measure(['parse', 'large.md']);
    expect(out.startsWith('{"file":"large.md","ok":true,')).toBe(true);
    expect(kilobytes).toBeLessThan(MAX_KILOBYTES);
  });

  it('are added to the library and opened within 500 MB', async () => {
    await place.put({ 'data/snapshots/large.md': fill(element) });
    const first = await measure(['chat'], '/articles\n');
    expect(first.out).toContain('Large');
    expect(first.kilobytes).toBeLessThan(MAX_KILOBYTES);
    const second = await measure(['chat'], '/articles\n/article 1\n');
    expect(second.out).toContain('Original');
    expect(second.kilobytes).toBeLessThan(MAX_KILOBYTES);
  });
});
