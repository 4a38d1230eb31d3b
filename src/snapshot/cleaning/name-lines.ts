import { namesIn } from '../../text/bylines.ts';
import { isDateLine } from '../../text/date-lines.ts';
import { isName } from '../../text/names.ts';
import { endsWithStop } from '../../text/sentences/sentence-end.ts';

const NAME = "\\p{Lu}[\\p{L}.’'-]+(?: (?:\\p{Lu}[\\p{L}.’'-]*|van|von|der|bin)){1,3}";
const FULL_NAMES = new RegExp(`^${NAME}(?:(?:,| and| und| et| y| e| och| og| &) ${NAME}){0,2}$`, 'u');
/** The last word of a section of a site or a kind of text. */
const NO_SURNAME =
  /(?<!\p{L})(?:news|releases?|statements?|reports?|reviews?|stor(?:y|ies)|features?|updates?|notices?|events?|blog|press|life|sports?|politics|business|culture|opinion|world|stampa|prensa|presse|mitteilung|meldung(?:en)?|nachrichten|notizie|noticias|новости|новини)$/iu;

/** The name in a line of its own, directly above a full date; a place would be named in the text below. */
export function nameAboveDate([name = '', date = '', below = '']: readonly string[]): string[] | undefined {
  if (!isName(name) || !FULL_NAMES.test(name) || NO_SURNAME.test(name)) return undefined;
  return /\d{4}/.test(date) && isDateLine(date) && !below.includes(name) ? namesIn(name) : undefined;
}

/** A label above a name: "News provided by". */
const NAME_LABEL =
  /^(?:(?:(?:news|content|release|story|article) )?(?:provided|published|written|posted|reported|submitted|contributed) by|by|von|par|por|di|door|av|af|authors?|autor(?:in)?|auteur|autore|作者|记者|記者)\s*[:：]?$/iu;

/** The names in a line below such a label. */
export function nameBelowLabel(label: string, line: string): string[] | undefined {
  return NAME_LABEL.test(label) && isName(line) && !endsWithStop(line) ? namesIn(line) : undefined;
}

/** The names in front of a date with a label, "Ann Lee Published: 3 May 2021"; a date alone may be behind a place. */
export function nameBeforeLabel(name: string, date: string): string[] | undefined {
  return FULL_NAMES.test(name) && !NO_SURNAME.test(name) && /^\p{L}+[\p{L} ]*:/u.test(date) ? namesIn(name) : undefined;
}
