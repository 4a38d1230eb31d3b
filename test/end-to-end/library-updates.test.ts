import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTelegram, type TelegramEmulator } from '../emulators/telegram/telegram.ts';
import { createRepository } from '../fixtures/repository.ts';
import { createPlace, type Place, type Running } from './process.ts';
import { ferry, lighthouse } from './snapshots.ts';

const SOON = { timeout: 30_000, interval: 100 };

let place: Place;

beforeEach(async () => {
  place = await createPlace();
  await place.put({ 'data/snapshots/lighthouse.md': lighthouse });
});
afterEach(() => place.remove());

/** Asks a running console for the articles, until a list has the words, or has not. */
async function expectArticles({ child, shows }: Running, has: { words: string; shown: boolean }): Promise<void> {
  let said = '';
  const listen = (text: string) => {
    said += text;
  };
  child.stdout.on('data', listen);
  await vi.waitFor(async () => {
    said = '';
    child.stdin.write('/articles\n/nope\n');
    await shows('/nope');
    expect(said.includes(has.words)).toBe(has.shown);
  }, SOON);
  child.stdout.off('data', listen);
}

async function end({ child, ended }: Running): Promise<void> {
  child.stdin.end('quit\n');
  expect(await ended).toMatchObject({ code: 0, err: '' });
}

describe('a running console', () => {
  it('shows a new snapshot, also in a new folder, and one that was moved', async () => {
    const console = place.start(['chat']);
    await expectArticles(console, { words: '灯塔', shown: true });
    await place.put({ 'data/snapshots/news.example.org/2024/ferry.md': ferry });
    await expectArticles(console, { words: 'The ferry', shown: true });
    await rename(join(place.folder, 'data/snapshots/news.example.org'), join(place.folder, 'data/snapshots/moved'));
    await place.put({ 'data/snapshots/moved/2024/ferry.md': ferry.replace('would not', 'did not') });
    await expectArticles(console, { words: 'did not retire', shown: true });
    await end(console);
  });

  it('shows what a capture wrote', async () => {
    const console = place.start(['chat'], { CAPTURED_DIR: 'captured' });
    await expectArticles(console, { words: '灯塔', shown: true });
    await place.put({ 'captured/a.md': lighthouse });
    await place.put({ 'captured/ferry.md': ferry });
    await expectArticles(console, { words: 'The ferry', shown: true });
    await end(console);
  });

  it('shows what is pushed to a mirrored repository, but no file of another kind', async () => {
    const repository = createRepository(place.folder);
    repository.push({ 'articles/1.md': ferry, 'README.md': '# A mirror\n' });
    const env = { MIRRORS: repository.url, FETCH_ALLOW: 'file:', MIRRORS_EVERY: '10s' };
    const console = place.start(['chat'], env);
    await expectArticles(console, { words: 'The ferry', shown: true });
    repository.push({ 'articles/1.md': undefined, 'articles/1_ferry.md': ferry.replace('would not', 'did not') });
    await expectArticles(console, { words: 'did not retire', shown: true });
    await end(console);
    const { out, code } = await place.run(['doctor'], { env });
    expect(out).not.toContain('could not be read');
    expect(out).toContain(`Mirror ${repository.url}: the repository answers.`);
    expect(code).toBe(0);
  });

  it('keeps the article of a deleted snapshot for a day', async () => {
    await place.put({ 'data/snapshots/ferry.md': ferry });
    await place.run(['digest']);
    await rm(join(place.folder, 'data/snapshots/ferry.md'));
    const { out } = await place.run(['doctor']);
    expect(out).toContain('1 snapshot is deleted. Its article leaves a day after that');
    expect((await place.run(['digest'])).out).toContain('The ferry');
  });
});

describe('an instant subscription', () => {
  let telegram: TelegramEmulator;

  beforeEach(async () => {
    telegram = await startTelegram();
  });
  afterEach(() => telegram.stop());

  it('gets a new snapshot and a pushed commit within seconds', async () => {
    const repository = createRepository(place.folder);
    repository.push({ 'README.md': '# A mirror\n' });
    const bot = place.start([], {
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      MIRRORS: repository.url,
      FETCH_ALLOW: 'file:',
      MIRRORS_EVERY: '10s',
    });
    const ann = telegram.addUser();
    const received = (words: string) => () =>
      expect(telegram.botMessages(ann.id).some(({ text, caption }) => `${text}${caption}`.includes(words))).toBe(true);
    telegram.say(ann, ann.id, '/subscribe instant');
    await vi.waitFor(received('as they arrive'), SOON);
    const startedMs = Date.now();
    await place.put({ 'data/snapshots/ferry.md': ferry });
    await vi.waitFor(received('The ferry'), SOON);
    // Less than a minute shows that no tick of the clock was needed.
    expect(Date.now() - startedMs).toBeLessThan(30_000);
    repository.push({ 'a.md': ferry.replaceAll('2024/ferry', '2024/tram').replaceAll('ferry', 'tram') });
    await vi.waitFor(received('The tram'), SOON);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toMatchObject({ code: 0 });
  });
});
