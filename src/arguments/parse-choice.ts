import type { Arg } from '../chat/command.ts';

/** The choice that a word stands for, itself or as a synonym, in any case. */
export function parseChoice(
  { choices = [], synonyms = {} }: Extract<Arg, { kind: 'text' }>,
  typed: string,
): string | undefined {
  const word = typed.normalize('NFKC').trim().toLowerCase();
  return choices.find((choice) => choice === word) ?? (Object.hasOwn(synonyms, word) ? synonyms[word] : undefined);
}
