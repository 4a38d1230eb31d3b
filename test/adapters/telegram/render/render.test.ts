import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../adapters/telegram/render/render.ts';
import { render } from '../../../../adapters/telegram/render/render.ts';
import { createTranslator } from '../../../../src/locales/translator.ts';
import type { Block, Picture, View } from '../../../../src/view/view.ts';
import { rendererContract } from '../../../contracts/renderer.ts';
import { parseHtml } from '../../../emulators/telegram/parse-html.ts';
import { gallery } from '../../../fixtures/gallery.ts';
import { loadTdlib } from '../../../fixtures/tdlib.ts';
import { viewArbitrary } from '../../../fixtures/views.ts';

const t = createTranslator('en');

function buttonsOf(message: Message) {
  return message.kind === 'text' ? message.buttons.flat() : [];
}

/** What people read: a word joiner has no width. */
function visible(message: Message): string {
  return parseHtml(message.html).text.replaceAll('\u2060', '');
}

function addresses(message: Message): string[] {
  const { text, entities } = parseHtml(message.html);
  const inText = [...entities.flatMap(({ url }) => url ?? []), ...(text.match(/https?:\/\/[^\s()]+/g) ?? [])];
  const inButtons = buttonsOf(message).flatMap((button) => ('url' in button ? [button.url] : []));
  if (message.kind === 'document') return [];
  if (message.kind === 'text') return [...inText, ...inButtons, ...(message.preview === null ? [] : [message.preview])];
  const pictures = message.kind === 'photo' ? [message.picture] : message.pictures;
  return [...inText, ...pictures.map(({ url }) => url)];
}

/** The faults of a message that Telegram would refuse, or silently correct. */
function faultsOf(message: Message): string[] {
  const { text, entities, dropped } = parseHtml(message.html);
  const limit = message.kind === 'text' ? 4096 : 1024;
  const buttons = buttonsOf(message);
  return [
    ...(text.length > limit ? [`${text.length} units`] : []),
    ...(message.kind === 'text' && text.trim() === '' ? ['no text'] : []),
    ...(entities.length > 100 ? [`${entities.length} entities`] : []),
    ...(Buffer.byteLength(message.html) > 32_768 ? ['source too long'] : []),
    ...dropped.map((url) => `dropped ${url}`),
    ...(Buffer.byteLength(JSON.stringify(buttons)) > 10_000 ? ['keyboard too long'] : []),
    ...(buttons.length > 100 ? [`${buttons.length} buttons`] : []),
    ...buttons.filter(({ text: label }) => label.trim() === '').map(() => 'button without a label'),
    ...buttons
      .filter((one) => 'callback_data' in one && Buffer.byteLength(one.callback_data) > 64)
      .map(() => 'long data'),
    ...(message.kind === 'text' && message.buttons.some((row) => row.length > 8) ? ['wide row'] : []),
    ...(message.kind === 'album' && (message.pictures.length < 2 || message.pictures.length > 10)
      ? ['album size']
      : []),
  ];
}

describe('the Telegram renderer', () => {
  rendererContract<Message>({
    render: (view) => render(view, t),
    visible,
    addresses,
    fileOf: (message) => (message.kind === 'document' ? message.file : undefined),
  });

  it.each(Object.entries(gallery))('renders %s as messages that Telegram accepts', (_name, view) => {
    expect(render(view, t).flatMap(faultsOf)).toEqual([]);
  });

  it('shows every word and address of any view, within the limits of Telegram', () => {
    fc.assert(
      fc.property(viewArbitrary, ({ view, words, urls }) => {
        const messages = render(view, t);
        expect(messages.flatMap(faultsOf)).toEqual([]);
        const text = `${messages.map(visible).join(' ')} ${messages
          .flatMap(buttonsOf)
          .map((button) => button.text)
          .join(' ')}`;
        expect(words.filter((word) => !text.includes(word))).toEqual([]);
        const shown = new Set(messages.flatMap(addresses));
        expect(urls.filter((url) => !shown.has(url))).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });
});

const tdlib = await loadTdlib();

it('is read by TDLib as by the emulator, for any view', ({ skip }) => {
  if (tdlib === undefined) return skip('TDLib is not installed');
  fc.assert(
    fc.property(viewArbitrary, ({ view }) => {
      for (const { html } of render(view, t)) {
        const { text, entities } = parseHtml(html);
        expect(tdlib.parse(html)).toEqual({ text, entities: entities.length });
      }
    }),
    { numRuns: 10_000 },
  );
});

const picture = (name: string): Picture => ({
  url: `https://img.example.org/${name}.jpg`,
  fallbacks: [],
  alt: '',
  caption: `Caption ${name}`,
  credit: null,
});
const say = (text: string): Block => ({ kind: 'text', spans: [{ kind: 'plain', text }] });
const saying = (...blocks: Block[]): View => ({ blocks, actions: [] });

describe('a message', () => {
  it('shows its picture large above the text, and links it', () => {
    const [message] = render(saying(say('A pier.'), { kind: 'image', picture: picture('pier') }), t);
    expect(message).toEqual({
      kind: 'text',
      html: 'A pier.\n🖼 <a href="https://img.example.org/pier.jpg">Caption pier</a>',
      preview: 'https://img.example.org/pier.jpg',
      buttons: [],
    });
  });

  it('takes a text of exactly the limit undivided', () => {
    const long = 'x'.repeat(4096);
    expect(render(saying(say('A pier.'), say(long)), t).map(({ html }) => html)).toEqual(['A pier.', long]);
  });

  it('cannot be forged by text', () => {
    const [message] = render(saying(say('<b>bold</b> &lt; <a href="tg://x">x</a> </blockquote>')), t);
    expect(message?.html).toBe(
      '&lt;b&gt;bold&lt;/b&gt; &amp;lt; &lt;a href=&quot;tg://x&quot;&gt;x&lt;/a&gt; &lt;/blockquote&gt;',
    );
  });

  it.each([
    [2, [2]],
    [10, [10]],
    [11, [6, 5]],
    [23, [8, 8, 7]],
  ])('shows %i pictures in albums of %j', (count, sizes) => {
    const pictures = Array.from({ length: count }, (_, at) => picture(String(at)));
    const albums = render(saying(say('Pictures'), { kind: 'gallery', pictures }), t).slice(1);
    expect(albums.map((album) => (album.kind === 'album' ? album.pictures.length : 1))).toEqual(sizes);
  });

  it('numbers the captions of an album', () => {
    const [, album] = render(saying(say('Two'), { kind: 'gallery', pictures: [picture('a'), picture('b')] }), t);
    expect(album && visible(album)).toBe('1. Caption a\n2. Caption b');
  });

  it.each([
    ['Chinese', '船来了。'],
    ['quotation marks', '"""\n'],
    ['Thai without spaces', 'เรือข้ามฟาก'],
  ])('is full before the next one starts, even in a paragraph of 20,000 characters: %s', (_what, words) => {
    const messages = render(saying(say(words.repeat(20_000 / words.length))), t);
    expect(messages.length).toBeLessThanOrEqual(6);
    expect(messages.flatMap(faultsOf)).toEqual([]);
  });

  it('folds the text of a long section after its beginning', () => {
    const paragraphs = Array.from({ length: 12 }, (_, at) => say(`Paragraph ${at}. ${'The ferry waits. '.repeat(10)}`));
    const view: View = {
      ...saying({ kind: 'heading', spans: [{ kind: 'plain', text: 'The crew' }] }, ...paragraphs),
      about: { article: 'a', section: 1 },
    };
    const [message] = render(view, t);
    const { text, entities } = parseHtml(message?.html ?? '');
    const folded = entities.filter(({ type }) => type === 'expandable_blockquote');
    expect(folded).toHaveLength(1);
    expect(text.slice(0, folded[0]?.offset)).toContain('Paragraph 0.');
    expect(text.slice(folded[0]?.offset)).toContain('Paragraph 11.');
  });
});
