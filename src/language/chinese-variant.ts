import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './han-variants.ts';

function countVariants(text: string): { simplified: number; traditional: number } {
  let simplified = 0;
  let traditional = 0;
  for (const character of text) {
    if (SIMPLIFIED_ONLY.has(character)) simplified += 1;
    else if (TRADITIONAL_ONLY.has(character)) traditional += 1;
  }
  return { simplified, traditional };
}

const CLEAR_COUNT = 10;
const CLEAR_RATIO = 4;

/**
 * `zh-Hans` or `zh-Hant`: the declared script or region decides, unless the characters clearly say otherwise; where
 * nothing is declared, the characters do.
 */
export function detectChineseVariant(text: string, declared: Intl.Locale | undefined): string {
  const { simplified, traditional } = countVariants(text);
  const [most, least] = [Math.max(simplified, traditional), Math.min(simplified, traditional)];
  const byText = traditional > simplified ? 'zh-Hant' : 'zh-Hans';
  const says = declared?.language === 'zh' && (declared.script ?? declared.region) !== undefined;
  if (!says || (most >= CLEAR_COUNT && most >= least * CLEAR_RATIO)) return most > 0 || !says ? byText : 'zh-Hans';
  return declared.maximize().script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
}
