import { describe, expect, it } from 'vitest';
import type { Deliverer } from '../../src/delivery/deliverer.ts';
import type { Reviser } from '../../src/delivery/revisions/reviser.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { View } from '../../src/view/view.ts';
import { makeDeliverOptions } from '../fakes/deliver-options.ts';

/** A platform that edits what it delivered, and how to look at its chat. */
export interface Subject {
  bot: Deliverer & Reviser;
  to: Address;
  /** The texts in the chat, in their order. */
  texts(): string[];
  ids(): string[];
  /** The number of edits that the platform was asked for. */
  edits(): number;
  deleteMessage(id: string): void | Promise<void>;
  /** From now on the platform says once that it is busy. */
  refuseOnce(): void;
}

const paragraphs = (texts: readonly string[]): View => ({
  blocks: texts.map((text) => ({ kind: 'text', spans: [{ kind: 'plain', text }] })),
  actions: [{ label: '1 The ferry', role: 'contents', command: '/article strait001' }],
});
const before = paragraphs(['The ferry is late']);
const after = paragraphs(['The ferry is back']);
/** Three messages; only the words of the second depend on the argument. */
const long = (word: string) =>
  paragraphs(Array.from({ length: 60 }, (_, at) => `Part ${at}. ${(at === 30 ? word : 'ferry ').repeat(30)}`));

/** What every platform promises of edits that nobody asked for. */
export function reviserContract(create: () => Promise<Subject>): void {
  async function deliver({ bot, to }: Subject, view: View): Promise<string[][]> {
    const sent: string[][] = [];
    const onPartSent = async (_: number, ids: readonly string[]) => void sent.push([...ids]);
    await bot.deliver(to, view, makeDeliverOptions({ onPartSent }));
    return sent;
  }
  const revise = ({ bot, to }: Subject, confirmedParts: readonly (readonly string[])[], views = { before, after }) =>
    bot.revise(to, { id: 'reading1@noon', language: 'en', confirmedParts, ...views });

  describe('a revision', () => {
    it('replaces the words of the message that was sent', async () => {
      const subject = await create();
      const sent = await deliver(subject, before);
      await revise(subject, sent);
      expect(subject.texts()).toEqual([expect.stringContaining('The ferry is back')]);
      expect(subject.ids()).toEqual(sent.flat());
    });

    it('leaves messages alone whose words stay the same', async () => {
      const subject = await create();
      const sent = await deliver(subject, long('ferry '));
      expect(sent.length).toBeGreaterThan(2);
      await revise(subject, sent, { before: long('ferry '), after: long('tram. ') });
      expect(subject.edits()).toBe(1);
      expect(subject.texts().filter((text) => text.includes('tram.'))).toHaveLength(1);
    });

    it('may be repeated', async () => {
      const subject = await create();
      const sent = await deliver(subject, before);
      for (let time = 0; time < 2; time += 1) await revise(subject, sent);
      expect(subject.texts()).toHaveLength(1);
    });

    it('is refused, and sends nothing, if the view has other parts now', async () => {
      const subject = await create();
      const sent = await deliver(subject, before);
      const refused = { name: 'DeliveryError', reason: 'refused' };
      await expect(revise(subject, sent, { before, after: long('ferry ') })).rejects.toMatchObject(refused);
      await expect(revise(subject, [...sent, ['1']])).rejects.toMatchObject(refused);
      await expect(revise(subject, [[...sent.flat(), '1']])).rejects.toMatchObject(refused);
      expect([subject.edits(), subject.texts().length]).toEqual([0, 1]);
    });

    it('is refused if the message was deleted, and sends nothing', async () => {
      const subject = await create();
      const sent = await deliver(subject, before);
      for (const id of sent.flat()) await subject.deleteMessage(id);
      await expect(revise(subject, sent)).rejects.toMatchObject({ reason: 'refused' });
      expect([subject.edits(), subject.texts()]).toEqual([1, []]);
    });

    it('is tried once while the platform is busy, and says so', async () => {
      const subject = await create();
      const sent = await deliver(subject, before);
      subject.refuseOnce();
      await expect(revise(subject, sent)).rejects.toMatchObject({ reason: 'busy' });
      expect(subject.edits()).toBe(1);
    });
  });
}
