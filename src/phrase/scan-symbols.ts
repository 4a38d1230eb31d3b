import { isZoneWord, zonesMeant } from '../schedule/parse-zone.ts';
import type { Meaning } from './lexicons.ts';
import type { Pattern, Scannable } from './scan-pattern.ts';

const QUOTES =
  '"([^"]+)"|“([^“”]+)”|「([^「」]+)」|『([^『』]+)』|«([^«»]+)»|‘([^‘’]+)’(?![\\p{L}])|(?<![\\p{L}\\d])’([^’]+)’(?![\\p{L}\\d])';
const QUOTED = new RegExp(`(-\\s*)?(?:${QUOTES})`, 'duy');
const SITE =
  /(?:site:|from:)?((?:https?:\/\/)?(?:(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}-])+\.)+[a-z]{2,}(?:\/[^\s,，、；]*)?)(?![\p{L}\d])/uy;
const OFFSET =
  /(?<![\p{L}\p{N}])(?:(?:utc|gmt)\s*[+-]\s*\d{1,2}(?:[:.,]?\d{1,2})?|[+-]\d{2}:?\d{2}|[+-]\d{1,2})(?![\p{L}\d:.])/uy;
const IANA = /[a-z]+\/[a-z_]+(?:\/[a-z_]+)?(?:[+-]\d{1,2})?(?![\p{L}\d])/uy;
const CRON = /(?:[\d*][\d*/,-]*\s+){4}[\d*][\d*/,-]*(?=\s|$)|\*\/\d+|\*/uy;
const TAG = /(-)?#+([^\s#,，、；]+)#?/duy;
const NICKNAME = /^@(?:daily|hourly|weekly|monthly|yearly|annually|midnight|reboot)$/iu;
const EMAIL = /[^\s@,，、]+@[^\s@,，、]+\.[a-z]{2,}/uy;
const CHANNEL = /@[\p{L}_][\p{L}\d_]*/uy;
/** A number of a subscription at the start. */
const LINE = /(?<!.)(?:no\.? ?|number |nr\.? ?|№ ?)(\d{1,2})(?![\d:.h])/uy;
/** A minus sign excludes the word behind it. */
const MINUS = /(?<![^\s,，、;；])-(?=[^\s\d-])/uy;
const COMMA =
  /[,，、;；،؛؟。!！?？|/&+()（）[\]\n]|\.{2,}|[.:](?=\s|$)|:(?=\P{ASCII})|(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\u{fe0f}|\u{200d}|\u{20e3})+/uy;
/** Names in capitals that are small words otherwise. */
const ACRONYM = /(?<![\p{L}\p{N}])(?:eu|is|it|un|us|who)(?![\p{L}\p{N}])/uy;

/** Quotes, tags, sites, zones and other tokens that are no words. */
export const SYMBOLS: readonly Pattern[] = [
  [QUOTED, readQuoted],
  [CRON, () => ({ kind: 'frequency' })],
  [OFFSET, ([offset]) => zone(offset)],
  [IANA, ([name]) => (isZoneWord(name) ? zone(name) : undefined)],
  [TAG, readTag],
  [LINE, ([, digits]) => ({ kind: 'line', number: Number(digits) })],
  [EMAIL, () => ({ kind: 'elsewhere' })],
  [SITE, ([, site = '']) => (/\d\.?[ap]\.?m$/u.test(site) ? undefined : { kind: 'source', words: site })],
  [ACRONYM, readAcronym],
  [MINUS, () => ({ kind: 'not' })],
  [CHANNEL, ([name]) => ({ kind: NICKNAME.test(name) ? 'frequency' : 'channel' })],
];

/** Punctuation, which may also be a part of a word or number, and emoji. */
export const MARK: Pattern = [COMMA, () => ({ kind: 'comma' })];

function readQuoted({ 1: minus, indices }: RegExpExecArray, { typed }: Scannable): Meaning {
  return { kind: minus === undefined ? 'quoted' : 'unwanted', words: lastGroup(indices, typed) };
}

/** In a text that is all in capitals, words of more letters among them, it is a small word. */
function readAcronym({ 0: { length }, index }: RegExpExecArray, { typed }: Scannable): Meaning | undefined {
  const [name, others] = [typed.slice(index, index + length), typed.slice(0, index) + typed.slice(index + length)];
  const isCapital = !/\p{Ll}/u.test(name) && (/\p{Ll}/u.test(others) || !/\p{Lu}{4}/u.test(others));
  return isCapital ? { kind: 'word' } : undefined;
}

function zone(name: string): Meaning {
  return { kind: 'zone', zones: zonesMeant(name.replaceAll(' ', '')) };
}

function readTag({ 1: minus, 2: name = '', indices }: RegExpExecArray, { typed }: Scannable): Meaning {
  if (/^\d{1,2}$/u.test(name)) return { kind: 'line', number: Number(name) };
  return { kind: minus ? 'unwanted' : 'quoted', words: lastGroup(indices, typed) };
}

/** The last group that matched, as typed. */
function lastGroup(indices: RegExpIndicesArray | undefined, typed: string): string {
  const [start, end] = indices?.findLast((place) => place !== undefined) ?? [0, 0];
  return typed.slice(start, end).trim();
}
