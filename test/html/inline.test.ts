import { describe, expect, it } from 'vitest';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

function lines(html: string): string[] {
  return linesOf(read(html));
}

describe('an element that HTML does not know', () => {
  it.each([
    ['a custom element', '<p>The <tide-word id="3">ebb</tide-word> lasts <x-number>six</x-number> hours.</p>'],
    ['a word processor’s tag', '<p>The <o:p>ebb</o:p> <st1:noun w:st="on">lasts</st1:noun> six hours.</p>'],
    ['a tag without end', '<p>The ebb <w:br/>lasts six hours.</p>'],
    ['an obsolete tag', '<p>The <blink>ebb</blink> lasts <nextid>six</nextid> hours.</p>'],
    ['a tag of social widgets', '<p>The <fb:name uid="1">ebb</fb:name> lasts six hours.</p>'],
    ['slots and outputs', '<p>The <slot>ebb</slot> lasts <output>six</output> hours.</p>'],
  ])('is inline: %s', (_kind, html) => {
    expect(lines(html)).toEqual(['The ebb lasts six hours.']);
  });

  it('may wrap paragraphs, each of which stays one', () => {
    expect(lines('<my-article><p>One.</p><my-note><p>Two.</p></my-note></my-article>')).toEqual(['One.', 'Two.']);
  });

  it('does not break a Chinese sentence', () => {
    expect(lines('<p><span lang="EN-US">1911<o:p></o:p></span>年，<st1:city>海城</st1:city>修了堤。</p>')).toEqual([
      '1911年，海城修了堤。',
    ]);
  });
});

describe('an icon in a line', () => {
  const icon = '<img src="/a.png" width="16" height="16" alt="Ebb:">';

  it.each([
    [`<p>${icon} six hours</p>`, 'Ebb: six hours'],
    [`<p>Tide ${icon}</p>`, 'Tide Ebb:'],
    [`<p>Tide ${icon} six hours</p>`, 'Tide Ebb: six hours'],
    [`<p><span>${icon}</span> six hours</p>`, 'Ebb: six hours'],
    [`<p>Tide <a href="/t"><b>${icon}</b></a></p>`, 'Tide Ebb:'],
  ])('is its words, wherever the text beside it is: %s', (html, line) => {
    expect(lines(html)).toEqual([line]);
  });
});

describe('a formula', () => {
  it.each([
    [
      'KaTeX',
      'so <span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>v</mi><mo>=</mo><mi>s</mi></mrow><annotation encoding="application/x-tex">v=s</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>v</span><span>=</span><span>s</span></span></span> holds.',
      'so v=s holds.',
    ],
    ['MathML', 'so <math><mi>v</mi><mo>=</mo><mfrac><mi>s</mi><mi>t</mi></mfrac></math> holds.', 'so v=s/t holds.'],
    ['a root', 'so <math><mi>v</mi><mo>=</mo><msqrt><mn>2</mn></msqrt></math> holds.', 'so v=√2 holds.'],
    [
      'MathJax',
      'so <mjx-container><mjx-math aria-hidden="true"><mjx-c></mjx-c></mjx-math><mjx-assistive-mml><math><mi>v</mi></math></mjx-assistive-mml></mjx-container> holds.',
      'so v holds.',
    ],
    [
      'hidden MathML with a picture',
      'so <span><span style="display: none;"><math><mi>v</mi></math></span><img src="/media/math/render/svg/1" aria-hidden="true" alt="v"></span> holds.',
      'so v holds.',
    ],
    [
      'visible MathML with a picture',
      'so <math><mi>v</mi></math><img class="tex" src="/v.png" alt="v"> holds.',
      'so v holds.',
    ],
  ])('is read once: %s', (_kind, html, text) => {
    expect(lines(`<p>${html}</p>`)).toEqual([text]);
  });
});

describe('a small image in a sentence', () => {
  it.each([
    ['an address that renders TeX', '<img src="/equation?tex=x%5E2" alt="x^2">'],
    ['WordPress’ class', '<img src="/i.png" class="latex" alt="x^2" width="400">'],
    ['an editor’s attribute', '<img src="/i.png" class="kfformula" data-latex="x^2">'],
    ['an icon by its size', '<img src="/i.png" alt="x^2" width="18" height="18">'],
    ['an icon by its style', '<img src="/i.png" alt="x^2" style="height: 1.2em; vertical-align: middle">'],
    ['an emoji', '<img src="/i.png" alt="x^2" class="wp-smiley">'],
    ['an icon in a link', '<a href="/n"><img src="/i.png" alt="x^2" width="20" height="20"></a>'],
  ])('is its alternative text: %s', (_kind, image) => {
    const article = read(`<p>Write ${image} into the box.</p>`);
    expect(linesOf(article)).toEqual(['Write x^2 into the box.']);
    expect(article.sections[0]?.images).toEqual([]);
  });

  it('is its alternative text in a list and in a table too', () => {
    const icon = '<img src="/i.png" alt="+" width="16" height="16">';
    const rows = `<tr><td>One</td><td>1</td></tr><tr><td>Press ${icon} once</td><td>2</td></tr>`;
    expect(lines(`<ul><li>Press ${icon} once</li><li>Wait</li></ul><table>${rows}</table>`)).toEqual([
      'Press + once / Wait',
      'One / 1 / Press + once / 2',
    ]);
  });

  it('disappears without alternative text', () => {
    expect(read('<p>Press <img src="/i.png" width="18" height="18"> to begin.</p>').sections[0]?.images).toEqual([]);
  });

  it('does not tear the sentence if it is large', () => {
    const article = read('<p>The tower <img src="/tower.jpg" width="300" height="400"> is old.</p><p>It leans.</p>');
    expect(linesOf(article)).toEqual(['The tower is old.', 'It leans.']);
    expect(article.sections[0]?.images).toHaveLength(1);
  });

  it.each([
    ['alone', '<p>ICON</p>'],
    ['alone in wrappers', '<p><b><i>ICON</i></b></p>'],
    ['beside another element', '<div>ICON<br><b>Two.</b></div>'],
    ['behind more wrappers than are searched', '<p>See <b><i><u><s>ICON</s></u></i></b></p>'],
    ['larger than a line', '<p>See ICON here.</p>', 33],
  ])('is an image outside a sentence: %s', (_kind, html, size = 32) => {
    const icon = `<img src="/a.png" width="${size}" height="${size}" alt="a">`;
    expect(read(`<p>One.</p>${html.replace('ICON', icon)}`).sections[0]?.images).toHaveLength(1);
  });

  it('is as high as a line at most, and behind a few wrappers', () => {
    const icon = '<b><i><img src="/i.png" alt="x" width="32" height="32"></i></b>';
    expect(linesOf(read(`<p>Write ${icon} into the box.</p>`))).toEqual(['Write x into the box.']);
  });
});

describe('small print', () => {
  it.each([
    ['the first words in small capitals', '<p><small>THE FERRY</small> stopped on Monday.</p>'],
    ['small capitals after an initial', '<p><span>T</span><small>HE FERRY</small> stopped on Monday.</p>'],
    ['small capitals of a whole name', '<p><small>THE</small> <small>FERRY</small> stopped on Monday.</p>'],
    ['small print at the end', '<p>THE FERRY stopped <small>on Monday.</small></p>'],
    ['small print inside bold', '<p><b><small>THE FERRY</small></b> stopped on Monday.</p>'],
  ])('is text after a picture: %s', (_kind, html) => {
    expect(lines(`<img src="/a.jpg" width="800" height="500">${html}`)).toEqual(['THE FERRY stopped on Monday.']);
  });

  it('is the caption if the line has no other text', () => {
    const article = read('<p>One.</p><img src="/a.jpg" width="800" height="500"><p><small>Fog on the pier</small></p>');
    expect(article.sections[0]?.images[0]?.caption).toBe('Fog on the pier');
  });
});
