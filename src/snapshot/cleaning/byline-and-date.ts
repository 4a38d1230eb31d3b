import { runsOf, textOf } from '../../article/block-text.ts';
import { isControlLabel } from '../../html/boilerplate/boilerplate-text.ts';
import { isMetaLine } from '../../html/boilerplate/notices.ts';
import { append, type Item } from '../../html/items.ts';
import { isOutletWord, namesIn, readByline } from '../../text/bylines.ts';
import { isCalendarWord, isDateLine } from '../../text/date-lines.ts';
import { isName } from '../../text/names.ts';
import { readReporterOpening } from '../../text/reporter-openings.ts';
import { endsWithStop } from '../../text/sentences/sentence-end.ts';
import { isSwahiliByline } from '../../text/swahili-bylines.ts';
import { nameAboveDate, nameBeforeLabel, nameBelowLabel } from './name-lines.ts';

/** An article without the byline and date above its text. */
export interface WithoutByline {
  authors: string[];
  items: Item[];
}

/** Removes the byline and the date line at the top of an article, and reads the authors; `marked` are those that the page marks up. */
export function extractByline(items: readonly Item[], marked: readonly string[]): WithoutByline {
  const authors: string[] = [];
  const rest: Item[] = [];
  let atTop = true;
  // A date after the last text is that of a letter or notice, below the signature.
  const last = items.findLastIndex((item) => item.kind === 'block' && isSentence(item));
  for (const [at, item] of items.entries()) {
    const isTop = atTop && (last < 0 || at < last) && !isDateOfEvent(items[at - 1]);
    const names = isTop
      ? (nameBelowLabel(lineOf(items[at - 1]), lineOf(item)) ?? readTop(items.slice(at, at + 3), marked))
      : undefined;
    if (names) append(authors, names);
    else rest.push(item);
    if ((item.kind === 'heading' && item.level > 1 && !names) || (item.kind === 'block' && !names && isLong(item)))
      atTop = false;
  }
  const isNamed = authors.length > 0 || marked.length > 0;
  return { authors: isNamed ? authors : openingNames(rest), items: rest };
}

/** The reporters whom the first paragraph names before its first sentence. */
function openingNames(items: readonly Item[]): string[] {
  const first = items.find((item) => item.kind === 'block' && item.block.kind === 'paragraph');
  return first?.kind === 'block' && first.block.kind === 'paragraph'
    ? readReporterOpening(textOf(first.block.spans))
    : [];
}

const EVENT_LABEL =
  /^(?:date|when|time|datum|wann|date et heure|quand|fecha|cuándo|data|quando|日時|開催日)\s*[:：]?$/iu;

/** Whether the date after an item is that of an event: the item is its label. */
function isDateOfEvent(label: Item | undefined): boolean {
  return (
    label?.kind === 'block' && label.block.kind === 'paragraph' && EVENT_LABEL.test(textOf(label.block.spans).trim())
  );
}

function isSentence({ block }: Extract<Item, { kind: 'block' }>): boolean {
  return block.kind !== 'paragraph' || endsWithStop(textOf(block.spans));
}

/** Reads the first of three items. */
function readTop(items: readonly Item[], marked: readonly string[]): string[] | undefined {
  const [item, next] = items;
  if (item === undefined) return undefined;
  if (nameBelowLabel(lineOf(item), lineOf(next))) return [];
  if (repeatsNames(item, marked)) return [];
  const names = readTopLine(item);
  if (names) return names;
  const [line = '', ...below] = items.map(lineOf);
  if (isSwahiliByline(line, below)) return namesIn(line);
  return marked.length === 0 ? nameAboveDate([line, ...below]) : undefined;
}

function lineOf(item: Item | undefined): string {
  return item?.kind === 'block' && item.block.kind === 'paragraph' ? textOf(item.block.spans).trim() : '';
}

const BESIDE_NAMES =
  /(?<!\p{L})(?:by|on|at|and|from|von|und|par|et|por|y|di|e|av|og|och|in|\d+|min(?:utes?|uten)?|read|lesezeit|updated|published|posted|submitted|written|follow|share|listen|save|author|作者|记者|記者|文|기자|오전|오후|입력|수정)(?!\p{L})/giu;

/** Whether a short line or list says only who wrote the article: the names that the page marks up, labels and dates. */
function repeatsNames(item: Item, marked: readonly string[]): boolean {
  if (item.kind === 'heading') return item.level > 1 && item.title !== null && marked.includes(item.title);
  if (marked.length === 0 || item.kind !== 'block' || item.block.kind === 'table' || isLong(item)) return false;
  const lines = runsOf(item.block).flatMap((run) => textOf(run).split('\n'));
  const others = lines.filter((line) => !isDateLine(line) && !isControlLabel(line)).join(' ');
  const rest = marked.reduce((text, name) => text.replaceAll(name, ' '), others);
  const words = rest.replace(BESIDE_NAMES, '').match(/\p{L}+/gu) ?? [];
  return (
    rest !== others &&
    (words.every((word) => isCalendarWord(word.toLowerCase()) || isOutletWord(word)) || marked.some(isGluedTo(others)))
  );
}

/** Whether a line is a name and a place or a role, as elements of a byline are side by side: "Ann LeeBergen", "Ann Lee Reporting from Bergen". */
function isGluedTo(line: string): (name: string) => boolean {
  return (name) => line.startsWith(name) && /^ ?\p{Lu}\p{L}*(?: \p{L}+){0,3}$/u.test(line.slice(name.length));
}

/** A longer block is text; a category or a standfirst may be above the date. */
const MAX_TOP_BLOCK_UNITS = 160;

function isLong(item: Extract<Item, { kind: 'block' }>): boolean {
  return runsOf(item.block).reduce((sum, run) => sum + textOf(run).length, 0) > MAX_TOP_BLOCK_UNITS;
}

/** Reads the names in a short list of an author, a role and a date. */
function readTopList(lines: readonly string[]): string[] | undefined {
  if (lines.length > 4) return undefined;
  const others = lines.filter((line) => !isDateLine(line));
  return others.length === 0 ? [] : readByline(others.join(' '));
}

/** Between a role and a date that only the style of the page sets apart: "correspondent3 May 2021". */
const GLUED_DATE = /(?<=\p{Ll}{3})(?=\d{1,2}[ ./]\s?[\p{L}\d])/u;

/** Reads the names in a line with a date; undefined for any other item. */
function readTopLine(item: Item): string[] | undefined {
  if (item.kind !== 'block') return undefined;
  if (item.block.kind === 'list') return readTopList(item.block.items.map(textOf));
  if (item.block.kind !== 'paragraph') return undefined;
  const text = textOf(item.block.spans).replace(GLUED_DATE, ' ');
  if (text.length > MAX_TOP_BLOCK_UNITS) return undefined;
  if (COUNTER.test(text) || LABEL_ALONE.test(text)) return [];
  const named = readByline(text);
  if (named) return named;
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const several = lines.length === 1 ? undefined : readBylines(lines);
  // Below, one of the lines or fields is a date.
  if (several || !/\p{Nd}/u.test(text)) return several;
  const dated = (lines.length === 1 ? readBylineAndDate(text) : undefined) ?? readFields(text);
  if (dated) return dated;
  const others = lines.filter((line) => !isDateLine(line));
  if (others.length === lines.length || others.length > 1 || others.some(endsWithStop)) return undefined;
  return others.flatMap(namesIn);
}

const FIELD_MARK = /[·•|｜]|\s\/\s/u;
const BETWEEN_FIELDS = /\s*[·•|｜]\s*|\s\/\s/u;
/** An agency beside the name. */
const AGENCY = /^\p{Lu}{2,6}$/u;
const SOURCE_FIELD = /^(?:source|quelle|fuente|fonte|来源|來源)\s*[:：]\s*.{2,40}$/iu;
/** A longer field beside a date is text, in UTF-16 units. */
const MAX_NAME_UNITS = 20;

/** Reads the names in a line of a date and the source or who published it, with a mark between; undefined for any other line. */
function readFields(line: string): string[] | undefined {
  if (!FIELD_MARK.test(line)) return undefined;
  const fields = line.split(BETWEEN_FIELDS);
  const others = fields.filter((field) => !isDateLine(field) && !isMetaLine(field));
  if (others.length === fields.length || others.length === 0) return undefined;
  if (others.every((field) => SOURCE_FIELD.test(field))) return [];
  const people = others.filter((field) => !AGENCY.test(field));
  const [name = '', ...more] = people.length > 0 ? people : others;
  return more.length === 0 && name.length <= MAX_NAME_UNITS && isName(name) ? namesIn(name) : undefined;
}

/** "1.2K": how many liked it. A bare number may be that of a part. */
const COUNTER = /^\d{1,3}(?:[.,]\d{1,3})?\s?[KkMm万萬]$/u;

/** A label whose name or category is an element of its own. */
const LABEL_ALONE =
  /^(?:by|in|on|von|par|por|di|door|av|af|(?:by )?(?:our )?(?:staff|special|web|news) (?:reporter|writer|correspondent|desk))$/iu;

/** A longer line is no byline with a date, in words. */
const MAX_WORDS = 24;

/** Reads the names in a line with a date before or after them: "3 May 2021, 09:52 Author: Ann Lee"; undefined for any other. */
function readBylineAndDate(line: string): string[] | undefined {
  const words = line.split(/\s+/u);
  if (words.length > MAX_WORDS) return undefined;
  const part = (from: number, to?: number) => words.slice(from, to).join(' ');
  for (let at = words.length - 1; at > 0; at -= 1) {
    if (isDateLine(part(0, at))) return readByline(part(at)) ?? (isOutletWord(part(at)) ? [] : undefined);
    const date = part(words.length - at);
    if (isDateLine(date))
      return readByline(part(0, words.length - at)) ?? nameBeforeLabel(part(0, words.length - at), date);
  }
  return undefined;
}

const PICTURES_BY = /^(?:photographs?|photography|photos?|pictures?|illustrations?|drawings?|video)\s+(?=by\s)/iu;

/** Reads several lines that each name who made the text or the pictures; undefined if one of them is text. */
function readBylines(lines: readonly string[]): string[] | undefined {
  const names = lines.map((line) => readByline(line.replace(PICTURES_BY, '')));
  return names.some((of) => of === undefined) ? undefined : [...new Set(names.flatMap((of) => of ?? []))];
}
