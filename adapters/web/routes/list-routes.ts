import { type Context, Hono } from 'hono';
import { newestBetween } from '../../../src/library/newest-between.ts';
import type { Audience } from '../../../src/locales/audience.ts';
import { dayAfter, dayPeriod, parseDayName } from '../../../src/schedule/day-period.ts';
import { paginate } from '../../../src/view/paginate.ts';
import { dayPage, listPage, searchPage } from '../pages/list-page.ts';
import { answerMissing, audienceOf, pageOf, type WebContext } from '../web-context.ts';

const ARTICLES_PER_PAGE = 30;
const MAX_HITS = 20;
const MAX_WORDS_LENGTH = 200;

/** The newest articles, those of a site or a day, and a search in all of them. */
export function listRoutes(web: WebContext): Hono {
  const app = new Hono();
  app.get('/', async (context) => {
    const words = context.req.query('q')?.trim().slice(0, MAX_WORDS_LENGTH) ?? '';
    const audience = audienceOf(context, web);
    if (words === '') return context.html(await newestPage(web, context, audience));
    return context.html(searchPage({ words, hits: await web.library.search(words, MAX_HITS) }, audience));
  });
  app.get('/articles', (context) => context.redirect('/'));
  app.get('/days/:day', async (context) => {
    const page = await composeDay(web, context, audienceOf(context, web));
    return page === undefined ? answerMissing(context, web) : context.html(page);
  });
  return app;
}

async function newestPage({ library, now }: WebContext, context: Context, audience: Audience) {
  const source = context.req.query('source')?.trim() || undefined;
  const { page, range } = rangeOf(context);
  const { total, entries } = await library.newest({ ...range, ...(source !== undefined && { source }) });
  const sources = await library.sources();
  const list = { entries, total, source, sources, page: paginate(total, page, ARTICLES_PER_PAGE), now: now() };
  return listPage(list, audience);
}

/** Undefined if there is no such day. */
async function composeDay({ library, now, zone }: WebContext, context: Context, audience: Audience) {
  const day = parseDayName(context.req.param('day') ?? '');
  const period = day === undefined ? undefined : dayPeriod(day, zone);
  if (day === undefined || period === undefined) return undefined;
  const { page, range } = rangeOf(context);
  const { total, entries } = await newestBetween(library, period, range);
  const after = period.until > now() ? undefined : dayAfter(day, 1);
  const pages = { page: paginate(total, page, ARTICLES_PER_PAGE), now: now() };
  return dayPage({ entries, total, day, before: dayAfter(day, -1), after, ...pages }, audience);
}

function rangeOf(context: Context) {
  const page = pageOf(context);
  return { page, range: { offset: (page - 1) * ARTICLES_PER_PAGE, limit: ARTICLES_PER_PAGE } };
}
