import { collapseSpace } from '../../text/collapse-space.ts';
import { isName } from '../../text/names.ts';
import { rememberTests } from '../../text/remembered-test.ts';
import { endsWithStop } from '../../text/sentences/sentence-end.ts';
import { attribute, type Element, findBelow, textBelow, textUpTo } from '../tree/dom.ts';
import { isCreditText } from './agencies.ts';

const CREDIT_NAMES = rememberTests(
  /(?:^|[\s_-])(?:credits?|copyrights?|(?:image|caption|img|photo)-?_*source|photo-?credit|photographer|fotograf\w*|(?:photo|image|caption)-?_*(?:author|by)|autor(?:ia)?|author|attribution|agency|rights)(?=$|[\s_-])/i,
);

/** A longer text is no credit, in UTF-16 units. */
const MAX_CREDIT_UNITS = 80;

/** Whether an element of a figure is marked up as the credit. */
export function isCredit(element: Element): boolean {
  if (element.name === 'cite' || attribute(element, 'role') === 'text') return true;
  if (element.name === 'figcaption' || findBelow(element, ({ name }) => name === 'figcaption')) return false;
  return CREDIT_PROPERTY.test(attribute(element, 'itemprop')) || CREDIT_NAMES.test(namesOf(element));
}

/** https://schema.org/ImageObject */
const CREDIT_PROPERTY = /^(?:creditText|copyrightHolder|copyrightNotice)$/;
const CAMEL_CASE = /([a-z])([A-Z])/g;

/** "widget__captionCredit" */
function namesOf(element: Element): string {
  return attribute(element, 'class').replace(CAMEL_CASE, '$1-$2');
}

/** Whether the last element of a caption, after a full sentence, is only who made the picture: "The pier. <small>Ann Lee</small>". */
export function isCreditAfterStop(element: Element, line: string): boolean {
  if (!MAKER_ELEMENTS.has(element.name) || !endsWithStop(line) || hasTextAfter(element)) return false;
  const text = collapseSpace(textUpTo(element, MAX_CREDIT_UNITS) ?? '');
  return /\p{L}\p{M}*\s\p{L}/u.test(text) ? isMaker(text) : isCreditText(text);
}

const MAKER_ELEMENTS = new Set(['span', 'small', 'em', 'i']);

function hasTextAfter({ next }: Element): boolean {
  for (let node = next; node; node = node.next) {
    if (node.type === 'text' && node.data.trim() !== '') return true;
    if (node.type === 'tag' && textBelow(node).trim() !== '') return true;
  }
  return false;
}

/** Whether a short text beside a caption is a person, an outlet or an agency. */
export function isMaker(text: string): boolean {
  if (text.length > MAX_CREDIT_UNITS || endsWithStop(text) || SENTENCE_WORDS.test(text)) return false;
  return isCreditText(text) || isName(text);
}

const SENTENCE_WORDS = /(?<!\p{L})\p{Ll}{2,}\s\p{Ll}{2,}\s\p{Ll}{2,}/u;
