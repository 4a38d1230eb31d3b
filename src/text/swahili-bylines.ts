/** "Na Amina Juma": a name of two words behind the label, since "Na" may be a name too. */
const LABEL = /^(?:[Nn]a|NA|[Ii]meandikwa na|IMEANDIKWA NA)\s+(?=\p{Lu}\S*\s\p{Lu})/u;
const AND = /\s+(?:na|NA)\s+(?=\p{Lu})/gu;
const NAME = "\\p{Lu}[\\p{L}.’'-]*(?:\\s\\p{Lu}[\\p{L}.’'-]*){1,3}";
const BYLINE = new RegExp(
  `${LABEL.source}${NAME}(?:\\s+(?:na|NA)\\s+${NAME}|,\\s*${NAME}){0,3}(?:\\s*[,–—-]\\s*[^,.]{2,40})?$`,
  'u',
);
/** Words that most sentences have. */
const WORDS = /(?<!\p{L})(?:ya|wa|kwa|katika|kuwa|cha|vya|hii|huyo|hayo|bila|lakini)(?!\p{L})/giu;
const MIN_WORDS = 2;

/** The names in a Swahili byline, with commas between them; any other text as it is. */
export function withoutSwahiliLabel(text: string): string {
  return LABEL.test(text) ? text.replace(LABEL, '').replaceAll(AND, ', ') : text;
}

/** Whether a line is a byline above text in Swahili: "Na" begins headings in other languages. */
export function isSwahiliByline(line: string, below: readonly string[]): boolean {
  return BYLINE.test(line) && new Set(below.join(' ').toLowerCase().match(WORDS)).size >= MIN_WORDS;
}
