import { describe, expect, it } from 'vitest';
import type { Part } from '../../../../adapters/discord/render/blocks.ts';
import { LIMITS } from '../../../../adapters/discord/render/message-size.ts';
import { pack } from '../../../../adapters/discord/render/pack.ts';

/** A picture whose address takes a third of the text of a message, so that three links fit. */
const picture = (number: number) => ({
  url: `https://pictures.example/${number}/${'x'.repeat(1200)}.jpg`,
  fallbacks: [],
  description: `Picture ${number}`,
});
const gallery = (count: number): Part => ({
  kind: 'gallery',
  pictures: Array.from({ length: count }, (_, number) => picture(number)),
});
const urlsOf = (parts: readonly Part[]) =>
  parts.flatMap((part) => (part.kind === 'gallery' ? part.pictures.map(({ url }) => url) : []));

describe('packing galleries', () => {
  it.each([1, 2, 3, 4, 5, 10, 38, 61])(
    'divides one of %i pictures with long addresses so that their links fit too, in order and without losing any',
    (count) => {
      const messages = pack([gallery(count)], LIMITS);
      expect(messages.flatMap(urlsOf)).toEqual(urlsOf([gallery(count)]));
      for (const message of messages) expect(urlsOf(message).length).toBeLessThanOrEqual(3);
      for (const part of messages.flat()) expect(urlsOf([part]).length).toBeGreaterThan(0);
    },
  );

  it('does not divide one that fits', () => {
    expect(pack([gallery(3)], LIMITS)).toEqual([[gallery(3)]]);
  });

  it('gives a picture that fits nowhere a message of its own', () => {
    const parts = [gallery(1), gallery(1)];
    expect(pack(parts, { ...LIMITS, text: 1000 })).toEqual(parts.map((part) => [part]));
  });
});
