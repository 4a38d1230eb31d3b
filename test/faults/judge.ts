import type { Delivered, Delivery } from '../../src/delivery/delivery.ts';
import type { Heard, Spot } from './places.ts';

/** What is wrong with what arrived; nothing where nothing is, and how many parts came twice for a reason. */
export interface Verdict {
  wrong: string[];
  doubled: number;
}

interface Trial {
  spot: Spot;
  delivery: Delivery | Delivered | undefined;
  /** What a place of this kind is shown by a bot that nobody killed, part by part. */
  reference: readonly string[];
  /** When each message of a Telegram chat arrived, in their order. */
  arrivedAt: readonly number[];
  /** When the bot was killed. */
  kills: readonly number[];
}

/** On a busy machine, what a bot sent before it was killed arrives up to this much later. */
const ARRIVAL_DELAY_MS = 1000;

/** Compares what arrived in a place with what should have. */
export function judge(trial: Trial): Verdict {
  const { spot, delivery } = trial;
  const where = JSON.stringify(spot.to);
  if (delivery === undefined) return { wrong: [`${where}: its edition is lost`], doubled: 0 };
  if (!('outcome' in delivery) || delivery.outcome !== 'sent') {
    const how = 'outcome' in delivery ? delivery.outcome : 'on its way';
    return { wrong: [`${where}: ${how}, ${delivery.failureReason ?? 'no reason'}`], doubled: 0 };
  }
  const ids = delivery.confirmedParts.flat();
  const mine =
    spot.kind === 'forum' ? spot.heard().filter((post) => post.some(({ id }) => ids.includes(id))) : spot.heard();
  const [heard = [], ...more] = mine;
  if (more.length > 0) return { wrong: [`${where}: it stands in ${mine.length} posts`], doubled: 0 };
  const walked = spot.kind === 'telegram' ? walk(heard, trial) : { kept: heard, doubled: 0, wrong: [] };
  const said = walked.kept.map(({ shown }) => shown);
  const wrong = [...walked.wrong];
  if (JSON.stringify(said) !== JSON.stringify(trial.reference)) {
    const order = said.map((one) => trial.reference.indexOf(one)).join(',');
    wrong.push(`of ${trial.reference.length} parts it shows ${order === '' ? 'none' : order}`);
  }
  const confirmed = walked.kept.map(({ id }) => id);
  if (JSON.stringify(confirmed) !== JSON.stringify(ids))
    wrong.push(`notes ${ids.join(',')}, shows ${confirmed.join(',')}`);
  return { wrong: wrong.map((what) => `${where}: ${what}`), doubled: walked.doubled };
}

/** Passes over the earlier copy of a part, where the bot was killed between it and the later one. */
function walk(heard: readonly Heard[], { arrivedAt, kills, delivery }: Trial) {
  const kept: Heard[] = [];
  const wrong: string[] = [];
  let doubled = 0;
  for (const [at, one] of heard.entries()) {
    const before = kept.at(-1);
    if (before?.shown === one.shown) {
      kept.pop();
      doubled += 1;
      const [from = 0, until = 0] = [arrivedAt[at - 1], arrivedAt[at]];
      if (!kills.some((kill) => from <= kill + ARRIVAL_DELAY_MS && kill <= until))
        wrong.push('a part came twice though nobody killed the bot');
      if (delivery?.confirmedParts.flat().includes(before.id)) wrong.push('a part came again that had been confirmed');
    }
    kept.push(one);
  }
  return { kept, wrong, doubled };
}

/** Posts of a forum that nobody's delivery knows: those of deliveries that were told twice. */
export function strayPosts(
  spots: readonly Spot[],
  deliveries: readonly (Delivery | Delivered | undefined)[],
): string[] {
  const known = new Set(deliveries.flatMap((delivery) => delivery?.confirmedParts.flat() ?? []));
  const forums = new Map(spots.filter(({ kind }) => kind === 'forum').map((spot) => [spot.to.chat, spot]));
  return [...forums].flatMap(([chat, spot]) =>
    spot
      .heard()
      .flat()
      .filter(({ id }) => !known.has(id))
      .map(({ id }) => `forum ${chat}: ${id} is nobody's`),
  );
}
