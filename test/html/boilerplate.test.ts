import { describe, expect, it } from 'vitest';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

const LINES = [
  'Nobody on the pier had been told that the ferry would stop at noon, not even the crew, and the fog was thick.',
  'The harbour master keeps a green book of every night in which the old ferry did not sail, and reads it aloud.',
  'On the first of May the book was full, so he began a second one, and hung the first on a nail beside the door.',
];
const [FIRST = '', SECOND = '', THIRD = ''] = LINES.map((line) => `<p>${line}</p>`);

/** What of an article is left, other than its three lines, when `html` stands in its middle. */
function left(html: string): string[] {
  const article = read(`<main>${FIRST}${html}${SECOND}${THIRD}</main>`);
  const others = article.sections.flatMap(({ title, images, links, media }) => [
    ...(title === null ? [] : [title]),
    ...[...images, ...links, ...media].map(({ url }) => url),
  ]);
  return [...linesOf(article), ...others, ...article.authors].filter((line) => !LINES.includes(line));
}

describe('boilerplate', () => {
  it.each([
    ['scripts', '<script>var fog = "<p>thick</p>";</script>'],
    ['styles', '<style>p { color: red }</style>'],
    ['templates', '<template><p>Fog</p></template>'],
    ['drawings', '<svg><title>Fog</title><text>Fog</text></svg>'],
    ['comments', '<!-- <p>Fog</p> -->'],
    ['controls', '<button>Play</button><select><option>One</option></select><textarea>Say</textarea><input value="x">'],
    ['forms', '<form><label>Your letter</label> <p>Get it every day</p></form>'],
    ['menus', '<nav><a href="/1">Home</a></nav><div role="navigation"><a href="/2">Islands</a></div>'],
    ['the foot of a page', '<footer>All rights kept</footer><div role="contentinfo">Imprint</div>'],
    [
      'what is hidden',
      '<p hidden>Fog</p><div style="color:red; display: none">Fog</div><p style="visibility:hidden">Fog</p>',
    ],
    ['what is hidden from all', '<section aria-hidden="true"><p>Fog</p></section><div aria-hidden="true">Fog</div>'],
    ['what only its name in tests calls a newsletter', '<div data-testid="newsletter-signup"><p>Our letter</p></div>'],
    ['what is marked as advertisement', '<section data-e2e="advertisement"><p>Buy fog</p></section>'],
    [
      'what is off the screen',
      '<span class="visually-hidden">Skip</span><p class="sr-only">Fog</p><div class="off-screen">Fog</div>',
    ],
    ['what WordPress hides', '<p class="screen-reader-text">Fog</p>'],
    [
      'advertisements',
      '<div class="ad-slot"><p>Buy fog</p></div><div id="ad-container-3">Buy</div><ins class="adsbygoogle">Buy</ins>',
    ],
    ['labels of advertisements', '<p>Advertisement</p><div>广告</div><p>Story continues below</p>'],
    [
      'share bars',
      '<div class="sharedaddy sd-sharing"><h3>Share this:</h3><a href="https://t.example.com/share">Tweet</a></div>',
    ],
    ['labels of share bars', '<p>分享到微信</p><div>Share this article</div><p>扫一扫</p>'],
    ['a box of social links', '<ul class="social-links"><li><a href="https://f.example.com">F</a></li></ul>'],
    ['comments of readers', '<section id="comments"><h2>2 comments</h2><p>Ann: I was there.</p></section>'],
    ['a box to comment in', '<div class="comment-form"><p>Say something</p></div>'],
    ['a side note of the page', '<aside><h3>Most read</h3><p>The fog of last year</p></aside>'],
    [
      'a letter to subscribe to',
      '<div class="newsletter-signup"><h3>Our letter</h3><p>Every day in your box</p></div>',
    ],
    ['a wall', '<div class="paywall"><p>Three articles are left to you</p></div>'],
    ['the crumbs of a path', '<div class="breadcrumbs"><a href="/">Home</a> › <a href="/islands">Islands</a></div>'],
    ['a notice of cookies', '<div id="cookie-banner"><p>We use cookies</p></div>'],
    ['a dialog', '<dialog open><p>Sign up</p></dialog><div role="dialog"><p>Sign up</p></div>'],
    ['a layer over the page', '<div class="modal"><p>Sign up</p></div><div class="tooltip">Fog</div>'],
    ['notices of feeds', '<p>Feed enhanced by Better Feed from Ozh</p>'],
    ['notices of walls', '<p>You have reached your limit of free articles.</p><p>Already a subscriber? Log in</p>'],
    ['the name of a control', '<p>Read full article</p><p>阅读原文</p><p>Tweet</p>'],
  ])('is removed: %s', (_kind, html) => {
    expect(left(html)).toEqual([]);
  });

  it('includes the notice of a feed below the article', () => {
    const notice =
      '<br><hr><div>获取更多RSS：<br><a href="https://feeds.example.org" style="color:orange" target="_blank">https://feeds.example.org</a> <br></div>';
    const inside = read(`<div>${FIRST}${SECOND}${notice}</div>`);
    const behind = read(`<main>${FIRST}${SECOND}</main>${notice}`);
    const bare = read(`${FIRST}${SECOND}${notice}`);
    for (const article of [inside, behind, bare]) {
      expect(linesOf(article)).toEqual(LINES.slice(0, 2));
      expect(article.sections.flatMap(({ links }) => links)).toEqual([]);
    }
  });
});

describe('content with a name of boilerplate', () => {
  const PICTURE = '<img src="/pier.jpg" width="800" height="500">';

  it.each(['lightbox', 'overlay', 'modal-image', 'pswp', 'image-popup', 'tooltip-photo'])(
    'keeps the picture in a box called %s',
    (name) => {
      expect(left(`<div class="${name}">${PICTURE}</div>`)).toEqual(['https://example.org/pier.jpg']);
      expect(left(`<div class="${name}"><a href="/pier.jpg">${PICTURE}</a></div>`)).toEqual([
        'https://example.org/pier.jpg',
      ]);
    },
  );

  it.each(['p', 'h2', 'span', 'code', 'blockquote class="pull"><p'])(
    'keeps the words of <%s class="comment share ad">',
    (tag) => {
      expect(left(`<${tag} class="comment share ad">They shared the old boat`)).toContain('They shared the old boat');
    },
  );

  it.each(['shadow', 'adventure', 'navigator', 'uncommented', 'tagline', 'relatedness'])(
    'keeps a box whose name only begins like one of furniture: %s',
    (name) => {
      expect(left(`<div class="${name}"><p>The fog went.</p></div>`)).toEqual(['The fog went.']);
    },
  );

  it('is kept if it is most of the text', () => {
    const article = read(`<div class="comments"><p>One.</p>${FIRST}${SECOND}${THIRD}</div><p>Two.</p>`);
    expect(linesOf(article)).toEqual(['One.', ...LINES, 'Two.']);
  });

  it('is kept as the attribution of a quote', () => {
    expect(left('<blockquote><p>It was thick.</p><footer>Ann, who saw it</footer></blockquote>')).toEqual([
      'It was thick.',
      'Ann, who saw it',
    ]);
  });

  it('is kept as a sentence that starts like a notice or a control', () => {
    for (const line of [
      'Share prices fell again.',
      'Comments were few.',
      '广告里说，渡轮会回来。',
      'Close to the pier lies a boat.',
    ]) {
      expect(left(`<p>${line}</p>`)).toEqual([line]);
    }
  });
});

describe('the main content', () => {
  const ARTICLE = FIRST + SECOND;
  const AROUND = '<p>Weather: fog. Tides: high.</p>';

  it.each([
    ['main', `${AROUND}<main>${ARTICLE}</main>${AROUND}`],
    [
      'main by role',
      `<body><header>${AROUND}</header><main role="main">${ARTICLE}</main><footer>${AROUND}</footer></body>`,
    ],
    ['article', `<body>${AROUND}<article>${ARTICLE}</article></body>`],
    ['body', `<html><head><title>Fog</title></head><body>${ARTICLE}</body></html>`],
    ['everything', ARTICLE],
    ['a box', `<div><div>${ARTICLE}</div></div>`],
    ['main behind a hidden one', `<main hidden>${AROUND}</main><main>${ARTICLE}</main>`],
    ['main behind an empty one', `<main><div></div></main><main>${ARTICLE}</main>`],
    ['main without an end', `${AROUND}<main>${ARTICLE}`],
  ])('is %s', (_kind, html) => {
    expect(linesOf(read(html))).toEqual(LINES.slice(0, 2));
  });

  it('is <main> if an <article> in it is only a teaser', () => {
    const html = `<main>${ARTICLE}<article><p>Fog, last year.</p></article></main>`;
    expect(linesOf(read(html))).toEqual([...LINES.slice(0, 2), 'Fog, last year.']);
  });
});
