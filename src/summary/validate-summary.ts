import { detectLanguage } from '../language/detect-language.ts';
import { type Language, matchLanguage } from '../locales/language.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { countGraphemes } from '../text/graphemes.ts';

const SHORTEST_GRAPHEMES = 15;
const QUOTED_WHOLE = /^["“「『](.*)["”」』]$/su;
const ADDRESS =
  /https?:|www\.|[\p{L}\p{N}_-]+@[\p{L}\p{N}-]+\.|(?<![\p{L}\p{N}])@\w{2,}|\b[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}\/\S/iu;
const MARKUP = /<\/?[a-z!][^>]*>|\*\*|__|`|\[[^\]]*\]\(|^\s{0,3}(?:#{1,6}|[-*•>]|\d+[.)])\s/imu;
/** What a model says about itself or its task, rather than of the article. */
const ASIDE =
  /^(?:sure|certainly|here(?:'s| is)|summary\s*[:：]|as an? (?:ai|language model)|i(?:'m| am) (?:sorry|unable)|i can(?:no|')t)\b|^(?:以下是|这是|這是|摘要\s*[:：]|好的|抱歉|作为|作為一个?(?:AI|人工智能))/iu;

/**
 * What a model wrote, as it may be shown: plain text of one paragraph in this language, of 15 to `maxGraphemes`
 * graphemes, without markup and without any address. Undefined where it is not that.
 */
export function validateSummary(
  written: string,
  { language, maxGraphemes }: { language: Language; maxGraphemes: number },
): string | undefined {
  if (MARKUP.test(written) || ADDRESS.test(written)) return undefined;
  const line = collapseSpace(written);
  const text = QUOTED_WHOLE.exec(line)?.[1] ?? line;
  const length = countGraphemes(text);
  if (length < SHORTEST_GRAPHEMES || length > maxGraphemes || ASIDE.test(text)) return undefined;
  return isWrittenIn(text, language) ? text : undefined;
}

/** Latin letters too few to be certain of are believed to be English. */
function isWrittenIn(text: string, language: Language): boolean {
  const found = detectLanguage(text, null).language ?? detectLanguage(text, 'en').language;
  return matchLanguage(found) === language;
}
