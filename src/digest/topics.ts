import type { Selection } from './subscription.ts';

/** What is to be in an article, and what is not. */
export type Topics = Pick<Selection, 'topics' | 'without'>;

const QUOTED = `["“”「『]([^"“”「」『』]*)["“”」』]`;
const NOT = `(?:[-－−–]\\s*(?=["“「『])|[-－−–](?=[^\\s-])|(?:not|without|except|but not)\\s+|(?:除了|除去|不要|不含|不看|排除|没有|沒有)\\s*)`;
const WORD = new RegExp(`(${NOT})?(?:${QUOTED}|(\\S+))`, 'giu');
const BETWEEN = /[,，、;；]+/u;
const FILLERS = /^(?:and|or|about|on|with|关于|關於|以及|和|与|與|或|或者)$/iu;
const BEHIND = /(?:以外|之外|除外)$/u;

/**
 * The topics in what someone typed, a word each or several in quotes, and the excluded ones: `-sport`, `not sport`, `除了体育`,
 * `不要 体育`. Each once.
 */
export function parseTopics(typed: string): Topics {
  const topics: string[] = [];
  const without: string[] = [];
  for (const [, not, quoted, word = ''] of typed.matchAll(WORD)) {
    const words = quoted === undefined ? word.split(BETWEEN).filter((one) => !FILLERS.test(one)) : [quoted];
    if (not === undefined) topics.push(...words);
    else without.push(...words.map((one) => one.replace(BEHIND, '')));
  }
  return { topics: toUnique(topics), without: toUnique(without) };
}

/** Topics as someone would type them who wants nothing else to be read into them: each in quotes. */
export function toTopicsText({ topics, without }: Topics): string {
  return [...topics.map((words) => `"${words}"`), ...without.map((words) => `-"${words}"`)].join(' ');
}

function toUnique(words: readonly string[]): string[] {
  const plain = words.map((word) => word.replace(/["“”「」『』\s]+/gu, ' ').trim()).filter((word) => word !== '');
  const byKey = new Map(plain.toReversed().map((word) => [word.toLowerCase(), word]));
  return [...byKey.values()].toReversed();
}
