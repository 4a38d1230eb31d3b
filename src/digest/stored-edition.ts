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
export type StoredEdition = Omit<Edition, 'sendEmpty' | 'withEdits'> & {
  tellEmpty: boolean;
  /** Missing if it is off, as in those of older versions. */
  withEdits?: boolean;
};

/** Converts an edition to its stored form, with the keys in their stored order. */
export function toStoredEdition({
  sendEmpty,
  silent,
  forFollowers,
  withUpdates,
  withEdits,
  ...rest
}: Edition): StoredEdition {
  return { ...rest, tellEmpty: sendEmpty, silent, forFollowers, withUpdates, ...(withEdits && { withEdits }) };
}

/** Parses the JSON of a store. Throws if it is not that of an edition. */
export function parseStoredEdition(json: string): Edition {
  const value: unknown = JSON.parse(json);
  storedShape.parse(value);
  const { tellEmpty, withEdits = false, ...rest } = value as StoredEdition;
  return { ...rest, sendEmpty: tellEmpty, withEdits };
}
