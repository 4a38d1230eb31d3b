import { describe, expect, it } from 'vitest';
import type { Block, Span, TextFile, View } from '../../src/view/view.ts';
import { gallery } from '../fixtures/gallery.ts';
import { addressesOf, pictureTextsOf, textsOf } from '../fixtures/view-contents.ts';

/** A renderer, and how to read its messages. */
export interface Subject<Message> {
  render(view: View): readonly Message[];
  /** The text of a message without markup, as a person reads it. */
  visible(message: Message): string;
  /** Every address that a message can open, also those of its buttons and pictures. */
  addresses(message: Message): readonly string[];
  /** The file of a message, on a platform with files; elsewhere it is text. */
  fileOf?(message: Message): TextFile | undefined;
}

// Characters that no platform shows, or that may change at line breaks and edges.
const UNSEEN = /[\s\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD\p{Cs}]+/gu;
const CONTROL = /[^\P{Cc}\s]/gu;
const ADDRESS = /https?:\/\/\S+/gu;

/** The promises of every renderer over the gallery: each word once for each time it is given, in order; no address lost. */
export function rendererContract<Message>({ render, visible, addresses, fileOf }: Subject<Message>): void {
  describe.each(Object.entries(gallery))('shows %s', (_name, view) => {
    it('without losing a word, each in its place', () => {
      const rendered = bare(render(view).map(visible).join(' '));
      let from = 0;
      for (const text of textsOf(view).flatMap(wordsOf)) {
        const at = rendered.indexOf(text, from);
        expect(at === -1 ? `lost: ${text.slice(0, 80)}` : 'found').toBe('found');
        from = at;
      }
    });

    it('with every letter of its text exactly once', () => {
      const { blocks } = view;
      const textOnly = { ...view, actions: [], blocks: blocks.flatMap(withoutPictures) };
      const urls = addressesOf(textOnly);
      const rendered = lettersOf(render(textOnly).map(visible).join(' '), urls);
      const given = lettersOf(textsOf(textOnly).join(' '), urls);
      expect(differenceOf(rendered, given)).toBeUndefined();
    });

    it('without losing a word of its pictures', () => {
      const rendered = bare(render(view).map(visible).join(' '));
      expect(
        pictureTextsOf(view)
          .flatMap(wordsOf)
          .filter((text) => !rendered.includes(text)),
      ).toEqual([]);
    });

    it('with every word of its pictures as often as they have it', () => {
      const blocks = view.blocks.filter(({ kind }) => kind === 'image' || kind === 'gallery');
      const pictures = { ...view, actions: [], blocks };
      const rendered = countWords(render(pictures).map(visible));
      const given = countWords(pictureTextsOf(pictures));
      expect([...given].filter(([word, count]) => rendered.get(word) !== count)).toEqual([]);
    });

    it('without losing an address', () => {
      const rendered = new Set(render(view).flatMap(addresses));
      expect(addressesOf(view).filter((url) => !rendered.has(url))).toEqual([]);
    });
  });

  it('sends a file whole, after the words', () => {
    const file = {
      name: 'list.opml',
      mediaType: 'text/x-opml',
      text: `<opml>\n${'  <outline/>\n'.repeat(3000)}</opml>`,
    };
    const messages = render({
      blocks: [{ kind: 'text', spans: [{ kind: 'plain', text: 'Here.' }] }],
      actions: [],
      file,
    });
    if (fileOf === undefined) expect(bare(messages.map(visible).join('\n'))).toBe(bare(`Here.${file.text}`));
    else expect(messages.map(fileOf)).toEqual([undefined, file]);
  });

  // If the work grew with the square of the text, each of these would take minutes.
  it.each<[string, (at: number) => Span]>([
    ['text', (at) => ({ kind: 'plain', text: `Ferry ${at} leaves at noon. ` })],
    ['links', (at) => ({ kind: 'link', text: `Ferry ${at} leaves at noon. `, url: `https://example.org/${at % 7}` })],
  ])('divides a paragraph with a million characters of %s', (_what, span) => {
    const spans = Array.from({ length: 40_000 }, (_, at) => span(at));
    const text = spans.map((one) => ('text' in one ? one.text : '')).join('');
    const joined: Span[] = spans[0]?.kind === 'plain' ? [{ kind: 'plain', text }] : spans;
    const view: View = { blocks: [{ kind: 'text', spans: joined }], actions: [] };
    const shown = render(view).map(visible).join(' ');
    expect(lettersOf(shown, addressesOf(view)) === lettersOf(text, [])).toBe(true);
  });
}

function withoutPictures(block: Block): Block[] {
  if (block.kind === 'image' || block.kind === 'gallery') return [];
  if (block.kind !== 'text') return [block];
  const { thumbnail: _omitted, ...text } = block;
  return [text];
}

/** The letters of a text without its addresses: a renderer may add numbers, marks, and the address of a link. */
function lettersOf(text: string, urls: readonly string[]): string {
  // Text may follow an address without a space, so the known ones go first.
  const withoutKnown = urls.reduce((rest, url) => rest.replaceAll(url, ' '), text);
  return bare(withoutKnown.replace(ADDRESS, '')).replace(/[^\p{L}\p{M}]/gu, '');
}

/** How often each word occurs; numbers are not counted, because a renderer numbers pictures. */
function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of texts
    .join(' ')
    .replace(CONTROL, '')
    .matchAll(/[\p{L}\p{M}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Both texts from their first difference on, shortened; undefined where they are equal. */
function differenceOf(rendered: string, given: string): { rendered: string; given: string } | undefined {
  if (rendered === given) return undefined;
  let at = 0;
  while (rendered[at] === given[at]) at += 1;
  return { rendered: rendered.slice(at, at + 80), given: given.slice(at, at + 80) };
}

function bare(text: string): string {
  return text.replace(UNSEEN, '');
}

/** A long text may be cut into messages anywhere: its sentences are looked for, not the whole of it. */
function wordsOf(text: string): string[] {
  return text.split(/(?<=[.。！？!?\n])|\s+/u).flatMap((piece) => bare(piece).match(/.{1,200}/gsu) ?? []);
}
