import type { MiddlewareHandler } from 'hono';
import { isAllowedHost, type WebAccess } from './access.ts';

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
  // Forms of this page name their origin; other sites learn nothing.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'private, no-cache',
} as const;

const READ_ONLY = 'This page can only be read.';
const WRONG_HOST = 'This page is only for the machine that it runs on. Open it as localhost.';

/**
 * Lets in who opened the page by a name that it answers to. Every answer forbids foreign scripts, embedding and foreign use.
 * Only the chat and the control room can be posted to.
 */
export const createGuard =
  (access: WebAccess): MiddlewareHandler =>
  async (context, next) => {
    const { method, path } = context.req;
    const isRead = method === 'GET' || method === 'HEAD';
    if (!isAllowedHost(context.req.header('host') ?? '', access)) {
      context.res = context.text(
        access.isPublic ? `Open this page as ${access.origin ?? 'it is named'}.` : WRONG_HOST,
        421,
      );
    } else if (!isRead && !(method === 'POST' && /^\/(?:chat|control)\//.test(path))) {
      context.res = context.text(READ_ONLY, 405, { allow: 'GET, HEAD' });
    } else {
      await next();
    }
    for (const [name, value] of Object.entries(HEADERS)) {
      // A document of another kind has a policy of its own.
      if (!context.res.headers.has(name)) context.header(name, value);
    }
  };
