import { type Run, run } from '../../../src/messaging/rich-text.ts';
import { cutOffset } from '../../../src/text/cut-offset.ts';
import { toSafeText } from '../../../src/text/safe-text.ts';
import type { Picture } from '../../../src/view/view.ts';
import type { Media } from './components.ts';
import { isShowable } from './linkable.ts';
import { toMarkdown } from './markdown.ts';
import { linkRuns, small } from './paragraph.ts';

const MAX_DESCRIPTION = 1024;
/** A picture with a longer link leaves too little room for other text; it becomes a link at once. */
const MAX_LINK = 3000;

/** A picture with its description cut to Discord's limit; undefined where Discord would refuse it. */
export function toMedia({ url }: Picture, words: string): Media | undefined {
  const text = toSafeText(words).trim();
  const description = text.length > MAX_DESCRIPTION ? `${text.slice(0, cutOffset(text, MAX_DESCRIPTION - 1))}…` : text;
  const media = { url, description };
  return isShowable(url) && pictureLink(media).length <= MAX_LINK ? media : undefined;
}

/** Whether Discord's limit would cut a picture's description. */
export function isTooLongForAlt(words: string): boolean {
  return toSafeText(words).trim().length > MAX_DESCRIPTION;
}

/** The Markdown that replaces a picture which cannot be displayed: its description, linked to it. */
export function pictureLink({ url, description }: Media): string {
  return toMarkdown([small(pictureRuns(description, url))]);
}

/** The description of a picture, linked to it. */
export function pictureRuns(words: string, url: string): Run[] {
  return [run('🖼 '), ...linkRuns(words, url)];
}
