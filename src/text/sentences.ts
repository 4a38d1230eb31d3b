import { isFullStop } from './full-stop.ts';
import { splitThaiLao } from './split-thai-lao.ts';

const CLOSERS = '"\'”’»›)\\]}）］｝」』】〕》〉＂';
/** Stops that end a sentence by themselves, with or without a space after them. */
const STRONG = '。！？｡؟۔।॥။።፧።՜՞։༎៕᙮⸮';
const STOPS = `.!?…‥${STRONG}`;
/** Whatever may end a sentence or keep one whole; a point inside a number, an acronym or an address does neither. */
const MARK = `[\\n\\r\\u2028\\u2029“„«「『（(【《〈"!?…‥${STRONG}]|\\.(?![A-Za-z0-9])`;
const STRONG_STOP = new RegExp(`[${STRONG}]`);
const RUN = new RegExp(`[${STOPS}${CLOSERS}]+(?:[ \\u00a0\\u202f](?:»|[”」』）](?=\\s|$)))?(?:\\[\\d{1,3}\\])*`, 'y');
/** In text whose marks stand apart ("the ice holds . '' he left"), the closing quote that belongs to the sentence. */
const RUN_APART = /[.!?]+(?: (?:''|[”»)]))*(?=\s|$)/y;
const APART = /\S \. \S/;
const STOP = new RegExp(`[${STOPS}]`);
const CLOSED = new RegExp(`[${CLOSERS}]`);
const ELLIPSIS = /…|‥|\.\./;
const OPENERS = /[\s"'“‘«‹„‚([{¿¡「『（【《〈*–—-]*/y;
/** Marks without any of these belong to the sentence before them. */
const SAYS = /[\p{L}\p{N}\p{S}]/u;
const SPACES = /[^\S\n\r\u2028\u2029]*/y;
const CJK = /[\u3005\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;
const CONTINUES = /[，、；：,;:）)\]~·%％]/;
const JAPANESE_PARTICLE = /[とがはをのにもでへやなだっ的]/;
const AFTER_ELLIPSIS = /[，、；：的了吗嗎呢吧等及和与與之地得着著都也就还還とがはをのにもでへや]/;
/** An abbreviation that ends in a bracket, as in "(Ada Lind Jr.)". */
const ABBREVIATED = /\.[)）]/y;
const CHINESE_ATTRIBUTION =
  /[^。！？，：、“”「」『』\s]{0,8}?(?:说|說|(?<![报報知街频頻])道|问|問|喊|答|叫)[。，：,:！？]/y;
const ENGLISH_ATTRIBUTION =
  /\s(?:[\p{L}][\p{L}.'’-]{0,20}\s){0,3}(?:said|says|asked|asks|told|added|adds|replied|wrote|writes|recalled|explained|shouted|cried)\b/uy;

/** What each opening mark is closed by, and within how many characters its content is kept in one piece. */
const PAIRS: Readonly<Record<string, { close: string; within: number; mayEnd: boolean }>> = {
  '“': { close: '”', within: 160, mayEnd: true },
  '„': { close: '“', within: 160, mayEnd: true },
  '«': { close: '»', within: 160, mayEnd: true },
  '「': { close: '」', within: 160, mayEnd: true },
  '『': { close: '』', within: 160, mayEnd: true },
  '"': { close: '"', within: 160, mayEnd: true },
  '（': { close: '）', within: 160, mayEnd: true },
  '(': { close: ')', within: 160, mayEnd: true },
  '【': { close: '】', within: 80, mayEnd: false },
  '《': { close: '》', within: 80, mayEnd: false },
  '〈': { close: '〉', within: 80, mayEnd: false },
};
const ELLIPSIS_ENDS_FROM = 12;

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

function isStraightOpener(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return after.trim() !== '' && (before === '' || !/[\p{N}\p{Ll}\p{Lu}.!?,;]/u.test(before));
}

/** Finds what closes the mark at `at`; each mark's next place is remembered, so that all look-ups together stay linear. */
function createCloser(text: string): (at: number) => { at: number; mayEnd: boolean } | undefined {
  const known = new Map<string, number>();
  return (at) => {
    const pair = PAIRS[text.charAt(at)];
    if (pair === undefined || (pair.close === '"' && !isStraightOpener(text, at))) return undefined;
    let close = known.get(pair.close) ?? 0;
    if (close !== -1 && close <= at) close = text.indexOf(pair.close, at + 1);
    known.set(pair.close, close);
    if (close === -1 || close - at > pair.within || /[\n\r]/.test(text.slice(at, close))) return undefined;
    return { at: close, mayEnd: pair.mayEnd };
  };
}

/** The last character before a closing mark, past the space that French puts there. */
function lastInside(text: string, close: number): number {
  return text.charAt(close) === '»' && /[ \u00a0\u202f]/.test(text.charAt(close - 1)) ? close - 2 : close - 1;
}

/** How a text sets its marks. */
interface Marks {
  /** With a space before each, as in text taken apart into words and marks. */
  apart: boolean;
  opens(at: number): boolean;
}

interface Run {
  start: number;
  at: number;
  end: number;
  /** A space stands before it. */
  apart: boolean;
}

/** Tells a straight mark that opens from one that closes by how many stand before it; asked for ever later places. */
function createOpens(text: string): (at: number) => boolean {
  let open = false;
  let counted = 0;
  return (at) => {
    for (; counted <= at; counted += 1) if (text.charAt(counted) === '"') open = !open;
    return open;
  };
}

function runAt(text: string, { start, at }: { start: number; at: number }, marks: Marks): Run {
  const apart = marks.apart && at > start && text.charAt(at - 1) === ' ' && matches(RUN_APART, text, at);
  const past = apart ? RUN_APART.lastIndex : skip(RUN, text, at);
  const glued = text.charAt(past - 1) === '"' && CJK.test(text.charAt(past));
  const end = glued && marks.opens(past - 1) ? past - 1 : past;
  return { start: Math.min(skip(SPACES, text, start), at), at, end, apart };
}

function endsStrongly(text: string, { end }: Run, closed: boolean): boolean {
  const next = text.charAt(end);
  if (next === '' || CONTINUES.test(next)) return next === '';
  if (!closed) return true;
  return !JAPANESE_PARTICLE.test(next) && !matches(CHINESE_ATTRIBUTION, text, end);
}

/** Whether the stops (and closing marks) from `at` to `end` end the sentence that began at `start`. */
function endsSentence(text: string, run: Run): boolean {
  const marks = text.slice(run.at, Math.min(run.end, run.at + 16));
  const closed = CLOSED.test(marks);
  if (STRONG_STOP.test(marks)) return endsStrongly(text, run, closed);
  const begin = skip(SPACES, text, run.end);
  const next = text.charAt(begin);
  if (next === '' || next === '\n' || next === '\r') return true;
  const ellipsis = ELLIPSIS.test(marks);
  if (ellipsis && text.slice(run.start, Math.min(run.at, run.start + 64)).trim() === '') return false;
  if (begin === run.end) return endsGlued(text, run, { closed, ellipsis });
  if (run.apart) return !matches(ENGLISH_ATTRIBUTION, text, run.end);
  const letter = skip(OPENERS, text, begin);
  if (CONTINUES.test(next) || isLowerCase(text, letter)) return false;
  if (closed && matches(ENGLISH_ATTRIBUTION, text, run.end)) return false;
  if (ellipsis || /[!?]/.test(marks)) return true;
  return isFullStop(text, run.at, { start: run.start, next: letter });
}

/** The stops of spaced scripts without a space after them: an end only in text that has no spaces. */
function endsGlued(text: string, run: Run, { closed, ellipsis }: { closed: boolean; ellipsis: boolean }): boolean {
  const next = text.charAt(run.end);
  if (!CJK.test(next) || matches(ABBREVIATED, text, run.at)) return false;
  if (closed) return endsStrongly(text, run, true);
  if (ellipsis) return run.at - run.start >= ELLIPSIS_ENDS_FROM && !AFTER_ELLIPSIS.test(next);
  return !/[\d０-９]/.test(text.charAt(run.at - 1));
}

/** Adds what was read to the sentences: marks alone belong to the sentence before them, unless a line begins with them. */
function addSentence(sentences: string[], read: string, opensLine: boolean): void {
  const sentence = read.trim();
  if (sentence === '') return;
  const last = sentences.at(-1);
  if (last === undefined || opensLine || SAYS.test(sentence)) sentences.push(...splitThaiLao(sentence));
  else sentences[sentences.length - 1] = last + (/^\s/.test(read) ? ' ' : '') + sentence;
}

/**
 * Splits a paragraph into its sentences, trimmed, in order; only white space between them is lost. Closing quotes and
 * brackets stay with their sentence, a short quotation stays whole, and a line break ends a sentence. Thai and Lao, which
 * have no stops, are cut at spaces where they run long. Linear in the text.
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  const closer = createCloser(text);
  const mark = new RegExp(MARK, 'g');
  const marks = { apart: APART.test(text), opens: createOpens(text) };
  let start = 0;
  let afterBreak = false;
  const push = (end: number): void => {
    addSentence(sentences, text.slice(start, end), afterBreak);
    if (text.slice(start, end).trim() !== '') afterBreak = false;
    start = end;
  };
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    let at = found.index;
    if (/\s/.test(found[0])) {
      push(mark.lastIndex);
      afterBreak = true;
    } else {
      const close = closer(at);
      if (close !== undefined) {
        mark.lastIndex = close.at + 1;
        at = close.mayEnd ? lastInside(text, close.at) : close.at;
      }
      if (!STOP.test(text.charAt(at))) continue;
      const run = runAt(text, { start, at }, marks);
      mark.lastIndex = run.end;
      if (endsSentence(text, run)) push(run.end);
    }
  }
  push(text.length);
  return sentences;
}
