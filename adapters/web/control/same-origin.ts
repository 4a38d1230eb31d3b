import type { MiddlewareHandler } from 'hono';
import type { WebAccess } from '../access.ts';

/**
 * Refuses what another site's page sends through a visitor's browser. Browsers name the origin of every form; behind a proxy, it
 * is the page's public address.
 */
export const requireSameOrigin =
  ({ origin: own }: WebAccess): MiddlewareHandler =>
  async (context, next) => {
    const origin = context.req.header('origin') ?? '';
    const isOwn = origin !== '' && (origin === own || URL.parse(origin)?.host === context.req.header('host'));
    if (isOwn) return await next();
    return context.text('This form comes from another page.', 403);
  };
