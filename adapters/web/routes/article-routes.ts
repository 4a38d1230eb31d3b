import { Hono } from 'hono';
import { html } from 'hono/html';
import { articleCard } from '../embed/cards.ts';
import { articlePage } from '../pages/article-page.ts';
import { pageOfSection, pagesOf } from '../pages/article-parts.ts';
import { changesPage } from '../pages/changes-page.ts';
import { earlierNote, versionsNote, whyNote } from '../pages/version-notes.ts';
import { answerMissing, audienceOf, originOf, type PageContext, pageOf, storesFor } from '../web-context.ts';

const VERSION = /^[1-9]\d{0,5}$/;
const SECTION = /^\d{1,6}$/;

/** An article, its earlier versions, and what changed in it. */
export function articleRoutes(web: PageContext): Hono {
  const { library } = web;
  const { isPublic } = web.access;
  const app = new Hono();
  app.get('/articles/:id', async (context) => {
    const id = context.req.param('id');
    const [article, versions] = [await library.article(id), await library.versions(id)];
    if (article === undefined) return answerMissing(context, web);
    const audience = audienceOf(context, web);
    const section = context.req.query('section') ?? '';
    const page = SECTION.test(section) ? pageOfSection(pagesOf(article), Number(section)) : pageOf(context);
    const mayLook = storesFor(context, web)?.readSnapshot !== undefined;
    const note = html`${versionsNote(id, versions, audience)}${mayLook ? whyNote(id, audience) : ''}`;
    const address = `/articles/${id}`;
    const card = isPublic ? articleCard(article, originOf(context, web) + address, audience) : undefined;
    const shown = articlePage({ article, address, page: page || 1, note, card }, audience);
    return shown === undefined ? answerMissing(context, web) : context.html(shown);
  });
  app.get('/articles/:id/versions/:version', async (context) => {
    const { id, version } = context.req.param();
    const [versions, article] = [
      await library.versions(id),
      await versionOf(version, (one) => library.earlierVersion(id, one)),
    ];
    if (article === undefined) return answerMissing(context, web);
    const audience = audienceOf(context, web);
    const note = earlierNote(id, { number: Number(version), version: versions[Number(version) - 1] }, audience);
    const address = `/articles/${id}/versions/${version}`;
    const shown = articlePage({ article, address, page: pageOf(context), note }, audience);
    return shown === undefined ? answerMissing(context, web) : context.html(shown);
  });
  app.get('/articles/:id/changes', async (context) => {
    const id = context.req.param('id');
    const number = context.req.query('since') ?? '2';
    const [article, versions] = [await library.article(id), await library.versions(id)];
    const earlier = await versionOf(number, (one) => library.earlierVersion(id, one));
    if (article === undefined || earlier === undefined) return answerMissing(context, web);
    return context.html(changesPage({ article, earlier, number: Number(number), versions }, audienceOf(context, web)));
  });
  return app;
}

/** An earlier version; the newest is the article itself. */
async function versionOf<Found>(number: string, find: (version: number) => Promise<Found | undefined>) {
  return VERSION.test(number) && number !== '1' ? await find(Number(number)) : undefined;
}
