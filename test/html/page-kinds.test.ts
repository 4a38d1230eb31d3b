import { describe, expect, it } from 'vitest';
import { outlineOf } from '../fixtures/outline.ts';
import { read } from '../fixtures/snapshot.ts';

const LEAD = 'Nobody on the pier had been told that the ferry would stop at noon, not even the crew.';

/** A page whose markup editors, plug-ins and generators write, without its lead. */
function outline(html: string): string[] {
  const [lead, ...lines] = outlineOf(read(`<main><p>${LEAD}</p>${html}</main>`));
  expect(lead).toBe(LEAD);
  return lines;
}

const RECIPE =
  '<div class="PLUGIN"><h2>Soup</h2><a class="PLUGIN-print" href="/print">Print</a><div class="PLUGIN-rating"><span>5</span> from 12 votes</div><div class="PLUGIN-time"><span>10</span> minutes</div><ul><li>1 fennel</li></ul></div>';

describe('text that markup sets apart', () => {
  it.each([
    [
      'a quotation in an aside',
      '<aside class="quote"><div class="title">ann:</div><blockquote><p>Fog.</p></blockquote></aside>',
      ['ann:', '> Fog.'],
    ],
    [
      'a note of MediaWiki',
      '<div role="note" class="hatnote navigation-not-searchable">Main article: Fog</div>',
      ['Main article: Fog'],
    ],
    ['what a script fades in', '<div style="visibility: hidden; opacity: 0;"><p>Fog.</p></div>', ['Fog.']],
    [
      'what a script fades in, the other way round',
      '<div style="opacity:0;visibility:hidden"><p>Fog.</p></div>',
      ['Fog.'],
    ],
    ['code without the break at its end', '<pre><code>\nsail()\n  wait()<br></code></pre>', ['` sail()\n  wait()']],
    [
      'the lines of a stanza',
      '<div class="stanza"><div class="line">Fog came,</div><div class="line">and stayed.</div></div><div class="stanza"><div class="line">And left.</div></div>',
      ['Fog came,\nand stayed.', 'And left.'],
    ],
    [
      'a block of lines of docutils',
      '<div class="line-block"><div class="line">Fog</div><div class="line">Rain</div></div>',
      ['Fog\nRain'],
    ],
    [
      'a note beside its sentence',
      '<p>It stopped<span class="sidenote">By the clock.</span> and slept.</p>',
      ['It stopped (By the clock.) and slept.'],
    ],
    [
      'a note in the margin',
      '<p>It stopped.<span class="marginnote">By the clock.</span></p>',
      ['It stopped. (By the clock.)'],
    ],
    [
      'a note of docutils',
      '<aside role="doc-footnote"><span class="label"><span>[</span><a role="doc-backlink" href="#id1">1</a><span>]</span></span><p>In June.</p></aside>',
      ['In June.'],
    ],
  ])('is read: %s', (_kind, html, lines) => {
    expect(outline(html)).toEqual(lines);
  });

  it.each(['wprm-recipe', 'tasty-recipes', 'mv-create-recipe'])(
    'goes without the controls of a recipe: %s',
    (plugin) => {
      expect(outline(RECIPE.replaceAll('PLUGIN', plugin))).toEqual(['# Soup', '10 minutes', '* 1 fennel']);
    },
  );

  it.each([
    ['a counter of claps', '<div><span>--</span></div>'],
    ['categories', '<div id="catlinks" class="catlinks">Categories: <a href="/c">Ferries</a></div>'],
    ['a box of navigation', '<table class="navbox"><tr><td>Boats</td><td>Piers</td></tr></table>'],
    ['the profile of a member', '<dl class="postprofile"><dt>ann</dt><dd>Posts: 12</dd></dl>'],
    ['a link to the recipe', '<div class="wprm-jump-to"><a href="#recipe">Jump to Recipe</a></div>'],
    ['a portrait of the author', '<img alt="Ann Lee" src="/1.jpeg" width="32" height="32" data-testid="authorPhoto">'],
  ])('is not %s', (_kind, html) => {
    expect(outline(html)).toEqual([]);
  });
});

describe('a page of WeChat', () => {
  const page = `<div id="img-content"><h1 class="rich_media_title">渡轮为什么停了</h1><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta">原创</span><span class="rich_media_meta rich_media_meta_text">林晚</span><em class="rich_media_meta rich_media_meta_text">2021-05-03 18:00</em></div><div id="js_content" style="visibility: hidden; opacity: 0;"><p>渡轮中午停航，码头上没有人知道原因。</p><section><img data-src="https://img.example.org/640?fmt=jpeg"></section><p>码头上的雾。陈渡 摄</p><p>夜里有人把旧招牌重新漆了一遍。</p><p>- END -</p><p>编辑 | 陈渡</p><p>往期推荐</p><p><a href="/1">北方的船</a></p></div></div>`;

  it('is read without what surrounds its text', () => {
    const article = read(page, { title: '渡轮为什么停了' });
    expect(article.authors).toEqual(['林晚']);
    expect(outlineOf(article)).toEqual([
      '渡轮中午停航，码头上没有人知道原因。',
      '夜里有人把旧招牌重新漆了一遍。',
      'image: 码头上的雾。 | 陈渡',
      'related: 北方的船',
    ]);
  });
});

describe('a line right below a picture', () => {
  const IMG = '<p><img src="/pier.jpg" width="800" height="500"></p>';

  it.each([
    ['▲ 码头上的雾', '码头上的雾', ''],
    ['码头上的雾。（图：林晚）', '码头上的雾。', '林晚'],
    ['Fog on the pier. (Photo: Ann Lee)', 'Fog on the pier.', 'Ann Lee'],
    ['Nebel am Pier (Foto: Ann Lee)', 'Nebel am Pier', 'Ann Lee'],
    ['桟橋の霧＝山田花子撮影', '桟橋の霧', '山田花子'],
  ])('is its caption if it says so: %s', (line, caption, credit) => {
    expect(outline(`${IMG}<p>${line}</p>`)).toEqual([`image: ${caption} | ${credit}`]);
  });

  it.each(['Fog on the pier', '他说，照片是林晚摄的。', 'The ferry (a boat) stopped.'])(
    'is text otherwise: %s',
    (line) => {
      expect(outline(`${IMG}<p>${line}</p>`)).toEqual([line, 'image:  | ']);
    },
  );
});
