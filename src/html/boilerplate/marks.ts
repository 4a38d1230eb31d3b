import { pattern } from '../../text/pattern.ts';
import { rememberTests } from '../../text/remembered-test.ts';
import { attribute, type Element, textUpTo } from '../tree/dom.ts';

const MARK_TAGS = new Set(['a', 'sup', 'span']);
const MARK_NAMES = rememberTests(
  pattern('i')`
    (?:^|\s)(?:
      mw-editsection\S*|editsection|edit-?(?:link|icon|btn|button)|reference|mw-cite-backlink|noprint
      |footnote-?(?:anchor|ref|reference|link|mark|backref|back)|fn-?ref|footref|note-?ref|easy-footnote\S*
      |headerlink|anchor(?:-?(?:link|js-link))?|heading-?(?:anchor|link)|permalink
    )(?=\s|$)
  `,
);
const MAX_MARK_UNITS = 24;
/** "1", "[2]", "*", "[citation needed]", "↩", "¶". */
const NOTE_NUMBER =
  /^\s*[[(（【]?\s*(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,5}|[a-z]|[ivxl]{1,5}|[*†‡§¶]+|(?:注|註|note)\s*\d{1,3})\s*[\])）】]?\s*$/iu;
const BACK = /^\s*(?:[↩↑⬆⤴⏎^¶]\ufe0e?\ufe0f?\s*)+$/u;
const ANCHOR = /^\s*[#¶§🔗]\ufe0f?\s*$/u;

/**
 * Whether an element is a mark beside the text instead of text: the number of a footnote, the way back from one, the anchor
 * of a heading, an edit link. The number in front of the note itself is text.
 */
export function isMark(element: Element): boolean {
  if (!MARK_TAGS.has(element.name)) return false;
  if (isHeadingControl(element)) return true;
  const names = attribute(element, 'class');
  if (names !== '' && MARK_NAMES.test(names)) return isShort(element) && !isOnlyAnchorName(element, names);
  if (attribute(element, 'role') === 'doc-noteref' || attribute(element, 'role') === 'doc-backlink') return true;
  if (element.name === 'sup') return isNoteReference(element);
  if (element.name !== 'a' || !attribute(element, 'href').includes('#')) return false;
  const text = textUpTo(element, MAX_MARK_UNITS) ?? '';
  return BACK.test(text) || (isReferenceId(element) && NOTE_NUMBER.test(text));
}

const HEADING_CONTROL = /^\s*(?:编辑|編輯|播报|播報|收听|讨论|討論|edit)\s*$/iu;

/** A button beside the words of a heading, made of a link to nowhere: "Edit". */
function isHeadingControl(element: Element): boolean {
  const { name, attribs, parent } = element;
  if (name !== 'a' || 'href' in attribs || parent.type !== 'tag' || !/^h[1-6]$/.test(parent.name)) return false;
  return HEADING_CONTROL.test(textUpTo(element, MAX_MARK_UNITS) ?? '');
}

function isShort(element: Element): boolean {
  return textUpTo(element, MAX_MARK_UNITS) !== undefined;
}

/** A generic name marks a real link or term as well: only a symbol or a number is a mark. */
function isOnlyAnchorName(element: Element, names: string): boolean {
  if (!/(?:^|\s)(?:anchor\S*|permalink|reference|heading-?link|noprint)(?=\s|$)/i.test(names) || element.name === 'sup')
    return false;
  const text = textUpTo(element, MAX_MARK_UNITS) ?? '';
  return text.trim() !== '' && !NOTE_NUMBER.test(text) && !BACK.test(text) && !ANCHOR.test(text);
}

/** A raised number in square brackets, or one that links to a note on the same page. */
function isNoteReference(sup: Element): boolean {
  const text = textUpTo(sup, MAX_MARK_UNITS);
  if (text === undefined || !NOTE_NUMBER.test(text)) return false;
  const { firstChild, parent } = sup;
  if (/^\s*\[\d{1,3}\]\s*$/.test(text)) return true;
  if (parent.type === 'tag' && parent.name === 'a' && isLinkToNote(parent)) return true;
  for (let node = firstChild; node; node = node.next) {
    if (
      node.type === 'tag' &&
      (isLinkToNote(node) || (node.firstChild?.type === 'tag' && isLinkToNote(node.firstChild)))
    )
      return true;
  }
  return false;
}

function isLinkToNote(element: Element): boolean {
  return element.name === 'a' && attribute(element, 'href').includes('#');
}

function isReferenceId(element: Element): boolean {
  return /^(?:fn-?ref|_?ftnref|cite_?ref|footnote-?(?:anchor|ref)|note-?ref|ref-)/i.test(
    attribute(element, 'id') || attribute(element, 'name'),
  );
}
