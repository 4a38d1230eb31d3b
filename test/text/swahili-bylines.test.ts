import { describe, expect, it } from 'vitest';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT = 'Wakazi wa kijiji cha pwani wamesema kuwa kivuko cha mwisho kiliondoka bandarini Jumatatu asubuhi.';
const above = (html: string, text = TEXT) => read(`<main>${html}<p>${text}</p></main>`);

describe('a byline in Swahili', () => {
  it.each([
    ['<p>Na Amina Juma</p>', ['Amina Juma']],
    ['<p>Na Amina Juma na John Otieno</p>', ['Amina Juma', 'John Otieno']],
    ['<p><b>NA AMINA JUMA</b></p>', ['AMINA JUMA']],
    ['<p>Na Amina Juma, Mombasa</p>', ['Amina Juma']],
    ['<p>Imeandikwa na Amina Juma</p>', ['Amina Juma']],
    ['<div class="byline">Na Amina Juma na John Otieno</div>', ['Amina Juma', 'John Otieno']],
  ])('names the authors: %s', (html, authors) => {
    expect([above(html).authors, linesOf(above(html))]).toEqual([authors, [TEXT]]);
  });

  it('is none above text in another language', () => {
    const text = 'Mieszkańcy portu czekali na prom od rana, ale nikt nie wiedział, kiedy wróci.';
    expect(linesOf(above('<p>Na Starym Mieście</p>', text))).toEqual(['Na Starym Mieście', text]);
  });

  it('leaves a name that begins alike', () => {
    expect(above('<div class="byline">Na Hong-jin</div>').authors).toEqual(['Na Hong-jin']);
  });
});
