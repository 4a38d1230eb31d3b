import { Hono } from 'hono';
import { LOCAL_ACCESS } from './access.ts';
import { chatRoutes } from './chat/routes.ts';
import { createGate } from './control/gate.ts';
import { createGuard } from './guard.ts';
import { requireOwnPage } from './own-page.ts';
import { messagePage } from './pages/layout.ts';
import { articleRoutes } from './routes/article-routes.ts';
import { assetRoutes } from './routes/asset-routes.ts';
import { controlRoutes } from './routes/control-routes.ts';
import { digestRoutes } from './routes/digest-routes.ts';
import { feedRoutes } from './routes/feed-routes.ts';
import { listRoutes } from './routes/list-routes.ts';
import { whyRoutes } from './routes/why-routes.ts';
import { answerMissing, audienceOf, type WebContext } from './web-context.ts';

/** The routes of the page. Only the chat and the control room can be posted to. */
export function createApp(given: WebContext): Hono {
  const access = given.access ?? LOCAL_ACCESS;
  const web = { ...given, access, gate: createGate(access, given.now) };
  const app = new Hono();
  app.use(createGuard(access));
  app.post('*', requireOwnPage(access));
  app.route('/', assetRoutes());
  app.route('/', listRoutes(web));
  app.route('/', articleRoutes(web));
  app.route('/', whyRoutes(web));
  app.route('/', digestRoutes(web));
  app.route('/', feedRoutes(web));
  app.route('/', chatRoutes(web));
  app.route('/', controlRoutes(web));
  app.notFound((context) => answerMissing(context, web));
  app.onError((error, context) => {
    web.report(error);
    const audience = audienceOf(context, web);
    return context.html(messagePage(audience.t('web.failed'), audience), 500);
  });
  return app;
}
