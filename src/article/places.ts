import { attribute, type Element } from './dom.ts';

/** What the text inside an element is. */
export type Place = 'heading' | 'quote' | 'pre' | 'caption' | 'byline';

const BYLINE_NAMES = /(?:^|[\s_-])(?:byline|by-line|author|authors|writer|reporter)(?=$|[\s_-])/i;
const CAPTION_NAMES =
  /(?:^|[\s_-])(?:wp-caption-text|caption|image-?caption|img-?caption|photo-?caption|imagecaption|cutline)(?=$|[\s_-])/i;

/** What the text inside the element is, where that is not a plain paragraph. */
export function placeOf(element: Element): Place | undefined {
  if (/^h[1-6]$/.test(element.name)) return 'heading';
  if (element.name === 'blockquote') return 'quote';
  if (element.name === 'pre') return 'pre';
  const names = attribute(element, 'class');
  if (element.name === 'figcaption' || CAPTION_NAMES.test(names)) return 'caption';
  const isAuthor = /\bauthor\b/.test(`${attribute(element, 'rel')} ${attribute(element, 'itemprop')}`);
  return isAuthor || BYLINE_NAMES.test(names) || element.name === 'address' ? 'byline' : undefined;
}

const BESIDE_CODE = new Set(
  'gutter lineno linenos line-number line-numbers rouge-gutter code__header code-header copy-button lang-label'.split(
    ' ',
  ),
);

/** Times are dates, not text; line numbers and a frame's title are not program text. */
export function isLeftOut(element: Element): boolean {
  if (element.name === 'time') return true;
  return attribute(element, 'class')
    .split(/\s+/)
    .some((name) => BESIDE_CODE.has(name));
}

/** Which of these places the walk stands in. */
export interface OpenPlaces {
  open(element: Element, place: Place): void;
  /** The place that ends with this element, if one does. */
  close(element: Element): Place | undefined;
  /** The innermost element of a kind that the walk stands in. */
  innermost(place: Place): Element | undefined;
}

/** Starts outside of all places; each question takes the same time at any depth. */
export function createOpenPlaces(): OpenPlaces {
  const all: { element: Element; place: Place }[] = [];
  const byPlace: Record<Place, Element[]> = { heading: [], quote: [], pre: [], caption: [], byline: [] };
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
