import { inPart, toHour } from './clock-times.ts';
import type { Item } from './item.ts';
import { RULES, type Rule } from './rules.ts';

/** Replaces items by the phrases that they make: `half past eight in the evening` becomes one clock. */
export function combine(items: readonly Item[]): readonly Item[] {
  return joinHours(joinParts(RULES.reduce(applyRule, splitBothEnds(items))));
}

function applyRule(items: readonly Item[], { pattern, read }: Rule): readonly Item[] {
  const text = items.map(({ kind }) => `${kind} `).join('');
  const result: Item[] = [];
  let offset = 0;
  for (let at = 0; at < items.length; ) {
    pattern.lastIndex = offset;
    const taken = items.slice(at, at + (pattern.exec(text)?.[0] ?? '').split(' ').length - 1);
    const meaning = taken.length === 0 ? undefined : read(taken);
    const used = meaning === undefined ? items.slice(at, at + 1) : taken;
    const [first, last] = [used[0], used.at(-1)];
    if (first === undefined || last === undefined) break;
    result.push(meaning === undefined ? first : { ...meaning, start: first.start, end: last.end });
    at += used.length;
    offset += used.reduce((length, { kind }) => length + kind.length + 1, 0);
  }
  return result;
}

/** `早晚8点` is a morning and an evening with the same hour. */
function splitBothEnds(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item, at) => {
    if (item.kind !== 'bothEnds') return [item];
    const next = items[at + 1];
    const isHour = next?.kind === 'clock' || next?.kind === 'number';
    const part = (name: NonNullable<Item['part']>): Item => ({ ...item, kind: 'part', part: name });
    const noon = item.end - item.start > 2 ? [part('noon')] : [];
    return [part('morning'), ...(isHour ? [{ ...next, end: item.end }] : []), ...noon, part('evening')];
  });
}

/** A part of the day before days and a clock is that of the clock: `mỗi tối thứ sáu lúc 9 giờ`. */
function joinParts(items: readonly Item[]): readonly Item[] {
  const joined = [...items];
  for (const [at, { kind, part, start, end }] of items.entries()) {
    const next = items.findIndex((item, other) => other > at && !/^(?:days|at|filler)$/u.test(item.kind));
    const clock = items[next];
    const isApart = items.slice(at, next).some((item) => item.kind === 'days');
    if (kind !== 'part' || !isApart || clock?.isLoose !== true) continue;
    joined[next] = { ...clock, ...inPart(clock, part) };
    joined[at] = { kind: 'filler', start, end };
  }
  return joined;
}

/** Numbers in a list with a clock are hours too: `8, 12 and 18:00`. A part of the day applies to the clocks joined to it. */
function joinHours(items: readonly Item[]): readonly Item[] {
  const joined = [...items];
  for (let at = 0; at < joined.length; at += 1) joinHour(joined, at, -1);
  for (let at = joined.length - 1; at >= 0; at -= 1) joinHour(joined, at, 1);
  return joined;
}

function joinHour(items: Item[], at: number, toNeighbour: 1 | -1): void {
  const item = items[at];
  let next = at + toNeighbour;
  while (items[next]?.kind === 'and' || items[next]?.kind === 'comma') next += toNeighbour;
  const clock = items[next];
  if (item === undefined || next === at + toNeighbour || clock?.kind !== 'clock') return;
  const hour = item.kind === 'number' ? { ...item, ...(toHour(item.number ?? 0) ?? { kind: 'time' }) } : item;
  const isOpen = hour.kind === 'clock' && hour.part === undefined && hour.isLoose === true;
  items[at] = toNeighbour < 0 && isOpen ? { ...hour, ...inPart(hour, clock.part) } : hour;
}
