import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';

/** An article with a reference summary by a person. */
export interface ReferenceArticle {
  id: string;
  set: string;
  /** Whether the article is for tuning parameters or for reporting figures: alternately in a set, sorted by a hash of the id. */
  half: 'tune' | 'report';
  title: string | null;
  paragraphs: readonly string[];
  reference: string;
}

const line = z.object({
  id: z.string(),
  title: z.string().optional(),
  reference: z.string().optional(),
  reference_raw: z.string().optional(),
  paragraphs: z.array(z.string()).optional(),
  sentences: z.array(z.string()).optional(),
  document: z.string().optional(),
  document_raw: z.string().optional(),
});

/** Reads all `.jsonl` files of a folder, a set each; throws on a line of an unknown form. */
export async function readArticles(folder: string): Promise<ReferenceArticle[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).toSorted();
  const sets = await Promise.all(
    files.map(async (name) => {
      const lines = (await readFile(join(folder, name), 'utf8')).split('\n').filter((text) => text.trim() !== '');
      return halve(lines.map((text) => toText(basename(name, '.jsonl'), line.parse(JSON.parse(text)))));
    }),
  );
  return sets.flat();
}

function halve(texts: readonly Omit<ReferenceArticle, 'half'>[]): ReferenceArticle[] {
  const key = ({ id }: { id: string }) => createHash('sha256').update(id).digest('hex');
  const mixed = texts.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  return mixed.map((text, place) => ({ ...text, half: place % 2 === 0 ? 'tune' : 'report' }));
}

function toText(set: string, json: z.infer<typeof line>): Omit<ReferenceArticle, 'half'> {
  const whole = json.document ?? json.document_raw;
  const paragraphs = json.paragraphs ?? json.sentences ?? (whole === undefined ? [] : [whole]);
  return {
    id: json.id,
    set,
    title: json.title ?? null,
    paragraphs: paragraphs.map(withoutTags),
    reference: withoutTags(json.reference ?? json.reference_raw ?? ''),
  };
}

function withoutTags(text: string): string {
  return text.replaceAll(/<\/?t>/g, ' ').trim();
}
