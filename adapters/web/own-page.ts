import type { MiddlewareHandler } from 'hono';
import type { WebAccess } from './access.ts';

const TYPES = /^(?:application\/(?:json|x-www-form-urlencoded)|multipart\/form-data)(?:;|$)/iu;

/**
 * Lets only pages of this server post: another site's page could send something through a visitor's browser. Browsers name the
 * origin of every post; behind a proxy, it is the page's public address.
 */
export const requireOwnPage =
  ({ origin: own }: WebAccess): MiddlewareHandler =>
  async ({ req, text }, next) => {
    const origin = req.header('origin') ?? '';
    const site = req.header('sec-fetch-site') ?? 'same-origin';
    const isOwn = site === 'same-origin' && (origin === own || isOfHost(origin, req.header('host') ?? ''));
    if (!isOwn) return text('Only this page itself may post here. Open it in a browser.', 403);
    if (!TYPES.test(req.header('content-type') ?? '')) return text('Post JSON, or a form.', 415);
    return await next();
  };

function isOfHost(origin: string, host: string): boolean {
  return /^https?:/iu.test(origin) && URL.parse(origin)?.host === host.toLowerCase();
}
