import { toSafeText } from './safe-text.ts';

/** Format characters are invisible; only joiners and the tags of a flag change how the letters and emoji around them look. */
const FORMAT = /(\p{RGI_Emoji_Tag_Sequence})|(?![\u200C\u200D])[\p{Cf}\u{E0000}-\u{E007F}]/gv;

/** Makes untrusted text safe for a terminal, without invisible characters. */
export function toTerminalText(text: string): string {
  return toSafeText(text).replace(FORMAT, '$1');
}
