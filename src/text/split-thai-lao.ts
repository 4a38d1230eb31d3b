const UNSPACED = /[\u0e01-\u0e2e\u0e40-\u0e44\u0e81-\u0eae]/g;
/** A space between two letters of the script: one beside a digit, a Latin word or a quote does not part clauses. */
const CLAUSE_SPACE = /(?<=[\u0e00-\u0e4f\u0e80-\u0ecf]) +(?=[\u0e01-\u0e4f\u0e81-\u0ecf])/g;
const LONG = 160;
const SHORTEST = 60;

/** Cuts a long run of Thai or Lao, whose sentences have no stops, at the spaces between clauses; leaves other text whole. */
export function splitThaiLao(text: string): string[] {
  if (text.length <= LONG || (text.match(UNSPACED)?.length ?? 0) < text.length / 4) return [text];
  const clauses: string[] = [];
  let start = 0;
  for (const space of text.matchAll(CLAUSE_SPACE)) {
    if (space.index - start < SHORTEST || text.length - space.index < SHORTEST) continue;
    clauses.push(text.slice(start, space.index));
    start = space.index + space[0].length;
  }
  return [...clauses, text.slice(start)];
}
