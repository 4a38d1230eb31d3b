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
  | 'tens'
  | 'fromNow'
  | PlainClass;

/** The classes whose words carry no value. */
export type PlainClass =
  | 'unsupported'
  | 'once'
  | 'vague'
  | 'breaking'
  | 'channel'
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
 * accents of Latin letters. `numeral` has the words for 1, 2, … in order, `/` between synonyms, and `tens` those for 20, 30, … The words
 * of `fromNow` mean so before a length (`in ten minutes`), and else nothing.
 */
export type Lexicon = Readonly<Partial<Record<WordClass, string>>>;
