import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../fixtures/outline.ts';
import { read } from '../../fixtures/snapshot.ts';

const FIRST = 'The ferry sank on Monday.';

describe('a dateline in an element of its own', () => {
  it.each(['HARBOUR TOWN —', 'Harbour Town (The Post) —', 'AUBURN, Wash. –', 'Oslo --'])(
    'opens the paragraph: %s',
    (place) => {
      const article = read(`<div>${place}</div><p>${FIRST}</p><p>The crew is safe.</p>`);
      expect(outlineOf(article)).toEqual([`${place} ${FIRST}`, 'The crew is safe.']);
      expect(article.summary).toContain(FIRST);
    },
  );

  it('opens a paragraph in Chinese, and is no part of the summary', () => {
    const article = read('<span>海港&nbsp;—&nbsp;</span><p>渡轮星期一沉没。</p><p>船员平安。</p>', {
      title: '渡轮沉没',
    });
    expect(outlineOf(article)[0]).toBe('海港 — 渡轮星期一沉没。');
    expect(article.summary).toMatch(/^渡轮星期一沉没。/);
  });

  it('may be in the paragraph, set apart only by the style of the page', () => {
    const article = read(`<p><span class="location-stamp">Oslo</span>${FIRST}</p>`);
    expect(outlineOf(article)).toEqual([`Oslo — ${FIRST}`]);
  });

  it.each(['He said nothing —', 'and then —', 'Fog, fog, and on the third day of it more fog than anybody had seen —'])(
    'is not a sentence that breaks off: %s',
    (line) => {
      expect(outlineOf(read(`<p>${line}</p><p>${FIRST}</p>`))).toEqual([line, FIRST]);
    },
  );
});

describe('a box named after related pictures', () => {
  it('is read, and one of related articles is not', () => {
    const article = read(
      `<p>${FIRST}</p><div class="related_images"><figure><img src="/a.jpg" width="800" height="500"><figcaption>Fog</figcaption></figure></div><div class="related"><p><a href="/2">More fog</a></p></div>`,
    );
    expect(outlineOf(article)).toEqual([FIRST, 'image: Fog | ']);
  });
});

describe('the fallback of a player', () => {
  it.each([
    'To view this video please enable JavaScript, and consider a browser that supports HTML5 video',
    'To play this audio please enable cookies',
  ])('is no text: %s', (line) => {
    expect(outlineOf(read(`<p>${FIRST}</p><p>${line}</p>`))).toEqual([FIRST]);
  });
});
