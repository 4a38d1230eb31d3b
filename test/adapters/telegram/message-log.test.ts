import { beforeEach, describe, expect, it } from 'vitest';
import { createMessageLog, type MessageLog } from '../../../adapters/telegram/message-log.ts';
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

  it('rejects if it cannot be deleted', async () => {
    state.fail = new Error('out of reach');
    await expect(log.forget('-1')).rejects.toThrow('out of reach');
  });
});
