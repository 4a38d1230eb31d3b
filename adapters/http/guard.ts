import type { MiddlewareHandler } from 'hono';

/**
 * IP addresses, and names without a dot: `localhost`, or a service in a network of containers. No website can have such a name,
 * so a page that was made to point here (DNS rebinding) reads nothing.
 */
const LOCAL = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\]|[a-z0-9_-]+)(?::\d{1,5})?$/i;

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;

/** Lets local names in, to read only. */
export const guard: MiddlewareHandler = async (context, next) => {
  const { method } = context.req;
  if (!LOCAL.test(context.req.header('host') ?? '')) {
    context.res = context.text('Use an IP address, or a name without a dot.', 421);
  } else if (method !== 'GET' && method !== 'HEAD') {
    context.res = context.text('This can only be read.', 405, { allow: 'GET, HEAD' });
  } else {
    await next();
  }
  for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
};
