import type { Arg } from '../../chat/command.ts';

/** Parses a choice or one of its synonyms, in any case. */
export function parseChoice(
  { choices = [], synonyms = {} }: Extract<Arg, { kind: 'text' }>,
  typed: string,
): string | undefined {
  const word = typed.normalize('NFKC').trim().toLowerCase();
  return choices.find((choice) => choice === word) ?? (Object.hasOwn(synonyms, word) ? synonyms[word] : undefined);
}
