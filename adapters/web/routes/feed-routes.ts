import { type Context, Hono } from 'hono';
import { composeEdition, type EditionContent } from '../../../src/digest/compose-edition.ts';
import { composePeriod } from '../../../src/digest/compose-period.ts';
import type { Digest } from '../../../src/digest/digest.ts';
import { composeAtom, composeJsonFeed, type OwnEntry, type OwnFeed } from '../../../src/feed/compose-feed.ts';
import { composeFeedList } from '../../../src/feed/opml.ts';
import { type Audience, createAudience } from '../../../src/locales/audience.ts';
import { describeSelection } from '../../../src/presenters/subscription/describe-subscription.ts';
import { digestDays, digestPeriod } from '../digests/digest-days.ts';
import { editionAddress } from '../digests/edition-address.ts';
import { digestFeedHtml } from '../digests/email-html.ts';
import { sentEditions } from '../digests/sent-editions.ts';
import { digestTitle } from '../pages/digest-page.ts';
import {
  answerMissing,
  originOf,
  type PageContext,
  storesFor,
  type WebContext,
  type WebStores,
} from '../web-context.ts';
import { articleFeed } from './article-feed.ts';

const MAX_ENTRIES = 14;
const FORMATS = {
  atom: { compose: composeAtom, type: 'application/atom+xml; charset=utf-8' },
  json: { compose: composeJsonFeed, type: 'application/feed+json; charset=utf-8' },
} as const;

type Format = keyof typeof FORMATS;

/** Feeds of digests and articles, and the list of what is followed. A feed has one language, whoever asks for it. */
export function feedRoutes(web: PageContext): Hono {
  const app = new Hono();
  for (const format of ['atom', 'json'] as const) {
    app.get(`/digests.${format}`, async (context) =>
      answer(context, await defaultFeed(web, originOf(context, web)), format),
    );
    app.get(`/articles.${format}`, (context) => answerArticles(web, context, format));
    app.get(`/sources/:source/articles.${format}`, (context) => answerArticles(web, context, format));
    app.get(`/subscriptions/:id/digests.${format}`, async (context) => {
      const stores = storesFor(context, web);
      const shown = { ...web, stores, origin: originOf(context, web) };
      const feed = await subscriptionFeed(context.req.param('id'), shown);
      return feed === undefined ? answerMissing(context, web) : answer(context, feed, format);
    });
  }
  app.get('/following.opml', async (context) => {
    const stores = storesFor(context, web);
    if (stores === undefined) return answerMissing(context, web);
    const feeds = await stores.feeds.all();
    const list = composeFeedList(
      'Gazette',
      feeds.map(({ url, title }) => ({ url, title: title ?? undefined })),
    );
    context.header('content-disposition', 'attachment; filename="following.opml"');
    return context.body(list, 200, { 'content-type': 'text/x-opml; charset=utf-8' });
  });
  return app;
}

async function answerArticles(web: PageContext, context: Context, format: Format) {
  const source = context.req.param('source');
  const feed = await articleFeed(web, { origin: originOf(context, web), ...(source !== undefined && { source }) });
  return feed === undefined ? answerMissing(context, web) : answer(context, feed, format);
}

function answer(context: Context, feed: Omit<OwnFeed, 'selfUrl'>, format: Format) {
  const selfUrl = new URL(feed.homeUrl).origin + new URL(context.req.url).pathname;
  return context.body(FORMATS[format].compose({ ...feed, selfUrl }), 200, { 'content-type': FORMATS[format].type });
}

type FeedFrame = Omit<OwnFeed, 'selfUrl'>;

/** The digests of the last days that are complete. */
async function defaultFeed(web: WebContext, origin: string): Promise<FeedFrame> {
  const audience = createAudience(web.language, web.zone);
  const due = (await digestDays(web)).filter((one) => one.due <= web.now()).slice(0, MAX_ENTRIES);
  const entries: OwnEntry[] = [];
  for (const { day } of due) {
    const period = digestPeriod(day, web);
    if (period === undefined) continue;
    const title = audience.t('digest.daily');
    const digest = await composePeriod(web.library, { period, style: 'brief', page: 1, title, report: web.report });
    entries.push(
      await toEntry(digest, { name: `digest ${day}`, url: `${origin}/digests/${day}`, at: period.until }, audience),
    );
  }
  const homeUrl = `${origin}/digests`;
  return { name: 'digests', title: `Gazette · ${audience.t('digest.daily')}`, homeUrl, ...frameOf(entries, web) };
}

/** The editions that a subscription has sent. Undefined if there is no such subscription. */
async function subscriptionFeed(
  id: string,
  { stores, origin, ...web }: Omit<WebContext, 'stores'> & { stores: WebStores | undefined; origin: string },
): Promise<FeedFrame | undefined> {
  const subscription = await stores?.subscriptions.get(id);
  if (stores === undefined || subscription === undefined) return undefined;
  const audience = createAudience(subscription.language, subscription.schedule.zone);
  const sent = await sentEditions(subscription, stores.deliveries);
  const entries: OwnEntry[] = [];
  for (const { edition } of sent.slice(0, MAX_ENTRIES)) {
    const digest = await compose({ ...edition, language: audience.language }, web, stores);
    const url = origin + editionAddress(edition);
    entries.push(await toEntry(digest, { name: `edition ${edition.id}`, url, at: new Date(edition.slot) }, audience));
  }
  const title = `Gazette · ${describeSelection(subscription.selection, audience)}`;
  return {
    name: `subscription ${id}`,
    title,
    homeUrl: `${origin}/digests`,
    ...frameOf(entries, { ...web, ...audience }),
  };
}

async function compose(edition: EditionContent, web: WebContext, { arrivals }: WebStores) {
  return await composeEdition(edition, { arrivals, library: web.library, report: web.report });
}

/** A feed without entries was updated when it was made: it has no other date. */
function frameOf(entries: readonly OwnEntry[], { language, now }: Pick<WebContext, 'language' | 'now'>) {
  return { language, updated: entries[0]?.published ?? now(), entries };
}

async function toEntry(
  digest: Digest,
  { name, url, at }: { name: string; url: string; at: Date },
  audience: Audience,
): Promise<OwnEntry> {
  const summary = digest.items.map(({ title }) => title).join(' · ');
  const html = (await digestFeedHtml(digest, audience)).toString();
  return { name, url, title: digestTitle(digest, at, audience), published: at, summary, html };
}
