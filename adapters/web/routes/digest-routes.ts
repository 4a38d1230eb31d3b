import { type Context, Hono } from 'hono';
import { composeEdition } from '../../../src/digest/compose-edition.ts';
import { composePeriod } from '../../../src/digest/compose-period.ts';
import { composePreview } from '../../../src/digest/compose-preview.ts';
import { formatSlot } from '../../../src/locales/format-slot.ts';
import { describeNext } from '../../../src/presenters/subscription/describe-subscription.ts';
import { parseDayName } from '../../../src/schedule/day-period.ts';
import { answerDigest, FORMS, type Form } from '../digests/answer-digest.ts';
import { digestDays, digestPeriod, nextDigestDay } from '../digests/digest-days.ts';
import { parseEditionAddress } from '../digests/edition-address.ts';
import { subscriptionEditions } from '../digests/sent-editions.ts';
import { digestsPage } from '../pages/digests-page.ts';
import { answerMissing, audienceOf, type PageContext, pageOf, storesFor } from '../web-context.ts';

/** The digest of everything, by day, and the editions of subscriptions; each as a page, as an e-mail and as plain text. */
export function digestRoutes(web: PageContext): Hono {
  const app = new Hono();
  app.get('/digests', async (context) => {
    const audience = audienceOf(context, web);
    const editions = await subscriptionEditions(storesFor(context, web));
    return context.html(digestsPage({ days: await digestDays(web), editions, now: web.now() }, audience));
  });
  app.get('/digests/next', (context) => context.redirect(`/digests/${nextDigestDay(web)}`));
  for (const form of FORMS) {
    app.get(`/digests/:day${form}`, (context) => answerDay(web, context, form));
    app.get(`/editions/:range${form}`, (context) => answerEdition(web, context, form));
    app.get(`/subscriptions/:id/next${form}`, (context) => answerNext(web, context, form));
  }
  return app;
}

async function answerDay(web: PageContext, context: Context, form: Form) {
  const day = parseDayName(context.req.param('day') ?? '');
  const period = day === undefined ? undefined : digestPeriod(day, web);
  if (day === undefined || period === undefined || day > nextDigestDay(web)) return answerMissing(context, web);
  const audience = audienceOf(context, web);
  const [page, title] = [pageOf(context), audience.t('digest.daily')];
  const digest = await composePeriod(web.library, { period, style: 'brief', page, title, report: web.report });
  const isDue = period.until <= web.now();
  const note = isDue ? undefined : audience.t('web.arrives', { time: formatSlot(period.until, web.now(), audience) });
  return answerDigest(web, context, { digest, form, note, page });
}

async function answerEdition(web: PageContext, context: Context, form: Form) {
  const audience = audienceOf(context, web);
  const query = new URL(context.req.url).searchParams;
  const edition = parseEditionAddress(context.req.param('range') ?? '', query, audience);
  if (web.stores === undefined || edition === undefined) return answerMissing(context, web);
  const { arrivals } = web.stores;
  const page = pageOf(context);
  const digest = await composeEdition(edition, { arrivals, library: web.library, report: web.report }, { page });
  return answerDigest(web, context, { digest, form, note: undefined, page });
}

/** The next digest of a subscription, as it would be now. */
async function answerNext(web: PageContext, context: Context, form: Form) {
  const stores = storesFor(context, web);
  const subscription = await stores?.subscriptions.get(context.req.param('id') ?? '');
  if (stores === undefined || subscription === undefined) return answerMissing(context, web);
  const audience = audienceOf(context, web);
  const page = pageOf(context);
  const deps = { arrivals: stores.arrivals, library: web.library, report: web.report };
  const digest = await composePreview(subscription, deps, { now: web.now(), page, audience });
  const at = await stores.subscriptions.nextAt(subscription.id);
  const note = describeNext(subscription, { nextAt: at, now: web.now() }, audience);
  return answerDigest(web, context, { digest, form, note, page });
}
