import { load } from 'cheerio';
import { Parser } from 'htmlparser2';
import { readBody } from '../src/snapshot/body.ts';
import { decodeSnapshot } from '../src/snapshot/decode.ts';
import { parseHeader } from '../src/snapshot/header/header.ts';
import { parseSnapshot } from '../src/snapshot/parse.ts';
import { loadPeers, toPage } from './load-peers.ts';

/** Reads a file and returns how much it found; throws if it refuses the file. */
export type Parse = (bytes: Uint8Array) => number | Promise<number>;

const decoder = new TextDecoder();

/** Gazette, and as lower bounds the HTML libraries below it: cheerio extracts the text, htmlparser2 counts tags. */
const own = {
  gazette: (bytes) => {
    const result = parseSnapshot(bytes);
    return result.ok ? result.article.sections.length : 0;
  },
  'gazette without summaries': (bytes) => {
    const decoded = decodeSnapshot(bytes);
    const header = 'text' in decoded ? parseHeader(decoded.text) : { ok: false as const };
    return header.ok ? readBody(header.body, header).sections.length : 0;
  },
  'cheerio text': (bytes) => load(decoder.decode(bytes)).text().length,
  htmlparser2: (bytes) => {
    let tags = 0;
    new Parser({ onopentag: () => (tags += 1) }).end(decoder.decode(bytes));
    return tags;
  },
} as const satisfies Record<string, Parse>;

const peers = loadPeers();

/** All parsers by name, with those of `bench/peers` if they are installed. */
export const parsers: Readonly<Record<string, Parse>> = {
  ...own,
  ...Object.fromEntries(
    Object.entries(peers).map(([name, extract]) => [
      name,
      async (bytes: Uint8Array) => {
        const { page, url } = toPage(decoder.decode(bytes));
        return (await extract(page, url)).length;
      },
    ]),
  ),
};

/** The names of the parsers that every input is read by, and of those that only articles are. */
export const OWN_PARSERS = Object.keys(own);
export const PEERS = Object.keys(peers);
