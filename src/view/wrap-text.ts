import { toGraphemes } from '../text/graphemes.ts';
import { graphemeWidth, widthOf } from '../text/width.ts';
import type { Piece } from './terminal-style.ts';

/** Pieces that stay together on a line. */
interface Unit {
  kind: 'word' | 'space' | 'break';
  pieces: Piece[];
  width: number;
  /** Whether it starts and ends with a wide character. */
  startsWide: boolean;
  endsWide: boolean;
}

// Punctuation that may not start or end a line in Chinese and Japanese: https://www.w3.org/TR/clreq/
const CLOSING = /^[、。，．：；！？）］｝〕〉》」』】〗”’…—～・ー％‰]/u;
const ENDING = /^[.,:;!?)\]'"、。，．：；！？）］｝〕〉》」』】〗”’…]+/u;
const OPENING = /[（［｛〔〈《「『【〖“‘]$/u;
const ADDRESS = /^https?:\/\//u;
const RUN = /\n|[^\S\n]+|https?:\/\/[\x21-\x7E]+|(?:(?!https?:\/\/)\S)+/gu;

/**
 * Wraps pieces into lines of at most `width` columns: at spaces, and next to wide characters unless punctuation forbids it. A
 * word longer than a line is broken between graphemes; an address is never broken. Without a width only line breaks in the
 * text count.
 */
export function wrapPieces(pieces: readonly Piece[], width: number | undefined): Piece[][] {
  if (width === undefined) return splitLines(pieces);
  const lines: Unit[][] = [[]];
  let used = 0;
  for (const unit of joinUnits(pieces.flatMap(toUnits)).flatMap((one) => breakLong(one, width))) {
    const full = unit.kind === 'word' && used > 0 && used + unit.width > width;
    if (unit.kind === 'break' || full) {
      lines.push([]);
      used = 0;
    }
    if (unit.kind === 'break' || (unit.kind === 'space' && used === 0)) continue;
    lines.at(-1)?.push(unit);
    used += unit.width;
  }
  return lines.map((line) => mergePieces(withoutEnd(line).flatMap((unit) => unit.pieces)));
}

function splitLines(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const { text, ...rest } of pieces) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ ...rest, text: part });
    }
  }
  return lines;
}

function toUnits(piece: Piece): Unit[] {
  if (piece.solid) return [toUnit('word', piece)];
  return (piece.text.match(RUN) ?? []).flatMap((text): Unit[] => {
    if (text === '\n') return [toUnit('break', { ...piece, text: '' })];
    if (/^\s/u.test(text)) return [toUnit('space', { ...piece, text })];
    return ADDRESS.test(text) ? [toUnit('word', { ...piece, text, solid: true })] : wordUnits({ ...piece, text });
  });
}

/** Splits into words of narrow characters and single wide characters. */
function wordUnits(piece: Piece): Unit[] {
  const units: Unit[] = [];
  let narrow = '';
  const endWord = () => {
    if (narrow !== '') units.push(toUnit('word', { ...piece, text: narrow }));
    narrow = '';
  };
  for (const grapheme of toGraphemes(piece.text)) {
    if (graphemeWidth(grapheme) < 2) {
      narrow += grapheme;
    } else {
      endWord();
      units.push({ kind: 'word', pieces: [{ ...piece, text: grapheme }], width: 2, startsWide: true, endsWide: true });
    }
  }
  endWord();
  return units;
}

function toUnit(kind: Unit['kind'], piece: Piece): Unit {
  return { kind, pieces: [piece], width: widthOf(piece.text), startsWide: false, endsWide: false };
}

/** Joins what must not be broken: punctuation with its character, and words without a space between them. */
function joinUnits(units: readonly Unit[]): Unit[] {
  const joined: Unit[] = [];
  for (const unit of units) {
    const before = joined.at(-1);
    if (before?.kind === 'word' && unit.kind === 'word' && staysTogether(before, unit)) {
      before.pieces.push(...unit.pieces);
      before.width += unit.width;
      before.endsWide = unit.endsWide;
    } else joined.push({ ...unit, pieces: [...unit.pieces] });
  }
  return joined;
}

function staysTogether(before: Unit, after: Unit): boolean {
  if (!before.endsWide && !after.startsWide) return true;
  return CLOSING.test(after.pieces[0]?.text ?? '') || OPENING.test(before.pieces.at(-1)?.text ?? '');
}

/** Breaks what is longer than a line next to its addresses, then between graphemes. */
function breakLong(unit: Unit, width: number): Unit[] {
  if (unit.kind !== 'word' || unit.width <= width) return [unit];
  const at = unit.pieces.findIndex(({ solid }) => solid === true);
  const address = unit.pieces[at];
  if (address === undefined) return unit.pieces.flatMap(toGraphemeUnits);
  const { ending, after } = splitEnding(unit.pieces.slice(at + 1));
  return [
    ...breakLong(toWord(unit.pieces.slice(0, at)), width),
    toWord([address, ...ending]),
    ...breakLong(toWord(after), width),
  ].filter(({ pieces }) => pieces.length > 0);
}

function toGraphemeUnits(piece: Piece): Unit[] {
  return toGraphemes(piece.text).map((text) => toUnit('word', { ...piece, text }));
}

function toWord(pieces: Piece[]): Unit {
  const width = pieces.reduce((sum, { text }) => sum + widthOf(text), 0);
  return { kind: 'word', pieces, width, startsWide: false, endsWide: false };
}

/** Punctuation after an address stays on its line, which is too long anyway. */
function splitEnding(pieces: Piece[]): { ending: Piece[]; after: Piece[] } {
  const [first, ...others] = pieces;
  const mark = first === undefined || first.solid ? undefined : ENDING.exec(first.text)?.[0];
  if (first === undefined || mark === undefined) return { ending: [], after: pieces };
  const rest = { ...first, text: first.text.slice(mark.length) };
  return { ending: [{ ...first, text: mark }], after: rest.text === '' ? others : [rest, ...others] };
}

function withoutEnd(line: readonly Unit[]): readonly Unit[] {
  return line.slice(0, line.findLastIndex(({ kind }) => kind !== 'space') + 1);
}

function mergePieces(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const before = merged.at(-1);
    if (before?.style === piece.style && before.target === piece.target) before.text += piece.text;
    else merged.push({ ...piece });
  }
  return merged;
}
