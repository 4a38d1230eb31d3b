import type { Audience } from '../locales/audience.ts';
import { formatDate } from '../locales/format-date.ts';
import { formatSlot } from '../locales/format-slot.ts';
import { zoneName } from '../locales/zone-name.ts';
import { afterRightToLeft } from '../text/after-right-to-left.ts';
import { commandSpans } from './command-spans.ts';
import type { Action, Block, Span } from './view.ts';

/** A run of text without style. */
export function plain(text: string): Span {
  return { kind: 'plain', text };
}

/** A heading without links. */
export function heading(text: string): Block {
  return { kind: 'heading', spans: [plain(text)] };
}

/** A text block of one plain run. */
export function text(words: string): Block {
  return { kind: 'text', spans: [plain(words)] };
}

/** A text block of the bot that may name commands. Never for what others wrote. */
export function sentence(words: string): Extract<Block, { kind: 'text' }> {
  return { kind: 'text', spans: commandSpans(words) };
}

/** A subtle line of the bot that may name commands. Never for what others wrote. */
export function hint(words: string): Block {
  return { ...sentence(words), subtle: true };
}

/** A subtle line of these parts, joined by dots; no block if all are absent. */
export function subline(parts: readonly (string | Span | undefined)[]): Block[] {
  const present = parts.flatMap((part) => toSpan(part) ?? []).filter(({ text: words }) => words !== '');
  return present.length === 0 ? [] : [{ kind: 'text', subtle: true, spans: joinSpans(present, ' · ') }];
}

function toSpan(part: string | Span | undefined): Span | undefined {
  return typeof part === 'string' ? plain(part) : part;
}

/** Joins lists of spans with a separator. */
export function joinSpans(spans: readonly Span[], between: string): Span[] {
  const joined: Span[] = [];
  for (const [at, span] of spans.entries()) {
    if (at > 0) append(joined, plain(between));
    append(joined, at === 0 ? span : { ...span, text: afterRightToLeft(textOf(joined), span.text) });
  }
  return joined;
}

/** The words of spans, without style. */
export function textOf(spans: readonly Span[]): string {
  return spans.map(({ text: words }) => words).join('');
}

/** Merges adjacent plain spans. */
function append(spans: Span[], next: Span): void {
  const last = spans.at(-1);
  if (last?.kind === 'plain' && next.kind === 'plain') spans.splice(-1, 1, plain(last.text + next.text));
  else spans.push(next);
}

/** A date as a span: an instant if it has a time of day, else the day in words; undefined for an invalid date. */
export function dateSpan(iso: string | null, audience: Audience): Span | undefined {
  const words = formatDate(iso, audience);
  if (words === undefined || iso === null) return undefined;
  if (!iso.includes('T')) return plain(words);
  return { kind: 'time', text: words, at: iso, zone: zoneName(audience.zone, audience.language) };
}

/** A time near `now` as a span: `today 20:00`. */
export function slotSpan(at: Date, now: Date, audience: Audience): Extract<Span, { kind: 'time' }> {
  const zone = zoneName(audience.zone, audience.language);
  return { kind: 'time', text: formatSlot(at, now, audience), at: at.toISOString(), zone };
}

/** Puts a span into the blank of a sentence; `say` makes the sentence for a placeholder. */
export function fillBlank(say: (blank: string) => string, span: Span): Span[] {
  const [before = '', ...after] = say(BLANK).split(BLANK);
  return [plain(before), span, plain(after.join(''))].filter(({ text: words }) => words !== '');
}

const BLANK = '\u0000';

/** A button with the role `open`. */
export function openAction(label: string, command: string): Action {
  return { label, role: 'open', command };
}
