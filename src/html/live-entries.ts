import { collapseSpace } from '../text/collapse-space.ts';
import { rememberTests } from '../text/remembered-test.ts';
import type { MainContent } from './main-content.ts';
import { attribute, type Document, type Element, findAllBelow, textUpTo } from './tree/dom.ts';

/** A liveblog has at least this many entries. */
const MIN_ENTRIES = 3;
/** The time is at most this deep inside its entry. */
const MAX_LEVELS = 6;
/** The times that are read; later entries are part of the one before. */
const MAX_TIMES = 1000;
const MIN_ENTRY_CHARS = 30;
const MAX_LINK_SHARE = 0.5;
const MAX_TIME_UNITS = 60;

/**
 * Finds the entries of a liveblog with the time of each: elements of the same kind beside each other, each with a `<time>`
 * and a text that is not only links. Empty for any other article.
 */
export function findLiveEntries(page: MainContent): Map<Element, string> {
  const times = findAllBelow(page.root, isTime, page.skips).slice(0, MAX_TIMES);
  if (times.length < MIN_ENTRIES) return new Map();
  const groups = new Map<string, Map<Element, string>>();
  for (const time of times) {
    for (const candidate of ancestorsOf(time, page.root)) {
      const parent = candidate.parent.type === 'root' ? -1 : candidate.parent.index;
      const key = `${parent} ${candidate.name} ${firstName(candidate)}`;
      const group = groups.get(key) ?? new Map<Element, string>();
      groups.set(key, group);
      if (!group.has(candidate)) group.set(candidate, timeText(time));
    }
  }
  const live = [...groups.values()].filter((group) => isLive(group, page));
  return live.reduce((best, next) => (next.size > best.size ? next : best), new Map<Element, string>());
}

/** A `<time>`, or a time of day in an element that its class calls so. */
function isTime(element: Element): boolean {
  return element.name === 'time' || isNamedTime(element);
}

const TIME_NAMES = rememberTests(/(?:^|[\s_-])(?:time|timestamp|uhrzeit|hora|heure|ora|clock)(?=$|[\s_-])/i);
const TIME_OF_DAY =
  /^(?:[01]?\d|2[0-4])[:.：h][0-5]\d(?:\s?(?:[ap]\.?m\.?|uhr|h|utc|gmt|b?st|[cm]?e[sd]?t))?(?:\s?\(?[A-Z]{2,4}\)?)?$/iu;

/** Whether a `<div>` or `<span>` is the time of an entry. */
export function isNamedTime(element: Element): boolean {
  if (element.name !== 'span' && element.name !== 'div' && element.name !== 'p') return false;
  if (!TIME_NAMES.test(attribute(element, 'class'))) return false;
  return TIME_OF_DAY.test(collapseSpace(textUpTo(element, MAX_TIME_UNITS) ?? ''));
}

function isLive(group: ReadonlyMap<Element, string>, page: MainContent): boolean {
  if (group.size < MIN_ENTRIES) return false;
  return [...group].every(([element, time]) => {
    const { chars, linkChars } = page.statsOf(element);
    return time !== '' && chars >= MIN_ENTRY_CHARS && linkChars <= chars * MAX_LINK_SHARE;
  });
}

function ancestorsOf(time: Element, root: Document | Element): Element[] {
  const ancestors: Element[] = [];
  let node: Document | Element = time.parent;
  for (let level = 0; level < MAX_LEVELS && node !== root && node.type !== 'root'; level += 1) {
    if (/^(?:article|section|div|li)$/.test(node.name)) ancestors.push(node);
    node = node.parent;
  }
  return ancestors;
}

function firstName(element: Element): string {
  return attribute(element, 'class').split(/\s+/, 1)[0] ?? '';
}

/** "4 hours ago08:36": the age of an entry in an element of its own before its time. */
const AFTER_AGE = /^.*\p{L}((?:[01]?\d|2[0-4])[:.][0-5]\d)$/u;

/** The time as the page shows it, else the time of day in its `datetime`. */
function timeText(time: Element): string {
  const shown = collapseSpace(textUpTo(time, MAX_TIME_UNITS) ?? '');
  const clock = AFTER_AGE.exec(shown)?.[1] ?? shown;
  return clock === '' ? (/\d{2}:\d{2}/.exec(attribute(time, 'datetime'))?.[0] ?? '') : clock;
}
