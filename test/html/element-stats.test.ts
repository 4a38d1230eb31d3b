import { describe, expect, it } from 'vitest';
import { countElementStats } from '../../src/html/element-stats.ts';
import { findBelow } from '../../src/html/tree/dom.ts';
import { parseHtml } from '../../src/html/tree/parse-html.ts';

/** The statistics of the first `<main>`. */
function statsOf(html: string, skips = (_name: string) => false) {
  const document = parseHtml(html);
  const main = findBelow(document, ({ name }) => name === 'main');
  if (main === undefined) throw new Error('There is no <main>.');
  const options = { skips: ({ name }: { name: string }) => skips(name), base: 'https://example.org/' };
  return countElementStats(document, { ...options, elements: document.elements })(main);
}

const CONTENT = `<h2>Boats</h2><p>Two <a href="/a">boats</a> left. All came back.</p><ul><li>one</li><li>two</li></ul>
  <figure><img src="/boat.jpg"><figcaption>A boat</figcaption></figure><table><tr><td>1</td></tr></table><pre>code</pre>
  <video src="/boat.mp4"></video>`;

describe('the statistics of an element', () => {
  it.each([
    ['directly', CONTENT],
    ['at any depth', `<div><section>${CONTENT}</section></div>`],
  ])('count what it contains %s', (_how, content) => {
    const expected = { links: 1, linkChars: 5, headings: 1, paragraphs: 1, items: 2, captions: 1, visuals: 1 };
    expect(statsOf(`<main>${content}</main>`)).toMatchObject({ ...expected, structures: 2, players: 1, sentences: 1 });
  });

  it('count every element below it', () => {
    expect(statsOf('<main><p>a<b>b</b></p><p>c</p></main><p>d</p>').elements).toBe(3);
  });

  it('count no anchor as a link', () => {
    expect(statsOf('<main><p><a name="top">Boats</a> left.</p></main>')).toMatchObject({ links: 0, linkChars: 0 });
    expect(statsOf('<main><p><a href="">Boats</a> left.</p></main>')).toMatchObject({ links: 0, linkChars: 0 });
  });

  it('count no skipped element', () => {
    const stats = statsOf('<main><p>a</p><nav><a href="/b">b</a></nav></main>', (name) => name === 'nav');
    expect(stats).toMatchObject({ elements: 1, links: 0, chars: 1 });
  });
});
