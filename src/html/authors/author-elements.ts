import { isBylineLabel, namesIn } from '../../text/bylines.ts';
import { collapseSpace } from '../../text/collapse-space.ts';
import { isName } from '../../text/names.ts';
import { pattern } from '../../text/pattern.ts';
import { rememberTests } from '../../text/remembered-test.ts';
import { isUserName, withoutAt } from '../../text/user-names.ts';
import { type Element, findAllBelow, findBelow, textUpTo, walk } from '../tree/dom.ts';
import { AUTHOR_PATH } from './author-path.ts';

const NAME_CLASSES = rememberTests(
  /(?:^|[\s_-])(?:author[-_]{0,2}name|rich_media_meta_text|by-?line-?name|byline__name|writer-?name|reporter-?name|contributor-?name|journalist-?name|person-?name|name-?author|fn)(?=$|[\s_-])/i,
);
const BYLINE_CLASSES = rememberTests(
  pattern('i')`
    (?:^|[\s_-])(?<!(?:photo|foto|image|img|picture|caption|credit|comment|reply)s?(?:[_-]\w{1,12})?[_-]{1,2})(?:
      by-?lines?|authors?|autor(?:en|in|es|a)?|auteurs?|autor[ei]|writers?|reporters?|journalists?|contributors?
      |published-?by|written-?by|posted-?by|post-?author|meta-?author|single-?author|submitted|createdby
      |rich_media_meta_text
    )(?=
      $
      |[\s_-](?!
        (?:
          notes?|comments?|bio|description|location|place|city|e?-?mail|twitter|title|desk|related|more|roles?
          |jobs?|position|(?:info-)?(?:badge|detail)|avatar|box|card|more
        )(?![a-z])
      )
    )
  `,
);
const CAMEL_CASE = /([a-z])([A-Z])/g;
/** A byline is at most this long, in UTF-16 units. */
const MAX_BYLINE_UNITS = 200;
const MAX_NAME_UNITS = 60;

function classesOf(element: Element): string {
  const { attribs } = element;
  const names = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''} ${attribs['data-testid'] ?? ''} ${attribs['data-test'] ?? ''} ${attribs['data-component'] ?? ''} ${attribs['data-manual'] ?? ''} ${attribs['aria-labelledby'] ?? ''}`;
  return names.length > 6 ? names.replace(CAMEL_CASE, '$1-$2') : '';
}

/** Whether an element is marked up as a byline: the names in it, with or without labels, roles and a date. */
export function isByline(element: Element): boolean {
  if (
    element.name === 'address' ||
    /\bauthor\b/.test(`${element.attribs['rel'] ?? ''} ${element.attribs['itemprop'] ?? ''}`)
  )
    return true;
  return BYLINE_CLASSES.test(classesOf(element));
}

/** Whether an element is marked up as one author's name, wherever it is. */
function isMarkedName(element: Element): boolean {
  const { attribs, name } = element;
  if (/\bauthor\b/.test(attribs['rel'] ?? '')) return true;
  if (/\bauthor\b/.test(attribs['itemprop'] ?? '')) return findNameProperty(element) === undefined;
  if (attribs['itemprop'] === 'name') return isInAuthor(element);
  if (/(?:^|\s)(?:schema|foaf):Person(?:\s|$)/.test(attribs['typeof'] ?? '')) return true;
  if (name === 'a' && AUTHOR_PATH.test(attribs['href'] ?? '') && standsAlone(element)) return true;
  return NAME_CLASSES.test(classesOf(element)) && !hasLinkInside(element);
}

function findNameProperty(element: Element): Element | undefined {
  return textUpTo(element, MAX_BYLINE_UNITS) === undefined
    ? undefined
    : findAllBelow(element, ({ attribs }) => attribs['itemprop'] === 'name')[0];
}

function isInAuthor({ parent }: Element): boolean {
  let node = parent;
  for (let level = 0; level < 4 && node.type !== 'root'; level += 1) {
    if (/\b(?:author|creator)\b/.test(node.attribs['itemprop'] ?? '')) return true;
    node = node.parent;
  }
  return false;
}

/** Whether the text around a link is only a label ("by") or a conjunction, not a sentence about the person. */
function standsAlone({ prev, next, parent }: Element): boolean {
  if (parent.type === 'tag' && parent.name === 'p' && textUpTo(parent, MAX_BYLINE_UNITS) === undefined) return false;
  const before = prev?.type === 'text' ? collapseSpace(prev.data) : '';
  const after = next?.type === 'text' ? collapseSpace(next.data) : '';
  return (
    (before.length <= 3 || isBylineLabel(before)) &&
    after.length <= 40 &&
    !/^\p{Ll}{3,}.*\p{Ll} \p{Ll}+ \p{Ll}/u.test(after)
  );
}

function hasLinkInside(element: Element): boolean {
  for (let node = element.firstChild; node; node = node.next) if (node.type === 'tag' && node.name === 'a') return true;
  return false;
}

/** The names that are marked up in a byline, or in an element that is a name itself; none if only its text names them. */
export function markedNames(byline: Element): string[] {
  if (textUpTo(byline, MAX_BYLINE_UNITS) === undefined) return [];
  const elements = [...(isMarkedName(byline) ? [byline] : []), ...findAllBelow(byline, isMarkedName)];
  const names = elements
    .map(nameIn)
    .flatMap((name) => (isUserName(name.trim()) ? [withoutAt(name.trim())] : namesIn(name)));
  return [...new Set(names)].filter((name) => !names.some((other) => other !== name && name.includes(other)));
}

/** The text of a name; a raised number after it leads to a note. */
function nameIn(element: Element): string {
  const text = textUpTo(element, MAX_NAME_UNITS * 2) ?? '';
  return /\d/.test(text) && findBelow(element, ({ name }) => name === 'sup') ? linesOf(element).join(' ') : text;
}

const LABEL_LINE = /^(?:author|role|autor(?:in)?|auteur|autore|by|von|par|por|作者|记者|記者|文)\s*[,:：／/]?$/iu;
const LABELLED_LINE = /^(?:author|autor(?:in)?|auteur|autore|by|von|par|por|作者|记者|記者|文)[\s,:：／/]/iu;

/** The names in a byline: those marked up in it, else those that its text names. */
export function namesOf(byline: Element): string[] {
  const names = markedNames(byline);
  return names.length > 0 ? names : namesInByline(byline);
}

/** The names in the text of a byline; only the labelled ones if some lines have a label ("Author, Ann Lee", "Role, BBC News"). */
function namesInByline(byline: Element): string[] {
  const lines = linesOf(byline);
  const labelled = lines.filter((line) => LABELLED_LINE.test(line));
  if (labelled.length > 0) return labelled.flatMap(namesIn);
  const full = lines.filter((line) => isFullName(line) && !isRole(line));
  const isListed = lines.length > 1 && (lines.some(isRole) || full.length === lines.length);
  return isListed && full.length > 0 ? full : namesIn(lines.join(' '));
}

/** Whether a line beside a name is what the person does. */
function isRole(line: string): boolean {
  return ROLE.test(line);
}

const ROLE =
  /^BBC\b|\b(?:correspondent|editor|reporter|analyst|writer|columnist|journalist|producer|news|staff)(?:\s(?:in|at|for)\s.{2,30})?$|(?:संवाददाता|प्रतिनिधि|সংবাদদাতা|প্রতিবেদক|مراسلة?|رپورٹر|^כתבת?(?=[\s,]|$))/iu;

function isFullName(line: string): boolean {
  return /\p{L}\p{M}*\s\p{L}|^\p{Script=Han}{2,4}$/u.test(line) && !line.includes(',') && isName(line);
}

/** The texts of a short element, each label together with the text after it. */
function linesOf(element: Element): string[] {
  if (textUpTo(element, MAX_BYLINE_UNITS) === undefined) return [];
  const lines: string[] = [];
  walk(element, {
    // A raised number or a short link to the same page leads to the author's institute.
    enter: (element) => (element.name === 'sup' || isLinkToNote(element) ? 'skip' : undefined),
    leave: () => {},
    text: (text) => {
      const line = collapseSpace(text);
      if (line === '') return;
      const label = lines.at(-1) ?? '';
      if (LABEL_LINE.test(label)) lines[lines.length - 1] = `${label} ${line}`;
      else lines.push(line);
    },
  });
  return lines;
}

function isLinkToNote(element: Element): boolean {
  return (
    element.name === 'a' && element.attribs['href']?.startsWith('#') === true && textUpTo(element, 3) !== undefined
  );
}

/** Whether an element is a link to the page of an author with the name as its text, or a person of RDF. */
export function isNamedAuthor(element: Element): boolean {
  return (element.name === 'a' || 'typeof' in element.attribs) && isMarkedName(element);
}

/** Whether a box or list contains only the names, roles and date of a byline; a figure has the portrait too. */
export function isBylineBox(element: Element): boolean {
  if (element.name === 'figure' && findBelow(element, ({ name }) => name === 'address'))
    return textUpTo(element, MAX_BYLINE_UNITS) !== undefined;
  if (!/^(?:section|ul|ol|dl|div)$/.test(element.name)) return false;
  const label = element.attribs['aria-labelledby'] ?? '';
  if (
    !/by-?line/i.test(`${label} ${element.attribs['data-component'] ?? ''}`) &&
    !(element.name !== 'div' && element.name !== 'section' && isByline(element))
  )
    return false;
  return textUpTo(element, MAX_BYLINE_UNITS) !== undefined;
}
