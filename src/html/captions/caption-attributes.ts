import { collapseSpace } from '../../text/collapse-space.ts';
import { attribute, type Element } from '../tree/dom.ts';
import { isCreditText } from './agencies.ts';
import { readCredit, withoutVerb } from './read-credit.ts';
import { type CaptionParts, splitCaption } from './split-caption.ts';

/** Reads the caption and credit that an `<img>` has as attributes. */
export function readCaptionAttributes(img: Element): CaptionParts {
  const { caption, credit } = splitCaption(textIn(img, 'data-caption'));
  const declared = textIn(img, 'data-credit');
  return { caption, credit: credit ?? (declared === '' ? creditIn(textIn(img, 'title')) : bareCredit(declared)) };
}

function textIn(img: Element, name: string): string {
  const text = collapseSpace(attribute(img, name));
  return text.includes('<') ? '' : text;
}

function bareCredit(text: string): string {
  return readCredit(text) ?? withoutVerb(text);
}

/** A title is often the description or the name of the page: only what is a credit by its label or an agency counts. */
function creditIn(title: string): string | null {
  const { credit } = splitCaption(title);
  if (credit === null) return null;
  const before = title.slice(0, title.lastIndexOf(credit));
  return isCreditText(credit) || /[:：＝=©]\s*$/u.test(before) ? credit : null;
}
