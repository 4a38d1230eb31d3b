import { commandNamed } from '../locales/command-names.ts';
import type { Span } from './view.ts';

/** A command in a sentence: a slash with its name, which nothing but space or punctuation comes before. */
const COMMAND = /(?<![\p{L}\p{N}/_.])\/(\p{L}+)(?![\p{L}\p{N}/_])/gu;

/**
 * A text of the bot with the commands that it names, in any language, as spans. Never for what others wrote: it could name them
 * too.
 */
export function commandSpans(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { 0: typed, 1: written = '', index } of text.matchAll(COMMAND)) {
    const name = commandNamed(written);
    if (name === undefined) continue;
    spans.push({ kind: 'plain', text: text.slice(from, index) }, { kind: 'command', text: typed, name });
    from = index + typed.length;
  }
  spans.push({ kind: 'plain', text: text.slice(from) });
  return spans.filter((span) => span.text !== '');
}
