import type { Resolved } from './resolve.ts';

const TOPIC = /^(?:word|placeTopic)$/u;
const NAMED = /^(?:word|placeTopic|quoted)$/u;
const SEPARATOR = /^(?:comma|and)$/u;
/** Small words inside a topic: `cost of living`, `crise du logement`. */
const INSIDE =
  /^(?:of|in|on|for|the|de|del|da|do|dos|das|du|des|la|las|el|los|le|les|al|aux|der|die|das|von|di|della|delle|dei)$/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const MAX_WORDS = 4;

interface Text {
  typed: string;
  folded: string;
}

/** Whether a request has commas, or lists topics with `and`: then words beside each other are one topic. */
export function isTopicList(items: readonly Resolved[]): boolean {
  if (items.some(({ kind }, at) => kind === 'comma' && at > 0 && at < items.length - 1)) return true;
  let named = 0;
  let isOpen = true;
  for (const { kind } of items) {
    if (isOpen && NAMED.test(kind)) named += 1;
    isOpen = SEPARATOR.test(kind) || (isOpen && !NAMED.test(kind));
  }
  return named > 1;
}

/** Joins two to four adjacent words to one topic: `climate change`, `cost of living`. Longer runs stay separate words. */
export function joinTopics(items: readonly Resolved[], text: Text): Resolved[] {
  const joined: Resolved[] = [];
  for (let at = 0; at < items.length; ) {
    const run = wordsFrom(items, at, text);
    const [first, last] = [items[at], run.at(-1)];
    const size = last === undefined ? 1 : items.indexOf(last, at) + 1 - at;
    const isTopic = run.length > 1 && run.length <= MAX_WORDS;
    if (isTopic && first && last) joined.push({ kind: 'word', start: first.start, end: last.end });
    else joined.push(...items.slice(at, at + size));
    at += size;
  }
  return joined;
}

/** The words of a topic from an index on, one space apart or with a small word between them. */
function wordsFrom(items: readonly Resolved[], from: number, { typed, folded }: Text): readonly Resolved[] {
  const words: Resolved[] = [];
  for (let at = from; at < items.length; at += 1) {
    const [before, item] = [items[at - 1], items[at]];
    const isApart = at > from && typed.slice(before?.end, item?.start) !== ' ';
    if (item === undefined || isApart) break;
    const spelled = folded.slice(item.start, item.end);
    if (TOPIC.test(item.kind) && !UNSPACED.test(spelled)) words.push(item);
    else if (words.length === 0 || !INSIDE.test(spelled)) break;
  }
  return words;
}
