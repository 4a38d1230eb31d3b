import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Block } from '../../src/article/article.ts';
import { runsOf, textOf } from '../../src/article/block-text.ts';
import { parseSnapshot } from '../../src/snapshot/parse.ts';
import { countGraphemes } from '../../src/text/graphemes.ts';

/** The text of an article that has headings, without them, and where they stood. */
export interface Headed {
  id: string;
  source: string;
  half: 'tune' | 'report';
  blocks: readonly Block[];
  /** The length of each block in graphemes. */
  lengths: readonly number[];
  /** The blocks that stood behind a heading. */
  borders: readonly number[];
}

const FEWEST_HEADINGS = 3;

/** Reads every article with three headings or more of the snapshots in a folder, at any depth. */
export async function readHeaded(folder: string): Promise<Headed[]> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md')).toSorted();
  const headed: Headed[] = [];
  for (const file of files) {
    const read = parseSnapshot(await readFile(join(folder, file)));
    const article = read.ok ? toHeaded(read.article) : undefined;
    if (article) headed.push(article);
  }
  return headed;
}

type Read = Extract<ReturnType<typeof parseSnapshot>, { ok: true }>['article'];

function toHeaded({ id, source, sections }: Read): Headed | undefined {
  const full = sections.filter(({ text }) => text.length > 0);
  if (full.filter(({ from }) => from === 'heading' || from === 'bold').length < FEWEST_HEADINGS) return undefined;
  const blocks = full.flatMap(({ text }) => text);
  const borders = full.map((_, at) => full.slice(0, at).reduce((sum, { text }) => sum + text.length, 0)).slice(1);
  const half = (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'tune' : 'report';
  return { id, source, half, blocks, lengths: blocks.map(lengthOf), borders };
}

function lengthOf(block: Block): number {
  return countGraphemes(runsOf(block).map(textOf).join('\n'));
}
