import type { RateLimitedRequest } from './rate-limited-request.ts';
import type { Limit, Limits, NamedLimit } from './sliding-window.ts';

/** The name of the limit of all chats. */
export const ALL = '';
/** Answers leave room in a chat for a digest, and one person leaves room for the answers to others. */
const ANSWERS_SHARE = 0.8;
const PERSON_SHARE = 0.6;
/** Revisions leave room for a digest that may be due soon. */
const REVISIONS_SHARE = 0.3;
/** A smaller limit cannot be shared. */
const MIN_SHARED = 5;

/** The limits of a request: that of all chats, that of its chat, and its shares of that one. */
export function limitsOf({ chat, priority, by }: Omit<RateLimitedRequest, 'cost'>, limits: Limits): NamedLimit[] {
  const own = limits.of(chat);
  if (own === undefined) return [[ALL, limits.all]];
  const named: NamedLimit[] = [
    [ALL, limits.all],
    [chat, own],
  ];
  if (priority === 'push' || own.most < MIN_SHARED) return named;
  if (priority === 'revision') return [...named, [`${chat} revisions`, shareOf(own, REVISIONS_SHARE)]];
  named.push([`${chat} answers`, shareOf(own, ANSWERS_SHARE)]);
  if (by !== undefined) named.push([`${chat} by ${by}`, shareOf(own, PERSON_SHARE)]);
  return named;
}

function shareOf({ most, withinMs }: Limit, share: number): Limit {
  return { most: Math.floor(most * share), withinMs };
}
