/** Collects a text that comes in many small pieces, such as one for each character reference. */
export interface TextBuffer {
  add(piece: string): void;
  /** The length of the text, in UTF-16 units. */
  units(): number;
  /** Returns the text and empties the buffer. */
  take(): string;
}

const MAX_PIECES = 4096;

/** Creates an empty buffer. Joining many pieces at once takes much less memory than adding each to a string. */
export function createTextBuffer(): TextBuffer {
  let joined: string[] = [];
  let pieces: string[] = [];
  let units = 0;
  function join(): string {
    const [first] = pieces;
    return first !== undefined && pieces.length === 1 ? first : pieces.join('');
  }
  return {
    units: () => units,
    add(piece) {
      units += piece.length;
      pieces.push(piece);
      if (pieces.length < MAX_PIECES) return;
      joined.push(join());
      pieces = [];
    },
    take() {
      const text = joined.length === 0 ? join() : joined.join('') + join();
      joined = [];
      pieces.length = 0;
      units = 0;
      return text;
    },
  };
}
