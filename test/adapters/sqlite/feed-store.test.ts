import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openState } from '../../../adapters/stores.ts';
import { feedStoreContract, makeEntry, makeFeed } from '../../contracts/feed-store.ts';
import { temporaryState } from '../../fixtures/open-state.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

describe('the feed store in SQLite', () => {
  feedStoreContract(async () => (await temporaryState()).feeds);

  it('passes over a damaged feed and a damaged entry, which hold up no other', async () => {
    const location = `${await temporaryFolder()}/state.sqlite`;
    const reported: unknown[] = [];
    const { feeds, close } = await openState({ scheme: 'sqlite', location }, (error) => reported.push(error));
    onTestFinished(close);
    const [bad, good] = [makeFeed('bad'), makeFeed('good')];
    for (const feed of [bad, good]) await feeds.follow(feed, { platform: 'telegram', chat: '1' });
    const entries = [makeEntry('good', 'first', new Date(0)), makeEntry('good', 'second')];
    await feeds.change('good', (current) => current, entries);
    const file = new DatabaseSync(location);
    file.exec(`UPDATE feeds SET body = '{"id"' WHERE id = 'bad'`);
    file.exec(`UPDATE feed_entries SET body = '[]' WHERE key = 'first'`);
    file.close();
    expect((await feeds.all()).map(({ id }) => id)).toEqual(['good']);
    const page = { now: good.nextAt, after: '', limit: 5 };
    expect(await feeds.dueEntries(page)).toEqual([]);
    expect((await feeds.dueEntries(page)).map(({ key }) => key)).toEqual(['second']);
    expect(reported.map(String)).toEqual([expect.stringContaining('feed bad'), expect.stringContaining('entry good')]);
  });
});
