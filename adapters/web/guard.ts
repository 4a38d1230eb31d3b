import type { MiddlewareHandler } from 'hono';

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/** Pictures of articles come from their sites. Everything else is the page's own; nothing is embedded or sent elsewhere. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' https: http: data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'private, no-cache',
} as const;

/**
 * Lets only this machine's own names in: a foreign name that was made to point here (DNS rebinding) would let another site's
 * page read the library through a visitor's browser. Every answer forbids foreign scripts, embedding and foreign use.
 */
export const guard: MiddlewareHandler = async (context, next) => {
  const { method } = context.req;
  if (!LOOPBACK.test(context.req.header('host') ?? '')) {
    context.res = context.text('This page is only for the machine that it runs on. Open it as localhost.', 421);
  } else if (method !== 'GET' && method !== 'HEAD') {
    context.res = context.text('This page can only be read.', 405, { allow: 'GET, HEAD' });
  } else {
    await next();
  }
  for (const [name, value] of Object.entries(HEADERS)) {
    // A document of another kind has a policy of its own.
    if (!context.res.headers.has(name)) context.header(name, value);
  }
};
