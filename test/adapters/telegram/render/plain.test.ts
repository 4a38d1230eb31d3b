import { describe, expect, it } from 'vitest';
import { toPlainTexts } from '../../../../adapters/telegram/render/plain.ts';

const plain = (html: string, preview: string | null = null) => toPlainTexts({ html, preview });

describe('a text without markup', () => {
  it('has the address of each link behind its text, once', () => {
    const html =
      '<b>Boats</b> <a href="https://a.example/?x=1&amp;y=2">came</a> <a href="https://b.example">https://b.example</a>';
    expect(plain(html)).toEqual(['Boats came (https://a.example/?x=1&y=2) https://b.example']);
  });

  it.each([
    ['1 &lt; 2 &gt; 0 &amp; &quot;so&quot;', '1 < 2 > 0 & "so"'],
    ['&amp;lt; &amp;amp; &amp;quot;', '&lt; &amp; &quot;'],
    ['&eacute; &#60;', '&eacute; &#60;'],
  ])('has what was escaped once: %s', (html, text) => {
    expect(plain(html)).toEqual([text]);
  });

  it('ends with the address of the preview if it lacks it', () => {
    expect(plain('Boats', 'https://a.example/1')).toEqual(['Boats\n\nhttps://a.example/1']);
    expect(plain('Boats https://a.example/1', 'https://a.example/1')).toEqual(['Boats https://a.example/1']);
  });

  it('is divided between paragraphs, in pieces of 2048 characters', () => {
    const [half, rest] = ['a'.repeat(1023), 'b'.repeat(1023)];
    expect(plain(`${half}\n\n${rest}`)).toEqual([`${half}\n\n${rest}`]);
    expect(plain(`${half}\n\n${rest}b`)).toEqual([half, `${rest}b`]);
  });
});
