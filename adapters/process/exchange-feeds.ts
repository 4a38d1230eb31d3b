import { readFile, writeFile } from 'node:fs/promises';
import { articleId } from '../../src/article/address.ts';
import { composeFeedList, parseFeedList } from '../../src/feed/opml.ts';
import type { FeedStore } from '../../src/following/feed-store.ts';
import { beginFeed, operatorBy } from '../../src/following/followed-feed.ts';
import { decodeText } from '../../src/web/decode-text.ts';
import type { Writer } from './writer.ts';

interface OpmlOptions {
  file: string;
  feeds: Pick<FeedStore, 'all' | 'follow' | 'count'>;
  /** How many feeds a bot collects. */
  maxFeeds: number;
  now: Date;
  output: Writer;
  warnings: Writer;
}

const TITLE = 'Gazette';

/** Follows the feeds of an OPML file for the operator. A running bot reads them within seconds. Resolves to the exit code. */
export async function importOpml({ file, feeds, maxFeeds, now, output, warnings }: OpmlOptions): Promise<number> {
  const listed = parseFeedList(decodeText(await readFile(file)));
  if (listed === undefined) {
    await warnings.write(
      `${file} is not OPML. Export the list of feeds from your reader as OPML, and name that file.\n`,
    );
    return 1;
  }
  const known = new Set((await feeds.all()).map(({ id }) => id));
  const fresh = listed.filter(({ url }) => !known.has(articleId(url)));
  const taken = fresh.slice(0, Math.max(0, maxFeeds - known.size));
  for (const { url, title = null } of taken) {
    const feed = { ...beginFeed(articleId(url), url), title };
    await feeds.follow({ feed, nextAt: now }, operatorBy('import'));
  }
  await output.write(
    `Feeds in ${file}: ${listed.length}. New: ${taken.length}. Already followed: ${listed.length - fresh.length}.\n`,
  );
  if (taken.length === fresh.length) return 0;
  await warnings.write(`${fresh.length - taken.length} are left out: a bot follows at most ${maxFeeds}.\n`);
  return 1;
}

/** Writes all followed feeds to an OPML file. Resolves to the exit code. */
export async function exportOpml({
  file,
  feeds,
  output,
}: Pick<OpmlOptions, 'file' | 'feeds' | 'output'>): Promise<number> {
  const all = await feeds.all();
  await writeFile(
    file,
    composeFeedList(
      TITLE,
      all.map(({ url, title }) => ({ url, title: title ?? undefined })),
    ),
  );
  await output.write(`Feeds written to ${file}: ${all.length}.\n`);
  return 0;
}
