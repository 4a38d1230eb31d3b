import type { Worker } from 'node:worker_threads';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Parser, startParser } from '../../../adapters/snapshots/parser.ts';
import { prepareResult } from '../../../src/library/prepared-article.ts';
import { parseSnapshot } from '../../../src/snapshot/parse.ts';

const CRASHING_THREAD = new URL('../../fixtures/processes/crashing-thread.ts', import.meta.url);
const bytesOf = (text: string) => new TextEncoder().encode(text);

function start(thread?: URL): Parser {
  const parser = startParser(thread);
  onTestFinished(() => parser.close());
  return parser;
}

describe('a parser', () => {
  it('gives what parsing here would give, of sound and unsound snapshots', async () => {
    const parser = start();
    const sound = bytesOf('[Ferry](https://example.org/ferry)\n------\n\n<p>Twice a day.</p>');
    for (const bytes of [sound, bytesOf('no address'), bytesOf(''), Uint8Array.of(0xe9)]) {
      expect(await parser.parse(bytes)).toEqual(prepareResult(parseSnapshot(bytes)));
    }
  });

  it('gives results in the order of asking, whatever their size', async () => {
    const parser = start();
    const snapshots = Array.from({ length: 30 }, (_, number) =>
      bytesOf(`[T](https://example.org/${number})\n------\n\n${'<p>Word.</p>'.repeat((number * 7) % 10 ? 1 : 2000)}`),
    );
    const results = await Promise.all(snapshots.map(parser.parse));
    expect(results.map((result) => result.ok && result.article.entry.url)).toEqual(
      snapshots.map((_, number) => `https://example.org/${number}`),
    );
  });

  it('leaves the bytes with whoever asked', async () => {
    const bytes = bytesOf('left');
    await start(CRASHING_THREAD).parse(bytes);
    expect(bytes).toEqual(bytesOf('left'));
  });
});

describe('a parser whose thread dies', () => {
  let parser: Parser;
  beforeEach(() => {
    parser = start(CRASHING_THREAD);
  });

  /** What was answered to each: the same text, or that the parser gave up, and why. */
  async function answers(...texts: string[]): Promise<string[]> {
    const settled = await Promise.allSettled(texts.map((text) => parser.parse(bytesOf(text))));
    return settled.map((answer) => {
      if (answer.status === 'rejected') return String(answer.reason);
      return answer.value.ok ? 'parsed' : answer.value.error.message;
    });
  }

  const GAVE_UP = 'Error: The parser gave up.';

  it.each([
    ['throw', GAVE_UP],
    ['exit', GAVE_UP],
    ['memory', 'Error: It has more parts than fit into memory. Split it, or remove what is not the article.'],
  ])('by %s loses that one snapshot and no other', async (death, why) => {
    expect(await answers('a', 'b', death, 'c', 'd')).toEqual(['a', 'b', why, 'c', 'd']);
    expect(await answers('e')).toEqual(['e']);
  });

  it('again and again loses each of those snapshots, the first and the last too', async () => {
    const texts = ['throw', 'throw', 'a', 'exit', 'b', 'throw'];
    expect(await answers(...texts)).toEqual([GAVE_UP, GAVE_UP, 'a', GAVE_UP, 'b', GAVE_UP]);
  });

  it('never mixes up what was answered before', async () => {
    // An error may overtake the answers that the thread gave before it died.
    for (let round = 0; round < 25; round += 1) {
      expect(await answers('a', 'b', 'c', 'throw', 'd')).toEqual(['a', 'b', 'c', GAVE_UP, 'd']);
    }
  });

  it('says what it died of', async () => {
    const lost = await parser.parse(bytesOf('throw')).catch((error: unknown) => error);
    expect(lost).toMatchObject({ cause: { message: 'It threw.' } });
  });

  it('loses all where the thread does not even start', async () => {
    parser = start(new URL('nobody.ts', CRASHING_THREAD));
    expect(await answers('a', 'b')).toEqual([GAVE_UP, GAVE_UP]);
  });
});

describe('a parser that is closed', () => {
  it('has ended its thread', async () => {
    let threads = 0;
    const count = (thread: Worker) => {
      threads += 1;
      thread.on('exit', () => {
        threads -= 1;
      });
    };
    process.on('worker', count);
    onTestFinished(() => void process.off('worker', count));
    const parser = start(CRASHING_THREAD);
    await parser.parse(bytesOf('a'));
    expect(threads).toBe(1);
    await parser.close();
    expect(threads).toBe(0);
  });

  it('may be closed before it was used, and twice', async () => {
    const parser = startParser(CRASHING_THREAD);
    await parser.close();
    expect(await parser.parse(bytesOf('a'))).toMatchObject({ ok: false });
    await parser.close();
    await parser.close();
  });

  it('rejects for what it has not answered, and leaves nobody waiting', async () => {
    const parser = start(CRASHING_THREAD);
    await parser.parse(bytesOf('a'));
    const waiting = [parser.parse(bytesOf('never')), parser.parse(bytesOf('b'))];
    const settled = Promise.allSettled(waiting);
    await parser.close();
    expect(await settled).toMatchObject([
      { reason: { message: 'The parser was closed.' } },
      { reason: { message: 'The parser was closed.' } },
    ]);
  });

  it('starts anew when it is asked again, and gives no answer of before', async () => {
    const parser = start(CRASHING_THREAD);
    const first = await parser.parse(bytesOf('a'));
    const lost = parser.parse(bytesOf('b')).catch(() => 'lost');
    const closed = parser.close();
    const second = await parser.parse(bytesOf('c'));
    await closed;
    expect(second).toMatchObject({ error: { message: 'c' } });
    expect(await lost).toBe('lost');
    expect(first).toMatchObject({ error: { line: expect.any(Number) as number } });
    expect(second).not.toMatchObject({ error: { line: first.ok || first.error.line } });
  });
});
