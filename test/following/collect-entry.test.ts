import { beforeEach, describe, expect, it } from 'vitest';
import { articleId } from '../../src/article/address.ts';
import type { Capture, CaptureRequest } from '../../src/capture/capture.ts';
import { CaptureError } from '../../src/capture/capture-error.ts';
import { collectEntry } from '../../src/following/collect-entry.ts';
import type { CollectedEntry, ScheduledEntry } from '../../src/following/collected-entry.ts';

const NOW = Date.parse('2024-05-02T00:00:00.000Z');
const HOUR_MS = 3_600_000;
const URL = 'https://example.org/story';
const ENTRY: CollectedEntry = {
  feed: 'f',
  key: 'k',
  url: URL,
  firstSeenAt: new Date(NOW).toISOString(),
  isBackfill: false,
  state: 'pending',
  attempts: 0,
  revisits: 0,
  fingerprint: null,
  text: {
    title: 'Story',
    summaryHtml: 'Teaser',
    contentHtml: null,
    authors: [],
    publishedAt: new Date(NOW).toISOString(),
    language: 'en',
    image: null,
  },
};

let nowMs: number;
let page: string | CaptureError;
let completeness: Capture['completeness'];
let events: string[];
let requests: CaptureRequest[];
beforeEach(() => {
  nowMs = NOW;
  page = 'The whole story.';
  completeness = 'full';
  events = [];
  requests = [];
});

/** Collects an entry of a page that stays at `url`, and returns what is stored of it then. */
async function collect(entry: CollectedEntry, { url = URL, canSave = true } = {}): Promise<ScheduledEntry> {
  const stored: ScheduledEntry[] = [];
  await collectEntry(entry, {
    feeds: {
      async saveEntry(scheduled) {
        stored.push(scheduled);
        events.push('stored');
      },
    },
    library: { markBackfill: async (ids) => void events.push(`backfill ${ids.join(' ')}`) },
    async capture(request): Promise<Capture> {
      requests.push(request);
      if (page instanceof CaptureError) throw page;
      const text = `<!--${nowMs}-->\n[Story](${url})\n------\n\n${page}\n`;
      return { url, name: 'example.org/story.md', text, content: page, completeness };
    },
    async save({ name, text }) {
      if (!canSave) throw new Error('The disk is full.');
      events.push(`saved ${name} ${text.split('\n')[0]}`);
    },
    noteSource: async (feed, source) => void events.push(`source ${feed} ${source}`),
    now: () => new Date(nowMs),
    signal: new AbortController().signal,
    report: (error) => void events.push(String(error)),
  });
  const [only] = stored;
  if (only === undefined) throw new Error('Nothing was stored.');
  return only;
}

const inHours = ({ nextAt }: ScheduledEntry) => nextAt && (nextAt.getTime() - NOW) / HOUR_MS;

describe('an entry', () => {
  it('is marked as saved only after its file is, and after its source and its backfill are known', async () => {
    const { entry } = await collect({ ...ENTRY, isBackfill: true }, { url: 'https://real.example/story' });
    expect(events).toEqual([
      'source f real.example',
      `backfill ${articleId('https://real.example/story')} ${articleId(URL)}`,
      `saved example.org/story.md <!--${NOW}-->`,
      'stored',
    ]);
    expect(entry).toMatchObject({ state: 'saved', attempts: 0 });
    expect(requests[0]).toMatchObject({ url: URL, feed: { title: 'Story', publishedAt: new Date(NOW) } });
  });

  it('stays pending if its file cannot be saved', async () => {
    const scheduled = await collect(ENTRY, { canSave: false });
    expect(scheduled.entry).toMatchObject({ state: 'pending', attempts: 1 });
    expect(events).toContain('Error: The disk is full.');
  });

  it('is tried again with longer and longer pauses, then given up', async () => {
    page = new CaptureError('timeout', 'It took too long.');
    const pauses: number[] = [];
    let { entry, nextAt } = await collect(ENTRY);
    for (; nextAt !== null; { entry, nextAt } = await collect(entry)) {
      pauses.push((nextAt.getTime() - nowMs) / 60_000);
      nowMs = nextAt.getTime();
    }
    expect(pauses).toEqual([5, 20, 80, 300, 1200]);
    expect(entry).toMatchObject({ state: 'failed', text: null });
  });

  it('takes the teaser of the feed with the third attempt', async () => {
    for (const attempts of [0, 1, 2, 3]) await collect({ ...ENTRY, attempts });
    expect(requests.map(({ isLastAttempt }) => isLastAttempt)).toEqual([false, false, true, true]);
  });

  it('is given up at once if trying again is pointless', async () => {
    page = new CaptureError('not-found', 'It is gone.');
    const { entry, nextAt } = await collect(ENTRY);
    expect([entry.state, nextAt]).toEqual(['failed', null]);
  });
});

describe('the page of a saved entry', () => {
  it('is read again after three hours and after a day, and then left alone', async () => {
    const first = await collect(ENTRY);
    expect(inHours(first)).toBe(3);
    nowMs = NOW + 3 * HOUR_MS;
    const second = await collect(first.entry);
    expect(inHours(second)).toBe(24);
    nowMs = NOW + 24 * HOUR_MS;
    const third = await collect(second.entry);
    expect([inHours(third), third.entry.text, requests.length]).toEqual([null, null, 3]);
    expect(events.filter((event) => event.startsWith('saved'))).toHaveLength(1);
  });

  it('becomes a newer version in another file if it has changed', async () => {
    const first = await collect(ENTRY);
    nowMs = NOW + 3 * HOUR_MS;
    page = 'The whole story, corrected.';
    const second = await collect(first.entry);
    const [, changed = ''] = events.filter((event) => event.startsWith('saved'));
    expect(changed).toMatch(new RegExp(`^saved example\\.org/story-[a-z0-9]+\\.md <!--${nowMs}-->$`));
    await collect({ ...second.entry, fingerprint: first.entry.fingerprint });
    expect(events.filter((event) => event === changed)).toHaveLength(2);
  });

  it('is not read again if it was old already', async () => {
    const publishedAt = new Date(NOW - 50 * HOUR_MS).toISOString();
    const text = ENTRY.text && { ...ENTRY.text, publishedAt };
    expect(inHours(await collect({ ...ENTRY, text }))).toBeNull();
  });

  it('is replaced by no text of the feed if it cannot be read any more', async () => {
    const first = await collect(ENTRY);
    [page, completeness] = ['Teaser', 'summary'];
    const second = await collect(first.entry);
    expect(events.filter((event) => event.startsWith('saved'))).toHaveLength(1);
    expect(second.entry).toMatchObject({ revisits: 1, fingerprint: first.entry.fingerprint });
  });

  it('stays as it is if it cannot be read any more', async () => {
    const first = await collect(ENTRY);
    page = new CaptureError('not-found', 'It is gone.');
    nowMs = NOW + 3 * HOUR_MS;
    const second = await collect(first.entry);
    expect([second.entry.state, inHours(second)]).toEqual(['saved', 24]);
  });
});
