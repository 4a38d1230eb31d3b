import type { Article } from '../../src/article/article.ts';
import { compareVersions } from '../../src/library/diff.ts';
import { unpackArticle } from './article-body.ts';
import type { Database } from './database.ts';

/**
 * Notes that an article was changed so much that who read the version numbered `before` may want to hear of it; it takes the
 * next position of what came. Belongs into a transaction.
 */
export function noteUpdate(database: Database, before: number, later: Article): void {
  const found = database.row<{ body: Uint8Array }>('SELECT body FROM versions WHERE number = ?', before);
  if (found === undefined || !compareVersions(unpackArticle(found.body), later).material) return;
  database.run('INSERT INTO updates (number, article) VALUES ((SELECT last + 1 FROM arrivals), ?)', later.id);
}
