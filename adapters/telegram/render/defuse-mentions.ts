import { type Run, textOf } from '../../../src/messaging/rich-text/rich-text.ts';

/** Has no width, and allows no line break. */
const WORD_JOINER = '\u2060';
/** An address, with or without a scheme, or the sign of a mention: as tdlib finds them (MessageEntity.cpp, match_mentions). */
const ADDRESS_OR_MENTION =
  /(?:https?:\/\/|www\.|(?<![\p{L}\p{N}-])[\p{L}\p{N}-]{1,63}\.\p{L}{2,}\/)[!-~]*|(?<![\p{L}\p{N}_])@(?=[a-z0-9_]{2})/giu;

/**
 * Puts a word joiner behind the sign of each mention, so that an article does not notify anybody: Telegram makes mentions of
 * `@name` in any text that is not code. Addresses and e-mail addresses stay as they are.
 */
export function defuseMentions(runs: readonly Run[]): readonly Run[] {
  const text = textOf(runs);
  if (!text.includes('@')) return runs;
  const mentions = [...text.matchAll(ADDRESS_OR_MENTION)].filter(([found]) => found === '@');
  let end = 0;
  return runs.map((run) => {
    const start = end;
    end += run.text.length;
    if (run.style === 'code' || run.href === run.text) return run;
    const signs = mentions.map(({ index }) => index - start).filter((at) => at >= 0 && at < run.text.length);
    return signs.length === 0 ? run : { ...run, text: insertAfter(run.text, signs) };
  });
}

function insertAfter(text: string, signs: readonly number[]): string {
  return signs.reduceRight((rest, at) => `${rest.slice(0, at + 1)}${WORD_JOINER}${rest.slice(at + 1)}`, text);
}
