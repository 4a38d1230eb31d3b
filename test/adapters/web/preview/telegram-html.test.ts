import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { telegramHtml } from '../../../../adapters/web/preview/telegram-html.ts';
import { telegramTextHtml } from '../../../../adapters/web/preview/telegram-text.ts';

const options = { pictureAddress: (url: string) => url, formatInstant: String };
const odd = fc.constantFrom(
  '<',
  '>',
  '&',
  '"',
  '<b>',
  '</b>',
  '<a href="https://a.example">',
  '</a>',
  '<script>',
  '&lt;',
  'x',
);

/** Tags that text alone can make. */
const TAGS = /<(?:\/?(?:b|i|u|s|code|pre|a|blockquote)(?:\s[^<>]*)?)>/gu;

describe('text in Telegram’s HTML', () => {
  it.each([
    ['<b>Night</b> &amp; <i>day</i>', '<b>Night</b> &amp; <i>day</i>'],
    [
      '<a href="https://a.example/?q=&quot;x&quot;">a</a>',
      '<a href="https://a.example/?q=&quot;x&quot;" rel="noreferrer nofollow" target="_blank">a</a>',
    ],
    ['<blockquote expandable>long</blockquote>', '<blockquote class="folded">long</blockquote>'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<a href="javascript:x">no</a>', '&lt;a href=&quot;javascript:x&quot;&gt;no&lt;/a&gt;'],
    ['<b onclick="x">bold', '<b>bold</b>'],
  ])('%s', (source, html) => {
    expect(telegramTextHtml(source)).toBe(html);
  });

  it('makes no other tag, and closes each, whatever the text is', () => {
    fc.assert(
      fc.property(fc.array(odd), (parts) => {
        const html = telegramTextHtml(parts.join(''));
        expect(html.replace(TAGS, '')).not.toMatch(/[<>]/u);
        for (const name of ['b', 'a']) {
          expect(html.split(new RegExp(`<${name}[ >]`, 'u')).length).toBe(html.split(`</${name}>`).length);
        }
      }),
    );
  });
});

describe('a message of Telegram', () => {
  it('has its picture, its text and its buttons', () => {
    const reply_markup = { inline_keyboard: [[{ text: 'Read <b>' }, { text: 'Original', url: 'https://a.example' }]] };
    const preview = { url: 'https://img.example.org/a.jpg' };
    const html = telegramHtml({ text: '1 < 2', link_preview_options: preview, reply_markup }, options);
    for (const part of ['src="https://img.example.org/a.jpg"', '1 &lt; 2', 'Read &lt;b&gt;', 'button opens'])
      expect(html).toContain(part);
  });

  it('has the pictures of an album above its caption', () => {
    const media = [
      { media: 'https://img.example.org/1.jpg', caption: '<b>One</b>' },
      { media: 'https://img.example.org/2.jpg' },
    ];
    const html = telegramHtml({ media }, options);
    expect(html).toMatch(/count-2.*1\.jpg.*2\.jpg.*<b>One<\/b>/u);
  });

  it('has no picture if its preview is off', () => {
    expect(telegramHtml({ text: 'x', link_preview_options: { is_disabled: true } }, options)).not.toContain('picture');
  });
});
