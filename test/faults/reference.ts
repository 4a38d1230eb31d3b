import { expect } from 'vitest';
import { endBot, settingsFor } from './bot.ts';
import type { Spot } from './places.ts';
import { beginRound } from './round.ts';

/** The parts that a place of each kind shows. */
export type Reference = Readonly<Record<Spot['kind'], readonly string[]>>;

/** What places of each kind are shown by a bot that nobody kills. */
export async function readReference(slot: Date): Promise<Reference> {
  const round = await beginRound({ spots: 8, slot });
  const bot = round.place.start([], settingsFor(round.platforms));
  await round.done();
  const { err, code } = await endBot(bot);
  expect([err, code]).toEqual(['', 0]);
  const shownIn = (kind: Spot['kind']): readonly string[] => {
    const [first = [], ...others] = round.spots.filter((spot) => spot.kind === kind).flatMap((spot) => spot.heard());
    const parts = first.map(({ shown }) => shown);
    for (const other of others) expect(other.map(({ shown }) => shown)).toEqual(parts);
    // Told from each other, and several.
    expect(new Set(parts).size).toBe(parts.length);
    expect(parts.length).toBeGreaterThan(2);
    return parts;
  };
  const reference = { telegram: shownIn('telegram'), discord: shownIn('discord'), forum: shownIn('forum') };
  await round.end();
  return reference;
}
