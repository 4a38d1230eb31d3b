import { expect, it } from 'vitest';
import { createReadiness } from '../src/readiness.ts';
import { createFakeClock } from './fakes/clock.ts';

function begin() {
  const clock = createFakeClock();
  const stopping = new AbortController();
  const reported: unknown[] = [];
  const readiness = createReadiness({ clock, signal: stopping.signal });
  const reportTrouble = readiness.watch((...trouble) => void reported.push(trouble));
  const serve = (checkStore: () => Promise<void>) =>
    readiness.begin({ platforms: ['telegram', 'discord'], checkStore });
  return { clock, stopping, reported, readiness, reportTrouble, serve };
}
const answers = async () => undefined;

it('is ready once the store answers and every platform is connected', async () => {
  const { readiness, reportTrouble, reported, serve } = begin();
  expect(await readiness.reasons()).toEqual(['The bot is starting.']);
  serve(answers);
  expect(await readiness.reasons()).toEqual(['telegram is not connected.', 'discord is not connected.']);
  reportTrouble('telegram', undefined);
  reportTrouble('discord', undefined);
  expect(await readiness.reasons()).toEqual([]);
  expect(reported).toEqual([
    ['telegram', undefined],
    ['discord', undefined],
  ]);
});

it('says which platform is lost, and when it is back', async () => {
  const { readiness, reportTrouble, serve } = begin();
  serve(answers);
  reportTrouble('telegram', undefined);
  reportTrouble('discord', undefined);
  reportTrouble('discord', { line: 'Discord does not answer: a secret' });
  reportTrouble('a mirror', { line: 'It is broken.' });
  expect(await readiness.reasons()).toEqual(['discord is not connected.']);
  expect([readiness.isConnected('telegram'), readiness.isConnected('discord')]).toEqual([true, false]);
  reportTrouble('discord', undefined);
  expect(await readiness.reasons()).toEqual([]);
});

it.each([
  ['fails', () => Promise.reject(new Error('gone'))],
  ['does not answer in time', () => new Promise<never>(() => undefined)],
])('is not ready while the store %s', async (_, checkStore) => {
  const { clock, readiness, reportTrouble, serve } = begin();
  serve(checkStore);
  reportTrouble('telegram', undefined);
  reportTrouble('discord', undefined);
  const reasons = readiness.reasons();
  await clock.pass(2000);
  expect(await reasons).toEqual(['The store does not answer.']);
});

it('says what keeps it from sending though the store answers', async () => {
  const { readiness } = begin();
  let obstacle: Error | undefined = new Error('The library is empty.');
  readiness.begin({ platforms: [], checkStore: answers, obstacle: () => obstacle });
  expect(await readiness.reasons()).toEqual(['The library is empty.']);
  obstacle = undefined;
  expect(await readiness.reasons()).toEqual([]);
});

it('is not ready while it stops', async () => {
  const { readiness, serve, stopping } = begin();
  serve(answers);
  stopping.abort();
  expect(await readiness.reasons()).toEqual(['The bot is stopping.']);
});
