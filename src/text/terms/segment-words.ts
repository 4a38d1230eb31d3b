import type { Jieba } from '@node-rs/jieba';

const HAN_ONLY = /^\p{sc=Han}+$/u;

/** A word with its part of speech; undefined without a dictionary. */
export interface TaggedWord {
  text: string;
  /** A part-of-speech tag of jieba, such as `n`, `ns` or `v`. */
  tag?: string;
}

/** Splits a run of a script without spaces into words: Chinese by jieba's dictionary, anything else by `Intl.Segmenter`. */
export async function segmentWords(run: string): Promise<readonly string[]> {
  return HAN_ONLY.test(run) ? (await loadDictionary()).cut(run, true) : splitAtBoundaries(run);
}

/** Splits like `segmentWords`, and tags each word with its part of speech. */
export async function tagWords(run: string): Promise<readonly TaggedWord[]> {
  if (!HAN_ONLY.test(run)) return splitAtBoundaries(run).map((text) => ({ text }));
  return (await loadDictionary()).tag(run, true).map(({ word, tag }) => ({ text: word, tag }));
}

function splitAtBoundaries(run: string): string[] {
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'word' }).segment(run), ({ segment }) => segment);
}

let dictionary: Promise<Jieba> | undefined;

/** The dictionary takes 60 MB and 0.2 s, so it is loaded by the first text that needs it. */
function loadDictionary(): Promise<Jieba> {
  dictionary ??= readDictionary();
  return dictionary;
}

async function readDictionary(): Promise<Jieba> {
  const [{ Jieba: Segmenter }, { dict }] = await Promise.all([
    import('@node-rs/jieba'),
    import('@node-rs/jieba/dict.js'),
  ]);
  return Segmenter.withDict(dict);
}
