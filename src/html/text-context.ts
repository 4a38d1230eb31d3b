import { pattern } from '../text/pattern.ts';
import { rememberTests } from '../text/remembered-test.ts';
import type { StatsOf } from './element-stats.ts';
import { attribute, type Element, textUpTo } from './tree/dom.ts';

/** The role of text, by the element that contains it. */
export type TextContext = 'heading' | 'quote' | 'pre' | 'caption' | 'byline';

const BYLINE_NAMES = rememberTests(
  /(?:^|[\s_-])(?:byline|by-line|author|authors|contributors?|writer|reporter)(?=$|[\s_-](?!notes?\b|comments?\b))/i,
);
const CAPTION_NAMES = rememberTests(
  pattern('i')`
    (?:^|[\s_-])(?:
      wp-caption-text|(?:media|photo|image|img|picture)[_-]{1,2}description|caption|image-?caption|img-?caption
      |photo-?caption|imagecaption|(?:img|image|pic|photo)-?_?desc\w*|gallery-?(?:text|caption)|cutline|legend
      |bild-?unterschrift|bild-?text|didascalia|pie-?(?:de-?)?foto|(?:photo|image|picture|slide|media)-?credits?
      |(?:photo|foto|image|picture)-{0,2}_{0,2}(?:author|autor)
    )(?=$|[\s_-])
  `,
);

const CONTEXTS = new Map<string, TextContext>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading'] as const),
  ['blockquote', 'quote'],
  ['pre', 'pre'],
]);
const AUTHOR = /\bauthor\b/;

/** The role of text in an element; undefined for a plain paragraph. */
export function textContextOf(element: Element): TextContext | undefined {
  const context = CONTEXTS.get(element.name);
  if (context !== undefined) return context;
  const names = attribute(element, 'class');
  if (element.name === 'figcaption' || CAPTION_NAMES.test(names)) return 'caption';
  return isAuthor(element) || BYLINE_NAMES.test(names) || element.name === 'address' ? 'byline' : undefined;
}

function isAuthor({ attribs }: Element): boolean {
  return AUTHOR.test(attribs['rel'] ?? '') || AUTHOR.test(attribs['itemprop'] ?? '');
}

const SENTENCE_REST = /^\s*(?!(?:and|und|et|am|on|in|at|před|vor)\b)[\p{Ll}\p{Script=Han}].*[.。!！?？…]\s*$/su;

/** Whether a sentence continues after an inline element. */
export function continuesSentence({ next }: Element): boolean {
  return next?.type === 'text' && SENTENCE_REST.test(next.data);
}

const CODE_ANNOTATION_NAMES = rememberTests(
  /(?:^|\s)(?:gutter|lineno|linenos|line-numbers?|rouge-gutter|code__header|code-header|copy-button|lang-label)(?=\s|$)/,
);

/** Text after a date within a sentence; a date on its own is that of the page. */
const TEXT_AFTER_DATE = /^\s*[,.;，。；、]|^\s+(?!(?:and|by|von|par|por|in|at|am|on)\b)\p{Ll}|^\p{Script=Han}/u;

/** Whether an element is omitted: the date of the page, line numbers and toolbars of code. */
export function isOmitted(element: Element, statsOf: StatsOf): boolean {
  if (element.name === 'time') {
    if (YEARS.test(textUpTo(element, MAX_DATE_CHARS) ?? '')) return false;
    const { chars, paragraphs } = statsOf(element);
    return chars <= MAX_DATE_CHARS && paragraphs === 0 && !isInSentence(element);
  }
  return CODE_ANNOTATION_NAMES.test(attribute(element, 'class'));
}

/** A year is a point of a timeline: the date of a page has a day. */
const YEARS = /^\s*(?:c(?:a|irca)?\.?\s?)?\d{4}s?(?:\s?[–-]\s?\d{2,4})?\s*$/iu;

/** A `<time>` with more text is missing its end tag. */
const MAX_DATE_CHARS = 80;

function isInSentence({ next }: Element): boolean {
  return next?.type === 'text' && TEXT_AFTER_DATE.test(next.data);
}

/** The contexts around the current position of a walk. */
export interface OpenContexts {
  open(element: Element, context: TextContext): void;
  /** Closes and returns the context of this element, if it has one. */
  close(element: Element): TextContext | undefined;
  /** The innermost enclosing element of a context. */
  innermost(context: TextContext): Element | undefined;
}

/** Starts outside of all contexts; every call takes constant time at any depth. */
export function createOpenContexts(): OpenContexts {
  const stack: { element: Element; context: TextContext }[] = [];
  const byContext: Record<TextContext, Element[]> = { heading: [], quote: [], pre: [], caption: [], byline: [] };
  return {
    open(element, context) {
      stack.push({ element, context });
      byContext[context].push(element);
    },
    close(element) {
      const last = stack.at(-1);
      if (last?.element !== element) return undefined;
      stack.pop();
      byContext[last.context].pop();
      return last.context;
    },
    innermost: (context) => byContext[context].at(-1),
  };
}

/** Whether text starts a paragraph: after two line breaks, or after one if it is indented by ideographic spaces. */
export function startsParagraph(text: string, breaks: number): boolean {
  return (breaks > 1 && text.trim() !== '') || (breaks === 1 && /^\s*\u3000\u3000\s*\S/.test(text));
}
