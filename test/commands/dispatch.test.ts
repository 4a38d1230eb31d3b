import { describe, expect, it } from 'vitest';
import { createDispatch } from '../../commands/dispatch.ts';
import { createCommands } from '../../commands/index.ts';
import type { CommandRequest, Library } from '../../src/ports.ts';
import { createFakeLibrary } from '../fakes/library.ts';
import { createFakeStateStore } from '../fakes/state-store.ts';
import { articles } from '../fixtures/articles.ts';
import { createTalk } from '../fixtures/converse.ts';

const request: CommandRequest = {
  name: 'article',
  input: 'strait001',
  language: 'en',
  in: { platform: 'test', chat: 'one' },
  by: 'ada',
};
const broken = new Error('the disk is gone: secret');

function dispatchWith(library: Library, report: (error: unknown) => void) {
  const commands = createCommands({ library, now: () => new Date(0) });
  return createDispatch(commands, { library, state: createFakeStateStore({ nowMs: 0 }), zone: 'UTC', report });
}

describe('dispatch', () => {
  it('apologises for an error and reports it, without a word of it in the answer', async () => {
    const reported: unknown[] = [];
    const library = { ...createFakeLibrary(articles), versions: () => Promise.reject(broken) };
    const view = await dispatchWith(library, (error) => reported.push(error))(request);
    expect(JSON.stringify(view)).toContain('That went wrong, and it is not your fault.');
    expect(JSON.stringify(view)).not.toContain('disk');
    expect(reported).toEqual([broken]);
  });

  it('resolves even where reporting fails', async () => {
    const library = { ...createFakeLibrary(articles), article: () => Promise.reject(broken) };
    const dispatch = dispatchWith(library, () => {
      throw new Error('the log is full');
    });
    await expect(dispatch(request)).resolves.toMatchObject({ actions: [] });
  });

  it('answers without its memory where the state is out of reach, and reports that', async () => {
    const { say, clock, reported } = createTalk();
    clock.fail = new Error('out of reach');
    expect(await say('/article strait001')).toContain('海峡渡轮复航');
    expect(reported).toEqual([clock.fail, clock.fail]);
  });

  it('reports no mistake of the caller', async () => {
    const { say, reported } = createTalk();
    for (const line of ['/nope', '/article 99', '/section strait001 9', '/search', '/digest soon', '/articles nowhere'])
      await say(line);
    expect(reported).toEqual([]);
  });

  it('takes names in any case', async () => {
    expect(await createTalk().say('/ARTICLE strait001')).toContain('海峡渡轮复航');
  });

  it('means the article replied to', async () => {
    const { say } = createTalk();
    await say('/article nightbus3');
    expect(await say('/section 2', { about: 'strait001' })).toContain('船长想要什么');
    expect(await say('/images', { about: 'strait001' })).toContain('captain.jpg');
  });

  it('keeps the lists of two people in a group apart', async () => {
    const { say } = createTalk();
    await say('/articles', { by: 'ada' });
    await say('/search 冬茶', { by: 'bob' });
    expect(await say('/article 1', { by: 'ada' })).toContain('海峡渡轮复航');
    expect(await say('/article 1', { by: 'bob' })).toContain('台湾茶农');
  });
});
