import type { Digest, DigestItem, DigestSection } from '../digest/digest.ts';
import type { Audience } from '../locales/audience.ts';
import { formatDay } from '../locales/format-date.ts';
import { numberedLabel } from '../view/label.ts';
import { messageView } from '../view/message-view.ts';
import { dateSpan, fillBlank, heading, joinSpans, openAction, plain, subline, text } from '../view/spans.ts';
import type { Action, Block, Span, View } from '../view/view.ts';
import { entryActions, onNextLine, whereAndWhen } from './entry.ts';

const WRITTEN = '✎';
const DAY_MS = 24 * 60 * 60 * 1000;

/** A digest in its style. A digest of a single article is that article's card. */
export function digestView(digest: Digest, audience: Audience): View {
  const { items } = digest;
  const [only, ...others] = items;
  if (only === undefined) return emptyView(digest, audience);
  const single = others.length === 0;
  return {
    blocks: [...openingBlocks(digest, audience), ...itemBlocks(digest, audience), ...restBlocks(digest, audience)],
    actions: single ? cardActions(only, audience) : listActions(digest, audience),
    ...(single && { about: { article: only.id } }),
    list: { of: `digest ${digest.date}`, first: digest.first, articles: items.map(({ id }) => id), titles: 'text' },
  };
}

function emptyView({ since }: Digest, audience: Audience): View {
  const { t } = audience;
  const date = dateSpan(since, audience);
  if (date === undefined) return messageView(t('digest.empty'), { actions: [openAction(t('button.help'), '/help')] });
  const spans = fillBlank((blank) => t('digest.none', { date: blank }), date);
  return { blocks: [{ kind: 'text', spans }], actions: [openAction(t('button.newest'), '/articles')] };
}

function openingBlocks({ title, date, since, isFallback, total }: Digest, audience: Audience): Block[] {
  const { t } = audience;
  const from = isWithinADay(since, date) ? undefined : dateSpan(since, audience);
  return [
    heading([title, formatDay(new Date(date), audience), t('digest.total', { count: total })].join(' · ')),
    ...(isFallback ? subline([t('digest.fallback')]) : sinceBlocks(from, audience)),
  ];
}

function sinceBlocks(from: Span | undefined, { t }: Audience): Block[] {
  if (from === undefined) return [];
  return [{ kind: 'text', subtle: true, spans: fillBlank((blank) => t('digest.since', { date: blank }), from) }];
}

/** A digest of one day shows its date. */
function isWithinADay(since: string | null, date: string): boolean {
  return since !== null && Date.parse(date) - Date.parse(since) <= DAY_MS;
}

function itemBlocks({ items, style, first }: Digest, audience: Audience): Block[] {
  if (items.length === 1 || style === 'full')
    return items.flatMap((item, index) => fullBlocks(item, items.length > 1 ? first + index : undefined, audience));
  if (style === 'brief') return items.map((item, index) => briefBlock(item, first + index, audience));
  return [{ kind: 'list', ordered: true, start: first, items: items.map((item) => headlineSpans(item, audience)) }];
}

function headlineSpans(item: DigestItem, audience: Audience): Span[] {
  return [
    { kind: 'link', text: item.title, url: item.url },
    ...onNextLine([...updatedSpans(item, audience), ...whereAndWhen(item, audience)]),
  ];
}

function updatedSpans({ updated }: DigestItem, { t }: Audience): Span[] {
  return updated ? [{ kind: 'strong', text: t('digest.updated') }, plain(' · ')] : [];
}

function briefBlock(item: DigestItem, number: number, audience: Audience): Block {
  const summary = summaryOf(item);
  const { image } = item;
  const spans = [plain(`${number}  `), ...headlineSpans(item, audience), ...(summary ? [plain(`\n${summary}`)] : [])];
  return { kind: 'text', spans, ...(image && { thumbnail: image }) };
}

function fullBlocks(item: DigestItem, number: number | undefined, audience: Audience): Block[] {
  const { title, url, source, publishedAt, image, sections } = item;
  const summary = summaryOf(item);
  const link: Span = { kind: 'link', text: title, url };
  const parts = sections.filter((section) => section.number > 0);
  return [
    { kind: 'heading', spans: number === undefined ? [link] : [plain(`${number}  `), link] },
    ...subline([
      item.updated && audience.t('digest.updated'),
      source,
      dateSpan(publishedAt, audience),
      ...counts(item, audience),
    ]),
    ...(summary ? [text(summary)] : []),
    ...(image ? [{ kind: 'image', picture: image } as const] : []),
    ...sectionBlocks(parts, number, audience),
  ];
}

/** Generated summaries are marked, with an explanation below the digest. */
function summaryOf({ summary, written }: DigestItem): string | null {
  return written ? `${summary} ${WRITTEN}` : summary;
}

/** The sections of an article, as a numbered list; among several articles as `2.1`, so that no number means two things. */
function sectionBlocks(sections: readonly DigestSection[], article: number | undefined, audience: Audience): Block[] {
  if (article !== undefined) {
    return sections.map((section) => {
      return { kind: 'text', spans: sectionSpans(section, `${article}.${section.number} `, audience) };
    });
  }
  const items = sections.map((section) => sectionSpans(section, '', audience));
  return items.length === 0 ? [] : [{ kind: 'list', ordered: true, start: sections[0]?.number ?? 1, items }];
}

function sectionSpans(section: DigestSection, mark: string, audience: Audience): Span[] {
  const { title, summary } = section;
  const parts = [summary, ...counts(section, audience)].filter((part) => part !== '');
  const after = joinSpans(parts.map(plain), ' · ');
  if (title === null) return [...(mark === '' ? [] : [strong(mark)]), ...after];
  return [strong(mark + title), ...(after.length === 0 ? [] : joinSpans([plain('\n'), ...after], ''))];
}

function strong(text: string): Span {
  return { kind: 'strong', text };
}

function counts({ images, links }: Pick<DigestItem, 'images' | 'links'>, { t }: Audience): string[] {
  return [
    ...(images ? [t('about.images', { count: images })] : []),
    ...(links ? [t('about.links', { count: links })] : []),
  ];
}

function restBlocks(digest: Digest, { t }: Audience): Block[] {
  const count = leftOut(digest);
  const isWritten = digest.items.some(({ written }) => written);
  return [
    ...(count > 0 ? subline([t('digest.more', { count })]) : []),
    ...(isWritten ? subline([`${WRITTEN} ${t('about.machineWritten')}`]) : []),
  ];
}

/** The number of articles after the last one shown. */
function leftOut({ total, first, items }: Digest): number {
  return total - (first - 1) - items.length;
}

function listActions(digest: Digest, audience: Audience): Action[] {
  const { items, style, first, commands } = digest;
  const { t } = audience;
  return [
    ...entryActions(items, { first }),
    ...(style === 'full'
      ? items.flatMap((item, index) => extraActions(item, audience, `${first + index}${t('join.value')}`))
      : [openAction(t('button.everything'), commands.everything)]),
    ...(leftOut(digest) > 0 ? [openAction(t('button.rest', { count: leftOut(digest) }), commands.rest)] : []),
  ];
}

function cardActions(item: DigestItem, audience: Audience): Action[] {
  const { id, url, sections } = item;
  const { t } = audience;
  const contents = sections
    .filter(({ number }) => number > 0)
    .map(({ number, title, summary }): Action => {
      const label = numberedLabel(number, title ?? summary);
      return { label, role: 'contents', command: `/section ${id} ${number}` };
    });
  return [
    ...contents,
    {
      label: sections.length > 1 ? t('button.read') : t('button.readAll'),
      role: 'read',
      command: `/section ${id} ${sections[0]?.number ?? 0}`,
    },
    ...extraActions(item, audience),
    { label: t('button.original'), role: 'open', url },
    openAction(t('button.save'), `/save ${id}`),
  ];
}

/** The pictures and links of an article; among several, the `mark` says of which. */
function extraActions({ id, images, links }: DigestItem, { t }: Audience, mark = ''): Action[] {
  return [
    ...(images ? [openAction(mark + t('button.images', { count: images }), `/images ${id}`)] : []),
    ...(links ? [openAction(mark + t('button.links', { count: links }), `/links ${id}`)] : []),
  ];
}
