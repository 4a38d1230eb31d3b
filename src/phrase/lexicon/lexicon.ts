/** The words of a list with spaces between. */
export type Words<List extends string> = List extends `${infer First} ${infer Rest}` ? First | Words<Rest> : List;

const days = 'mon tue wed thu fri sat sun';
const groupsOfDays = 'weekdays weekends mwf';
const parts = 'smallHours dawn morning forenoon noon afternoon dusk evening night midnight';
const units = 'minute hour day week month year';
const styles = 'headlines brief full';
/** Classes whose words carry a value: a number, that the length after them counts from now (`in ten minutes`), or that they are a topic. */
const valued = 'numeral tens fromNow short name';
const plain =
  'daily weekly twice bothEnds frequency once vague breaking correction channel elsewhere picture every other ordinal times instant at and to between not outside filler from heads all half halfTo quarter past before oclock am pm top zoneWord stop';

/** The parts of a day that a word can name. Each has a default time. */
export type PartOfDay = Words<typeof parts>;
/** The lengths of time that a word can name. */
export type Unit = Words<typeof units>;
/** The styles of a digest that a word can name. */
export type Style = Words<typeof styles>;
/** The classes that are also the kind of an item. */
export type WordKind = Words<typeof plain> | Unit | Style | 'numeral';
/** What a word can be in a request. */
export type WordClass = WordKind | PartOfDay | Words<typeof days | typeof groupsOfDays | typeof valued>;

/** The classes that share a kind of item, in order. */
export const CLASSES = { days: split(days), parts: split(parts), units: split(units), styles: split(styles) };

/**
 * The words of a language by class: separated by spaces, with `_` for a space inside a phrase, in lower case and without the
 * accents of Latin letters. `numeral` has the words for 1, 2, … in order, `/` between synonyms, and `tens` those for 20, 30, … The words
 * of `fromNow` mean “from now” before a length (`in ten minutes`), and nothing elsewhere. `short` has the short names of the days, Monday first,
 * and `name` the topics that have words of the grammar in them (`black friday`).
 */
export type Lexicon = Readonly<Partial<Record<WordClass, string>>>;

function split<List extends string>(list: List): readonly Words<List>[] {
  return list.split(' ') as Words<List>[];
}
