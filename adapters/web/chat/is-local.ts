import type { Context } from 'hono';
import { isLoopback, type WebAccess } from '../access.ts';

const LOOPBACK_ADDRESS = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/u;

/** The part of the server's request that tells the visitor's address. */
interface Bindings {
  incoming?: { socket?: { remoteAddress?: string } };
}

/**
 * Whether a request comes from this machine, to a page that is not public: by the name of the host, and by the visitor's own
 * address, since programs can claim any name.
 */
export function isLocal(context: Context, { isPublic }: Pick<WebAccess, 'isPublic'>): boolean {
  const { incoming } = (context.env ?? {}) as Bindings;
  const address = incoming?.socket?.remoteAddress;
  const isNear = address === undefined ? incoming === undefined : LOOPBACK_ADDRESS.test(address);
  return !isPublic && isNear && isLoopback(context.req.header('host') ?? '');
}
