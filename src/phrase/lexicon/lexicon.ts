/** The parts of a day that a word can name. */
export type PartOfDay =
  | 'smallHours'
  | 'dawn'
  | 'morning'
  | 'forenoon'
  | 'noon'
  | 'afternoon'
  | 'dusk'
  | 'evening'
  | 'night'
  | 'midnight';

/** What a word can be in a request. The parts of a day are also their default times. */
export type WordClass =
  | 'mon'
  | 'tue'
  | 'wed'
  | 'thu'
  | 'fri'
  | 'sat'
  | 'sun'
  | 'weekdays'
  | 'weekends'
  | 'mwf'
  | 'daily'
  | 'weekly'
  | 'twice'
  | PartOfDay
  | 'bothEnds'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year'
  | 'headlines'
  | 'brief'
  | 'full'
  | 'numeral'
  | PlainClass;

/** The classes whose words carry no value. */
export type PlainClass =
  | 'unsupported'
  | 'once'
  | 'vague'
  | 'every'
  | 'other'
  | 'ordinal'
  | 'times'
  | 'instant'
  | 'at'
  | 'and'
  | 'to'
  | 'between'
  | 'not'
  | 'outside'
  | 'filler'
  | 'from'
  | 'heads'
  | 'all'
  | 'half'
  | 'halfTo'
  | 'quarter'
  | 'past'
  | 'before'
  | 'oclock'
  | 'am'
  | 'pm'
  | 'top'
  | 'zoneWord'
  | 'stop';

/**
 * The words of a language by class: separated by spaces, with `_` for a space inside a phrase, in lower case and without the
 * accents of Latin letters. `numeral` has the words for 1 to 12 in order, `/` between synonyms.
 */
export type Lexicon = Readonly<Partial<Record<WordClass, string>>>;
