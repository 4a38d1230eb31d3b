import type { Digest } from '../digest/digest.ts';
import type { Edition } from '../digest/edition.ts';
import type { Audience } from '../locales/audience.ts';
import { formatDay } from '../locales/format-date.ts';
import { formatSlot } from '../locales/format-slot.ts';
import { zoneName } from '../locales/zone-name.ts';
import { commandSpans } from '../view/command-spans.ts';
import { fillBlank, heading, plain, subline } from '../view/spans.ts';
import type { Block, Span, View } from '../view/view.ts';
import { digestView } from './digest-view.ts';

/** What others can open on the page of the bot. */
interface Online {
  /** The address of its page. */
  page?: string | undefined;
}

/** A digest as it is sent, with a note on missed ones, the time of the next one, and its address on the web if it has one. */
export function editionView(digest: Digest, edition: Edition & Online, audience: Audience): View {
  const footer = [...lateBlocks(edition, audience), ...nextBlocks(edition, audience)];
  if (digest.items.length > 0) {
    const view = digestView(digest, audience);
    return { ...view, blocks: [...view.blocks, ...footer, ...pageBlocks(edition, audience)] };
  }
  const title = [digest.title, formatDay(new Date(digest.date), audience)].join(' · ');
  return { blocks: [heading(title), ...subline([audience.t('digest.nothing')]), ...footer], actions: [] };
}

function lateBlocks({ missed }: Edition, { t }: Audience): Block[] {
  return missed > 0 ? subline([t('digest.late')]) : [];
}

function pageBlocks({ page: url }: Online, { t }: Audience): Block[] {
  if (url === undefined) return [];
  return [{ kind: 'text', subtle: true, spans: [{ kind: 'link', text: t('web.inBrowser'), url }] }];
}

function nextBlocks({ next, slot, zone }: Edition, audience: Audience): Block[] {
  if (next === null) return [];
  const slotTime = formatSlot(new Date(next), new Date(slot), audience);
  const words = audience.t('when.inZone', { time: slotTime, zone: zoneName(zone, audience.language) });
  const time: Span = { kind: 'time', text: words, at: next };
  const spans = [
    ...fillBlank((blank) => audience.t('digest.next', { time: blank }), time),
    plain(' · '),
    ...commandSpans('/subscriptions'),
  ];
  return [{ kind: 'text', subtle: true, spans }];
}
