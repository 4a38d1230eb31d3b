import type { Selection } from '../library/selection.ts';

/** Wanted and excluded topics. */
export type Topics = Pick<Selection, 'topics' | 'without'>;

const QUOTED = `["“”「『]([^"“”「」『』]*)["“”」』]`;
const MINUS = `[-－−–]\\s*(?=["“「『])|[-－−–](?=[^\\s-])`;
const NOT = `(?:but not|other than|not|no|without|except|excluding|minus)(?: for)?\\s+|(?:除了|除去|不要|不含|不看|不想看|不想要|排除|没有|沒有)\\s*`;
/** An exclusion may follow a comma without a space: `台湾，不要体育`. */
const COMMA_BEFORE_UNWANTED = new RegExp(`(?<=[,，、;；])(?=${MINUS}|${NOT})`, 'giu');
const WORD = new RegExp(`(?:(${MINUS})|(${NOT}))?(?:${QUOTED}|(\\S+))`, 'giu');
const BETWEEN = /[,，、;；]+/u;
const ENDS_OPEN = /[,，、;；]$/u;
const JOINS = /^(?:and|or|nor|以及|和|与|與|或|或者|还有|還有)$/iu;
/** Words that introduce a topic or ask for articles; they are not topics. */
const FILLERS =
  /^(?:about|on|with|from|in|at|of|for|to|by|the|an?|me|please|send|give|only|just|everything|anything|something|all|every|news|articles?|stories|posts|updates|digests?|关于|關於|有关|有關|请|請|我要|我想看|给我|給我|发|發|只看|只要|来自|來自|所有|全部|新闻|新聞|文章|消息|资讯|資訊|文摘)$/iu;
const BEFORE = /^(?:请|請)?(?:给我|給我|我要看?|我想看|只看|只要)?(?:关于|關於|有关|有關)?(?=.)/u;
const BEHIND = /(?:以外|之外|除外)$/u;
const KINDS = '(?:新闻|新聞|文章|消息|报道|報道|報導|内容|內容|资讯|資訊)';
const ABOUT = new RegExp(`(?:(?:相关|相關)的?|的)${KINDS}$|(?<=..)(?:新闻|新聞|消息|资讯|資訊)$`, 'u');
const TAG = /^[#＃]+(?=[^#＃])|(?<=^[#＃].+)[#＃]$/gu;
const EVERYTHING = new RegExp(
  `^(?:everything|anything|all(?: the)?(?: (?:articles|news|stories|topics))?|every article|(?:所有|全部|任何)的?${KINDS}?)$`,
  'iu',
);
const CHINESE_JOINS = new Set(['和', '与', '與', '及', '跟', '或', '或者', '以及', '还有', '還有']);
const HAN = /\p{Script=Han}/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Whether typed text asks for all articles. */
export function isEverything(typed: string): boolean {
  return EVERYTHING.test(typed.trim());
}

/**
 * Parses topics, a word each or several in quotes, and excluded ones: `-sport`, `not sport or politics`, `除了体育`, `不要 体育`.
 * Topics are unique and without filler words: `news about taiwan`, `#taiwan`, `关于台湾的新闻`.
 */
export function parseTopics(typed: string): Topics {
  const topics: string[] = [];
  const without: string[] = [];
  let after: Before = 'wanted';
  for (const [, minus, not, quoted, word = ''] of typed.replace(COMMA_BEFORE_UNWANTED, ' ').matchAll(WORD)) {
    const isJoin = quoted === undefined && JOINS.test(word);
    const words = quoted === undefined ? wordsOf(word) : [quoted];
    const isUnwanted: boolean = not !== undefined || (minus === undefined && after === 'unwanted and');
    if (minus === undefined && !isUnwanted) topics.push(...words);
    else without.push(...words.map((one) => one.replace(BEHIND, '')));
    after = nextAfter(after, { isUnwanted, isJoin, isSkipped: words.length === 0, isOpen: ENDS_OPEN.test(word) });
  }
  return { topics: toUnique(topics), without: toUnique(without) };
}

/** The state before a word: a word joined to an unwanted one is unwanted too. */
type Before = 'wanted' | 'unwanted' | 'unwanted and';

interface ReadWord {
  isUnwanted: boolean;
  isJoin: boolean;
  isSkipped: boolean;
  isOpen: boolean;
}

function nextAfter(before: Before, { isUnwanted, isJoin, isSkipped, isOpen }: ReadWord): Before {
  if (isJoin) return before === 'wanted' ? 'wanted' : 'unwanted and';
  if (isSkipped) return before;
  if (!isUnwanted) return 'wanted';
  return isOpen ? 'unwanted and' : 'unwanted';
}

/** Formats topics the way people type them, each in quotes, so that they parse to the same again. */
export function toTopicsText({ topics, without }: Topics): string {
  return [...topics.map((words) => `"${words}"`), ...without.map((words) => `-"${words}"`)].join(' ');
}

function wordsOf(word: string): string[] {
  return word
    .split(BETWEEN)
    .map((one) => one.replace(BEFORE, '').replace(ABOUT, ''))
    .flatMap(splitJoined)
    .filter((one) => !FILLERS.test(one) && !JOINS.test(one))
    .map((one) => one.replace(TAG, ''));
}

function toUnique(words: readonly string[]): string[] {
  const plain = words.map((word) => word.replace(/["“”「」『』\s]+/gu, ' ').trim()).filter((word) => word !== '');
  const byKey = new Map(plain.toReversed().map((word) => [word.toLowerCase(), word]));
  return [...byKey.values()].toReversed();
}

/** Splits Chinese words that are joined by `和` or the like: `台湾和香港`, but not `和平` or `共和国`. */
function splitJoined(word: string): string[] {
  if (!HAN.test(word)) return [word];
  const parts = [''];
  for (const { segment } of segmenter.segment(word)) {
    if (CHINESE_JOINS.has(segment) && parts.at(-1) !== '') parts.push('');
    else parts.push(`${parts.pop() ?? ''}${segment}`);
  }
  return parts.includes('') ? [word] : parts;
}
