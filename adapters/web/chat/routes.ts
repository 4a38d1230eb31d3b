import { readFileSync } from 'node:fs';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { createSlidingWindow } from '../../../src/messaging/rate-limits/sliding-window.ts';
import type { View } from '../../../src/view/view.ts';
import { messagePage } from '../pages/layout.ts';
import { previewStyle } from '../preview/preview-styles.ts';
import { createSecret, isSame } from '../secrets.ts';
import { answerMissing, audienceOf, type PageContext, type WebContext } from '../web-context.ts';
import { chatPage, MAX_LINE_CHARS } from './chat-page.ts';
import { isLocal } from './is-local.ts';
import { previewHtml } from './preview-html.ts';
import { limitPost, readPost } from './read-post.ts';
import { addressOf, readShownAs, type ShownAs } from './shown-as.ts';
import { turnHtml } from './turn-html.ts';

const FIRST_NAME = '1';
/** As fast as a person can press, for a while. */
const LINES = { most: 20, withinMs: 10_000 };
/** One for each key that is pressed. */
const COMPLETIONS = { most: 100, withinMs: 10_000 };
const ASSETS = [
  ['/chat.css', 'text/css', readFileSync(new URL('chat.css', import.meta.url), 'utf8')],
  ['/preview.css', 'text/css', previewStyle('telegram') + previewStyle('discord')],
  ['/chat.js', 'text/javascript', readFileSync(new URL('../browser/chat.js', import.meta.url), 'utf8')],
] as const;

/** The routes of the chat: conversations by their number, what is typed, its completion, and files in answers. */
export function chatRoutes(web: PageContext): Hono {
  const { chat, monotonicMs } = web;
  const app = new Hono();
  const token = createSecret();
  const window = createSlidingWindow(monotonicMs);
  const mayGoOn = (name: 'lines' | 'completions', limit: typeof LINES): number => {
    const waitMs = window.freeAt([name, limit], 1) - monotonicMs();
    if (waitMs <= 0) window.start({ cost: 1, limits: [[name, limit]] })();
    return Math.max(0, waitMs);
  };
  const page = (context: Context, name: string, notice = '') => {
    const said = { names: chat.names(), turns: chat.turns(name), token, notice };
    return chatPage({ ...said, ...shownIn(context, name, web) });
  };
  for (const [path, type, body] of ASSETS)
    app.get(path, (context) => context.body(body, 200, { 'content-type': `${type}; charset=utf-8` }));
  app.use('/chat/*', onlyHere(web));
  app.get('/chat', (context) => context.redirect(addressOf(chat.names().at(-1) ?? FIRST_NAME, asOf(context))));
  app.get('/chat/new', (context) => context.redirect(addressOf(nextName(chat.names()), asOf(context))));
  app.get('/chat/:name{[1-9]\\d{0,3}}', (context) => context.html(page(context, context.req.param('name'))));
  app.get('/chat/:name{[1-9]\\d{0,3}}/complete', async (context) => {
    if (mayGoOn('completions', COMPLETIONS) > 0) return context.json({ typed: '', choices: [] }, 429);
    const line = (context.req.query('line') ?? '').slice(0, MAX_LINE_CHARS);
    const { language } = audienceOf(context, web);
    return context.json(await chat.complete(line, { in: context.req.param('name'), language }));
  });
  app.get('/chat/:name{[1-9]\\d{0,3}}/files/:turn{\\d{1,9}}', (context) => {
    const turn = chat.turns(context.req.param('name')).find(({ id }) => String(id) === context.req.param('turn'));
    return turn?.view.file === undefined ? answerMissing(context, web) : fileResponse(context, turn.view.file);
  });
  app.post('/chat/:name{[1-9]\\d{0,3}}', limitPost(web), async (context) => {
    const name = context.req.param('name');
    const { line, token: given, file, isScript } = await readPost(context);
    const { t, language } = audienceOf(context, web);
    const refuse = (notice: string, status: 403 | 429) =>
      isScript ? context.json({ notice }, status) : context.html(page(context, name, notice), status);
    if (!isSame(given, token)) return refuse(t('web.chatStale'), 403);
    const waitMs = mayGoOn('lines', LINES);
    if (waitMs > 0) return refuse(t('wrong.tooFast', { count: Math.ceil(waitMs / 1000) }), 429);
    const turn = await chat.say(line.slice(0, MAX_LINE_CHARS), { in: name, language, ...(file && { file }) });
    const shown = shownIn(context, name, web);
    if (isScript) return context.json({ html: turn === undefined ? '' : String(await turnHtml(turn, shown)) });
    return context.redirect(`${addressOf(name, shown.as)}${turn === undefined ? '' : `#t${turn.id}`}`, 303);
  });
  return app;
}

function asOf(context: Context): ShownAs {
  return readShownAs(context.req.query('as'));
}

function nextName(names: readonly string[]): string {
  return String(Math.max(0, ...names.map(Number)) + 1);
}

/** How a request wants to see a conversation. */
function shownIn(context: Context, chat: string, web: WebContext) {
  const { preview } = web;
  const [as, audience] = [asOf(context), audienceOf(context, web)];
  const beside = as === 'page' ? undefined : (view: View) => previewHtml(view, { preview, platform: as, audience });
  return { chat, as, audience, beside };
}

/** Whoever writes in the chat acts as the person who runs the bot: with `WEB_TOKEN`, they must have opened the control room. */
function onlyHere({ access, gate, ...web }: PageContext): MiddlewareHandler {
  return async (context, next) => {
    const audience = audienceOf(context, { ...web, access });
    const { t } = audience;
    if (!isLocal(context, access)) return context.html(messagePage(t('web.chatLocal'), audience), 403);
    if (gate.maySee(context)) return await next();
    return context.req.method === 'POST'
      ? context.json({ notice: t('web.chatStale') }, 403)
      : context.redirect('/control');
  };
}

function fileResponse(context: Context, { name, mediaType, text }: { name: string; mediaType: string; text: string }) {
  return context.body(text, 200, {
    'content-type': `${mediaType}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/gu, '_')}"`,
  });
}
