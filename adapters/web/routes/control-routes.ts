import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { setCookie } from 'hono/cookie';
import { resendDelivery } from '../../../src/delivery/retries/resend-delivery.ts';
import { fetchNow } from '../../../src/following/fetch-now.ts';
import type { Audience } from '../../../src/locales/audience.ts';
import { unsuspend } from '../../../src/subscription/suspend.ts';
import { controlPage } from '../control/control-page.ts';
import { SESSION_COOKIE } from '../control/gate.ts';
import { createLiveQueue, describeQueue } from '../control/live.ts';
import { loginPage } from '../control/login-page.ts';
import { readOverview } from '../control/overview.ts';
import { articlesByDay, editionsByDay, latenessOf, queueByHour } from '../control/statistics.ts';
import { isSame } from '../secrets.ts';
import { answerMissing, audienceOf, type PageContext, pageOf, storesFor, type WebStores } from '../web-context.ts';

const MAX_FORM_BYTES = 4096;
const MAX_ID = 100;

/** What a form changed; the page says so. */
const DONE = {
  resent: 'resend.done',
  gone: 'wrong.subscriptionGone',
  paused: 'resend.paused',
  resting: 'resend.rests',
  nothing: 'resend.none',
  resumed: 'control.resumed',
  fetching: 'control.fetching',
} as const;

const SMALL = bodyLimit({
  maxSize: MAX_FORM_BYTES,
  onError: (context) => context.text('This form is too large.', 413),
});

type Done = keyof typeof DONE;
type Change = (id: string, stores: WebStores) => Promise<Done>;

/** The control room, and what can be changed in it. It does not exist where nobody could open it. */
export function controlRoutes(web: PageContext): Hono {
  const { gate, now } = web;
  const app = new Hono();
  const live = createLiveQueue(web);
  if (!gate.exists || web.stores === undefined) return app;
  app.get('/control', (context) => answerRoom(web, context));
  app.get('/control/live', (context) => {
    const stores = storesFor(context, web);
    return stores === undefined ? answerMissing(context, web) : live(context, stores, audienceOf(context, web));
  });
  app.post('/control/*', SMALL);
  app.post('/control/open', (context) => open(web, context));
  app.post('/control/close', (context) =>
    change(web, context, () => {
      gate.close(context);
      return context.redirect('/control', 303);
    }),
  );
  const changes: Record<string, Change> = {
    async resend(id, stores) {
      const delivery = await stores.deliveries.get(id);
      return delivery === undefined ? 'nothing' : await resendDelivery(delivery, { ...stores, now: now() });
    },
    async resume(id, { subscriptions }) {
      await unsuspend(id, subscriptions);
      return 'resumed';
    },
    async fetch(id, { feeds }) {
      await fetchNow(id, feeds, now());
      return 'fetching';
    },
  };
  for (const [name, run] of Object.entries(changes)) {
    app.post(`/control/${name}`, (context) =>
      change(web, context, async (id, stores) => context.redirect(`/control?done=${await run(id, stores)}`, 303)),
    );
  }
  return app;
}

async function answerRoom(web: PageContext, context: Context) {
  const audience = audienceOf(context, web);
  const stores = storesFor(context, web);
  if (stores === undefined) return context.html(loginPage(undefined, audience));
  const { t } = audience;
  const overview = await readOverview(web, stores, (list) => pageOf(context, list));
  const done = context.req.query('done') ?? '';
  const shown = {
    overview,
    queue: await describeQueue(stores, web.now(), audience),
    waited: queueByHour(overview.deliveries, web, t('control.queue')),
    articles: await articlesByDay(web, t('control.others')),
    editions: editionsByDay(overview.deliveries, web, { sent: t('control.sent'), failed: t('control.failed') }),
    lateness: latenessOf(overview.deliveries.sent),
    formToken: web.gate.sessionOf(context)?.formToken,
    done: isDone(done) ? t(DONE[done]) : undefined,
    now: web.now(),
  };
  return context.html(controlPage(shown, audience));
}

function isDone(word: string): word is Done {
  return Object.hasOwn(DONE, word);
}

async function open(web: PageContext, context: Context) {
  const { token } = await context.req.parseBody();
  const opened = web.gate.open(typeof token === 'string' ? token : '', visitorOf(context));
  if (opened.session === undefined) {
    const seconds = Math.ceil(opened.waitMs / 1000);
    context.header('retry-after', String(seconds));
    const audience = audienceOf(context, web);
    return context.html(loginPage(audience.t('control.wait', { count: seconds }), audience), 429);
  }
  const secure = web.access.origin?.startsWith('https:') === true;
  setCookie(context, SESSION_COOKIE, opened.session.id, { httpOnly: true, sameSite: 'Strict', path: '/', secure });
  return context.redirect('/control', 303);
}

/** Runs a change if its form is one of the visitor's own session. */
async function change(
  web: PageContext,
  context: Context,
  run: (id: string, stores: WebStores) => Response | Promise<Response>,
) {
  const { form, id } = await context.req.parseBody();
  const session = web.gate.sessionOf(context);
  const isOwn = session !== undefined && typeof form === 'string' && isSame(form, session.formToken);
  if (!isOwn || web.stores === undefined) return context.html(stale(audienceOf(context, web)), 403);
  return await run(typeof id === 'string' ? id.slice(0, MAX_ID) : '', web.stores);
}

function stale(audience: Audience) {
  return loginPage(audience.t('control.stale'), audience);
}

/** The address that a request came from, as far as it is known. */
function visitorOf(context: Context): string {
  const bindings = context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return bindings?.incoming?.socket?.remoteAddress ?? '';
}
