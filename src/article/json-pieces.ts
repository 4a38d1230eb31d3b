/** A piece has about as many UTF-16 units, unless it is one long string. */
const PIECE_UNITS = 65_536;
/** What a value in a list or an object adds to its content. */
const VALUE_UNITS = 8;

/**
 * The JSON of plain data in pieces, which together are what `JSON.stringify` returns: at once, the JSON of a large article
 * takes more memory than the article.
 */
export function* jsonPieces(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || countUnits(value) <= PIECE_UNITS) yield JSON.stringify(value);
  else if (Array.isArray(value)) yield* listPieces(value);
  else yield* objectPieces(value);
}

function* objectPieces(value: object): Generator<string> {
  let before = '{';
  for (const [key, child] of Object.entries(value) as [string, unknown][]) {
    if (child === undefined) continue;
    yield `${before}${JSON.stringify(key)}:`;
    yield* jsonPieces(child);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

/** Small values that follow each other are one piece. */
function* listPieces(list: readonly unknown[]): Generator<string> {
  let before = '[';
  for (const group of groupSmall(list)) {
    yield before;
    const [first] = group;
    if (group.length > 1) yield JSON.stringify(group).slice(1, -1);
    else yield* jsonPieces(first);
    before = ',';
  }
  yield ']';
}

function* groupSmall(list: readonly unknown[]): Generator<unknown[]> {
  let group: unknown[] = [];
  let units = 0;
  for (const value of list) {
    const own = countUnits(value);
    if (group.length > 0 && units + own > PIECE_UNITS) {
      yield group;
      group = [];
      units = 0;
    }
    group.push(value);
    units += own;
  }
  yield group;
}

/** Roughly the length of the JSON of a value; stops counting when it is more than a piece. */
function countUnits(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return VALUE_UNITS;
  let units = 0;
  for (const child of Array.isArray(value) ? value : Object.values(value)) {
    units += VALUE_UNITS + countUnits(child);
    if (units > PIECE_UNITS) break;
  }
  return units;
}
