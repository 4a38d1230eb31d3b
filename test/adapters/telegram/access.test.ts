import { TelegramError } from 'telegraf';
import { describe, expect, it } from 'vitest';
import { createAccess } from '../../../adapters/telegram/access.ts';
import { createInstantClock } from '../../fakes/clock.ts';
import { createFakeClient } from '../../fakes/telegram-client.ts';

function start(statuses: readonly (string | Error)[]) {
  let now = 0;
  const { client, asked } = createFakeClient((_, count) => {
    const status = statuses[count - 1];
    if (status === undefined || status instanceof Error) throw status ?? new Error('Nothing is asked here.');
    return { status };
  });
  return {
    ...createAccess({ client, clock: { ...createInstantClock(), monotonicMs: () => now } }),
    asked,
    wait: (ms: number) => {
      now += ms;
    },
  };
}

const group = { platform: 'telegram', chat: '-1005' };

describe('the permission to manage the bot', () => {
  it.each([
    ['creator', true],
    ['administrator', true],
    ['member', false],
    ['restricted', false],
    ['left', false],
    ['kicked', false],
  ])('is read from Telegram in a group: %s, %s', async (status, may) => {
    const { mayManage, asked } = start([status]);
    expect(await mayManage(group, '7')).toBe(may);
    expect(asked).toEqual([{ method: 'getChatMember', parameters: { chat_id: '-1005', user_id: 7 } }]);
  });

  it('is remembered of a thousand people at most', async () => {
    const { mayManage, asked } = start(Array.from({ length: 1002 }, () => 'creator'));
    for (let person = 1; person <= 1000; person += 1) await mayManage(group, String(person));
    expect(await mayManage(group, '1')).toBe(true);
    expect(asked).toHaveLength(1000);
    await mayManage(group, '1001');
    await mayManage(group, '1');
    expect(asked).toHaveLength(1002);
  });

  it('is given to everybody in private, and to senders that are the chat itself: an anonymous admin, a channel', async () => {
    const { mayManage, asked } = start([]);
    expect(await mayManage({ platform: 'telegram', chat: '7' }, '7')).toBe(true);
    expect(await mayManage(group, '-1005')).toBe(true);
    expect(await mayManage(group, '-1009')).toBe(false);
    expect(asked).toEqual([]);
  });

  it('is cached for five seconds, for each user and chat', async () => {
    const { mayManage, asked, wait } = start(['member', 'administrator', 'creator']);
    expect(await mayManage(group, '7')).toBe(false);
    wait(4999);
    expect(await mayManage(group, '7')).toBe(false);
    expect(await mayManage(group, '8')).toBe(true);
    wait(1);
    expect(await mayManage(group, '7')).toBe(true);
    expect(asked).toHaveLength(3);
  });

  it('is read again at once if Telegram reports a change', async () => {
    const { mayManage, forget } = start(['administrator', 'member']);
    expect(await mayManage(group, '7')).toBe(true);
    forget(group, '7');
    expect(await mayManage(group, '7')).toBe(false);
  });

  const refusal = new TelegramError({ error_code: 400, description: 'Bad Request: PARTICIPANT_ID_INVALID' });

  it('is looked up in the list of admins if Telegram refuses to show one member', async () => {
    const { client, asked } = createFakeClient(({ method }) => {
      if (method === 'getChatMember') throw refusal;
      return [{ user: { id: 7 }, status: 'administrator' }];
    });
    const { mayManage } = createAccess({ client, clock: createInstantClock() });
    expect([await mayManage(group, '7'), await mayManage(group, '8')]).toEqual([true, false]);
    expect(asked[1]).toEqual({ method: 'getChatAdministrators', parameters: { chat_id: '-1005' } });
  });

  it('is read again after a failure, and given to nobody if Telegram refuses; a refusal is not cached', async () => {
    const { mayManage } = start([new Error('socket hang up'), 'creator', refusal, refusal, 'creator']);
    expect(await mayManage(group, '7')).toBe(true);
    await expect(mayManage(group, '8')).rejects.toMatchObject({ reason: 'refused' });
    expect(await mayManage(group, '8')).toBe(true);
  });
});
