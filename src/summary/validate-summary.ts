import { detectLanguage } from '../language/detect-language.ts';
import { type Language, matchLanguage } from '../locales/languages.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { countGraphemes } from '../text/graphemes.ts';

const MIN_GRAPHEMES = 15;
const ENCLOSING_QUOTES = /^["“「『](.*)["”」』]$/su;
const ADDRESS =
  /https?:|www\.|[\p{L}\p{N}_-]+@[\p{L}\p{N}-]+\.|(?<![\p{L}\p{N}])@\w{2,}|\b[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}\/\S/iu;
const MARKUP = /<\/?[a-z!][^>]*>|\*\*|__|`|\[[^\]]*\]\(|^\s{0,3}(?:#{1,6}|[-*•>]|\d+[.)])\s/imu;
/** A statement about the model or its task. */
const META_STATEMENT =
  /^(?:sure|certainly|here(?:'s| is)|summary\s*[:：]|as an? (?:ai|language model)|i(?:'m| am) (?:sorry|unable)|i can(?:no|')t)\b|^(?:以下是|这是|這是|摘要\s*[:：]|好的|抱歉|作为|作為一个?(?:AI|人工智能))/iu;

/**
 * Validates the output of a language model: one paragraph of plain text in this language, of 15 to `maxGraphemes`
 * graphemes, without markup or addresses. Returns undefined for anything else.
 */
export function validateSummary(
  output: string,
  { language, maxGraphemes }: { language: Language; maxGraphemes: number },
): string | undefined {
  if (MARKUP.test(output) || ADDRESS.test(output)) return undefined;
  const line = collapseSpace(output);
  const text = ENCLOSING_QUOTES.exec(line)?.[1] ?? line;
  const length = countGraphemes(text);
  if (length < MIN_GRAPHEMES || length > maxGraphemes || META_STATEMENT.test(text)) return undefined;
  return isWrittenIn(text, language) ? text : undefined;
}

/** A Latin text too short to be certain counts as English. */
function isWrittenIn(text: string, language: Language): boolean {
  const found = detectLanguage(text, null).language ?? detectLanguage(text, 'en').language;
  return matchLanguage(found) === language;
}
