import { Hono } from 'hono';
import { answerMissing, audienceOf, type PageContext, storesFor } from '../web-context.ts';
import { compareMarkup } from '../why/compare-markup.ts';
import { whyPage } from '../why/why-page.ts';

/** Larger ones would keep everybody else waiting while they are parsed. */
const MAX_BYTES = 1_000_000;

/** Why an article looks as it does: its markup beside its sections. Only for those who may see what belongs to the bot. */
export function whyRoutes(web: PageContext): Hono {
  const app = new Hono();
  app.get('/articles/:id/why', async (context) => {
    const id = context.req.param('id');
    const [article, [newest]] = [await web.library.article(id), await web.library.versions(id)];
    const readSnapshot = storesFor(context, web)?.readSnapshot;
    if (article === undefined || readSnapshot === undefined) return answerMissing(context, web);
    const bytes = newest && (await readSnapshot(newest.file, MAX_BYTES));
    const compared = bytes && compareMarkup(bytes, article);
    return context.html(whyPage({ article, compared }, audienceOf(context, web)));
  });
  return app;
}
