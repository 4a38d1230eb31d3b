import { beforeEach, describe, expect, it } from 'vitest';
import { createMessageLog, type MessageLog } from '../../../adapters/telegram/message-log.ts';
import { createFakeStateStore } from '../../fakes/state-store.ts';

let told: MessageLog;
let done: string[];
let state: Parameters<typeof createFakeStateStore>[0];
let reported: unknown[];
beforeEach(() => {
  state = { nowMs: 0 };
  reported = [];
  told = createMessageLog(createFakeStateStore(state), (error) => void reported.push(error));
  done = [];
});

const update = (id: number, text: string) => ({ update_id: id, message: { text } });
const doing = (name: string) => async () => void done.push(name);

describe('the work of an update', () => {
  it('is done once, though it comes again', async () => {
    await told.once(update(1, '/help'), doing('first'));
    await told.once(update(1, '/help'), doing('again'));
    expect(done).toEqual(['first']);
  });

  it('is done for another one of the same number, as a new server counts', async () => {
    await told.once(update(1, '/help'), doing('first'));
    await told.once(update(1, '/articles'), doing('other'));
    expect(done).toEqual(['first', 'other']);
  });

  it('is done where the state is out of reach, which is reported', async () => {
    state.fail = new Error('out of reach');
    await told.once(update(1, '/help'), doing('first'));
    expect(done).toEqual(['first']);
    expect(reported).toEqual([state.fail, state.fail]);
  });

  it('is not done again where it failed: the person was told', async () => {
    const failed = told.once(update(1, '/help'), () => Promise.reject(new Error('lost')));
    await expect(failed).rejects.toThrow('lost');
    await told.once(update(1, '/help'), doing('again'));
    expect(done).toEqual([]);
  });
});

describe('what a chat’s messages showed', () => {
  const here = { platform: 'telegram', chat: '-1' };
  const other = { platform: 'telegram', chat: '-12' };

  it('is forgotten with the chat, and no other chat’s is', async () => {
    for (const at of [here, other]) {
      await told.noteAbout(at, [5], { blocks: [], actions: [], about: { article: 'one' } });
      await told.notePushed(at, [5]);
      await told.noteAnswer(at, 4, 5);
      await told.asksAnew(at, 4, '/help');
    }
    await told.forget('-1');
    expect([await told.aboutOf(here, 5), await told.wasPushed(here, 5)]).toEqual([undefined, false]);
    expect([await told.answerTo(here, 4), await told.asksAnew(here, 4, '/help')]).toEqual([undefined, true]);
    expect([await told.aboutOf(other, 5), await told.wasPushed(other, 5)]).toEqual(['one', true]);
    expect([await told.answerTo(other, 4), await told.asksAnew(other, 4, '/help')]).toEqual([5, false]);
  });

  it('is not said to be forgotten where it cannot be', async () => {
    state.fail = new Error('out of reach');
    await expect(told.forget('-1')).rejects.toThrow('out of reach');
  });
});
