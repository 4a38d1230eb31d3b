import { foldText } from '../../phrase/fold-text.ts';
import { isPeriod } from '../../phrase/is-period.ts';
import { createLookup, type Lookup } from '../../phrase/lexicons.ts';
import { ORDER_WORDS, type Role } from '../plain-phrases/order-words.ts';

const rolesOf = new Map<string, Role[]>();
for (const [role, lists] of Object.entries(ORDER_WORDS))
  for (const word of lists
    .join(' ')
    .split(' ')
    .map((one) => one.replaceAll('_', ' ')))
    rolesOf.set(word, [...(rolesOf.get(word) ?? []), role as Role]);

/** What the roles of all words of an order mean together; the first that fits counts. */
const ORDERS: readonly { line: string; needs: readonly Role[]; may: readonly Role[] }[] = [
  { line: '/forget', needs: ['erase', 'data'], may: ['end'] },
  { line: '/help', needs: ['cost'], may: ['price', 'subscription', 'send'] },
  // A price alone is searched for.
  { line: '/help', needs: ['price', 'small'], may: ['subscription', 'send'] },
  { line: '/status', needs: ['when', 'next'], may: ['send', 'subscription'] },
  { line: '/status', needs: ['when', 'send'], may: ['subscription'] },
  { line: '/unsubscribe', needs: ['end'], may: ['subscription', 'send'] },
  { line: '/pause', needs: ['pause'], may: ['subscription', 'send'] },
  { line: '/resume', needs: ['resume'], may: ['subscription', 'send'] },
  { line: '/subscriptions', needs: ['list', 'subscription'], may: [] },
];
const SMALL = /^(?:filler|at|and|all|heads|every|to|from)$/u;
const SCRIPTS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const PIECE = new RegExp(`[${SCRIPTS}]|(?:(?![${SCRIPTS}])[\\p{L}\\p{M}\\p{N}’-])+`, 'gu');
/** Nobody gives an order in more words or characters. */
const MAX_PIECES = 24;
const MAX_PHRASE = 8;

/**
 * Reads an order of which every word is known, in any language, as the line of a command: `cancel my subscription`,
 * `配信を停止してください`. Behind an order to stop or pause may be a time: `pausa hasta el viernes`.
 */
export function readOrder(text: string): string | undefined {
  const { typed, folded } = foldText(text);
  const { roles, rest } = readRoles(folded);
  const line = toLine(roles);
  if (rest === undefined) return line;
  const period = typed.slice(rest);
  return /^\/(?:unsubscribe|pause)$/u.test(line ?? '') && isPeriod(period) ? `/pause ${period}` : undefined;
}

/** The roles of the words up to the first that is unknown, and where the rest begins, with small words before it. */
function readRoles(folded: string): { roles: readonly (readonly Role[])[]; rest?: number } {
  const pieces = [...folded.matchAll(PIECE)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  const lookup = createLookup(folded);
  const roles: (readonly Role[])[] = [];
  let rest = 0;
  for (let at = 0; at < pieces.length; ) {
    const { size, found } = longestAt(folded, pieces.slice(at, at + MAX_PHRASE));
    const isKnown = size > 0 || isSmall(folded.slice(pieces[at]?.start, pieces[at]?.end), lookup);
    if (!isKnown || at > MAX_PIECES) return { roles, rest: pieces[rest]?.start ?? 0 };
    roles.push(size > 0 ? found : ['small']);
    at += Math.max(1, size);
    if (size > 0 && !found.includes('small')) rest = at;
  }
  return { roles };
}

function isSmall(word: string, { meaning, isFunctionWord }: Lookup): boolean {
  return SMALL.test(meaning(word)?.kind ?? '') || isFunctionWord(word);
}

/** The longest known phrase at the start of pieces, and what it does. */
function longestAt(
  folded: string,
  pieces: readonly { start: number; end: number }[],
): { size: number; found: readonly Role[] } {
  for (let size = pieces.length; size > 0; size -= 1) {
    const found = rolesOf.get(folded.slice(pieces[0]?.start, pieces[size - 1]?.end));
    if (found !== undefined) return { size, found };
  }
  return { size: 0, found: [] };
}

function toLine(roles: readonly (readonly Role[])[]): string | undefined {
  return ORDERS.find(
    ({ needs, may }) =>
      needs.every((need) => roles.some((one) => one.includes(need))) &&
      roles.every((one) => one.some((role) => role === 'small' || needs.includes(role) || may.includes(role))),
  )?.line;
}
