/**
 * A long regular expression in lines: a line break and the spaces around it mean nothing, so that each language or kind can
 * have a line of its own. What is inserted is the source of another one.
 */
export function pattern(flags: string): (lines: TemplateStringsArray, ...inserted: readonly string[]) => RegExp {
  return (lines, ...inserted) => new RegExp(patternSource(lines, ...inserted), flags);
}

/** The source of such an expression, to be inserted into others. */
export function patternSource({ raw }: TemplateStringsArray, ...inserted: readonly string[]): string {
  return String.raw({ raw: raw.map((text) => text.replace(/\s*\n\s*/gu, '')) }, ...inserted);
}
