import type { Digest } from '../digest/digest.ts';
import type { Edition } from '../digest/edition.ts';
import { formatDay } from '../locales/dates.ts';
import type { Reader } from '../locales/reader.ts';
import { formatSlot } from '../locales/slots.ts';
import { digestView } from './digest-view.ts';
import { heading, subline } from './spans.ts';
import type { Block, View } from './view.ts';

/** A digest as it is sent: with what it stands in for, and when the next one comes. */
export function editionView(digest: Digest, edition: Edition, reader: Reader): View {
  const footer = [...lateBlocks(edition, reader), ...nextBlocks(edition, reader)];
  if (digest.items.length > 0) {
    const view = digestView(digest, reader);
    return { ...view, blocks: [...view.blocks, ...footer] };
  }
  const title = [digest.title, formatDay(new Date(digest.date), reader)].join(' · ');
  return { blocks: [heading(title), ...subline([reader.t('digest.nothing')]), ...footer], actions: [] };
}

function lateBlocks({ missed }: Edition, { t }: Reader): Block[] {
  return missed > 0 ? subline([t('digest.late')]) : [];
}

function nextBlocks({ next, slot, zone }: Edition, reader: Reader): Block[] {
  if (next === null) return [];
  const time = `${formatSlot(new Date(next), new Date(slot), reader)} (${zone})`;
  return subline([reader.t('digest.next', { time }), '/subscriptions']);
}
