import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Block } from '../../src/article/article.ts';
import { runsOf, textOf } from '../../src/article/block-text.ts';
import { parseSnapshot } from '../../src/snapshot/parse.ts';
import { countGraphemes } from '../../src/text/graphemes.ts';

/** An article with its headings removed, and their positions as reference segmentation. */
export interface HeadedArticle {
  id: string;
  source: string;
  half: 'tune' | 'report';
  blocks: readonly Block[];
  /** The length of each block in graphemes. */
  lengths: readonly number[];
  /** The blocks that followed a heading. */
  boundaries: readonly number[];
}

const MIN_HEADINGS = 3;

/** Reads all articles with at least three headings from the snapshots in a folder, at any depth. */
export async function readHeadedArticles(folder: string): Promise<HeadedArticle[]> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md')).toSorted();
  const articles: HeadedArticle[] = [];
  for (const file of files) {
    const read = parseSnapshot(await readFile(join(folder, file)));
    const article = read.ok ? toHeadedArticle(read.article) : undefined;
    if (article) articles.push(article);
  }
  return articles;
}

type Read = Extract<ReturnType<typeof parseSnapshot>, { ok: true }>['article'];

function toHeadedArticle({ id, source, sections }: Read): HeadedArticle | undefined {
  const full = sections.filter(({ text }) => text.length > 0);
  if (full.filter(({ from }) => from === 'heading' || from === 'bold').length < MIN_HEADINGS) return undefined;
  const blocks = full.flatMap(({ text }) => text);
  const boundaries = full.map((_, at) => full.slice(0, at).reduce((sum, { text }) => sum + text.length, 0)).slice(1);
  const half = (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'tune' : 'report';
  return { id, source, half, blocks, lengths: blocks.map(lengthOf), boundaries };
}

function lengthOf(block: Block): number {
  return countGraphemes(runsOf(block).map(textOf).join('\n'));
}
