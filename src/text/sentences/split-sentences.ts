import { createClosingMarkFinder, createOpeningQuoteTest, lastInside } from './closing-marks.ts';
import { isFullStop } from './full-stop.ts';
import { splitThaiLao } from './split-thai-lao.ts';

const CLOSERS = '"\'”’»›)\\]}）］｝」』】〕》〉＂';
/** Stops that end a sentence by themselves, with or without a space after them. */
const STRONG = '。！？｡؟۔।॥။።፧።՜՞։༎៕᙮⸮';
const STOPS = `.!?…‥${STRONG}`;
const LINE_BREAKS = '\n\r\u2028\u2029';
/** Whether a UTF-16 unit may end a sentence or open a pair. */
const IS_MARK = new Uint8Array(0x1_0000);
for (const mark of `${LINE_BREAKS}“„«「『（(【《〈"!?….‥${STRONG}`) IS_MARK[mark.charCodeAt(0)] = 1;
const IN_WORD = /[A-Za-z0-9]/;
const STRONG_STOP = new RegExp(`[${STRONG}]`);
const STOP_RUN = new RegExp(
  `[${STOPS}${CLOSERS}]+(?:[ \\u00a0\\u202f](?:»|[”」』）](?=\\s|$)))?(?:\\[\\d{1,3}\\])*`,
  'y',
);
/** The stops and closing quotes in tokenized text ("the ice holds . '' he left"). */
const TOKENIZED_STOP_RUN = /[.!?]+(?: (?:''|[”»)]))*(?=\s|$)/y;
const TOKENIZED = /\S \. \S/;
const STOP = new RegExp(`[${STOPS}]`);
const CLOSED = new RegExp(`[${CLOSERS}]`);
const ELLIPSIS = /…|‥|\.\./;
const OPENERS = /[\s"'“‘«‹„‚([{¿¡「『（【《〈*–—-]*/y;
/** Punctuation without any of these belongs to the sentence before it. */
const CONTENT = /[\p{L}\p{N}\p{S}]/u;
const SPACES = /[^\S\n\r\u2028\u2029]*/y;
const CJK = /[\u3005\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;
const CONTINUES = /[，、；：,;:）)\]~·%％]/;
const JAPANESE_PARTICLE = /[とがはをのにもでへやなだっ的]/;
const AFTER_ELLIPSIS = /[，、；：的了吗嗎呢吧等及和与與之地得着著都也就还還とがはをのにもでへや]/;
/** The end of an abbreviation in brackets, as in "(Ada Lind Jr.)". */
const ABBREVIATED = /\.[)）]/y;
const CHINESE_ATTRIBUTION =
  /[^。！？，：、“”「」『』\s]{0,8}?(?:说|說|(?<![报報知街频頻])道|问|問|喊|答|叫)[。，：,:！？]/y;
const ENGLISH_ATTRIBUTION =
  /\s(?:[\p{L}][\p{L}.'’-]{0,20}\s){0,3}(?:said|says|asked|asks|told|added|adds|replied|wrote|writes|recalled|explained|shouted|cried)\b/uy;

const MIN_UNITS_BEFORE_ELLIPSIS = 12;

/** The offset of the next mark, but not of a full stop inside a number, an acronym or an address; -1 if there is none. */
function findMark(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (IS_MARK[text.charCodeAt(at)] === 1 && (text.charAt(at) !== '.' || !IN_WORD.test(text.charAt(at + 1))))
      return at;
  }
  return -1;
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function skip(pattern: RegExp, text: string, at: number): number {
  return matches(pattern, text, at) ? pattern.lastIndex : at;
}

function isLowerCase(text: string, at: number): boolean {
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  const georgian = letter >= 'ა' && letter <= 'ჿ';
  return !georgian && letter === letter.toLowerCase() && letter !== letter.toUpperCase();
}

interface PunctuationStyle {
  /** Words and marks are separated by spaces, as a tokenizer leaves them. */
  isTokenized: boolean;
  isOpeningQuote(at: number): boolean;
}

/** Stops and closing marks from `at` to `end`, in the sentence that begins at `start`. */
interface StopRun {
  start: number;
  at: number;
  end: number;
  hasSpaceBefore: boolean;
}

function stopRunAt(text: string, { start, at }: { start: number; at: number }, style: PunctuationStyle): StopRun {
  const mayHaveSpace = style.isTokenized && at > start && text.charAt(at - 1) === ' ';
  const hasSpaceBefore = mayHaveSpace && matches(TOKENIZED_STOP_RUN, text, at);
  const past = hasSpaceBefore ? TOKENIZED_STOP_RUN.lastIndex : skip(STOP_RUN, text, at);
  const isQuoteBeforeCjk = text.charAt(past - 1) === '"' && CJK.test(text.charAt(past));
  const end = isQuoteBeforeCjk && style.isOpeningQuote(past - 1) ? past - 1 : past;
  return { start: Math.min(skip(SPACES, text, start), at), at, end, hasSpaceBefore };
}

function endsAtStrongStop(text: string, { end }: StopRun, closed: boolean): boolean {
  const next = text.charAt(end);
  if (next === '' || CONTINUES.test(next)) return next === '';
  if (!closed) return true;
  return !JAPANESE_PARTICLE.test(next) && !matches(CHINESE_ATTRIBUTION, text, end);
}

function endsSentence(text: string, run: StopRun): boolean {
  const marks = text.slice(run.at, Math.min(run.end, run.at + 16));
  const closed = CLOSED.test(marks);
  if (STRONG_STOP.test(marks)) return endsAtStrongStop(text, run, closed);
  const begin = skip(SPACES, text, run.end);
  const next = text.charAt(begin);
  if (next === '' || next === '\n' || next === '\r') return true;
  const ellipsis = ELLIPSIS.test(marks);
  if (ellipsis && text.slice(run.start, Math.min(run.at, run.start + 64)).trim() === '') return false;
  if (begin === run.end) return endsWithoutSpace(text, run, { closed, ellipsis });
  if (run.hasSpaceBefore) return !matches(ENGLISH_ATTRIBUTION, text, run.end);
  const letter = skip(OPENERS, text, begin);
  if (CONTINUES.test(next) || isLowerCase(text, letter)) return false;
  if (closed && /[!?…]/.test(marks) && matches(ENGLISH_ATTRIBUTION, text, run.end)) return false;
  if (ellipsis || /[!?]/.test(marks)) return true;
  return isFullStop(text, run.at, { start: run.start, next: letter });
}

/** Without a space after it, a stop of a spaced script ends a sentence only before Chinese, Japanese or Korean. */
function endsWithoutSpace(
  text: string,
  run: StopRun,
  { closed, ellipsis }: { closed: boolean; ellipsis: boolean },
): boolean {
  const next = text.charAt(run.end);
  if (!CJK.test(next) || matches(ABBREVIATED, text, run.at)) return false;
  if (closed) return endsAtStrongStop(text, run, true);
  if (ellipsis) return run.at - run.start >= MIN_UNITS_BEFORE_ELLIPSIS && !AFTER_ELLIPSIS.test(next);
  return !/[\d０-９]/.test(text.charAt(run.at - 1));
}

/** Appends a sentence; punctuation alone joins the sentence before it, unless it starts a line. */
function addSentence(sentences: string[], raw: string, startsLine: boolean): void {
  const sentence = raw.trim();
  if (sentence === '') return;
  const last = sentences.at(-1);
  if (last === undefined || startsLine || CONTENT.test(sentence)) sentences.push(...splitThaiLao(sentence));
  else sentences[sentences.length - 1] = last + (/^\s/.test(raw) ? ' ' : '') + sentence;
}

/**
 * Splits a paragraph in any language into its sentences, trimmed, in order; only white space between them is lost. Closing
 * quotes and brackets stay with their sentence, a short quotation stays whole, and a line break ends a sentence. Long
 * Thai and Lao text, which has no stops, is split at spaces. Linear in the text.
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  const findClosingMark = createClosingMarkFinder(text);
  const style = { isTokenized: TOKENIZED.test(text), isOpeningQuote: createOpeningQuoteTest(text) };
  let start = 0;
  let afterBreak = false;
  const push = (end: number): void => {
    addSentence(sentences, text.slice(start, end), afterBreak);
    if (text.slice(start, end).trim() !== '') afterBreak = false;
    start = end;
  };
  let next = 0;
  for (let at = findMark(text, next); at !== -1; at = findMark(text, next)) {
    next = at + 1;
    if (LINE_BREAKS.includes(text.charAt(at))) {
      push(next);
      afterBreak = true;
      continue;
    }
    const close = findClosingMark(at);
    if (close !== undefined) next = close.at + 1;
    const last = close?.canEndSentence ? lastInside(text, close.at) : (close?.at ?? at);
    if (!STOP.test(text.charAt(last))) continue;
    const run = stopRunAt(text, { start, at: last }, style);
    next = run.end;
    if (endsSentence(text, run)) push(run.end);
  }
  push(text.length);
  return sentences;
}
