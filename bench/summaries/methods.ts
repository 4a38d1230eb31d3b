import { summarize } from '../../src/summary/summarize.ts';
import { splitSentences } from '../../src/text/sentences/split-sentences.ts';
import { countTerms, termsOf } from '../../src/text/terms/terms.ts';
import { createRandom } from '../random.ts';
import type { ReferenceArticle } from './articles.ts';
import { measureRouge } from './rouge.ts';
import { rankSentences } from './text-rank.ts';

type Method = (text: ReferenceArticle, sentences: readonly string[]) => readonly string[];

/** The summarization methods that are compared; the best sentences are chosen by the reference (oracle). */
const methods = {
  ours: ({ paragraphs, title }) => [summarize(paragraphs, { title })],
  'ours, up to 400': ({ paragraphs, title }) => [summarize(paragraphs, { title, maxGraphemes: 400 })],
  'lead-1': (_, sentences) => sentences.slice(0, 1),
  'lead-2': (_, sentences) => sentences.slice(0, 2),
  'lead-3': (_, sentences) => sentences.slice(0, 3),
  random: ({ id }, sentences) => pickRandom(sentences, id),
  textrank: (_, sentences) => rankSentences(sentences, 3),
  'position+centroid': (_, sentences) => byCentroid(sentences, ''),
  'position+centroid+title': ({ title }, sentences) => byCentroid(sentences, title ?? ''),
  'evenly falling position+centroid': (_, sentences) => byCentroid(sentences, '', evenly),
  'evenly falling position+centroid+title': ({ title }, sentences) => byCentroid(sentences, title ?? '', evenly),
  'best one': ({ reference }, sentences) => bestSentences(sentences, reference, 1),
  'best three': ({ reference }, sentences) => bestSentences(sentences, reference, 3),
} as const satisfies Record<string, Method>;

/** The name of a method. */
export type MethodName = keyof typeof methods;

/** All of them, in the order of the table. */
export const METHODS = Object.keys(methods) as MethodName[];

/** The baselines. */
export const BASELINES = METHODS.filter((name) => !/^(?:ours|best)/.test(name));

/** The summaries of an article by all methods. */
export function summarizeByAll(text: ReferenceArticle): Record<MethodName, string> {
  const sentences = text.paragraphs.flatMap(splitSentences);
  return Object.fromEntries(METHODS.map((name) => [name, methods[name](text, sentences).join(' ')])) as Record<
    MethodName,
    string
  >;
}

function inOrder(sentences: readonly string[], places: readonly number[]): string[] {
  return places.toSorted((one, other) => one - other).map((place) => sentences[place] ?? '');
}

function pickRandom(sentences: readonly string[], id: string): string[] {
  const random = createRandom([...id].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) | 0, 7));
  const places = sentences
    .map((_, place) => ({ place, key: random() }))
    .toSorted((one, other) => one.key - other.key)
    .slice(0, 3);
  return inOrder(
    sentences,
    places.map(({ place }) => place),
  );
}

/** The weight of a sentence by its position, 1 for the first. */
type PositionWeight = (place: number, all: number) => number;

const fast: PositionWeight = (place) => 1 / (place + 1);
const evenly: PositionWeight = (place, all) => 1 - place / all;

/** Selects two sentences by position and similarity to the centroid and the title. */
function byCentroid(sentences: readonly string[], title: string, falling: PositionWeight = fast): string[] {
  const centroid = countTerms([termsOf(sentences.join('\n'))]);
  const heading = countTerms([termsOf(title)]);
  const scores = sentences.map((sentence, place) => {
    const terms = countTerms([termsOf(sentence)]);
    return { place, score: falling(place, sentences.length) + cosine(terms, centroid) + 2 * cosine(terms, heading) };
  });
  const best = scores.toSorted((one, other) => other.score - one.score).slice(0, 2);
  return inOrder(
    sentences,
    best.map(({ place }) => place),
  );
}

function cosine(left: ReadonlyMap<unknown, number>, right: ReadonlyMap<unknown, number>): number {
  let product = 0;
  for (const [term, count] of left) product += count * (right.get(term) ?? 0);
  const length = (counts: ReadonlyMap<unknown, number>) =>
    Math.sqrt(counts.values().reduce((sum, count) => sum + count * count, 0));
  return product === 0 ? 0 : product / (length(left) * length(right));
}

/** Greedily selects the sentences with the best ROUGE against the reference. */
function bestSentences(sentences: readonly string[], reference: string, most: number): string[] {
  let chosen: number[] = [];
  let best = 0;
  while (chosen.length < most) {
    const tried = sentences.keys().filter((place) => !chosen.includes(place));
    const next = tried
      .map((place) => ({ place, score: rate(inOrder(sentences, [...chosen, place]).join(' '), reference) }))
      .reduce((top, one) => (one.score > top.score ? one : top), { place: -1, score: best });
    if (next.place === -1) break;
    chosen = [...chosen, next.place];
    best = next.score;
  }
  return inOrder(sentences, chosen);
}

function rate(text: string, reference: string): number {
  const { one, two, longest } = measureRouge(text, reference);
  return one + two + longest;
}
