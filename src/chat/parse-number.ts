const NUMBER = /^(?:#|no\.?\s*|第)?(\d{1,4})(?:节|節|篇|页|頁|部分|[.)])?$/u;

/** The number that someone wrote: `3`, `#3`, `３`, `第3节`; undefined for anything else. */
export function parseNumber(typed: string): number | undefined {
  const digits = NUMBER.exec(typed.normalize('NFKC').trim().toLowerCase())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
