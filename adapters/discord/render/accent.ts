import type { View } from '../../../src/view/view.ts';

/** Muted colours that are easy to distinguish on Discord's dark and light background. */
const PALETTE = [
  0x5b8def, 0x4fa3a5, 0x6aa84f, 0xb58b3c, 0xc27c5b, 0xb5657f, 0x8e75c2, 0x5f86a8, 0x7a9a5a, 0xa37e6b, 0x6c7fb8,
  0x9a7b9f,
] as const;
/** For views without a source: lists, digests, messages. */
const NEUTRAL = 0x7c8894;

/** The colour of a view: always the same for one source, which is the host of its first link. */
export function accentOf({ blocks, actions }: View): number {
  const first = blocks.find(({ kind }) => kind === 'heading');
  const spans = first?.kind === 'heading' ? first.spans : [];
  const urls = [...spans, ...actions].flatMap((target) => ('url' in target ? [target.url] : []));
  const host = URL.parse(urls[0] ?? '')?.hostname.replace(/^www\./u, '');
  return host === undefined ? NEUTRAL : (PALETTE[hashOf(host) % PALETTE.length] ?? NEUTRAL);
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
