import type { Article } from '../../src/article/article.ts';
import { hasWord } from '../../src/library/best-section.ts';
import { contentFingerprint } from '../../src/library/content.ts';
import { isMaterialChange } from '../../src/library/diff.ts';
import type { Arrival, ArticleEntry } from '../../src/library/entry.ts';
import { compareEntries, entryTimeMs, toEntry } from '../../src/library/entry.ts';
import { indexedTextOf } from '../../src/library/indexed-text.ts';
import { unpackArticle } from '../../src/library/packed-article.ts';
import type {
  ArticleFilter,
  FileRecord,
  LibraryStore,
  NewestQuery,
  ParsedFile,
  QueryWord,
  RejectedFile,
} from '../../src/library/store.ts';
import { type CaptureStamp, orderVersions } from '../../src/library/versions.ts';

interface Version extends CaptureStamp {
  article: Article;
  files: string[];
}

/** A library's store in memory. */
export function createFakeLibraryStore(): LibraryStore {
  const files = new Map<string, FileRecord>();
  const bytesOf = new Map<string, string>();
  const refusals = new Map<string, RejectedFile>();
  const captures = new Map<string, Version>();
  const firstAdded = new Map<string, string>();
  const positions = new Map<string, number>();
  const backfill = new Set<string>();
  const updates: { at: number; id: string }[] = [];
  let position = 0;
  let lastNumber = 0;

  function save(parsed: ParsedFile): void {
    const { file, size, mtimeMs, parserVersion } = parsed;
    const record = { file, size, mtimeMs, parserVersion, missedAtMs: null };
    if (!('capture' in parsed)) {
      files.set(file, record);
      bytesOf.delete(file);
      refusals.delete(file);
      if ('refusal' in parsed) refusals.set(file, { file, ...parsed.refusal });
      return;
    }
    const { bytes, at } = parsed.capture;
    const article = unpackArticle(parsed.capture.article.packed);
    const kept = captures.get(bytes);
    const before = bytesOf.get(file);
    const cameAgain = before !== undefined && before !== bytes;
    const shownBefore = versionsOf(article.id)[0];
    captures.set(bytes, {
      number: kept?.number ?? ++lastNumber,
      article,
      content: contentFingerprint(article),
      stampedAt: article.stampedAt,
      addedAt: kept && !cameAgain ? kept.addedAt : at,
      files: [...new Set([...(kept?.files ?? []), file])].sort(),
    });
    firstAdded.set(article.id, firstAdded.get(article.id) ?? at);
    if (!positions.has(article.id)) positions.set(article.id, ++position);
    else if (!kept || cameAgain) noteUpdate(shownBefore, versionsOf(article.id)[0]);
    if (kept && versionsOf(kept.article.id).length === 0) positions.delete(kept.article.id);
    files.set(file, record);
    bytesOf.set(file, bytes);
    refusals.delete(file);
  }

  function noteUpdate(before: Version | undefined, after: Version | undefined): void {
    if (before === undefined || after === undefined || before.number === after.number) return;
    if (!isMaterialChange(before.article, after.article)) return;
    position += 1;
    updates.push({ at: position, id: after.article.id });
  }

  const versionsOf = (id: string) => orderVersions([...captures.values()].filter(({ article }) => article.id === id));
  const shown = () => [...firstAdded.keys()].flatMap((id) => versionsOf(id)[0]?.article ?? []);
  const entryOf = (article: Article) => toEntry(article, firstAdded.get(article.id) ?? '');

  return {
    fileRecords: async (paths) => paths.map((path) => files.get(path)),
    files: async function* (prefix = '') {
      yield* [...files.values()].filter(({ file }) => file.startsWith(prefix));
    },
    save: async (parsedFiles) => parsedFiles.forEach(save),
    async markMissed(paths, at) {
      for (const path of paths) {
        const record = files.get(path);
        if (record) files.set(path, { ...record, missedAtMs: at.getTime() });
        refusals.delete(path);
      }
    },
    async forget(paths) {
      for (const path of paths) {
        files.delete(path);
        bytesOf.delete(path);
        refusals.delete(path);
        for (const [bytes, { article, files: from }] of captures) {
          if (!from.includes(path) || from.some((file) => files.has(file))) continue;
          captures.delete(bytes);
          if (versionsOf(article.id).length > 0) continue;
          positions.delete(article.id);
          firstAdded.delete(article.id);
        }
      }
    },
    markBackfill: async (ids) => ids.filter((id) => !positions.has(id)).forEach((id) => void backfill.add(id)),
    size: async () => shown().length,
    article: async (id) => versionsOf(id)[0]?.article,
    articleVersion: async (id, version) => versionsOf(id)[version - 1]?.article,
    versions: async (id) =>
      versionsOf(id).map(({ stampedAt, addedAt, article, files: from }) => ({
        stampedAt,
        addedAt,
        title: article.title,
        file: from[0] ?? '',
      })),
    newest: async (page) => pageOf(shown().map(entryOf), page),
    async sources() {
      const groups = Object.entries(Object.groupBy(shown(), ({ source }) => source));
      const counted = groups.map(([source, articles]) => ({ source, articles: articles?.length ?? 0 }));
      return counted.sort((a, b) => b.articles - a.articles || (a.source < b.source ? -1 : 1));
    },
    refusals: async () => [...refusals.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
    search: async (words, match, limit) => searchIn(shown(), words, match).slice(0, limit).map(entryOf),
    async documentFrequencies(words) {
      const texts = shown().map(allWords);
      return { total: texts.length, counts: words.map((word) => texts.filter((text) => hasWord(text, word)).length) };
    },
    async similar(words, limit) {
      const sharing = shown().map((article) => ({
        article,
        shared: words.filter((word) => hasWord(allWords(article), word)).length,
      }));
      const similar = sharing.filter(({ shared }) => shared > 1).sort((a, b) => b.shared - a.shared);
      return similar.slice(0, limit).map(({ article }) => entryOf(article));
    },
    position: async () => position,
    async between({ after, upTo, withUpdates, withBackfill }, filter, { offset, limit }) {
      const isIn = (at: number) => at > after && at <= upTo;
      const matching = (ids: readonly string[]) =>
        shown().filter((article) => ids.includes(article.id) && matches(article, filter));
      const arrived = [...positions]
        .filter(([id, at]) => isIn(at) && (withBackfill || !backfill.has(id)))
        .map(([id]) => id);
      const earlier = [...positions].filter(([, at]) => at <= after).map(([id]) => id);
      const changed = updates.filter(({ at, id }) => isIn(at) && earlier.includes(id)).map(({ id }) => id);
      const fresh: Arrival[] = matching(arrived).map(entryOf).sort(compareEntries);
      const updated = matching(changed).map(entryOf).sort(compareEntries);
      const all = [...fresh, ...(withUpdates ? updated.map((entry) => ({ ...entry, updated: true as const })) : [])];
      return { total: all.length, entries: all.slice(offset, offset + limit) };
    },
  };
}

function allWords(article: Article): string {
  return Object.values(indexedTextOf(article)).join(' ');
}

function pageOf(entries: readonly ArticleEntry[], { source, sinceMs, offset, limit }: NewestQuery) {
  const fitting = entries
    .filter((entry) => source === undefined || entry.source === source)
    .filter((entry) => sinceMs === undefined || entryTimeMs(entry) >= sinceMs)
    .sort(compareEntries);
  return { total: fitting.length, entries: fitting.slice(offset, offset + limit) };
}

function matches(article: Article, { sources, topics, without }: ArticleFilter): boolean {
  const { title, headings, text } = indexedTextOf(article);
  const isAbout = (topic: readonly QueryWord[]) =>
    topic.every((word) => [title, headings, text].some((part) => hasWord(part, word)));
  const isFrom = (source: string) =>
    source.includes('.') ? article.source === source : article.source.split('.').includes(source);
  if (sources.length > 0 && !sources.some(isFrom)) return false;
  return (topics.length === 0 || topics.some(isAbout)) && !without.some(isAbout);
}

/** Ranks by where the words stand only: all in title and headings first. */
function searchIn(articles: readonly Article[], words: readonly QueryWord[], match: 'every' | 'some'): Article[] {
  if (words.length === 0) return [];
  const found = articles.flatMap((article) => {
    const { title, headings, text } = indexedTextOf(article);
    const [inTitle, anywhere] = [`${title} ${headings}`, `${title} ${headings} ${text}`].map((part) => {
      const count = words.filter((word) => hasWord(part, word)).length;
      return match === 'every' ? Number(count === words.length) : count;
    });
    return anywhere === undefined || anywhere === 0 ? [] : [{ article, score: (inTitle ?? 0) * 10 + anywhere }];
  });
  return found.sort((a, b) => b.score - a.score).map(({ article }) => article);
}
