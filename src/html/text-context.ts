import { attribute, type Element } from './dom.ts';
import type { ElementStats } from './element-stats.ts';

/** What the text inside an element is. */
export type TextContext = 'heading' | 'quote' | 'pre' | 'caption' | 'byline';

const BYLINE_NAMES = /(?:^|[\s_-])(?:byline|by-line|author|authors|writer|reporter)(?=$|[\s_-])/i;
const CAPTION_NAMES =
  /(?:^|[\s_-])(?:wp-caption-text|caption|image-?caption|img-?caption|photo-?caption|imagecaption|cutline)(?=$|[\s_-])/i;

/** What the text inside the element is, where that is not a plain paragraph. */
export function textContextOf(element: Element): TextContext | undefined {
  if (/^h[1-6]$/.test(element.name)) return 'heading';
  if (element.name === 'blockquote') return 'quote';
  if (element.name === 'pre') return 'pre';
  const names = attribute(element, 'class');
  if (element.name === 'figcaption' || CAPTION_NAMES.test(names)) return 'caption';
  const isAuthor = /\bauthor\b/.test(`${attribute(element, 'rel')} ${attribute(element, 'itemprop')}`);
  return isAuthor || BYLINE_NAMES.test(names) || element.name === 'address' ? 'byline' : undefined;
}

const GOES_ON = /^\s*(?!(?:and|und|et|am|on|in|at|před|vor)\b)[\p{Ll}\p{Script=Han}].*[.。!！?？…]\s*$/su;

/** Whether a sentence goes on behind an element that stands in a line. */
export function leadsIntoSentence({ next }: Element): boolean {
  return next?.type === 'text' && GOES_ON.test(next.data);
}

const BESIDE_CODE = new Set(
  'gutter lineno linenos line-number line-numbers rouge-gutter code__header code-header copy-button lang-label'.split(
    ' ',
  ),
);

/** A date in a sentence has its words around it; one that stands by itself says when the page was written. */
const AROUND_DATE = /^\s*[,.;，。；、]|^\s+(?!(?:and|by|von|par|por|in|at|am|on)\b)\p{Ll}|^\p{Script=Han}/u;

/** Times are dates, not text; line numbers and a frame's title are not program text. */
export function isLeftOut(element: Element, { chars, paragraphs }: ElementStats): boolean {
  if (element.name === 'time') return chars <= MOST_DATE && paragraphs === 0 && !isInSentence(element);
  return attribute(element, 'class')
    .split(/\s+/)
    .some((name) => BESIDE_CODE.has(name));
}

/** A `<time>` that says more was never ended, in UTF-16 units. */
const MOST_DATE = 80;

function isInSentence({ next }: Element): boolean {
  return next?.type === 'text' && AROUND_DATE.test(next.data);
}

/** Which of these places the walk stands in. */
export interface OpenContexts {
  open(element: Element, place: TextContext): void;
  /** The place that ends with this element, if one does. */
  close(element: Element): TextContext | undefined;
  /** The innermost element of a kind that the walk stands in. */
  innermost(place: TextContext): Element | undefined;
}

/** Starts outside of all places; each question takes the same time at any depth. */
export function createOpenContexts(): OpenContexts {
  const all: { element: Element; place: TextContext }[] = [];
  const byPlace: Record<TextContext, Element[]> = { heading: [], quote: [], pre: [], caption: [], byline: [] };
  return {
    open(element, place) {
      all.push({ element, place });
      byPlace[place].push(element);
    },
    close(element) {
      const last = all.at(-1);
      if (last?.element !== element) return undefined;
      all.pop();
      byPlace[last.place].pop();
      return last.place;
    },
    innermost: (place) => byPlace[place].at(-1),
  };
}

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rb ruby s samp ' +
    'small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Whether an element ends the paragraph before it and its own. */
export function isBlock(element: Element): boolean {
  return !INLINE.has(element.name);
}

/** Two line breaks, or one before an indented line, end a paragraph as `<p>` does. */
export function startsParagraph(text: string, breaks: number): boolean {
  return (breaks > 1 && text.trim() !== '') || (breaks === 1 && /^\s*\u3000\u3000\s*\S/.test(text));
}
