import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createWriter } from '../../../adapters/process/writer.ts';

/** A stream that takes some chunks and then fails. */
function streamWith(failure: string | undefined, taken: string[]): Writable {
  return new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, done) {
      if (failure !== undefined && taken.length > 0) return done(Object.assign(new Error(failure), { code: failure }));
      taken.push(chunk.toString());
      setImmediate(done);
    },
  });
}

describe('a writer', () => {
  it('waits until each text is taken', async () => {
    const taken: string[] = [];
    const writer = createWriter(streamWith(undefined, taken));
    await writer.write('one');
    expect(taken).toEqual(['one']);
    await writer.write('two');
    expect(taken).toEqual(['one', 'two']);
  });

  it('falls silent once the reader has gone away', async () => {
    const taken: string[] = [];
    const writer = createWriter(streamWith('EPIPE', taken));
    await writer.write('one');
    expect(writer.open).toBe(true);
    await writer.write('two');
    expect(writer.open).toBe(false);
    await writer.write('three');
    expect(taken).toEqual(['one']);
  });

  it('says so where the disk is full', async () => {
    const writer = createWriter(streamWith('ENOSPC', ['before']));
    await expect(writer.write('one')).rejects.toMatchObject({ code: 'ENOSPC' });
  });
});
