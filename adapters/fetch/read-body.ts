import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { FetchError } from '../../src/web/fetch-error.ts';

/** How servers encode bodies; each reads what a cut-off one still has. */
const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: () => zlib.createGunzip({ finishFlush: zlib.constants.Z_SYNC_FLUSH }),
  'x-gzip': () => zlib.createGunzip({ finishFlush: zlib.constants.Z_SYNC_FLUSH }),
  deflate: () => zlib.createInflate({ finishFlush: zlib.constants.Z_SYNC_FLUSH }),
  br: () => zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH }),
};

/** What a request says that it can read. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

/** Servers encode once; some proxies do it again. */
const MAX_CODINGS = 2;

/** Reads and decodes a body. Rejects with `FetchError` if the decoded bytes exceed the limit: a small one may unpack to gigabytes. */
export async function readBody(
  body: Readable,
  { encoding, maxBytes }: { encoding: string; maxBytes: number },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) throw new FetchError('too-large', `It is larger than ${maxBytes / 1_000_000} MB.`);
      chunks.push(chunk);
    }
  };
  const [one, other] = decodersFor(encoding);
  if (one === undefined) await pipeline(body, collect);
  else if (other === undefined) await pipeline(body, one, collect);
  else await pipeline(body, one, other, collect);
  return Buffer.concat(chunks);
}

/** In the order in which they are undone. */
function decodersFor(encoding: string): Transform[] {
  const codings = encoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  const create = codings.toReversed().map((coding) => DECODERS[coding]);
  if (codings.length > MAX_CODINGS || create.includes(undefined))
    throw new FetchError('bad-response', 'It is encoded in a way that cannot be read.');
  return create.flatMap((one) => one?.() ?? []);
}
