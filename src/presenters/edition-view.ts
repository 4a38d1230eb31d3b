import type { Digest } from '../digest/digest.ts';
import type { Edition } from '../digest/edition.ts';
import type { Reader } from '../locales/audience.ts';
import { formatDay } from '../locales/dates.ts';
import { formatSlot } from '../locales/slots.ts';
import { fillBlank, heading, plain, subline } from '../view/spans.ts';
import type { Block, Span, View } from '../view/view.ts';
import { zoneName } from './describe-subscription.ts';
import { digestView } from './digest-view.ts';

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
  const words = `${formatSlot(new Date(next), new Date(slot), reader)} (${zoneName(zone)})`;
  const time: Span = { kind: 'time', text: words, at: next };
  const spans = [...fillBlank((blank) => reader.t('digest.next', { time: blank }), time), plain(' · /subscriptions')];
  return [{ kind: 'text', subtle: true, spans }];
}
