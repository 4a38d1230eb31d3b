import { describe, expect, it } from 'vitest';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

function lines(html: string): string[] {
  return linesOf(read(html));
}

describe('text that is hidden from screen readers', () => {
  it.each([
    ['before its twin', '<span aria-hidden="true">£3m</span><span class="sr-only">three million pounds</span>'],
    ['after its twin', '<span class="visually-hidden">three million pounds</span><span aria-hidden="true">£3m</span>'],
    [
      'with a space between',
      '<span aria-hidden="true">£3m</span> <span class="screen-reader-text">three million</span>',
    ],
    ['in a label', '<span aria-label="three million pounds"><span aria-hidden="true">£3m</span></span>'],
    [
      'with a twin clipped by style',
      '<abbr aria-hidden="true">£3m</abbr><span class="sr-only" style="left:-9999px">three</span>',
    ],
  ])('is read once: %s', (_kind, html) => {
    expect(lines(`<p>It cost ${html} in all.</p>`)).toEqual(['It cost £3m in all.']);
  });

  it('is read if it is a paragraph of the article', () => {
    const line = 'The ferry of the morning left two hours late, and the one of the evening did not leave at all.';
    expect(lines(`<p>It cost a lot.</p><p class="paywall" aria-hidden="true">${line}</p>`)).toEqual([
      'It cost a lot.',
      line,
    ]);
  });

  it.each([
    ['an icon', '<i class="material-icons" aria-hidden="true">share</i><span class="sr-only">Share</span>'],
    ['a decoration', '<span aria-hidden="true">→</span>'],
    ['a label of a region', '<strong class="vh" aria-hidden="true">About</strong>'],
    ['a button’s icon', '<a href="/s" aria-label="Share"><i aria-hidden="true">share</i></a>'],
    ['a label for screen readers', '<span class="govuk-visually-hidden">Warning</span>'],
    ['a label with another prefix', '<span class="oc-visuallyhidden">Note</span>'],
    [
      'an icon with a name, in a label',
      '<span aria-label="Share this page"><b class="fa-icon" aria-hidden="true">share</b></span>',
    ],
    ['a box in a label', '<span aria-label="Share this page"><div aria-hidden="true">Share it</div></span>'],
    ['clipped text', '<span style="position:absolute;clip:rect(0 0 0 0)">Skip</span>'],
  ])('is omitted without one: %s', (_kind, html) => {
    expect(lines(`<p>It cost a lot.</p>${html}`)).toEqual(['It cost a lot.']);
  });
});

describe('boxes with the author’s own text', () => {
  it.each([
    ['an aside that its template names', '<aside data-cy="inline-infobox"><p>Mind the step.</p></aside>'],
    ['a callout', '<div class="callout"><p>Mind the step.</p></div>'],
    [
      'a callout card with an icon',
      '<div class="kg-callout-card"><div class="kg-callout-text">Mind the step.</div></div>',
    ],
    ['an admonition', '<aside class="admonition warning"><p>Mind the step.</p></aside>'],
    ['a note by its role', '<aside role="note">Mind the step.</aside>'],
    ['a remark without a name', '<aside>Mind <em>the</em> step.</aside>'],
    ['a fact box', '<aside class="fact-box"><p>Mind the step.</p></aside>'],
    [
      'a recipe card',
      '<div class="wprm-recipe-container"><ul class="wprm-recipe-ingredients"><li>Mind the step.</li></ul></div>',
    ],
    ['an author’s note', '<div class="author-note">Mind the step.</div>'],
    ['footnotes in a footer', '<footer class="footnotes"><p>Mind the step.</p></footer>'],
    ['details', '<details><summary>Mind the step.</summary></details>'],
    ['an infobox', '<aside class="portable-infobox"><div>Mind the step.</div></aside>'],
  ])('are text: %s', (_kind, html) => {
    const before =
      '<p>The ladder in the tower has forty steps, and each of them is worn by two hundred years of boots.</p>';
    expect(lines(`<article>${before}${html}</article>`)[1]).toBe('Mind the step.');
  });

  it('keep their icon with their text', () => {
    const box = '<div class="callout"><div>💡</div><div>Mind the step.</div></div>';
    expect(lines(`<p>The ladder has forty steps.</p>${box}`)[1]).toBe('💡 Mind the step.');
  });
});

describe('marks beside the text', () => {
  it('are buttons beside the words of a heading, without an address', () => {
    const { sections } = read('<p>It fell.</p><h2>Towers<a class="icon">Edit</a><a>播报</a></h2><p>It stands.</p>');
    expect(sections[1]?.title).toBe('Towers');
  });

  it.each([
    ['a raised link to a note', 'It fell.<sup><a href="#fn1">1</a></sup>'],
    ['a link around a raised number', 'It fell.<a href="#_ftn2"><sup>2</sup></a>'],
    [
      'a reference in brackets',
      'It fell.<sup class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>',
    ],
    ['a newsletter’s anchor', 'It fell.<a class="footnote-anchor" href="#footnote-1">1</a>'],
    ['a reference by its role', 'It fell.<a role="doc-noteref" href="#n1">*</a>'],
    [
      'an editor’s remark',
      'It fell.<sup class="noprint Inline-Template">[<i><a href="/w/cn">citation needed</a></i>]</sup>',
    ],
    [
      'an edit link',
      'It fell.<span class="mw-editsection"><span>[</span><a href="/edit">edit</a><span>]</span></span>',
    ],
    ['the way back', 'It fell. <a href="#fnref1">↩︎</a>'],
    ['a raised number in brackets', 'It fell.<sup>[1]</sup>'],
    ['raised links to several notes', 'It fell.<sup><a href="#r1">1</a>,<a href="#r2">2</a></sup>'],
    ['an anchor', 'It fell.<a class="headerlink" href="#it">¶</a>'],
  ])('are omitted: %s', (_kind, html) => {
    const article = read(`<p>${html}</p>`);
    expect(linesOf(article)).toEqual(['It fell.']);
    expect(article.sections[0]?.links).toEqual([]);
  });

  it.each([
    ['an exponent', '<p>It has 10<sup>3</sup> stones.</p>', 'It has 103 stones.'],
    ['an ordinal', '<p>The 2<sup>nd</sup> tower fell.</p>', 'The 2nd tower fell.'],
    ['a link to a section', '<p>See <a href="#two">part two</a>.</p>', 'See part two.'],
    ['a named anchor around words', '<p><a class="anchor" href="#two">Part two</a> begins.</p>', 'Part two begins.'],
    [
      'the number of a note itself',
      '<div><a class="footnote-number" href="#footnote-anchor-1">1</a><div><p>One gull did.</p></div></div>',
      '1 One gull did.',
    ],
    [
      'the number of a note in brackets',
      '<div><span>[12]</span><div><p>One gull did.</p></div></div>',
      '[12] One gull did.',
    ],
    [
      'an author at the end of a sentence',
      '<p>One gull was drawn by <a rel="author" href="/ann">Ann Lee</a></p>',
      'One gull was drawn by Ann Lee',
    ],
  ])('are not: %s', (_kind, html, text) => {
    expect(lines(html)).toEqual([text]);
  });
});
