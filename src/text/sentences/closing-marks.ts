/** The closing mark of each opening mark, and the longest pair that is kept in one piece, in UTF-16 units. */
const PAIRS: Readonly<Record<string, { close: string; maxUnits: number; canEndSentence: boolean }>> = {
  '“': { close: '”', maxUnits: 160, canEndSentence: true },
  '„': { close: '“', maxUnits: 160, canEndSentence: true },
  '«': { close: '»', maxUnits: 160, canEndSentence: true },
  '「': { close: '」', maxUnits: 160, canEndSentence: true },
  '『': { close: '』', maxUnits: 160, canEndSentence: true },
  '"': { close: '"', maxUnits: 160, canEndSentence: true },
  '（': { close: '）', maxUnits: 160, canEndSentence: true },
  '(': { close: ')', maxUnits: 160, canEndSentence: true },
  '【': { close: '】', maxUnits: 80, canEndSentence: false },
  '《': { close: '》', maxUnits: 80, canEndSentence: false },
  '〈': { close: '〉', maxUnits: 80, canEndSentence: false },
};

/** The mark that closes a short quotation, bracket or title. */
export interface ClosingMark {
  at: number;
  /** Whether a sentence may end with the content of the pair. */
  canEndSentence: boolean;
}

/** Finds the mark that closes the one at an offset. Remembers the next mark of each kind, so all calls together stay linear. */
export function createClosingMarkFinder(text: string): (at: number) => ClosingMark | undefined {
  const nextOffsets = new Map<string, number>();
  return (at) => {
    const pair = PAIRS[text.charAt(at)];
    if (pair === undefined || (pair.close === '"' && !isStraightOpener(text, at))) return undefined;
    let close = nextOffsets.get(pair.close) ?? 0;
    if (close !== -1 && close <= at) close = text.indexOf(pair.close, at + 1);
    nextOffsets.set(pair.close, close);
    if (close === -1 || close - at > pair.maxUnits || /[\n\r]/.test(text.slice(at, close))) return undefined;
    return { at: close, canEndSentence: pair.canEndSentence };
  };
}

function isStraightOpener(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return after.trim() !== '' && (before === '' || !/[\p{N}\p{Ll}\p{Lu}.!?,;]/u.test(before));
}

/** The last character before a closing mark, without the space that French typography puts there. */
export function lastInside(text: string, close: number): number {
  return text.charAt(close) === '»' && /[ \u00a0\u202f]/.test(text.charAt(close - 1)) ? close - 2 : close - 1;
}

/** Decides by parity whether the straight quotation mark at an offset opens; offsets must ascend. */
export function createOpeningQuoteTest(text: string): (at: number) => boolean {
  let isOpen = false;
  let counted = 0;
  return (at) => {
    for (; counted <= at; counted += 1) if (text.charAt(counted) === '"') isOpen = !isOpen;
    return isOpen;
  };
}
