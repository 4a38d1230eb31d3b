import type { Delivered, Delivery } from '../../src/delivery/delivery.ts';
import type { Heard, Spot } from './places.ts';

/** What is wrong with the edition of a place where any answer may have been lost; nothing if all is well. */
export function compareSpot(
  spot: Spot,
  delivery: Delivery | Delivered | undefined,
  reference: readonly string[],
): string[] {
  const where = JSON.stringify(spot.to);
  if (delivery === undefined) return [`${where}: its edition is lost`];
  const outcome = 'outcome' in delivery ? delivery.outcome : 'on its way';
  if (outcome !== 'sent') return [`${where}: ${outcome}, ${delivery.failureReason ?? 'no reason'}`];
  const ids = delivery.confirmedParts.flat();
  const heard = spot.heard().find((post) => post.some(({ id }) => ids.includes(id))) ?? [];
  const wrong = [
    ...ids.filter((id) => !heard.some((one) => one.id === id)).map((id) => `${id} is confirmed, but no message`),
    ...reference.flatMap((shown, part) => comparePart(spot, { copies: copiesOf(heard, shown), ids, part })),
    ...heard.filter(({ shown }) => !reference.includes(shown)).map(({ id }) => `${id} shows something else`),
  ];
  const parts = heard.filter(({ id }) => ids.includes(id)).map(({ shown }) => reference.indexOf(shown));
  if (parts.some((part, at) => part < (parts[at - 1] ?? 0))) wrong.push(`its parts come as ${parts.join(', ')}`);
  return wrong.map((what) => `${where}: ${what}`);
}

function copiesOf(heard: readonly Heard[], shown: string): string[] {
  return heard.filter((one) => one.shown === shown).map(({ id }) => id);
}

interface Part {
  /** The messages that show it, in order. */
  copies: readonly string[];
  /** All confirmed messages. */
  ids: readonly string[];
  part: number;
}

/** On Telegram a part may come again until one copy is confirmed, and not after that; elsewhere it comes once. */
function comparePart({ kind }: Spot, { copies, ids, part }: Part): string[] {
  const confirmed = copies.findIndex((id) => ids.includes(id));
  if (copies.length === 0) return [`part ${part} is lost`];
  const most = kind === 'telegram' && confirmed >= 0 ? confirmed + 1 : 1;
  return copies.length > most ? [`part ${part} came ${copies.length} times, and ${most} at most is right`] : [];
}
