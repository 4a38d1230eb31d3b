import { isMaterialChange } from './diff.ts';
import { exceedsUnpacked, unpackIfReadable } from './packed-article.ts';
import type { PreparedArticle } from './prepared-article.ts';

/** A long novel. Unpacking more would stop the process for too long. */
const MAX_COMPARED_BYTES = 1024 * 1024;
/** Of an article that is too large to compare, the share by which its size changes. */
const MIN_MATERIAL_GROWTH = 0.2;

/** Whether a capture changes its article, as an earlier version shows it, so much that its readers should be notified. */
export function isMaterialCapture(
  { title, body }: { title: string; body: Uint8Array },
  { entry, packed }: PreparedArticle,
): boolean {
  if (title !== entry.title) return true;
  if (exceedsUnpacked(body, MAX_COMPARED_BYTES) || exceedsUnpacked(packed, MAX_COMPARED_BYTES)) {
    const longest = Math.max(body.length, packed.length);
    return Math.abs(body.length - packed.length) > longest * MIN_MATERIAL_GROWTH;
  }
  const [earlier, later] = [unpackIfReadable(body), unpackIfReadable(packed)];
  return earlier !== undefined && later !== undefined && isMaterialChange(earlier, later);
}
