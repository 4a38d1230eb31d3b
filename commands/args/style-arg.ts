import { styleWords } from '../../src/phrase/lexicons.ts';
import { styles } from '../../src/subscription/digest-style.ts';

/** The `style?` argument. */
export const styleArg = {
  kind: 'text',
  summary: 'arg.style',
  optional: true,
  choices: styles,
  synonyms: { ...styleWords, 全部: 'full' },
} as const;
