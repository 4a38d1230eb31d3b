import { Hono } from 'hono';
import { guard } from './guard.ts';

/** What is served. */
export interface HttpContext {
  /** Why the bot cannot do its work, a sentence each. */
  reasons(): Promise<readonly string[]>;
  /** The metrics in Prometheus' format. */
  metrics(): Promise<{ text: string; contentType: string }>;
  report(error: unknown): void;
}

/** The routes for programs that watch the bot. */
export function createApp({ reasons, metrics, report }: HttpContext): Hono {
  const app = new Hono();
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
