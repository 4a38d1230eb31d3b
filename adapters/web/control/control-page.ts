import { html } from 'hono/html';
import type { Delivered } from '../../../src/delivery/delivery.ts';
import type { FollowedFeed } from '../../../src/following/followed-feed.ts';
import type { RejectedFile } from '../../../src/library/store.ts';
import type { Audience } from '../../../src/locales/audience.ts';
import { formatSlot } from '../../../src/locales/format-slot.ts';
import { describeFeed, feedStateSpans } from '../../../src/presenters/following/describe-feed.ts';
import { reasonText } from '../../../src/presenters/status-view.ts';
import {
  describeNext,
  describeSchedule,
  describeSelection,
} from '../../../src/presenters/subscription/describe-subscription.ts';
import { textOf } from '../../../src/view/spans.ts';
import { type Html, layout } from '../pages/layout.ts';
import { pageMoves } from '../pages/page-moves.ts';
import { type BarChart, barChart } from './chart.ts';
import { formatMs } from './format-ms.ts';
import type { ListedSubscription, ListName, ListPage, Overview } from './overview.ts';
import type { Lateness } from './statistics.ts';

/** The control room as it is shown. */
export interface ControlPage {
  overview: Overview;
  queue: string;
  waited: BarChart;
  articles: BarChart;
  editions: BarChart;
  lateness: Lateness | undefined;
  /** Proves that a form is the page's own. Without it, nothing can be changed. */
  formToken: string | undefined;
  /** What became of the last change. */
  done: string | undefined;
  now: Date;
}

/** The state of chats, queue, feeds and snapshots, with what can be done about it. */
export function controlPage(page: ControlPage, audience: Audience): Html {
  const { overview, queue, waited, articles, editions, lateness, formToken, done } = page;
  const { t } = audience;
  const title = t('control.title');
  const late =
    lateness === undefined
      ? ''
      : html`<p>${t('control.late', { median: formatMs(lateness.medianMs, audience), worst: formatMs(lateness.worstMs, audience) })}</p>`;
  const head = html`\n<script src="/control.js" defer></script>`;
  const content = html`<h1>${title}</h1>
${done === undefined ? '' : html`<p class="note" role="status">${done}</p>`}
${formToken === undefined ? html`<p class="note">${t('control.readOnly')}</p>` : action({ path: 'close', label: t('control.close') }, formToken)}
<h2>${t('control.queue')}</h2><p id="queue" role="status">${queue}</p>${late}
${barChart(t('control.queueByHour'), waited)}
${barChart(t('control.editions'), editions)}
${part({ name: 'failed', list: overview.failed, draw: (one) => failedItem(one, page, audience) }, audience)}
${part({ name: 'suspended', list: overview.suspended, draw: (one) => suspendedItem(one, page, audience) }, audience)}
${part({ name: 'subscriptions', list: overview.subscriptions, draw: (one) => subscriptionItem(one, page, audience) }, audience)}
${part({ name: 'feeds', list: overview.feeds, draw: (one) => feedItem(one, page, audience) }, audience)}
${barChart(t('control.articles'), articles)}
${part({ name: 'refused', list: overview.refused, draw: (one) => refusedItem(one, audience) }, audience)}`;
  return layout({ title, content, head }, audience);
}

/** A page of a list, with links to the pages before and after it. */
function part<Item>(
  { name, list, draw }: { name: ListName; list: ListPage<Item>; draw: (item: Item) => Html },
  { t }: Audience,
): Html {
  const { items, total, page } = list;
  const labels = { previous: t('button.pageBefore'), next: t('button.pageAfter') };
  const drawn = total === 0 ? html`<p>${t('control.none')}</p>` : html`<ul class="entries">${items.map(draw)}</ul>`;
  return html`<h2 id="${name}">${t(TITLES[name])} <small>${total}</small></h2>${drawn}
${pageMoves(page, (number) => `/control?${name}=${number}#${name}`, labels)}`;
}

const TITLES = {
  failed: 'control.failed',
  suspended: 'control.suspended',
  subscriptions: 'web.subscriptions',
  feeds: 'control.feeds',
  refused: 'control.refused',
} as const satisfies Record<ListName, string>;

function failedItem(one: Delivered, { formToken, now }: ControlPage, audience: Audience): Html {
  const { id, to, slot, selection } = one.edition;
  const label = audience.t('control.resend');
  return html`<li><strong>${describeSelection(selection, audience)}</strong> <small dir="auto">${to.platform} ${to.chat}</small>
<p class="about"><span>${formatSlot(new Date(slot), now, audience)}</span><span>${reasonText(one, audience)}</span></p>
${action({ path: 'resend', label, id }, formToken)}</li>`;
}

function suspendedItem(
  { subscription, nextAt }: ListedSubscription,
  { formToken, now }: ControlPage,
  audience: Audience,
): Html {
  const { id, to, selection } = subscription;
  return html`<li><strong>${describeSelection(selection, audience)}</strong> <small dir="auto">${to.platform} ${to.chat}</small>
<p class="about"><span>${describeNext(subscription, { nextAt, now }, audience)}</span></p>
${action({ path: 'resume', label: audience.t('button.resume'), id }, formToken)}</li>`;
}

function subscriptionItem(
  { subscription, nextAt }: ListedSubscription,
  { now }: ControlPage,
  audience: Audience,
): Html {
  const { id, to, selection, schedule } = subscription;
  return html`<li><a href="/subscriptions/${id}/next">${describeSelection(selection, audience)}</a> <small dir="auto">${to.platform} ${to.chat}${to.thread === undefined ? '' : ` ${to.thread}`}</small>
<p class="about"><span>${describeSchedule(schedule, audience)}</span><span>${describeNext(subscription, { nextAt, now }, audience)}</span></p></li>`;
}

function feedItem(feed: FollowedFeed, { formToken, now }: ControlPage, audience: Audience): Html {
  return html`<li><strong dir="auto">${describeFeed(feed)}</strong>
<p class="about"><span>${textOf(feedStateSpans(feed, now, audience))}</span></p>
${action({ path: 'fetch', label: audience.t('control.fetch'), id: feed.id }, formToken)}</li>`;
}

function refusedItem({ file, message, line }: RejectedFile, { t }: Audience): Html {
  return html`<li><strong dir="auto">${file}</strong>
<p class="about">${line === null ? '' : html`<span>${t('control.line', { line })}</span>`}<span dir="auto">${message}</span></p></li>`;
}

/** A button that changes something; nothing for those who may only look. */
function action(
  { path, label, id }: { path: string; label: string; id?: string },
  formToken: string | undefined,
): Html {
  if (formToken === undefined) return html``;
  const named = id === undefined ? '' : html`<input type="hidden" name="id" value="${id}">`;
  return html`<form method="post" action="/control/${path}"><input type="hidden" name="form" value="${formToken}">${named}<button>${label}</button></form>`;
}
