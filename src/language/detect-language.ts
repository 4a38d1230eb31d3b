import { detectChineseVariant } from './chinese-variant.ts';
import { detectByLetters } from './detect-by-letters.ts';
import { detectLatin } from './detect-latin.ts';
import { directionOf, type Script, scriptOf, weighScripts } from './scripts.ts';

const HEAD_UNITS = 20_000;
const MIDDLE_UNITS = 4_000;
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** The start of a long text and a part of its middle, in case the start is a table or a quotation. */
function sampleOf(text: string): string {
  if (text.length <= HEAD_UNITS + MIDDLE_UNITS) return text;
  const middle = Math.floor((HEAD_UNITS + text.length - MIDDLE_UNITS) / 2);
  return `${text.slice(0, HEAD_UNITS)}\n${text.slice(middle, middle + MIDDLE_UNITS)}`;
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
    return isLanguage && languageNames.of(locale.language) !== undefined ? locale : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The scripts of languages that are written in several; the usual one first. */
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

/** The scripts that a mixed script consists of; any other script consists of itself. */
const COMPONENTS: Readonly<Record<string, readonly Script[]>> = {
  Jpan: ['Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
  Hanb: ['Hani'],
};

/** Above this share of kana, Chinese characters are Japanese; below it, kana are a name or a quotation in Chinese. */
const MIN_KANA_SHARE = 0.12;
/** A declared Japanese text of fewer Chinese characters than this may have no kana, such as a headline. */
const MAX_KANJI_ONLY = 60;

function mainScript(weights: Map<Script, number>): Script | undefined {
  const kana = weights.get('Kana') ?? 0;
  const han = weights.get('Hani') ?? 0;
  const merged = new Map(weights);
  if (kana > (kana + han) * MIN_KANA_SHARE) {
    merged.set('Kana', kana + han);
    merged.delete('Hani');
  } else merged.set('Hani', han + kana).delete('Kana');
  const [first] = [...merged].filter(([, weight]) => weight > 0).sort((one, other) => other[1] - one[1]);
  return first?.[0];
}

function matchesScript(declared: Intl.Locale, script: Script, weights: Map<Script, number>): boolean {
  const own = declared.maximize().script ?? '';
  const parts = COMPONENTS[own] ?? [own];
  if (own === 'Jpan' && script === 'Hani') return (weights.get('Hani') ?? 0) < MAX_KANJI_ONLY * 3;
  return parts.includes(script);
}

function tagInOtherScript(declared: Intl.Locale, script: Script): string | undefined {
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
  if (declared !== undefined && matchesScript(declared, script, weights)) {
    return { language: script === 'Latn' ? detectLatin(text, declared) : tagOf(text, declared), script };
  }
  const other = declared === undefined ? undefined : tagInOtherScript(declared, script);
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

/** The direction of the first letter. */
function firstDirection(text: string): 'ltr' | 'rtl' {
  for (let at = 0; at < text.length; at += 1) {
    const script = scriptOf(text.charCodeAt(at));
    if (script !== undefined) return directionOf(script);
  }
  return 'ltr';
}

/**
 * Detects a text's language (BCP 47, Chinese as `zh-Hans` or `zh-Hant`) and direction. The `declared` language of the page
 * wins, unless the text is in a script that the language does not use, or is clearly in another language. The language is
 * null if none is declared and the text is too short to be certain. Reads about 24,000 characters at most.
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
