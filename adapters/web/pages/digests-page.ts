import { html } from 'hono/html';
import type { Audience } from '../../../src/locales/audience.ts';
import { formatSlot } from '../../../src/locales/format-slot.ts';
import { describeSelection } from '../../../src/presenters/subscription/describe-subscription.ts';
import type { DigestDay } from '../digests/digest-days.ts';
import { editionAddress } from '../digests/edition-address.ts';
import type { SubscriptionEditions } from '../digests/sent-editions.ts';
import { digestDayName } from './digest-page.ts';
import { type Html, layout } from './layout.ts';

interface DigestsPage {
  days: readonly DigestDay[];
  now: Date;
  editions: readonly SubscriptionEditions[];
}

/** The digest of everything, by day, and its feeds. */
export function digestsPage({ days, editions, now }: DigestsPage, audience: Audience): Html {
  const { t } = audience;
  const items = days.map(({ day, due, articles }) => {
    const when = due > now ? html` <span>${t('web.arrives', { time: formatSlot(due, now, audience) })}</span>` : '';
    return html`<li><a class="headline" href="/digests/${day}">${digestDayName(due, now, audience)}</a>
<p class="about"><span>${t('digest.total', { count: articles })}</span>${when}</p></li>`;
  });
  const title = t('web.digests');
  const content = html`<h1>${title}</h1>
<p class="about"><a href="/digests.atom" type="application/atom+xml">Atom</a><a href="/digests.json" type="application/feed+json">JSON Feed</a></p>
${days.length === 0 ? html`<p>${t('digest.empty')}</p>` : html`<ul class="entries">${items}</ul>`}
${subscriptions(editions, now, audience)}`;
  return layout({ title, content, feeds: '/digests' }, audience);
}

function subscriptions(editions: readonly SubscriptionEditions[], now: Date, audience: Audience): Html {
  const { t } = audience;
  if (editions.length === 0) return html``;
  const items = editions.map(({ subscription, sent }) => {
    const { id, to, selection } = subscription;
    const links = sent.map(
      ({ edition }) =>
        html`<a href="${editionAddress(edition)}">${formatSlot(new Date(edition.slot), now, audience)}</a>`,
    );
    return html`<li><strong>${describeSelection(selection, audience)}</strong> <small>${to.platform} ${to.chat}</small>
<p class="about"><a href="/subscriptions/${id}/next">${t('preview.title')}</a><a href="/subscriptions/${id}/digests.atom" type="application/atom+xml">Atom</a><a href="/subscriptions/${id}/digests.json" type="application/feed+json">JSON Feed</a></p>
<p class="about">${links}</p></li>`;
  });
  return html`<h2>${t('web.subscriptions')}</h2><ul class="entries">${items}</ul>
<p class="about"><a href="/control">${t('control.title')}</a><a href="/following.opml">${t('web.opml')}</a></p>`;
}
