import { describe, expect, it } from 'vitest';
import { createTyping } from '../../../adapters/telegram/typing.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createFakeClient } from '../../fakes/telegram-client.ts';

function start(answer: () => unknown = () => true) {
  const clock = createFakeClock();
  const { client, asked } = createFakeClient(answer);
  const held = Promise.withResolvers<string>();
  return { clock, asked, held, typing: createTyping(client, clock.after) };
}

const at = { platform: 'telegram', chat: '7', thread: '42' };

describe('a bot at work', () => {
  it('is shown from the first second on, until its work is done', async () => {
    const { clock, asked, held, typing } = start();
    const work = typing(held.promise, at);
    await clock.pass(999);
    expect(asked).toEqual([]);
    await clock.pass(1);
    expect(asked).toEqual([
      { method: 'sendChatAction', parameters: { chat_id: '7', message_thread_id: 42, action: 'typing' } },
    ]);
    await clock.pass(4500);
    expect(asked).toHaveLength(2);
    held.resolve('done');
    expect(await work).toBe('done');
    await clock.pass(60_000);
    expect(asked).toHaveLength(2);
  });

  it('is not shown if the work is quick', async () => {
    const { clock, asked, typing } = start();
    expect(await typing(Promise.resolve('done'), at)).toBe('done');
    await clock.pass(60_000);
    expect(asked).toEqual([]);
  });

  it('continues if the chat refuses the status, and does not send it again', async () => {
    const { clock, asked, held, typing } = start(() => Promise.reject(new Error('socket hang up')));
    const work = typing(held.promise, at, 'upload_photo');
    await clock.pass(60_000);
    expect(asked).toHaveLength(1);
    held.reject(new Error('lost'));
    await expect(work).rejects.toThrow('lost');
  });
});
