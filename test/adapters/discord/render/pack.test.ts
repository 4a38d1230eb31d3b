import { describe, expect, it } from 'vitest';
import type { Part } from '../../../../adapters/discord/render/blocks.ts';
import { LIMITS } from '../../../../adapters/discord/render/message-size.ts';
import { pack } from '../../../../adapters/discord/render/pack.ts';
import { paragraph } from '../../../../adapters/discord/render/paragraph.ts';
import { run, textOf } from '../../../../src/messaging/rich-text/rich-text.ts';

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

describe('packing texts', () => {
  const text = (chars: number): Part => ({ kind: 'text', paragraph: paragraph([run('a'.repeat(chars))]) });
  const lengthsOf = (parts: readonly Part[]) =>
    parts.map((part) => (part.kind === 'text' ? textOf(part.paragraph.runs).length : 0));

  it('begins one that is too long for a message in a new message if little room is left', () => {
    const messages = pack([text(LIMITS.text - 500), text(LIMITS.text + 500)], LIMITS).map(lengthsOf);
    expect(messages.map((lengths) => lengths.length)).toEqual([1, 1, 1]);
    expect(messages[0]).toEqual([LIMITS.text - 500]);
  });

  it('begins it in the same message if there is room', () => {
    const messages = pack([text(LIMITS.text - 1000), text(LIMITS.text + 500)], LIMITS).map(lengthsOf);
    expect(messages.map((lengths) => lengths.length)).toEqual([2, 1]);
  });
});
