import { describe, expect, it } from 'vitest';
import type { Deliverer } from '../../src/delivery/deliverer.ts';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { View } from '../../src/view/view.ts';
import { makeDeliverOptions } from '../fakes/deliver-options.ts';

/** A platform that delivers, and how to look at what arrived and to make it fail. */
export interface Subject {
  deliverer: Deliverer;
  /** A chat where everything can be said. */
  open: Address;
  /** A chat that is not there any more. */
  gone: Address;
  /** The texts that arrived in the open chat, in their order. */
  arrived(): string[];
  /** Ids of the messages that arrived in the open chat. */
  ids(): string[];
  /** How many parts a view of 10,000 characters has. */
  parts: number;
  /** From now on the platform says once that it is busy. */
  refuseOnce(): void;
}

const long: View = {
  blocks: Array.from({ length: 60 }, (_, at) => ({
    kind: 'text' as const,
    spans: [{ kind: 'plain' as const, text: `Part ${at}. ${'The ferry waits at the pier. '.repeat(6)}` }],
  })),
  actions: [],
};

function partsFrom(first: number, { parts }: Subject): number[] {
  return Array.from({ length: parts - first }, (_, at) => first + at);
}

/** What every platform promises of what nobody asked for. */
export function delivererContract(create: () => Promise<Subject>): void {
  async function deliver({ deliverer }: Subject, to: Address, done: readonly (readonly string[])[] = []) {
    const sent: [part: number, messages: readonly string[]][] = [];
    const note = async (part: number, messages: readonly string[]) => void sent.push([part, messages]);
    await deliverer.deliver(to, long, makeDeliverOptions({ silent: true, confirmedParts: done, onPartSent: note }));
    return sent;
  }

  describe('a delivery', () => {
    it('arrives whole, part by part, and tells each part with its message', async () => {
      const subject = await create();
      const sent = await deliver(subject, subject.open);
      expect(sent.map(([part]) => part)).toEqual(partsFrom(0, subject));
      expect(sent.flatMap(([, messages]) => messages)).toEqual(subject.ids());
      const all = subject.arrived().join(' ');
      for (let at = 0; at < 60; at += 1) expect(all).toContain(`Part ${at}.`);
    });

    it('goes on where it was broken off', async () => {
      const subject = await create();
      const earlier = await create();
      const done = (await deliver(earlier, earlier.open)).slice(0, 2).map(([, messages]) => messages);
      expect((await deliver(subject, subject.open, done)).map(([part]) => part)).toEqual(partsFrom(2, subject));
      expect(subject.arrived().join(' ')).not.toContain('Part 0.');
      expect(subject.arrived().join(' ')).toContain('Part 59.');
    });

    it('stops before a part where it is told to, with what it is told', async () => {
      const subject = await create();
      const enough = new Error('Enough.');
      const begun: number[] = [];
      const begin = async (part: number) => {
        begun.push(part);
        if (part === 1) throw enough;
      };
      const failed = subject.deliverer.deliver(subject.open, long, makeDeliverOptions({ beforePart: begin }));
      await expect(failed).rejects.toBe(enough);
      expect(begun).toEqual([0, 1]);
      expect(subject.arrived()).toHaveLength(1);
    });

    it('to a chat that is gone says that it is', async () => {
      const subject = await create();
      const failed = await deliver(subject, subject.gone).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(DeliveryError);
      expect(failed).toMatchObject({ reason: 'gone' });
    });

    it('waits where the platform is busy, and says nothing twice', async () => {
      const subject = await create();
      subject.refuseOnce();
      await deliver(subject, subject.open);
      const arrived = subject.arrived();
      expect(arrived).toHaveLength(subject.parts);
      expect(new Set(arrived).size).toBe(subject.parts);
    });
  });
}
