import type { Heading, Item } from '../../html/items.ts';

/** A heading of at least this many words (ideographs: characters) is a deck even if others have its level. */
const MIN_WORDS = 6;
const MIN_IDEOGRAPHS = 16;
const SECTION_TITLE =
  /^(?:\d|[ivx]+\.|[一二三四五六七八九十]+[、.]|introduction\b|overview\b|background\b|summary\b|abstract\b|zusammenfassung\b|résumé\b|resumen\b|摘要|前言|引言|概述|背景|导语)/iu;

/**
 * Turns the deck, a heading with no text above it, into the first paragraph. The title's heading must be removed before;
 * without one, only a long heading is a deck.
 */
export function readDeck(items: readonly Item[], isBelowTitle: boolean): readonly Item[] {
  const at = items.findIndex((item) => item.kind === 'heading' || item.kind === 'block');
  const heading = items[at];
  if (heading?.kind !== 'heading' || !isDeck(heading, items.slice(at + 1), isBelowTitle)) return items;
  return items.with(at, { kind: 'block', block: { kind: 'paragraph', spans: heading.spans } });
}

function isDeck({ title, level }: Heading, below: readonly Item[], isBelowTitle: boolean): boolean {
  if (title === null || SECTION_TITLE.test(title)) return false;
  const next = below.find((item) => item.kind === 'heading' || item.kind === 'block');
  if (next?.kind !== 'block' || next.block.kind === 'list' || next.block.kind === 'table') return false;
  return isLong(title) || (isBelowTitle && !below.some((item) => item.kind === 'heading' && item.level === level));
}

function isLong(title: string): boolean {
  const ideographs = title.match(/\p{Script=Han}/gu)?.length ?? 0;
  return ideographs > 0 ? ideographs >= MIN_IDEOGRAPHS : title.split(' ').length >= MIN_WORDS;
}
