import { describe, expect, it } from 'vitest';
import { messageView } from '../../../src/view/message-view.ts';
import { delivererContract } from '../../contracts/deliverer.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { useBots } from '../../fixtures/telegram.ts';

const start = useBots();

const at = (chat: number, thread?: number) => ({
  platform: 'telegram',
  chat: String(chat),
  ...(thread !== undefined && { thread: String(thread) }),
});

delivererContract(async () => {
  const { bot, telegram } = await start();
  const ann = telegram.addUser();
  const ben = telegram.addUser();
  telegram.block(ben);
  return {
    deliverer: bot,
    open: at(ann.id),
    gone: at(ben.id),
    arrived: () => telegram.botMessages(ann.id).map(({ text }) => text ?? ''),
    ids: () => telegram.botMessages(ann.id).map(({ message_id: id }) => String(id)),
    parts: 3,
    refuseOnce: () => telegram.fault({ on: 'sendMessage', action: { kind: 'rate', retryAfter: 1 } }),
  };
});

describe('a delivery on Telegram', () => {
  it('goes into its topic, without a sound', async () => {
    const { bot, telegram } = await start();
    const forum = telegram.addSupergroup({ members: [telegram.addUser()], forum: true });
    const topic = telegram.addTopic(forum, 'News');
    const view = {
      blocks: [{ kind: 'text' as const, spans: [{ kind: 'plain' as const, text: 'Good morning' }] }],
      actions: [],
    };
    await bot.deliver(at(forum.id, topic), view, makeDeliverOptions({ silent: true }));
    expect(telegram.botMessages(forum.id)).toMatchObject([{ text: 'Good morning', message_thread_id: topic }]);
    expect(telegram.calls('sendMessage')[0]?.params).toMatchObject({ disable_notification: true });
  });

  it('leaves a wait of hours to its queue, which survives a restart', async () => {
    const { bot, telegram } = await start();
    const ann = telegram.addUser();
    const view = {
      blocks: [{ kind: 'text' as const, spans: [{ kind: 'plain' as const, text: 'Good morning' }] }],
      actions: [],
    };
    telegram.fault({ on: 'sendMessage', action: { kind: 'rate', retryAfter: 43_838 } });
    const waits = { reason: 'busy', retryAfterMs: 43_838_000 };
    await expect(bot.deliver(at(ann.id), view, makeDeliverOptions())).rejects.toMatchObject(waits);
    expect(telegram.calls('sendMessage')).toHaveLength(1);
  });

  it('is not retried after it may have arrived, until Telegram responds', async () => {
    const { bot, telegram } = await start();
    const ann = telegram.addUser();
    const view = {
      blocks: [{ kind: 'text' as const, spans: [{ kind: 'plain' as const, text: 'Good morning' }] }],
      actions: [],
    };
    const sent = async () => undefined;
    const options = makeDeliverOptions({ onPartSent: sent });
    telegram.fault({ on: 'sendMessage', action: { kind: 'reset', phase: 'after' } });
    await expect(bot.deliver(at(ann.id), view, options)).rejects.toMatchObject({ reason: 'busy', unclear: true });
    telegram.fault({ on: 'getMe', action: { kind: 'reset' } });
    const again = { ...options, mayHaveBeenSentSince: new Date() };
    await expect(bot.deliver(at(ann.id), view, again)).rejects.toMatchObject({ reason: 'busy', unclear: false });
    expect(telegram.botMessages(ann.id)).toHaveLength(1);
    await bot.deliver(at(ann.id), view, again);
    expect(telegram.botMessages(ann.id)).toHaveLength(2);
  });

  it('asks once whether Telegram responds, however many are sent again at once', async () => {
    const { bot, telegram } = await start();
    await telegram.waitFor(() => telegram.calls('getUpdates').length > 0, 'the bot to listen');
    const before = telegram.calls().length;
    const view = messageView('Good morning');
    const people = Array.from({ length: 40 }, () => telegram.addUser());
    const again = makeDeliverOptions({ mayHaveBeenSentSince: new Date() });
    await Promise.all(people.map(({ id }) => bot.deliver(at(id), view, again)));
    const asked = telegram
      .calls()
      .slice(before)
      .filter(({ method }) => ['getMe', 'sendChatAction'].includes(method));
    expect(asked.map(({ method }) => method)).toEqual(['getMe']);
  });
});
