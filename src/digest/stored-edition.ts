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

/** Parses the JSON of a store. Throws if it is not that of an edition. */
export function parseStoredEdition(json: string): Edition {
  const value: unknown = JSON.parse(json);
  storedShape.parse(value);
  return value as Edition;
}
