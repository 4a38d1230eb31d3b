import { describe, expect, it } from 'vitest';
import { generateNested, generateSnapshot } from '../../bench/generate.ts';
import { parseSnapshot } from '../../src/snapshot/parse.ts';

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('generateSnapshot', () => {
  it('returns the same bytes for the same seed, and others for another', () => {
    expect(generateSnapshot(7, 12)).toEqual(generateSnapshot(7, 12));
    expect(decode(generateSnapshot(7, 12))).not.toBe(decode(generateSnapshot(8, 12)));
  });

  it('has the requested number of paragraphs', () => {
    expect(decode(generateSnapshot(1, 25)).match(/<div><p>/gu)).toHaveLength(25);
  });

  it('is read whole', () => {
    const result = parseSnapshot(generateSnapshot(3, 24));
    if (!result.ok) throw new Error(result.error.message);
    const { sections } = result.article;
    expect(sections.filter(({ from }) => from === 'heading')).toHaveLength(4);
    expect(sections.flatMap(({ images }) => images)).toHaveLength(3);
    expect(sections.flatMap(({ links }) => links)).toHaveLength(9);
  });
});

describe('generateNested', () => {
  it('has the requested depth', () => {
    const text = decode(generateNested(30));
    expect(text.match(/<div>/gu)).toHaveLength(30);
    expect(text.match(/<\/div>/gu)).toHaveLength(30);
  });
});
