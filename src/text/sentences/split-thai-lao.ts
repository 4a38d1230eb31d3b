const UNSPACED = /[\u0e01-\u0e2e\u0e40-\u0e44\u0e81-\u0eae]/g;
/** A space between two letters of the script; beside a digit, a Latin word or a quote it does not separate clauses. */
const CLAUSE_SPACE = /(?<=[\u0e00-\u0e4f\u0e80-\u0ecf]) +(?=[\u0e01-\u0e4f\u0e81-\u0ecf])/g;
const MIN_SPLIT_UNITS = 160;
const MIN_CLAUSE_UNITS = 60;

/** Splits long Thai or Lao text, whose sentences have no stops, at spaces between clauses; leaves other text whole. */
export function splitThaiLao(text: string): string[] {
  if (text.length <= MIN_SPLIT_UNITS || (text.match(UNSPACED)?.length ?? 0) < text.length / 4) return [text];
  const clauses: string[] = [];
  let start = 0;
  for (const space of text.matchAll(CLAUSE_SPACE)) {
    const next = space.index + space[0].length;
    if (space.index - start < MIN_CLAUSE_UNITS || text.length - next < MIN_CLAUSE_UNITS) continue;
    clauses.push(text.slice(start, space.index));
    start = next;
  }
  return [...clauses, text.slice(start)];
}
