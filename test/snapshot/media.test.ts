import { describe, expect, it } from 'vitest';
import type { Media } from '../../src/article/article.ts';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT = '<p>Nobody on the pier had been told that the ferry would stop at noon, not even the crew.</p>';

function media(html: string): Media[] {
  return read(`<main>${TEXT}${html}</main>`).sections.flatMap((section) => section.media);
}

/** What is text or a picture beside the players; nothing, where they are read whole. */
function rest(html: string): string[] {
  const article = read(`<main>${TEXT}${html}</main>`);
  const pictures = article.sections.flatMap(({ images }) => images.map(({ url }) => url));
  return [...linesOf(article).slice(1), ...pictures];
}

describe('players', () => {
  it.each([
    [
      '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
      'video',
      'https://www.youtube.com/embed/abcdefghijk',
    ],
    ['<iframe src="//player.vimeo.com/video/12345"></iframe>', 'video', 'https://player.vimeo.com/video/12345'],
    [
      '<iframe data-src="https://player.bilibili.com/player.html?aid=1" src="about:blank"></iframe>',
      'video',
      'https://player.bilibili.com/player.html?aid=1',
    ],
    [
      '<iframe src="https://www.example.com/ws/av-embeds/cps/p01/zh-hans"></iframe>',
      'video',
      'https://www.example.com/ws/av-embeds/cps/p01/zh-hans',
    ],
    [
      '<iframe src="https://w.soundcloud.com/player/?url=1"></iframe>',
      'audio',
      'https://w.soundcloud.com/player/?url=1',
    ],
    [
      '<iframe src="https://open.spotify.com/embed/episode/1"></iframe>',
      'audio',
      'https://open.spotify.com/embed/episode/1',
    ],
    [
      '<iframe src="https://maps.example.com/embed?at=pier"></iframe>',
      'embed',
      'https://maps.example.com/embed?at=pier',
    ],
    ['<video src="/film.mp4"></video>', 'video', 'https://example.org/film.mp4'],
    [
      '<video controls><source src="/film.webm" type="video/webm"><source src="/film.mp4"></video>',
      'video',
      'https://example.org/film.webm',
    ],
    [
      '<video src="blob:https://example.org/1"><source data-src="/film.mp4"></video>',
      'video',
      'https://example.org/film.mp4',
    ],
    ['<audio><source src="/talk.mp3"></audio>', 'audio', 'https://example.org/talk.mp3'],
    ['<audio src="/talk.mp3"></audio>', 'audio', 'https://example.org/talk.mp3'],
    [
      '<embed src="https://www.youtube.com/v/abcdefghijk" type="application/x-shockwave-flash">',
      'video',
      'https://www.youtube.com/v/abcdefghijk',
    ],
    ['<amp-youtube data-videoid="abcdefghijk"></amp-youtube>', 'video', 'https://www.youtube.com/watch?v=abcdefghijk'],
    [
      '<iframesrc="https://www.youtube.com/embed/abcdefghijk"></iframe>',
      'video',
      'https://www.youtube.com/embed/abcdefghijk',
    ],
  ])('are recognised: %s', (html, kind, url) => {
    expect(media(html)).toEqual([{ kind, url, title: null, poster: null, caption: null }]);
    expect(rest(html)).toEqual([]);
  });

  it.each([
    ['an advertisement', '<iframe src="https://ad.doubleclick.net/frame/1" width="300" height="250"></iframe>'],
    ['an advertisement in its path', '<iframe src="https://example.org/ads/box.html"></iframe>'],
    ['a tag manager', '<iframe src="https://www.googletagmanager.com/ns.html?id=1" height="0" width="0"></iframe>'],
    ['a tiny frame', '<iframe src="https://count.example.com/" width="1" height="1"></iframe>'],
    ['a button to like', '<iframe src="https://www.facebook.com/plugins/like.php?href=1"></iframe>'],
    ['a button to follow', '<iframe src="https://platform.twitter.com/widgets/follow_button.html"></iframe>'],
    ['a frame for comments', '<iframe src="https://disqus.com/embed/comments/"></iframe>'],
    ['a letter to subscribe to', '<iframe src="https://example.org/newsletter/form"></iframe>'],
    ['an empty frame', '<iframe src="about:blank"></iframe>'],
    ['a script', '<iframe src="javascript:void(0)"></iframe>'],
    ['a frame without an address', '<iframe></iframe><video></video><audio></audio>'],
    ['a hidden frame', '<iframe src="https://www.youtube.com/embed/abcdefghijk" style="display:none"></iframe>'],
    [
      'a frame in an advertisement',
      '<div class="advert"><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe></div>',
    ],
  ])('are ignored: %s', (_kind, html) => {
    expect(media(html)).toEqual([]);
    expect(rest(html)).toEqual([]);
  });

  it('belong to their section, each once', () => {
    const film = '<video src="/film.mp4"></video>';
    const { sections } = read(
      `${TEXT}${film}<h2>Boats</h2><p>Two boats.</p>${film}${film}<audio src="/talk.mp3"></audio>`,
    );
    expect(sections.map((section) => section.media.map(({ kind }) => kind))).toEqual([['video'], ['video', 'audio']]);
  });

  it('make an article even without anything else', () => {
    expect(read('<main><video src="/film.mp4"></video></main>').sections[0]?.media).toHaveLength(1);
  });
});

describe('the text of a player', () => {
  const FRAME = '<iframe src="https://www.youtube.com/embed/abcdefghijk" title=" A  night on the pier "></iframe>';

  it('is its title', () => {
    expect(media(FRAME)[0]?.title).toBe('A night on the pier');
  });

  it.each([
    `<figure>${FRAME}<figcaption>Two minutes of fog</figcaption></figure>`,
    `<div><div data-e2e="media-player">${FRAME}</div><p>Two minutes of fog</p></div>`,
    `<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">${FRAME}</div><figcaption>Two minutes of fog</figcaption></figure>`,
    `<div>${FRAME}</div><p class="caption">Two minutes of fog</p>`,
  ])('is its caption, and no text: %s', (html) => {
    expect(media(html)).toMatchObject([{ caption: 'Two minutes of fog', title: 'A night on the pier' }]);
    expect(rest(html)).toEqual([]);
  });

  it.each([
    ['an attribute', '<video poster="/still.jpg" src="/film.mp4"></video>'],
    [
      'a still in <noscript>',
      `<div><div class="player"><iframe src="https://player.example.org/1"></iframe><noscript><img src="/still.jpg" alt="" aria-hidden="true"></noscript></div><p>Two minutes of fog</p></div>`,
    ],
    ['a still beside it', '<figure><img src="/still.jpg" width="640"><video src="/film.mp4"></video></figure>'],
  ])('includes its poster, which is no separate image: %s', (_kind, html) => {
    expect(media(html)).toMatchObject([{ poster: 'https://example.org/still.jpg' }]);
    expect(rest(html)).toEqual([]);
  });

  it('includes no poster if several images are beside it', () => {
    const html = '<figure><img src="/1.jpg"><video src="/film.mp4"></video><img src="/2.jpg"></figure>';
    expect(rest(html)).toEqual(['https://example.org/1.jpg', 'https://example.org/2.jpg']);
  });

  it('does not include its fallback text', () => {
    for (const words of [
      '你的器材不支持播放多媒体材料',
      '您的浏览器不支持音频播放',
      'Your browser does not support the video tag.',
    ]) {
      expect(
        rest(
          `<div><iframe src="https://player.example.org/1"></iframe><noscript><strong>${words}</strong></noscript></div>`,
        ),
      ).toEqual([]);
      expect(rest(`<video src="/film.mp4">${words}</video>`)).toEqual([]);
      expect(rest(`<div><video src="/film.mp4"></video><p>${words}</p></div>`)).toEqual([]);
      expect(media(`<figure><video src="/film.mp4"></video><p>${words}</p></figure>`)).toMatchObject([
        { caption: null },
      ]);
    }
  });

  it('does not include the paragraph after it', () => {
    const html = `<div>${FRAME}</div><p>Then the fog went, and nobody on the pier had seen it go.</p>`;
    expect(media(html)).toMatchObject([{ caption: null }]);
    expect(rest(html)).toHaveLength(1);
  });
});
