import type { PartOfDay, Style, Unit, WordKind, Words } from './lexicon/lexicon.ts';

/** What a token or a phrase is. A `frequency` is one that no schedule has, and a `time` one that no clock has. */
export type Kind =
  | WordKind
  | Words<'clock days part number place zone source quoted unwanted line odd comma count window time word pictures'>;

/** A piece of a request with its meaning. Which values it has depends on its kind. */
export interface Item {
  kind: Kind;
  /** Where it is in the text. */
  start: number;
  end: number;
  /** Of a clock: minutes after midnight. */
  minutes?: number;
  /** Of a clock: it is an hour from 1 to 12 without am or pm. */
  isLoose?: boolean;
  number?: number;
  days?: readonly number[];
  part?: PartOfDay;
  /** Of a place or zone: the IANA zones that it may mean. */
  zones?: readonly string[];
  /** Of a topic or site: its name. */
  words?: string;
  /** Of a filler: before a length it means “from now”. */
  isFromNow?: true;
  unit?: Unit;
  style?: Style;
}
