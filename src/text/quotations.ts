/** Quotation marks that have no other use. */
const PAIRS = ['“”', '「」', '«»'] as const;
/** A straight mark for inches or inside a Hebrew abbreviation. */
const NOT_A_QUOTE = /(?<=\p{N})"|(?<=\p{L})"(?=\p{L})/gu;
/** A single quote before a capital, so that it is no elision ("'em", "'90s"), and what may close it. */
const SINGLE_OPENER = /(?:^|[\s(])['‘](?=\p{Lu})/u;
const SINGLE_CLOSER = /(?<=[\p{L}\p{N}.,!?…])['’](?=[\s,.;:!?)]|$)/u;
const SINGLE_AFTER_STOP = /[.,!?]'(?=\s|$)/u;
const ANY_SINGLE_OPENER = /(?:^|\s)['‘]/u;
const MARKS = '"“”„«»「」（）(`\'‘';
/** Whether a UTF-16 unit is a mark: looking each up is faster than trying a class of so many. */
const IS_MARK = new Uint8Array(0x1_0000);
for (const mark of MARKS) IS_MARK[mark.charCodeAt(0)] = 1;
const OPENING_MARK = /^(?:["“«„「『]|``|'')/u;

function hasMark(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (IS_MARK[text.charCodeAt(at)] === 1) return true;
  return false;
}

function count(text: string, mark: string): number {
  let total = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) total += 1;
  return total;
}

function hasUnbalancedGermanQuotes(text: string): boolean {
  return count(text, '„') !== count(text, '“') + count(text, '”');
}

function hasUnbalancedStraightQuotes(text: string): boolean {
  const all = count(text, '"');
  return all % 2 === 1 && (all - (text.match(NOT_A_QUOTE)?.length ?? 0)) % 2 === 1;
}

/** Marks made of two single ones, ``such as these''. */
function hasUnbalancedDoubledQuotes(text: string): boolean {
  const closing = count(text, "''");
  return text.includes('``') ? count(text, '``') !== closing : closing % 2 === 1;
}

function hasUnbalancedSingleQuotes(text: string): boolean {
  const opens = SINGLE_OPENER.exec(text);
  if (opens === null) return SINGLE_AFTER_STOP.test(text) && !ANY_SINGLE_OPENER.test(text);
  return !SINGLE_CLOSER.test(text.slice(opens.index + opens[0].length));
}

/** An unclosed opening bracket; a lone closing bracket may belong to "a)", and "（A)" is a pair. */
function hasUnbalancedBrackets(text: string): boolean {
  const closes = Math.max(text.lastIndexOf(')'), text.lastIndexOf('）'));
  if (Math.max(text.lastIndexOf('('), text.lastIndexOf('（')) > closes) return true;
  const [opened, closed] = [count(text, '（'), count(text, '）')];
  return opened !== closed && opened + count(text, '(') !== closed + count(text, ')');
}

/** Whether a quotation or bracket only begins or only ends in a text. */
export function hasUnbalancedQuotes(text: string): boolean {
  if (!hasMark(text)) return false;
  const isUnbalanced = text.includes('„')
    ? hasUnbalancedGermanQuotes(text)
    : PAIRS.some(([open = '', close = '']) => count(text, open) !== count(text, close));
  return (
    isUnbalanced ||
    hasUnbalancedStraightQuotes(text) ||
    hasUnbalancedDoubledQuotes(text) ||
    hasUnbalancedSingleQuotes(text) ||
    hasUnbalancedBrackets(text)
  );
}

/** Whether a text starts with a quotation that it does not close. */
export function startsUnclosedQuotation(text: string): boolean {
  return OPENING_MARK.test(text) && hasUnbalancedQuotes(text);
}

/** The closing mark that is missing at the end of a text; undefined if none is. */
function missingCloser(text: string): string | undefined {
  if (!hasMark(text)) return undefined;
  if (text.includes('„')) return hasUnbalancedGermanQuotes(text) ? '“' : undefined;
  const pair = [...PAIRS, '（）', '()'].find(
    ([open = '', close = '']) => text.lastIndexOf(open) > text.lastIndexOf(close),
  );
  return pair?.charAt(1) ?? (hasUnbalancedStraightQuotes(text) ? '"' : undefined);
}

const NONE: ReadonlySet<number> = new Set();

/**
 * The indexes of sentences in a paragraph that start inside a quotation or bracket. An opening mark without a closing one
 * is ignored, unless the paragraph starts with it.
 */
export function findInsideQuotation(sentences: readonly string[]): ReadonlySet<number> {
  if (sentences.length < 2) return NONE;
  const inside = new Set<number>();
  const lastIndexes = new Map<string, number>();
  const lastIndexWith = (mark: string): number => {
    const last = lastIndexes.get(mark) ?? sentences.findLastIndex((sentence) => sentence.includes(mark));
    lastIndexes.set(mark, last);
    return last;
  };
  const isWhollyQuoted = startsUnclosedQuotation(sentences[0] ?? '');
  let closer: string | undefined;
  for (const [at, sentence] of sentences.entries()) {
    if (closer === undefined || (!isWhollyQuoted && lastIndexWith(closer) < at)) {
      closer = missingCloser(sentence);
    } else {
      inside.add(at);
      const end = sentence.indexOf(closer);
      if (end !== -1) closer = missingCloser(sentence.slice(end + 1));
    }
  }
  return inside;
}
