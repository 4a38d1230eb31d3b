import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import type { Library } from '../../src/library/library.ts';
import { type Audience, createAudience } from '../../src/locales/audience.ts';
import type { Language } from '../../src/locales/languages.ts';
import { paginate } from '../../src/view/paginate.ts';
import { guard } from './guard.ts';
import { languageFor } from './language.ts';
import { articlePage } from './pages/article-page.ts';
import { messagePage } from './pages/layout.ts';
import { listPage, searchPage } from './pages/list-page.ts';

/** What the page shows, and to whom. */
export interface WebContext {
  library: Pick<Library, 'article' | 'newest' | 'search' | 'sources'>;
  /** For browsers that ask for no language of the bot. */
  language: Language;
  zone: string;
  now(): Date;
  /** Reports an error that a visitor met. */
  report(error: unknown): void;
}

const ARTICLES_PER_PAGE = 30;
const MAX_HITS = 20;
const MAX_WORDS_LENGTH = 200;
const PAGE = /^[1-9]\d{0,5}$/;
const STYLE = readFileSync(new URL('style.css', import.meta.url), 'utf8');

/** The routes of the page: the list, a search in it, and an article. Everything is read-only. */
export function createApp(web: WebContext): Hono {
  const app = new Hono();
  const audienceOf = (context: Context) =>
    createAudience(languageFor(context.req.header('accept-language'), web.language), web.zone);
  const missing = (context: Context) => {
    const audience = audienceOf(context);
    return context.html(messagePage(audience.t('web.missing'), audience), 404);
  };
  app.use(guard);
  app.get('/', async (context) => {
    const words = context.req.query('q')?.trim().slice(0, MAX_WORDS_LENGTH) ?? '';
    const audience = audienceOf(context);
    if (words === '') return context.html(await list(web, context, audience));
    return context.html(searchPage({ words, hits: await web.library.search(words, MAX_HITS) }, audience));
  });
  app.get('/articles/:id', async (context) => {
    const article = await web.library.article(context.req.param('id'));
    return article === undefined ? missing(context) : context.html(articlePage(article, audienceOf(context)));
  });
  app.get('/style.css', (context) => context.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.notFound(missing);
  app.onError((error, context) => {
    web.report(error);
    const audience = audienceOf(context);
    return context.html(messagePage(audience.t('web.failed'), audience), 500);
  });
  return app;
}

async function list({ library, now }: WebContext, context: Context, audience: Audience) {
  const source = context.req.query('source')?.trim() || undefined;
  const asked = context.req.query('page') ?? '';
  const page = PAGE.test(asked) ? Number(asked) : 1;
  const at = { offset: (page - 1) * ARTICLES_PER_PAGE, limit: ARTICLES_PER_PAGE };
  const { total, entries } = await library.newest({ ...at, ...(source !== undefined && { source }) });
  const sources = await library.sources();
  return listPage(
    { entries, total, source, sources, page: paginate(total, page, ARTICLES_PER_PAGE), now: now() },
    audience,
  );
}
