import { expect, it } from 'vitest';
import { startDueLoop } from '../../src/following/due-loop.ts';
import { createFakeClock } from '../fakes/clock.ts';

/** A loop over items named `host/id`, which end when told to. */
function start(items: string[], { concurrency = 10, perHost = 1 } = {}) {
  const clock = createFakeClock();
  const stopping = new AbortController();
  const running = new Map<string, PromiseWithResolvers<void>>();
  const begun: string[] = [];
  const reported: unknown[] = [];
  const loop = startDueLoop<string>(
    {
      page: async (after, limit) =>
        items
          .filter((item) => item > after)
          .sort()
          .slice(0, limit),
      idOf: (item) => item,
      hostOf: (item) => item.split('/')[0] ?? '',
      run(item) {
        begun.push(item);
        const ending = Promise.withResolvers<void>();
        running.set(item, ending);
        return ending.promise;
      },
    },
    { clock, concurrency, perHost, signal: stopping.signal, report: (error) => void reported.push(error) },
  );
  const end = async (item: string, error?: Error) => {
    items.splice(items.indexOf(item), 1);
    if (error === undefined) running.get(item)?.resolve();
    else running.get(item)?.reject(error);
    await clock.pass(0);
  };
  return { clock, stopping, begun, reported, loop, end };
}

it('lets the items of a busy host wait, and no other', async () => {
  const { clock, begun, end } = start(['a/1', 'a/2', 'b/1', 'c/1']);
  await clock.pass(0);
  expect(begun).toEqual(['a/1', 'b/1', 'c/1']);
  await end('b/1');
  expect(begun).toHaveLength(3);
  await end('a/1');
  expect(begun).toEqual(['a/1', 'b/1', 'c/1', 'a/2']);
});

it('works on so many items at once, and takes turns beyond a page', async () => {
  const many = Array.from({ length: 250 }, (_, at) => `a/${String(at).padStart(3, '0')}`);
  const { clock, begun, end } = start([...many, 'b/1'], { concurrency: 2 });
  await clock.pass(0);
  expect(begun).toEqual(['a/000', 'b/1']);
  await end('b/1');
  await end('a/000');
  expect(begun).toHaveLength(3);
});

it('reports an item that fails, and goes on', async () => {
  const { clock, begun, reported, end } = start(['a/1', 'a/2']);
  await clock.pass(0);
  const error = new Error('It failed.');
  await end('a/1', error);
  expect([reported, begun]).toEqual([[error], ['a/1', 'a/2']]);
});

it('finds new items within a second, or at once if it is woken', async () => {
  const items: string[] = [];
  const { clock, begun, loop } = start(items);
  await clock.pass(0);
  items.push('a/1');
  await clock.pass(1000);
  items.push('b/1');
  loop.wake();
  await clock.pass(0);
  expect(begun).toEqual(['a/1', 'b/1']);
});

it('begins nothing after it is stopped, and waits for what runs', async () => {
  const { clock, stopping, begun, loop, end } = start(['a/1', 'a/2']);
  await clock.pass(0);
  stopping.abort();
  await end('a/1');
  await loop.done;
  expect(begun).toEqual(['a/1']);
});
