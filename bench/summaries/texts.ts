import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';

/** An article with a summary that a person wrote. */
export interface Text {
  id: string;
  set: string;
  /** The half that parameters are chosen on, or the half that figures are reported on: every other one of a set, by a hash of the id. */
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

/** Reads every `.jsonl` file of a folder, a set each; throws where a line is none of the known forms. */
export async function readTexts(folder: string): Promise<Text[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).toSorted();
  const sets = await Promise.all(
    files.map(async (name) => {
      const lines = (await readFile(join(folder, name), 'utf8')).split('\n').filter((text) => text.trim() !== '');
      return halve(lines.map((json) => toText(basename(name, '.jsonl'), line.parse(JSON.parse(json)))));
    }),
  );
  return sets.flat();
}

function halve(texts: readonly Omit<Text, 'half'>[]): Text[] {
  const key = ({ id }: { id: string }) => createHash('sha256').update(id).digest('hex');
  const mixed = texts.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  return mixed.map((text, place) => ({ ...text, half: place % 2 === 0 ? 'tune' : 'report' }));
}

function toText(set: string, given: z.infer<typeof line>): Omit<Text, 'half'> {
  const whole = given.document ?? given.document_raw;
  const paragraphs = given.paragraphs ?? given.sentences ?? (whole === undefined ? [] : [whole]);
  return {
    id: given.id,
    set,
    title: given.title ?? null,
    paragraphs: paragraphs.map(withoutTags),
    reference: withoutTags(given.reference ?? given.reference_raw ?? ''),
  };
}

function withoutTags(text: string): string {
  return text.replaceAll(/<\/?t>/g, ' ').trim();
}
