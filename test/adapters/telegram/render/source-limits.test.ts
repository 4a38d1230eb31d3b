import { describe, expect, it } from 'vitest';
import { toKeyboard } from '../../../../adapters/telegram/render/keyboard.ts';
import { render } from '../../../../adapters/telegram/render/render.ts';
import { createTranslator } from '../../../../src/locales/translator.ts';
import type { View } from '../../../../src/view/view.ts';
import { parseHtml } from '../../../emulators/telegram/parse-html.ts';

const MAX_SOURCE_BYTES = 32 * 1024;
const MAX_DATA_BYTES = 64;

/** A paragraph of short links to long addresses: few characters to see, many bytes of source. */
function withLinks(count: number, urlChars: number): View {
  const spans = Array.from({ length: count }, (_, at) => ({
    kind: 'link' as const,
    text: `link ${at} `,
    url: `https://example.org/${at}/${'a'.repeat(urlChars)}`,
  }));
  return { blocks: [{ kind: 'text', spans }], actions: [] };
}

describe('the source of a message on Telegram', () => {
  it.each([
    [90, 300],
    [90, 420],
    [90, 1900],
    [250, 350],
  ])('has at most 32 KiB for %i links to addresses of %i characters, and none is lost', (count, urlChars) => {
    const view = withLinks(count, urlChars);
    const sources = render(view, createTranslator('en')).map(({ html }) => html);
    expect(Math.max(...sources.map((html) => Buffer.byteLength(html)))).toBeLessThanOrEqual(MAX_SOURCE_BYTES);
    const links = sources.flatMap((html) => parseHtml(html).entities.flatMap(({ url }) => url ?? []));
    expect(links).toEqual(view.blocks.flatMap((block) => ('spans' in block ? block.spans : [])).map(urlOf));
  });
});

function urlOf(span: object): unknown {
  return 'url' in span ? span.url : undefined;
}

describe('the data of a button on Telegram', () => {
  const buttonFor = (command: string) =>
    toKeyboard({ blocks: [], actions: [{ label: 'Open', role: 'open', command }] }).rows.flat();

  it.each([
    ['in ASCII', `/search ${'a'.repeat(56)}`],
    ['in Chinese', `/search  ${'渡'.repeat(18)}a`],
  ])('has up to 64 bytes %s', (_how, command) => {
    expect(Buffer.byteLength(command)).toBe(MAX_DATA_BYTES);
    expect(buttonFor(command)).toEqual([{ text: 'Open', callback_data: command }]);
    expect(buttonFor(`${command}a`)).toEqual([]);
  });
});
