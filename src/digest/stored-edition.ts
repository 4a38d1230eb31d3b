import { z } from 'zod';
import { storedAddress, storedSelection } from '../subscription/stored-parts.ts';
import type { Edition } from './edition.ts';

const storedShape = z.looseObject({
  id: z.string(),
  subscription: z.string(),
  to: storedAddress,
  slot: z.iso.datetime(),
  after: z.number(),
  upTo: z.number(),
  selection: storedSelection,
  style: z.string(),
  language: z.string(),
  zone: z.string(),
});

/** An edition as JSON in a store. Its field names are older than those of `Edition`, and stay. */
export type StoredEdition = Omit<Edition, 'sendEmpty'> & { tellEmpty: boolean };

/** Converts an edition to its stored form, with the keys in their stored order. */
export function toStoredEdition({ sendEmpty, silent, forFollowers, withUpdates, ...rest }: Edition): StoredEdition {
  return { ...rest, tellEmpty: sendEmpty, silent, forFollowers, withUpdates };
}

/** Parses the JSON of a store. Throws if it is not that of an edition. */
export function parseStoredEdition(json: string): Edition {
  const value: unknown = JSON.parse(json);
  storedShape.parse(value);
  const { tellEmpty, ...rest } = value as StoredEdition;
  return { ...rest, sendEmpty: tellEmpty };
}
