import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { guard } from './guard.ts';

/** What is served. */
export interface HttpContext {
  /** Why the bot cannot do its work, a sentence each. */
  reasons(): Promise<readonly string[]>;
  /** The metrics in Prometheus' format. */
  metrics(): Promise<{ text: string; contentType: string }>;
  /** Who answers posts to a path. They check by themselves who sends them. */
  handlerAt(path: string): ((request: Request) => Promise<Response>) | undefined;
  report(error: unknown): void;
}

const limited = bodyLimit({ maxSize: 1_000_000, onError: (context) => context.text('That is too long.', 413) });

/** The routes for programs that watch the bot. */
export function createApp({ reasons, metrics, handlerAt, report }: HttpContext): Hono {
  const app = new Hono();
  // The name in these requests is one that the platform uses.
  app.post('*', limited, async (context, next) => {
    const handle = handlerAt(context.req.path);
    return handle === undefined ? await next() : await handle(context.req.raw);
  });
  app.use(guard);
  // An answer proves that the event loop turns.
  app.get('/healthz', (context) => context.json({ alive: true }));
  app.get('/readyz', async (context) => {
    const found = await reasons();
    return found.length === 0
      ? context.json({ ready: true })
      : context.json({ ready: false, reasons: [...found] }, 503);
  });
  app.get('/metrics', async (context) => {
    const { text, contentType } = await metrics();
    return context.body(text, 200, { 'content-type': contentType });
  });
  app.notFound((context) => context.text('There are /healthz, /readyz and /metrics.', 404));
  app.onError((error, context) => {
    report(error);
    return context.text('That failed. The log says why.', 500);
  });
  return app;
}
