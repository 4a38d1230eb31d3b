import { articleId, sourceOf } from '../article/address.ts';
import type { Capture, CapturePage, FeedText } from '../capture/capture.ts';
import { CaptureError } from '../capture/capture-error.ts';
import { fingerprint } from '../library/content.ts';
import type { LibraryStore } from '../library/store.ts';
import type { CollectedEntry, EntryText } from './collected-entry.ts';
import type { FeedStore } from './feed-store.ts';

export interface CollectDeps {
  feeds: Pick<FeedStore, 'saveEntry'>;
  library: Pick<LibraryStore, 'markBackfill'>;
  capture: CapturePage;
  /** Saves a file so that it is there whole or not at all, also after a crash. */
  save(file: Pick<Capture, 'name' | 'text'>): Promise<unknown>;
  /** Notes which host the articles of a feed are on. */
  noteSource(feed: string, source: string): Promise<void>;
  now(): Date;
  signal: AbortSignal;
  /** Reports bugs of the bot. */
  report(error: unknown): void;
}

const HOUR_MS = 60 * 60_000;
/** The waits after failed attempts. */
const RETRIES_MS = [5 * 60_000, 20 * 60_000, 80 * 60_000, 5 * HOUR_MS, 20 * HOUR_MS];
/** After so many failures, the teaser of the feed is better than to wait on; the visits after it may still find the page. */
const PATIENT_ATTEMPTS = 2;
/** When a saved page is read again after it was first seen. */
const REVISITS_MS = [3 * HOUR_MS, 24 * HOUR_MS];
/** Pages of older entries hardly change any more. */
const REVISITED_MS = 48 * HOUR_MS;

/**
 * Reads the page of an entry and saves it as a snapshot: at first, and twice within two days to see whether it has changed. The
 * entry is marked as saved only after its file is, so that a crash at any moment loses nothing; then it is saved again under the
 * same name.
 */
export async function collectEntry(entry: CollectedEntry, deps: CollectDeps): Promise<void> {
  const { capture, now, signal, feeds, report } = deps;
  try {
    const feed = entry.text && { feed: toFeedText(entry.text) };
    const request = { url: entry.url, ...feed, isLastAttempt: entry.attempts >= PATIENT_ATTEMPTS };
    const captured = await capture(request, { now: now(), signal });
    const saved = isWorse(entry, captured) ? revisited(entry) : await keep(entry, captured, deps);
    await feeds.saveEntry(scheduleRevisit(saved, now()));
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof CaptureError)) report(error);
    const isPermanent = error instanceof CaptureError && error.isPermanent;
    await feeds.saveEntry(
      entry.state === 'saved'
        ? scheduleRevisit(revisited(entry), now())
        : scheduleRetry(entry, { isPermanent, now: now() }),
    );
  }
}

/** Whether a page that was saved once cannot be read any more, so that only the feed has a text. */
function isWorse({ state }: CollectedEntry, { completeness }: Capture): boolean {
  return state === 'saved' && completeness !== 'full';
}

/** Saves the file, unless the page is as it was. What must be known of its article before it is in the library comes first. */
async function keep(entry: CollectedEntry, captured: Capture, deps: CollectDeps): Promise<CollectedEntry> {
  const { url, name, text } = captured;
  const content = fingerprint([captured.content]);
  const isFirst = entry.state !== 'saved';
  if (isFirst) {
    await deps.noteSource(entry.feed, sourceOf(url));
    if (entry.isBackfill) await deps.library.markBackfill([...new Set([articleId(url), articleId(entry.url)])]);
    await deps.save({ name, text });
  } else if (content !== entry.fingerprint) {
    await deps.save({ name: versionName(name, content), text: withStamp(text, deps.now()) });
  }
  const kept: CollectedEntry = { ...entry, state: 'saved', attempts: 0, fingerprint: content };
  return isFirst ? kept : revisited(kept);
}

function revisited(entry: CollectedEntry): CollectedEntry {
  return { ...entry, revisits: entry.revisits + 1 };
}

/** The next visit, and the entry with its text only if there is one. */
function scheduleRevisit(entry: CollectedEntry, now: Date) {
  const publishedMs = Date.parse(entry.text?.publishedAt ?? entry.firstSeenAt);
  const wait = REVISITS_MS[entry.revisits];
  const isRecent = now.getTime() - publishedMs < REVISITED_MS;
  if (wait === undefined || !isRecent) return { entry: { ...entry, text: null }, nextAt: null };
  return { entry, nextAt: new Date(Math.max(Date.parse(entry.firstSeenAt) + wait, now.getTime() + HOUR_MS)) };
}

function scheduleRetry(entry: CollectedEntry, { isPermanent, now }: { isPermanent: boolean; now: Date }) {
  const wait = isPermanent ? undefined : RETRIES_MS[entry.attempts];
  const attempts = entry.attempts + 1;
  if (wait === undefined) return { entry: { ...entry, attempts, state: 'failed', text: null } as const, nextAt: null };
  return { entry: { ...entry, attempts }, nextAt: new Date(now.getTime() + wait) };
}

function toFeedText({ publishedAt, ...text }: EntryText): FeedText {
  return { ...text, publishedAt: publishedAt === null ? null : new Date(publishedAt) };
}

const STAMP = /^<!--[^>]*-->/;

/** The time of the change, so that this version is the newer one. */
function withStamp(text: string, now: Date): string {
  return text.replace(STAMP, `<!--${now.getTime()}-->`);
}

/** The same for the same content, so that a repeated save is no other version. */
function versionName(name: string, content: string): string {
  return name.replace(
    /(\.\w+)$/,
    `-${content
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 8)
      .toLowerCase()}$1`,
  );
}
