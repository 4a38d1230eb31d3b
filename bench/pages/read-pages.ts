import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const manifest = z.object({
  pages: z.array(
    z.object({
      id: z.string(),
      file: z.string(),
      url: z.string(),
      truth: z.object({
        title: z.string().nullish(),
        authors: z.array(z.string()).nullish(),
        published: z.string().nullish(),
        text: z.string().nullish(),
      }),
    }),
  ),
});

/** A whole page, as a server sent it, with what is known of its article. */
export type KnownPage = z.infer<typeof manifest>['pages'][number] & { bytes: Uint8Array };

/** Reads a folder of pages, plain or as `.gz`, in the order of its `manifest.json`; throws if that is invalid. */
export async function readPages(folder: string): Promise<KnownPage[]> {
  const { pages } = manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  return Promise.all(
    pages.map(async (page) => {
      const bytes = await readFile(join(folder, page.file));
      return { ...page, bytes: page.file.endsWith('.gz') ? gunzipSync(bytes) : bytes };
    }),
  );
}
