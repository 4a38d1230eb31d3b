/** Marks that open and close a quotation or an aside, and that nothing else is written with. */
const PAIRS = ['“”', '「」', '«»'] as const;
/** A straight quote that stands for inches or inside a Hebrew abbreviation. */
const NO_QUOTE = /(?<=\p{N})"|(?<=\p{L})"(?=\p{L})/gu;
/** A single quote before a capital, which no elision is written with ("'em", "'90s"), and whatever may close it. */
const SINGLE_OPENER = /(?:^|[\s(])['‘](?=\p{Lu})/u;
const SINGLE_CLOSER = /(?<=[\p{L}\p{N}.,!?…])['’](?=[\s,.;:!?)]|$)/u;
const SINGLE_AFTER_STOP = /[.,!?]'(?=\s|$)/u;
const ANY_SINGLE_OPENER = /(?:^|\s)['‘]/u;
const ANY_MARK = /["“”„«»「」（）(`'‘]/u;
const OPENS = /^(?:["“«„「『]|``|'')/u;

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) found += 1;
  return found;
}

function isHalfGerman(text: string): boolean {
  return count(text, '„') !== count(text, '“') + count(text, '”');
}

function isHalfStraight(text: string): boolean {
  const all = count(text, '"');
  return all % 2 === 1 && (all - (text.match(NO_QUOTE)?.length ?? 0)) % 2 === 1;
}

/** Quotes made of two single ones, ``such as these''. */
function isHalfTwofold(text: string): boolean {
  const closing = count(text, "''");
  return text.includes('``') ? count(text, '``') !== closing : closing % 2 === 1;
}

function isHalfSingle(text: string): boolean {
  const opens = SINGLE_OPENER.exec(text);
  if (opens === null) return SINGLE_AFTER_STOP.test(text) && !ANY_SINGLE_OPENER.test(text);
  return !SINGLE_CLOSER.test(text.slice(opens.index + opens[0].length));
}

/** A bracket that opens and does not close; a lone closing one may be that of "a)", and "（A)" is a pair. */
function isHalfBracket(text: string): boolean {
  const closes = Math.max(text.lastIndexOf(')'), text.lastIndexOf('）'));
  if (Math.max(text.lastIndexOf('('), text.lastIndexOf('（')) > closes) return true;
  const [opened, closed] = [count(text, '（'), count(text, '）')];
  return opened !== closed && opened + count(text, '(') !== closed + count(text, ')');
}

/** Whether a quotation or a bracket only begins or ends in a text, so that its other half stands elsewhere. */
export function isHalfQuoted(text: string): boolean {
  if (!ANY_MARK.test(text)) return false;
  const directed = text.includes('„')
    ? isHalfGerman(text)
    : PAIRS.some(([open = '', close = '']) => count(text, open) !== count(text, close));
  return directed || isHalfStraight(text) || isHalfTwofold(text) || isHalfSingle(text) || isHalfBracket(text);
}

/** Whether a text begins with a quotation that it does not close. */
export function opensSpeech(text: string): boolean {
  return OPENS.test(text) && isHalfQuoted(text);
}

/** What closes the quotation or bracket that a text leaves open; undefined where it leaves none open. */
function closerOf(text: string): string | undefined {
  if (!ANY_MARK.test(text)) return undefined;
  if (text.includes('„')) return isHalfGerman(text) ? '“' : undefined;
  const pair = [...PAIRS, '（）', '()'].find(
    ([open = '', close = '']) => text.lastIndexOf(open) > text.lastIndexOf(close),
  );
  return pair?.charAt(1) ?? (isHalfStraight(text) ? '"' : undefined);
}

/**
 * The places of those sentences of a paragraph that begin inside a quotation or a bracket. A mark that nothing closes
 * opens nothing, unless the paragraph begins with it.
 */
export function findInside(sentences: readonly string[]): ReadonlySet<number> {
  const inside = new Set<number>();
  const lasts = new Map<string, number>();
  const lastWith = (mark: string): number => {
    const last = lasts.get(mark) ?? sentences.findLastIndex((sentence) => sentence.includes(mark));
    lasts.set(mark, last);
    return last;
  };
  const isSpeech = opensSpeech(sentences[0] ?? '');
  let closer: string | undefined;
  for (const [at, sentence] of sentences.entries()) {
    if (closer === undefined || (!isSpeech && lastWith(closer) < at)) {
      closer = closerOf(sentence);
    } else {
      inside.add(at);
      const end = sentence.indexOf(closer);
      if (end !== -1) closer = closerOf(sentence.slice(end + 1));
    }
  }
  return inside;
}
