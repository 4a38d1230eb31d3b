import { describe, expect, it } from 'vitest';
import type { View } from '../../src/view/view.ts';
import { gallery } from '../fixtures/gallery.ts';
import { addressesOf, pictureTextsOf, textsOf } from '../fixtures/said.ts';

/** A renderer, and how to look at what it makes. */
export interface Subject<Message> {
  render(view: View): readonly Message[];
  /** The text that a person would read, without any markup. */
  visible(message: Message): string;
  /** Every address that can be opened from a message, also by its buttons and pictures. */
  addresses(message: Message): readonly string[];
}

// What no platform shows, and what may differ where lines are broken and edges trimmed.
const UNSEEN = /[\s\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD\p{Cs}]+/gu;

/** What every renderer promises over the gallery: no word is lost, none changes its place, and no address is lost. */
export function rendererContract<Message>({ render, visible, addresses }: Subject<Message>): void {
  describe.each(Object.entries(gallery))('shows %s', (_name, view) => {
    it('without losing a word, each in its place', () => {
      const shown = bare(render(view).map(visible).join(' '));
      let from = 0;
      for (const text of textsOf(view).flatMap(wordsOf)) {
        const at = shown.indexOf(text, from);
        expect(at === -1 ? `lost: ${text.slice(0, 80)}` : 'found').toBe('found');
        from = at;
      }
    });

    it('without losing what is said of its pictures', () => {
      const shown = bare(render(view).map(visible).join(' '));
      expect(
        pictureTextsOf(view)
          .flatMap(wordsOf)
          .filter((text) => !shown.includes(text)),
      ).toEqual([]);
    });

    it('without losing an address', () => {
      const shown = new Set(render(view).flatMap(addresses));
      expect(addressesOf(view).filter((url) => !shown.has(url))).toEqual([]);
    });
  });
}

function bare(text: string): string {
  return text.replace(UNSEEN, '');
}

/** A long text may be cut into messages anywhere: its sentences are looked for, not the whole of it. */
function wordsOf(text: string): string[] {
  return text.split(/(?<=[.。！？!?\n])|\s+/u).flatMap((piece) => bare(piece).match(/.{1,200}/gsu) ?? []);
}
