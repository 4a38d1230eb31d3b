import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/view/view.ts';
import { reviserContract } from '../../contracts/reviser.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { useBots } from '../../fixtures/telegram.ts';

const start = useBots();
const at = (chat: number) => ({ platform: 'telegram', chat: String(chat) });
const EDIT = 'editMessageText';

reviserContract(async () => {
  const { bot, telegram } = await start();
  const ann = telegram.addUser();
  return {
    bot,
    to: at(ann.id),
    texts: () => telegram.botMessages(ann.id).map(({ text }) => text ?? ''),
    ids: () => telegram.botMessages(ann.id).map(({ message_id: id }) => String(id)),
    edits: () => telegram.calls(EDIT).length,
    async deleteMessage(id) {
      const url = `${telegram.apiRoot}/bot${telegram.token}/deleteMessage`;
      const body = JSON.stringify({ chat_id: ann.id, message_id: Number(id) });
      await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    },
    refuseOnce: () => telegram.fault({ on: EDIT, action: { kind: 'rate', retryAfter: 1 } }),
  };
});

const picture = (number: number) => ({
  url: `https://img.example.org/${number}.jpg`,
  fallbacks: [],
  alt: '',
  caption: `Picture ${number}`,
  credit: null,
});
const gallery = (heading: string, count = 2): View => ({
  blocks: [
    { kind: 'text', spans: [{ kind: 'plain', text: heading }] },
    { kind: 'gallery', pictures: Array.from({ length: count }, (_, at) => picture(at + 1)) },
  ],
  actions: [],
});
const captioned = (caption: string): View => ({
  blocks: [{ kind: 'gallery', pictures: [{ ...picture(1), caption }, picture(2)] }],
  actions: [],
});

describe('a revision on Telegram', () => {
  async function deliver(view: View) {
    const all = await start();
    const ann = all.telegram.addUser();
    const sent: string[][] = [];
    const onPartSent = async (_: number, ids: readonly string[]) => void sent.push([...ids]);
    await all.bot.deliver(at(ann.id), view, makeDeliverOptions({ onPartSent }));
    const revise = (after: View, to = at(ann.id)) =>
      all.bot.revise(to, { id: 'a@1', language: 'en', before: view, after, confirmedParts: sent });
    return { ...all, ann, sent, revise };
  }

  it('edits the caption of an album in its first message', async () => {
    const { telegram, ann, revise } = await deliver(captioned('The old pier'));
    await revise(captioned('The new pier'));
    const captions = telegram.botMessages(ann.id).map(({ caption }) => caption ?? '');
    expect(captions).toEqual([expect.stringContaining('The new pier'), '']);
    expect(telegram.calls('editMessageCaption')).toHaveLength(1);
  });

  it('leaves an album alone below a text that has changed', async () => {
    const { telegram, ann, revise } = await deliver(gallery('Old news'));
    await revise(gallery('New news'));
    expect(telegram.botMessages(ann.id)[0]?.text).toBe('New news');
    expect(telegram.calls('editMessageCaption')).toEqual([]);
  });

  it('rings no bell and shows nobody typing', async () => {
    const { telegram, revise } = await deliver(gallery('Old news'));
    const before = telegram.calls().length;
    await revise(gallery('New news'));
    const methods = telegram
      .calls()
      .slice(before)
      .map(({ method }) => method);
    expect(methods.filter((method) => /send|edit/u.test(method))).toEqual([EDIT]);
  });

  it('touches nothing in a chat that has moved: its messages have other ids', async () => {
    const { bot, telegram } = await start();
    const ann = telegram.addUser();
    const group = telegram.addGroup({ members: [ann] });
    const sent: string[][] = [];
    const onPartSent = async (_: number, ids: readonly string[]) => void sent.push([...ids]);
    await bot.deliver(at(group.id), gallery('Old news'), makeDeliverOptions({ onPartSent }));
    telegram.migrate(group.id);
    const change = { id: 'a@1', language: 'en', before: gallery('Old news'), after: gallery('New news') } as const;
    const revise = () => bot.revise(at(group.id), { ...change, confirmedParts: sent });
    for (let time = 0; time < 2; time += 1) await expect(revise()).rejects.toMatchObject({ reason: 'moved' });
  });
});
