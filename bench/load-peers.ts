import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Returns the HTML of the article that a general extractor finds in a page; '' if it finds none. */
export type Extract = (page: string, url: string) => string | Promise<string>;

const FOLDER = fileURLToPath(new URL('peers/', import.meta.url));
const extracted = z.object({ content: z.string().nullish() }).nullish();
/** Loads a package when it is first used, so that it takes no memory of another one's measurement. */
const load = createRequire(`${FOLDER}package.json`);

type Reader = new (document: unknown, options?: object) => { parse(): unknown };
interface Linkedom {
  parseHTML(page: string): { document: unknown };
}
interface Jsdom {
  JSDOM: new (page: string, options: object) => { window: { document: unknown; close(): void } };
}
interface ArticleExtractor {
  extractFromHtml(page: string, url: string): Promise<unknown>;
}

const peers: Readonly<Record<string, Extract>> = {
  'Readability + linkedom': (page) => readability((load('linkedom') as Linkedom).parseHTML(page).document),
  'Readability + jsdom': (page, url) => {
    const { JSDOM } = load('jsdom') as Jsdom;
    const { window } = new JSDOM(page, { url });
    const content = readability(window.document);
    window.close();
    return content;
  },
  'defuddle + linkedom': (page, url) => {
    const Defuddle = load('defuddle') as Reader;
    const { document } = (load('linkedom') as Linkedom).parseHTML(page);
    return contentOf(new Defuddle(document, { url }).parse());
  },
  'article-extractor': async (page, url) => {
    const { extractFromHtml } = load('@extractus/article-extractor') as ArticleExtractor;
    return contentOf(await extractFromHtml(page, url));
  },
};

/** General extractors by name; none if they are not installed in `bench/peers`. */
export function loadPeers(): Readonly<Record<string, Extract>> {
  return existsSync(`${FOLDER}node_modules`) ? peers : {};
}

function readability(document: unknown): string {
  const { Readability } = load('@mozilla/readability') as { Readability: Reader };
  return contentOf(new Readability(document).parse());
}

function contentOf(result: unknown): string {
  return extracted.parse(result)?.content ?? '';
}

/** Restores the page of a snapshot, without the header, and its address. */
export function toPage(snapshot: string): { page: string; url: string } {
  const [, title, url] = /^\[(.*)\]\((\S+)\)/mu.exec(snapshot) ?? [];
  const body = snapshot.replace(/^[\s\S]*?\n-{3,}\r?\n/u, '');
  const page = `<!doctype html><html><head><title>${title ?? ''}</title></head><body>${body}</body></html>`;
  return { page, url: url ?? 'https://unknown.example/' };
}
