import { cutOffset } from '../../../src/text/cut-offset.ts';
import { toSafeText } from '../../../src/text/safe-text.ts';
import type { Picture } from '../../../src/view/view.ts';
import type { Shown } from './components.ts';
import { isShowable } from './linkable.ts';
import { toMarkdown } from './markdown.ts';
import { linkRuns, type Run, run, small } from './paragraph.ts';

const MAX_DESCRIPTION = 1024;
/** A picture whose link takes more leaves too little room for what else is said; it is a link at once. */
const MAX_LINK = 3000;

/** A picture as Discord shows it, or undefined where it would refuse it. The description is cut to what Discord takes. */
export function toShown({ url }: Picture, words: string): Shown | undefined {
  const said = toSafeText(words).trim();
  const description = said.length > MAX_DESCRIPTION ? `${said.slice(0, cutOffset(said, MAX_DESCRIPTION - 1))}…` : said;
  const shown = { url, description };
  return isShowable(url) && pictureLink(shown).length <= MAX_LINK ? shown : undefined;
}

/** Whether a picture's description would have to be cut. */
export function isLong(words: string): boolean {
  return toSafeText(words).trim().length > MAX_DESCRIPTION;
}

/** What stands in a picture's place where it cannot be shown: what it shows, linked to it, as Markdown. */
export function pictureLink({ url, description }: Shown): string {
  return toMarkdown([small(pictureRuns(description, url))]);
}

/** What a picture shows, linked to it. */
export function pictureRuns(words: string, url: string): Run[] {
  return [run('🖼 '), ...linkRuns(words, url)];
}
