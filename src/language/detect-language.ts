import { detectChineseVariant } from './chinese-variant.ts';
import { detectByLetters } from './detect-by-letters.ts';
import { detectLatin } from './detect-latin.ts';
import { directionOf, type Script, scriptOf, weighScripts } from './scripts.ts';

const HEAD = 20_000;
const SAMPLE = 4_000;
const known = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** The start of a long text, and a stretch from its middle, where the start is a table or a quotation. */
function sampleOf(text: string): string {
  if (text.length <= HEAD + SAMPLE) return text;
  const middle = Math.floor((HEAD + text.length - SAMPLE) / 2);
  return `${text.slice(0, HEAD)}\n${text.slice(middle, middle + SAMPLE)}`;
}

function parseTag(declared: string | null): Intl.Locale | undefined {
  const tag =
    (declared ?? '')
      .trim()
      .split(/[\s,;.]/, 1)[0]
      ?.replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag)) return undefined;
  try {
    const locale = new Intl.Locale(new Intl.Locale(tag).baseName);
    const isLanguage = !['und', 'mul', 'zxx', 'mis'].includes(locale.language);
    return isLanguage && known.of(locale.language) !== undefined ? locale : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Which scripts a language is written in that has more than one in use; the first is the usual one. */
const SCRIPTS_IN_USE: Readonly<Record<string, readonly Script[]>> = {
  sr: ['Cyrl', 'Latn'],
  bs: ['Latn', 'Cyrl'],
  uz: ['Latn', 'Cyrl', 'Arab'],
  az: ['Latn', 'Cyrl', 'Arab'],
  kk: ['Cyrl', 'Latn', 'Arab'],
  ku: ['Latn', 'Arab'],
  pa: ['Guru', 'Arab'],
  sd: ['Arab', 'Deva'],
  ks: ['Arab', 'Deva'],
  mn: ['Cyrl', 'Mong'],
  ms: ['Latn', 'Arab'],
  ha: ['Latn', 'Arab'],
  ug: ['Arab', 'Cyrl', 'Latn'],
};

/** The characters that each of these mixes is made of; other scripts are their own. */
const MADE_OF: Readonly<Record<string, readonly Script[]>> = {
  Jpan: ['Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
  Hanb: ['Hani'],
};

/** A Chinese character or two between kana are Japanese; kana in a Chinese text are a name or a quotation. */
const KANA_SHARE = 0.12;
const SHORT_HAN = 60;

function mainScript(weights: Map<Script, number>): Script | undefined {
  const kana = weights.get('Kana') ?? 0;
  const han = weights.get('Hani') ?? 0;
  const merged = new Map(weights);
  if (kana > (kana + han) * KANA_SHARE) {
    merged.set('Kana', kana + han);
    merged.delete('Hani');
  } else merged.set('Hani', han + kana).delete('Kana');
  const [first] = [...merged].filter(([, weight]) => weight > 0).sort((one, other) => other[1] - one[1]);
  return first?.[0];
}

function fits(declared: Intl.Locale, script: Script, weights: Map<Script, number>): boolean {
  const own = declared.maximize().script ?? '';
  const parts = MADE_OF[own] ?? [own];
  if (own === 'Jpan' && script === 'Hani') return (weights.get('Hani') ?? 0) < SHORT_HAN * 3;
  return parts.includes(script);
}

function inOtherScript(declared: Intl.Locale, script: Script): string | undefined {
  const scripts = SCRIPTS_IN_USE[declared.language] ?? [];
  if (!scripts.includes(script)) return undefined;
  return scripts[0] === script ? declared.language : `${declared.language}-${script}`;
}

function languageOf(
  text: string,
  declared: Intl.Locale | undefined,
): { language: string | null; script: Script | undefined } {
  const weights = weighScripts(text);
  const script = mainScript(weights);
  if (script === undefined) return { language: declared === undefined ? null : tagOf(text, declared), script };
  if (declared !== undefined && fits(declared, script, weights)) {
    return { language: script === 'Latn' ? detectLatin(text, declared) : tagOf(text, declared), script };
  }
  const other = declared === undefined ? undefined : inOtherScript(declared, script);
  if (other !== undefined) return { language: other, script };
  if (script === 'Latn') return { language: detectLatin(text, undefined), script };
  if (script === 'Hani') return { language: detectChineseVariant(text, undefined), script };
  return { language: detectByLetters(text, script), script };
}

function tagOf(text: string, declared: Intl.Locale): string {
  return declared.language === 'zh' || declared.language === 'cmn'
    ? detectChineseVariant(text, declared)
    : declared.toString();
}

/** The direction of the first character that has one. */
function firstDirection(text: string): 'ltr' | 'rtl' {
  for (let at = 0; at < text.length; at += 1) {
    const script = scriptOf(text.charCodeAt(at));
    if (script !== undefined) return directionOf(script);
  }
  return 'ltr';
}

/**
 * Tells a text's language (BCP 47, Chinese as `zh-Hans` or `zh-Hant`) and direction. `declared` is what the page says:
 * it holds unless the text is written in a script that is not the language's, or is plainly another language. `null`
 * where nothing is declared and the text is too short to be certain. Looks at some 24,000 characters at most.
 */
export function detectLanguage(
  text: string,
  declared: string | null,
): { language: string | null; direction: 'ltr' | 'rtl' } {
  const sample = sampleOf(text);
  const { language, script } = languageOf(sample, parseTag(declared));
  if (script !== undefined) return { language, direction: directionOf(script) };
  const written = language === null ? undefined : new Intl.Locale(language).maximize().script;
  return { language, direction: written === undefined ? firstDirection(sample) : directionOf(written) };
}
