import { describe, expect, it } from 'vitest';
import { outlineOf } from '../fixtures/outline.ts';
import { read } from '../fixtures/snapshot.ts';

const BEFORE = '<p>Nobody on the pier had been told that the ferry would stop at noon, not even the crew.</p>';
const AFTER = '<p>Somebody had painted the old sign over in the night, and nobody knew who it was.</p>';
const TEXT = [BEFORE, AFTER].map((line) => line.replaceAll(/<[^>]+>/g, ''));
const HREF = 'href="https://other.example.com/boats"';

describe('a card that previews another page', () => {
  it.each([
    [
      'Ghost',
      `<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" ${HREF}><div class="kg-bookmark-content"><div class="kg-bookmark-title">Old boats</div><div class="kg-bookmark-description">They still sail. All of them.</div><div class="kg-bookmark-metadata"><img src="/icon.png" alt=""><span class="kg-bookmark-author">Other Post</span></div></div><div class="kg-bookmark-thumbnail"><img src="/boat.jpg" alt=""></div></a></figure>`,
    ],
    [
      'Zhihu',
      `<a class="LinkCard new" ${HREF} data-draft-type="link-card"><span class="LinkCard-contents"><span class="LinkCard-title">Old boats</span><span class="LinkCard-desc">other.example.com</span></span><span><img src="/x.jpg" alt="icon"></span></a>`,
    ],
    [
      'Notion',
      `<div class="notion-bookmark"><a ${HREF}><div class="notion-bookmark__title">Old boats</div><div class="notion-bookmark__description">They still sail.</div></a></div>`,
    ],
    [
      'Discourse',
      `<aside class="onebox allowlistedgeneric"><header class="source"><a ${HREF}>Other Post</a></header><article class="onebox-body"><h3><a ${HREF}>Old boats</a></h3><p>They still sail.</p></article></aside>`,
    ],
    ['a class name in camel case', `<div class="articleBookmarkCard"><a ${HREF}>Old boats</a></div>`],
    ['Substack', `<div class="digest-post-embed"><a ${HREF}>Old boats</a></div>`],
    [
      'a Japanese blog',
      `<div class="blog-card"><a ${HREF}><div class="blog-card-thumbnail"><img src="/t.jpg" alt=""></div><div class="blog-card-title">Old boats</div><div class="blog-card-excerpt">They still sail.</div></a></div>`,
    ],
    [
      'Medium',
      `<div><a ${HREF}><div><h2>Old boats</h2><div><h3>They still sail</h3></div><p>other.example.com</p></div></a></div>`,
    ],
    [
      'a link around a picture and a heading',
      `<a ${HREF}><img src="/boat.jpg" width="400" height="300"><h4>Old boats</h4></a>`,
    ],
    [
      'WordPress',
      `<figure class="wp-block-embed"><blockquote class="wp-embedded-content"><a ${HREF}>Old boats</a></blockquote><iframe class="wp-embedded-content" src="https://other.example.com/boats/embed/"></iframe></figure>`,
    ],
  ])('is a related link: %s', (_kind, html) => {
    const article = read(BEFORE + html + AFTER);
    expect(outlineOf(article)).toEqual([...TEXT, 'related: Old boats']);
    expect(article.sections[0]?.links.at(-1)?.url).toBe('https://other.example.com/boats');
  });

  it.each([
    ['a heading that is a link', `<h2><a ${HREF}>Old boats</a></h2>`, ['# Old boats']],
    ['a link around a heading alone', `<a ${HREF}><h2>Old boats</h2></a>`, ['# Old boats']],
    [
      'a link to a place on the page',
      '<a href="#boats"><h2>Old boats</h2><p>They sail.</p></a>',
      ['# Old boats', 'They sail.'],
    ],
    [
      'a box with two links',
      `<div class="bookmark"><p>See <a ${HREF}>the boats</a> and <a href="/piers">the piers</a>.</p></div>`,
      ['See the boats and the piers.'],
    ],
  ])('is not %s', (_kind, html, lines) => {
    expect(outlineOf(read(BEFORE + html + AFTER))).toEqual([TEXT[0], ...lines, TEXT[1]]);
  });
});
