import { beforeEach, describe, expect, it } from 'vitest';
import { createMessageLog, type MessageLog } from '../../../adapters/telegram/message-log.ts';
import type { Message } from '../../../adapters/telegram/render/render.ts';
import { createFakeStateStore } from '../../fakes/state-store.ts';

let log: MessageLog;
let done: string[];
let state: Parameters<typeof createFakeStateStore>[0];
let reported: unknown[];
beforeEach(() => {
  state = { nowMs: 0 };
  reported = [];
  log = createMessageLog(createFakeStateStore(state), (error) => void reported.push(error));
  done = [];
});

const update = (id: number, text: string) => ({ update_id: id, message: { text } });
const doing = (name: string) => async () => void done.push(name);

describe('the work of an update', () => {
  it('is done once if the update comes again', async () => {
    await log.once(update(1, '/help'), doing('first'));
    await log.once(update(1, '/help'), doing('again'));
    expect(done).toEqual(['first']);
  });

  it('is done for another update with the same id, as a new server may send', async () => {
    await log.once(update(1, '/help'), doing('first'));
    await log.once(update(1, '/articles'), doing('other'));
    expect(done).toEqual(['first', 'other']);
  });

  it('is done if the store fails, which is reported', async () => {
    state.fail = new Error('out of reach');
    await log.once(update(1, '/help'), doing('first'));
    expect(done).toEqual(['first']);
    expect(reported).toEqual([state.fail, state.fail]);
  });

  it('is not done again after a failure: the user was informed', async () => {
    const failed = log.once(update(1, '/help'), () => Promise.reject(new Error('lost')));
    await expect(failed).rejects.toThrow('lost');
    await log.once(update(1, '/help'), doing('again'));
    expect(done).toEqual([]);
  });
});

describe('the log of a chat’s messages', () => {
  const here = { platform: 'telegram', chat: '-1' };
  const other = { platform: 'telegram', chat: '-12' };

  it('is deleted with the chat, and no other chat’s is', async () => {
    for (const at of [here, other]) {
      await log.recordArticle(at, [5], { blocks: [], actions: [], about: { article: 'one' } });
      await log.recordPushed(at, [5]);
      await log.recordAnswer(at, 4, 5);
      await log.recordCommand(at, 4, '/help');
    }
    await log.forget('-1');
    expect([await log.articleOf(here, 5), await log.wasPushed(here, 5)]).toEqual([undefined, false]);
    expect([await log.answerTo(here, 4), await log.isKnownCommand(here, 4, '/help')]).toEqual([undefined, false]);
    expect([await log.articleOf(other, 5), await log.wasPushed(other, 5)]).toEqual(['one', true]);
    expect([await log.answerTo(other, 4), await log.isKnownCommand(other, 4, '/help')]).toEqual([5, true]);
  });

  const DAY_MS = 86_400_000;

  const TEXT: Message = { kind: 'text', html: 'Ferry', preview: null, buttons: [] };
  const ABOUT = { blocks: [], actions: [], about: { article: 'one' } };

  it.each<[string, number, (() => Promise<unknown>)[]]>([
    ['an answer', 1, [() => log.recordAnswer(here, 4, 5), () => log.answerTo(here, 4)]],
    ['a command', 30, [() => log.recordCommand(here, 4, '/a'), () => log.isKnownCommand(here, 4, '/a')]],
    ['a message that was pushed', 400, [() => log.recordPushed(here, [5]), () => log.wasPushed(here, 5)]],
    ['an article', 400, [() => log.recordArticle(here, [5], ABOUT), () => log.articleOf(here, 5)]],
    ['what is shown', 1, [() => log.recordShown(here, 5, TEXT), () => log.isShown(here, 5, TEXT)]],
  ])('remembers %s; days: %i', async (_what, days, [record, recall]) => {
    const before = await recall?.();
    await record?.();
    state.nowMs = days * DAY_MS - 1;
    expect(await recall?.()).not.toEqual(before);
    state.nowMs = days * DAY_MS;
    expect(await recall?.()).toEqual(before);
  });

  it('shows something once a day, and again if that failed', async () => {
    const show = (work: () => Promise<void>) => log.showOnce(here, 5, { what: 'more', work });
    await expect(show(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    await show(doing('first'));
    state.nowMs = DAY_MS - 1;
    await show(doing('again'));
    expect(done).toEqual(['first']);
    state.nowMs = DAY_MS;
    await show(doing('next day'));
    expect(done).toEqual(['first', 'next day']);
  });

  it('rejects if it cannot be deleted', async () => {
    state.fail = new Error('out of reach');
    await expect(log.forget('-1')).rejects.toThrow('out of reach');
  });
});
