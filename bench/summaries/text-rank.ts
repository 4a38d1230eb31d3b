import {
  AbsoluteSummarizerConfig,
  NullLogger,
  type Sentence,
  SorensenDiceSimilarity,
  Summarizer,
  type Text,
  type TextParser,
} from 'ts-textrank';
import { termsOf } from '../../src/text/terms/terms.ts';

const DAMPING = 0.85;

/** The `count` sentences that TextRank (the npm package ts-textrank) ranks first, in reading order. */
export function rankSentences(sentences: readonly string[], count: number): string[] {
  const parser: TextParser = {
    parse: () => {
      const parsed = sentences.map(toSentence);
      return { raw: '', sentences: parsed, getNormalized: () => parsed.map((one) => one.getNormalized()).join('\n') };
    },
  };
  const config = new AbsoluteSummarizerConfig(
    count,
    new SorensenDiceSimilarity(),
    parser,
    DAMPING,
    Summarizer.SORT_OCCURENCE,
  );
  return new Summarizer(config, new NullLogger()).summarize('', 'en');
}

/** The package has no parser for Chinese, so it gets our sentences and words. */
function toSentence(raw: string, position: number): Text['sentences'][number] {
  const words = termsOf(raw).map((term) => ({ word: String(term), normalized: String(term) }));
  const normalized = words.map(({ word }) => word).join(' ');
  return { raw, words, position, score: 0, getNormalized: () => normalized } satisfies Sentence;
}
