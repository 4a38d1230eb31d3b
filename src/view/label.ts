import type { Article, Section } from '../article/article.ts';
import type { Audience } from '../locales/audience.ts';
import { shorten } from '../text/shorten.ts';
import { widthOf } from '../text/width.ts';

/** The width of a button: about 28 Chinese characters. */
const BUTTON_COLUMNS = 56;
const TITLE_COLUMNS = 44;
const HEAD = /^(.+?)(?:[：｜|]|: | [-–—] )/u;

/** A button's label for something numbered. */
export function numberedLabel(number: number, text: string): string {
  return `${number} ${shorten(text, BUTTON_COLUMNS)}`;
}

/** A section's label in a list: its heading, or the start of its summary. */
export function sectionLabel(
  { number, title, summary, from }: Pick<Section, 'number' | 'title' | 'summary' | 'from'>,
  { t }: Audience,
): string {
  if (title !== null) return title;
  if (from === 'lead') return t('section.lead');
  return shorten(summary, BUTTON_COLUMNS) || t('section.part', { number });
}

/** A section's heading above its own text. */
function sectionHeading({ number, title }: Pick<Section, 'number' | 'title'>, { t }: Audience): string {
  if (title !== null) return title;
  return number === 0 ? t('section.lead') : t('section.part', { number });
}

/** The heading of a view of an article or section. */
export function partName({ title }: Pick<Article, 'title'>, section: Section | undefined, audience: Audience): string {
  return section ? `${shortTitle(title)} › ${sectionHeading(section, audience)}` : title;
}

/** A short title above a section: the part before a colon if it is long enough, else the start. */
function shortTitle(title: string): string {
  const head = HEAD.exec(title)?.[1] ?? '';
  return widthOf(head) >= 12 && widthOf(head) <= TITLE_COLUMNS ? head : shorten(title, TITLE_COLUMNS);
}
