import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../../adapters/discord/render/markdown.ts';
import { paragraph } from '../../../../adapters/discord/render/paragraph.ts';
import { render } from '../../../../adapters/discord/render/render.ts';
import { discordHtml } from '../../../../adapters/web/preview/discord-html.ts';
import { discordMarkdownHtml } from '../../../../adapters/web/preview/discord-markdown.ts';
import { createTranslator } from '../../../../src/locales/translator.ts';
import { gallery } from '../../../fixtures/gallery.ts';
import { textsOf } from '../../../fixtures/view-contents.ts';

const options = { pictureAddress: () => undefined, formatInstant: (seconds: number) => `at ${seconds}` };
const shown = (markdown: string) => discordMarkdownHtml(markdown, options);

describe('Markdown of Discord', () => {
  it.each([
    ['### Ferry', '<div class="line h3"><span>Ferry</span></div>'],
    ['-# small', '<div class="line small"><span>small</span></div>'],
    ['**bold** and *soft*', '<b>bold</b> and <i>soft</i>'],
    ['1. one', '<b class="marker">1.</b>'],
    ['<t:1636971186:f>', '<time>at 1636971186</time>'],
    ['</文章:123>', '<span class="mention">/文章</span>'],
    ['[a](<https://a.example/b>)', '<a href="https://a.example/b" rel="noreferrer nofollow" target="_blank">a</a>'],
    ['```\n<b>\n```', '<pre>&lt;b&gt;</pre>'],
    ['\\*not\\* <script>', '*not* &lt;script&gt;'],
  ])('%s', (markdown, html) => {
    expect(shown(markdown)).toContain(html);
  });

  it.each(['a_b*c*~d|e`f', '1. no list', '# no heading', '<t:1:f> [x](y) :smile: @everyone'])(
    'shows the characters of an escaped text: %s',
    (text) => {
      const html = shown(toMarkdown([paragraph([{ text, style: 'plain' }])]));
      const visible = html
        .replace(/<[^>]*>/gu, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>');
      expect(visible.replaceAll('\u200B', '')).toBe(text);
    },
  );
});

describe('a file of a message of Discord', () => {
  it('is shown by its name', () => {
    const file = { type: 13, file: { url: 'attachment://settings.json' } };
    expect(discordHtml([file], options)).toContain('📄 settings.json<');
  });
});

describe.each(Object.entries(gallery))('a message of Discord with %s', (_name, view) => {
  it('makes no tag from text, and shows its words', () => {
    const html = render(view, createTranslator('en')).map(({ components }) => discordHtml(components, options));
    expect(
      html
        .join('')
        .replace(/<\/?(?:div|span|a|b|i|code|pre|time|small|hr|details|summary|svg|rect)(?:\s[^<>]*)?>/gu, ''),
    ).not.toMatch(/[<>]/u);
    const [word] = textsOf(view).flatMap((text) => /[a-z]{4,12}/u.exec(text) ?? []);
    expect(html.join('')).toContain(word ?? '');
  });
});
