import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../fixtures/outline.ts';
import { read } from '../../fixtures/snapshot.ts';

const ABSTRACT = 'We watched the lamps of forty towers for ten years. The tide moves their light by two percent.';
const paper = (html: string, heading = '<h2>Abstract</h2>') => read(`<main>${html}${heading}<p>${ABSTRACT}</p></main>`);
const INSTITUTES = ['1 Department of Coasts, University of Tarn, Norway', '2 Institute of Lamps, Oslo'];

describe('the institutes above an abstract', () => {
  it.each([
    ['paragraphs', INSTITUTES.map((line) => `<p>${line}</p>`).join('')],
    ['lines', `<p>${INSTITUTES.join('<br>')}</p>`],
    ['a list', `<ol>${INSTITUTES.map((line) => `<li>${line.slice(2)}</li>`).join('')}</ol>`],
    ['raised numbers', '<p><sup>1</sup>Faculty of Physics, Tarn</p><p>*Correspondence: ann@example.org</p>'],
    ['French', '<p>1. Laboratoire de la mer, Université de Tarn</p><p>Correspondance : ann@example.org</p>'],
  ])('are no text: %s', (_kind, html) => {
    const article = paper(`<p>Ann Lee<sup>1</sup>, Bo Berg<sup>1,2</sup> and Eva Lund<sup>2*</sup></p>${html}`);
    expect(outlineOf(article)).toEqual(['# Abstract', ABSTRACT]);
    expect(article.authors).toEqual(['Ann Lee', 'Bo Berg', 'Eva Lund']);
  });

  it('may be above an abstract without a heading', () => {
    const article = paper(
      '<p>林晚1，陈海2</p><p>（1. 港口大学海岸学院，港口城；2. 灯塔研究所）</p><p>收稿日期：2021-05-03</p>',
      '<p><b>摘要：</b>我们研究了灯塔。</p>',
    );
    expect(outlineOf(article)[0]).toBe('摘要：我们研究了灯塔。');
    expect(article.authors).toEqual(['林晚', '陈海']);
  });

  it('leave the names to a byline that is marked up', () => {
    const names = '<ul class="authors"><li>Ann Lee <a href="#i1">a</a></li><li>Bo Berg <a href="#i2">b</a></li></ul>';
    expect(paper(`${names}<p>a Institute of Lamps, Oslo</p>`).authors).toEqual(['Ann Lee', 'Bo Berg']);
  });

  it.each([
    ['a sentence about one', '<p>The University of Tarn has counted all lamps of the coast.</p>', '<h2>Abstract</h2>'],
    ['no abstract', '<p>Institute of Lamps, Oslo</p>', '<h2>What they found</h2>'],
  ])('are text where they are %s', (_kind, html, heading) => {
    expect(outlineOf(paper(html, heading))).toHaveLength(3);
  });
});
