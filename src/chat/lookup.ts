import type { Article } from '../article/article.ts';
import type { Library } from '../library/library.ts';
import type { Audience } from '../locales/audience.ts';
import type { LastShown } from './last-shown.ts';
import type { PlatformLimits } from './platform.ts';

/** What the lookup of arguments needs. */
export interface Lookup extends PlatformLimits {
  library: Pick<Library, 'article' | 'articleAt' | 'newest' | 'find'>;
  /** What the caller was shown last. */
  shown: LastShown;
  audience: Audience;
  /** Gives words that readers take for the same one spelling. */
  fold: (text: string) => string;
}

const ID = /^[a-z0-9]{8,10}$/u;
const ADDRESS = /^https?:\/\//iu;

/** Whether a text is an address. */
export function isAddress(typed: string): boolean {
  return ADDRESS.test(typed);
}

/** Finds an article by its id or address. */
export async function articleNamed(
  typed: string,
  library: Pick<Library, 'article' | 'articleAt'>,
): Promise<Article | undefined> {
  if (isAddress(typed)) return await library.articleAt(typed);
  const id = typed.normalize('NFKC').toLowerCase();
  return ID.test(id) ? await library.article(id) : undefined;
}
