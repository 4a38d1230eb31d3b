import { describe, expect, it } from 'vitest';
import type { Section } from '../../src/article/article.ts';
import { createAudience } from '../../src/locales/audience.ts';
import { imagesView } from '../../src/presenters/images-view.ts';
import { short, strait } from '../fixtures/articles.ts';
import { addressesOf, buttonsOf, pictureTextsOf, textsOf } from '../fixtures/view-contents.ts';

const audience = createAudience('en', 'UTC');

describe('the pictures of an article', () => {
  it('are in reading order, with captions and credits', () => {
    const view = imagesView(strait, undefined, audience);
    expect(textsOf(view)).toEqual(['海峡渡轮复航：两岸码头在等什么', '3 pictures']);
    expect(addressesOf(view)).toEqual(
      ['pier', 'captain', 'radar'].map((name) => `https://img.example.org/${name}.jpg`),
    );
    expect(pictureTextsOf(view).filter(Boolean)).toEqual([
      '刷漆的码头',
      '码头报社',
      '船长在驾驶台',
      '陈渡摄',
      '旧雷达',
    ]);
    expect(view.blocks.at(-1)?.kind).toBe('gallery');
    expect(buttonsOf(view)).toEqual([['Contents', '/article strait001']]);
    expect(view.about).toEqual({ article: 'strait001', aside: true });
  });

  it('have fallback addresses: the original, then others by width', () => {
    const [lead] = strait.sections;
    const candidates = [240, null, 640].map((width) => ({ url: `https://img.example.org/${width}.jpg`, width }));
    const images = (lead?.images ?? []).map((image) => ({
      ...image,
      candidates: [...image.candidates, ...candidates],
    }));
    const [, , block] = imagesView(
      { ...strait, sections: [{ ...(lead as Section), images }] },
      undefined,
      audience,
    ).blocks;
    expect(block).toMatchObject({
      kind: 'image',
      picture: {
        fallbacks: [
          'https://origin.example.org/pier.jpg',
          'https://img.example.org/640.jpg',
          'https://img.example.org/pier-240.jpg',
          'https://img.example.org/240.jpg',
          'https://img.example.org/null.jpg',
        ],
      },
    });
  });

  it('appear once if several sections have them', () => {
    const sections = [...strait.sections, ...strait.sections];
    expect(addressesOf(imagesView({ ...strait, sections }, undefined, audience))).toHaveLength(3);
  });

  it('link back to their section', () => {
    const view = imagesView(strait, strait.sections[2], audience);
    expect(textsOf(view)).toEqual(['海峡渡轮复航 › 船长想要什么', '2 pictures']);
    expect(buttonsOf(view)).toEqual([
      ['‹ Back', '/section strait001 2'],
      ['Contents', '/article strait001'],
    ]);
    expect(view.about).toEqual({ article: 'strait001', section: 2 });
  });

  it('say so if there are none', () => {
    const view = imagesView(short, undefined, audience);
    expect(textsOf(view)).toEqual(['There are no pictures in “台湾茶农的第七个冬天”.']);
    expect([buttonsOf(view), view.about]).toEqual([
      [['Contents', '/article short0002']],
      { article: 'short0002', aside: true },
    ]);
    expect(textsOf(imagesView(strait, strait.sections[1], audience))[0]).toContain('“海峡渡轮复航 › 台湾一侧”');
  });
});
