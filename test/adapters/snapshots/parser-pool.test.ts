import { describe, expect, it, onTestFinished } from 'vitest';
import type { Parser } from '../../../adapters/snapshots/parser.ts';
import { startParserPool } from '../../../adapters/snapshots/parser-pool.ts';
import { type PreparedResult, prepareResult } from '../../../src/library/prepared-article.ts';
import { parseSnapshot } from '../../../src/snapshot/parse.ts';

const MEBIBYTE = 1024 * 1024;
const REFUSED: PreparedResult = { ok: false, error: { code: 'empty', message: '', line: null } };

/** A pool of parsers that finish when they are told to. */
function createPool(threads: number) {
  const started: { sizes: number[]; closed: boolean; finish: (() => void)[] }[] = [];
  const start = (): Parser => {
    const member = { sizes: [] as number[], closed: false, finish: [] as (() => void)[] };
    started.push(member);
    return {
      parse: ({ byteLength }) =>
        new Promise((resolve, reject) => {
          member.sizes.push(byteLength);
          member.finish.push(() => (byteLength === 13 ? reject(new Error('It crashed.')) : resolve(REFUSED)));
        }),
      async close() {
        member.closed = true;
      },
    };
  };
  return { pool: startParserPool({ threads, start }), started };
}

describe('a pool of parsers', () => {
  it('starts no thread before the first snapshot, and one for a small sync', () => {
    const { pool, started } = createPool(4);
    expect(started).toHaveLength(0);
    for (let number = 0; number < 20; number += 1) void pool.parse(new Uint8Array(1000));
    expect(started.map(({ sizes }) => sizes.length)).toEqual([20]);
  });

  it('starts more threads for more work, up to its limit', () => {
    const { pool, started } = createPool(3);
    for (let number = 0; number < 9; number += 1) void pool.parse(new Uint8Array(MEBIBYTE));
    expect(started.map(({ sizes }) => sizes.length)).toEqual([3, 3, 3]);
  });

  it('gives the next snapshot to the thread with the least to do', async () => {
    const { pool, started } = createPool(2);
    const large = pool.parse(new Uint8Array(9 * MEBIBYTE));
    for (let number = 0; number < 4; number += 1) void pool.parse(new Uint8Array(MEBIBYTE));
    expect(started.map(({ sizes }) => sizes.length)).toEqual([1, 4]);
    started[0]?.finish[0]?.();
    await large;
    void pool.parse(new Uint8Array(MEBIBYTE));
    expect(started.map(({ sizes }) => sizes.length)).toEqual([2, 4]);
  });

  it('goes on with a thread after a snapshot that crashed it', async () => {
    const { pool, started } = createPool(1);
    const crashed = pool.parse(new Uint8Array(13));
    started[0]?.finish[0]?.();
    await expect(crashed).rejects.toThrow('It crashed.');
    const next = pool.parse(new Uint8Array(14));
    started[0]?.finish[1]?.();
    expect(await next).toBe(REFUSED);
  });

  it('closes every thread, and may be used again', async () => {
    const { pool, started } = createPool(2);
    void pool.parse(new Uint8Array(MEBIBYTE));
    void pool.parse(new Uint8Array(MEBIBYTE));
    await pool.close();
    expect(started.map(({ closed }) => closed)).toEqual([true, true]);
    void pool.parse(new Uint8Array(1));
    expect(started).toHaveLength(3);
  });

  it('parses like a single thread, in real threads', async () => {
    const pool = startParserPool({ threads: 2 });
    onTestFinished(() => pool.close());
    const snapshots = Array.from({ length: 8 }, (_, number) =>
      new TextEncoder().encode(
        `[T](https://example.org/${number})\n------\n\n${'<p>Twice a day, at noon.</p>'.repeat(9000)}`,
      ),
    );
    const results = await Promise.all(snapshots.map((bytes) => pool.parse(bytes)));
    expect(results).toEqual(snapshots.map((bytes) => prepareResult(parseSnapshot(bytes))));
  });
});
