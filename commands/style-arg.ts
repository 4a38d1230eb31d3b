import { styles } from '../src/digest/digest.ts';

/** The `style?` argument: how much a digest shows of each article. */
export const styleArg = {
  kind: 'text',
  summary: 'arg.style',
  optional: true,
  choices: styles,
  synonyms: {
    ...{ titles: 'headlines', 标题: 'headlines', 標題: 'headlines' },
    ...{ short: 'brief', 简要: 'brief', 簡要: 'brief', 摘要: 'brief' },
    ...{ 完整: 'full', 全部: 'full', 全文: 'full' },
  },
} as const;
