import { toHour } from './clock-times.ts';
import type { Item, Kind } from './item.ts';
import { type Context, near } from './neighbours.ts';

/** Nobody wants a digest in an hour before it without saying so. */
export const MIN_CLEAR_HOUR = 6;

/** A number is an hour if no full time is told, or it is that of another day, and no topic stands beside it. */
export function resolveNumber(item: Item, context: Context): Omit<Item, 'kind'> & { kind: Kind | 'unknown' } {
  const { items, at } = context;
  const [before, next] = [items[at - 1]?.kind ?? '', items[at + 1]?.kind ?? ''];
  const hour = item.number ?? 24;
  if (at === 0 && hour > 0 && isLineHere(hour, context)) return { ...item, kind: 'line' };
  const isBeside = [before, next].some((kind) => /^(?:word|quoted|heads|stop|odd)$/u.test(kind));
  const isOfDay = before === 'days' && /^(?:comma|and)?$/u.test(next);
  const isTold = !isOfDay && items.some(({ kind }) => kind === 'clock');
  const isHour = hour < 24 || (hour > 99 && /^(?:days|daily|zone|at)$/u.test(before));
  return { ...item, ...((!isTold && !isBeside && isHour && toHour(hour)) || { kind: 'unknown' }) };
}

/** A number at the start is that of a subscription before a time, and if it is hardly an hour before what else can change. */
function isLineHere(hour: number, context: Context): boolean {
  const [next, second] = context.items.slice(1);
  if (next?.kind === 'clock' || (next?.kind === 'at' && second?.kind === 'clock')) return true;
  return hour < MIN_CLEAR_HOUR && /^(?:not|headlines|brief|full)$/u.test(near(context, 1).item?.kind ?? '');
}
