import type { Jieba } from '@node-rs/jieba';

/** Characters that bind words and are none. */
export const PARTICLES = new Set('的了在是和与及或之也就都而被把对从到于为上下中里吗呢吧');

const HAN_ONLY = /^\p{sc=Han}+$/u;

/** A word, and what kind of word the dictionary takes it for; undefined where there is no dictionary. */
export interface Piece {
  text: string;
  /** A tag of jieba's, such as `n`, `ns` or `v`. */
  kind?: string;
}

/** Cuts a run of a script without spaces into words, by a dictionary where it is all Chinese characters. */
export async function segment(run: string): Promise<readonly string[]> {
  return HAN_ONLY.test(run) ? (await loadDictionary()).cut(run, true) : segmentWords(run);
}

/** As `cut`, with the kind of each word. */
export async function segmentWithKinds(run: string): Promise<readonly Piece[]> {
  if (!HAN_ONLY.test(run)) return segmentWords(run).map((text) => ({ text }));
  return (await loadDictionary()).tag(run, true).map(({ word, tag }) => ({ text: word, kind: tag }));
}

function segmentWords(run: string): string[] {
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'word' }).segment(run), ({ segment }) => segment);
}

let dictionary: Promise<Jieba> | undefined;

/** The dictionary takes 60 MB and 0.2 s, so it comes with the first text that needs it. */
function loadDictionary(): Promise<Jieba> {
  dictionary ??= readDictionary();
  return dictionary;
}

async function readDictionary(): Promise<Jieba> {
  const [{ Jieba: Cutter }, { dict }] = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')]);
  return Cutter.withDict(dict);
}
