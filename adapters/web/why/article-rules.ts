import type { Article } from '../../../src/article/article.ts';

/** What became of a block that the text does not have word for word, by what the article has instead. */
const ARTICLE_RULES = {
  repeated: (text, { all }) => all.includes(text.replace(MARKS_AROUND, '')),
  caption: (text, { ofPictures }) => ofPictures.some((words) => text.includes(words)),
  related: (text, { related }) => related.some((words) => text.includes(words)),
} as const satisfies Record<string, (text: string, known: KnownTexts) => boolean>;

export type ArticleRule = keyof typeof ARTICLE_RULES;

/** The texts of an article, without white space. */
export interface KnownTexts {
  all: string;
  /** Captions and credits, which are read from one line. */
  ofPictures: readonly string[];
  related: readonly string[];
}

const RULES = Object.keys(ARTICLE_RULES) as ArticleRule[];
const MARKS_AROUND = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu;
/** Shorter ones are in other texts by chance. */
const MIN_UNITS = 4;

/** Collects the texts that blocks are compared with. */
export function collectTexts({ sections }: Pick<Article, 'sections'>, all: string): KnownTexts {
  const texts = (of: readonly (string | null)[]) =>
    of.map((text) => squeeze(text ?? '')).filter((text) => text.length >= MIN_UNITS);
  return {
    all,
    ofPictures: texts(sections.flatMap(({ images }) => images.flatMap(({ caption, credit }) => [caption, credit]))),
    related: texts(
      sections.flatMap(({ links }) => links.filter(({ role }) => role === 'related').map(({ text }) => text)),
    ),
  };
}

/** The first of these rules that explains a block, without its white space; undefined if none does. */
export function ruleForBlock(squeezed: string, known: KnownTexts): ArticleRule | undefined {
  return squeezed.length < MIN_UNITS ? undefined : RULES.find((rule) => ARTICLE_RULES[rule](squeezed, known));
}

/** Removes all white space. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}
