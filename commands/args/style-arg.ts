import { styles } from '../../src/subscription/digest-style.ts';

/** Synonyms of the styles, in any language. */
const styleWords = {
  titles: 'headlines',
  标题: 'headlines',
  標題: 'headlines',
  只看标题: 'headlines',
  只看標題: 'headlines',
  只要标题: 'headlines',
  只要標題: 'headlines',
  short: 'brief',
  summary: 'brief',
  summaries: 'brief',
  'short summaries': 'brief',
  简要: 'brief',
  簡要: 'brief',
  摘要: 'brief',
  简短: 'brief',
  簡短: 'brief',
  'full text': 'full',
  'full articles': 'full',
  'in full': 'full',
  完整: 'full',
  全文: 'full',
  详细: 'full',
  詳細: 'full',
} as const;

/** The `style?` argument. */
export const styleArg = {
  kind: 'text',
  summary: 'arg.style',
  optional: true,
  choices: styles,
  synonyms: { ...styleWords, 全部: 'full' },
} as const;
