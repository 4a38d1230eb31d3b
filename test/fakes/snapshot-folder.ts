import { type PreparedResult, prepareArticle } from '../../src/library/prepared-article.ts';
import type { SnapshotFolder } from '../../src/library/sync/snapshot-folder.ts';
import { makeArticle } from './article.ts';

/** A file of a fake folder. */
export interface FakeFile {
  /** What it holds; undefined where it vanishes before it is read, an error where reading it fails. */
  content: string | Error | undefined;
  mtimeMs?: number;
  /** As it is listed, where that is not what it holds. */
  size?: number;
}

/** A folder of snapshots in memory. */
export interface FakeFolder extends SnapshotFolder {
  files: Map<string, FakeFile>;
  /** Folders that cannot be read: what lies in them is not listed, and not known to be gone. */
  unreadable: Set<string>;
  /** What has been opened, in order. */
  opened: string[];
}

/** A folder with these files, by name. */
export function createFakeFolder(contents: Readonly<Record<string, FakeFile['content']>> = {}): FakeFolder {
  const files = new Map<string, FakeFile>(Object.entries(contents).map(([file, content]) => [file, { content }]));
  const unreadable = new Set<string>();
  const opened: string[] = [];
  const isHidden = (file: string) => [...unreadable].some((folder) => file.startsWith(`${folder}/`));
  return {
    files,
    unreadable,
    opened,
    async *list() {
      for (const [file, { content, mtimeMs = 1, size }] of [...files]) {
        if (isHidden(file)) continue;
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : undefined;
        const read = async () => {
          opened.push(file);
          if (content instanceof Error) throw content;
          return bytes;
        };
        yield { file, size: size ?? bytes?.length ?? 0, mtimeMs, read };
      }
    },
    gone: (file) => !isHidden(file),
  };
}

/** Parses what a fake folder holds: a name is an article of that name, `refused` is refused, `fatal` is a fault of ours. */
export function parseName(bytes: Uint8Array): PreparedResult {
  const name = new TextDecoder().decode(bytes);
  if (name === 'fatal') throw new Error('A fault.');
  if (name === 'refused') return { ok: false, error: { code: 'no-address', message: 'There is no address.', line: 2 } };
  const article = makeArticle({ url: `https://example.org/${name}`, title: name });
  return { ok: true, article: prepareArticle(article), warnings: [] };
}
