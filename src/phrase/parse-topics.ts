import { findUnwanted } from './find-unwanted.ts';
import { glueNames } from './glue-names.ts';
import type { Item } from './item.ts';
import { isTopicList, joinTopics } from './join-topics.ts';
import { namesOf, type RequestReading } from './parse-request.ts';
import { tokenize } from './tokenize.ts';

/** Wanted and excluded topics. */
export type Topics = Pick<RequestReading, 'topics' | 'without'>;

const STRUCTURE = /^(?:quoted|unwanted|not|outside|comma|and|filler|heads|all|from|at)$/u;
const TOPIC = /^(?:word|quoted)$/u;

/**
 * Parses words that can only be topics, a word each or several in quotes or between commas, and excluded ones: `-sport`, `not sport or politics`,
 * `不要体育`. Topics are unique and without filler words: `news about taiwan`, `关于台湾的新闻`.
 */
export function parseTopics(text: string): Topics {
  const tokens = tokenize(text);
  const items = glueNames(
    tokens.items.map((item): Item => (STRUCTURE.test(item.kind) ? item : { ...item, kind: 'word' })),
    tokens,
  );
  const named = isTopicList(items) ? joinTopics(items, tokens) : items;
  const { wanted, unwanted, leftOver } = findUnwanted(named, tokens);
  const topics = [...wanted, ...leftOver].filter(({ kind }) => TOPIC.test(kind));
  return { topics: namesOf(topics, tokens), without: namesOf(unwanted, tokens) };
}

/** Formats topics the way people type them, each in quotes, so that they parse to the same again. */
export function toTopicsText({ topics, without }: Topics): string {
  return [...topics.map((words) => `"${words}"`), ...without.map((words) => `-"${words}"`)].join(' ');
}
