/** A page of a list; the first page is 1. */
export interface Page {
  /** At least 1, even for an empty list. */
  pages: number;
  previous: number | undefined;
  next: number | undefined;
}

/** Computes a page of `total` entries; a page past the end has no next one. */
export function paginate(total: number, page: number, size: number): Page {
  const pages = Math.max(1, Math.ceil(total / size));
  return {
    pages,
    previous: page > 1 ? Math.min(page - 1, pages) : undefined,
    next: page < pages ? page + 1 : undefined,
  };
}
