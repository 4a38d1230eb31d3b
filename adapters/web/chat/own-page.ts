import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { isSame } from '../control/gate.ts';

/** Why a post is refused. */
type Refusal = { status: 403 | 415; text: string };

const FOREIGN: Refusal = { status: 403, text: 'Only the chat page itself may post here. Open /chat in a browser.' };
const WRONG_TYPE: Refusal = { status: 415, text: 'Post JSON, or a form.' };
const TYPES = /^application\/(?:json|x-www-form-urlencoded)(?:;|$)/iu;
const TOKEN_BYTES = 24;

/** A secret that only this machine's pages know, new at each start. */
export function createToken(): { readonly value: string; matches(given: unknown): boolean } {
  const value = randomBytes(TOKEN_BYTES).toString('base64url');
  return { value, matches: (given) => typeof given === 'string' && isSame(given, value) };
}

/** Lets only pages of this server post. */
export const onlyOwnPages: MiddlewareHandler = async (context, next) => {
  const { req } = context;
  const host = req.header('host') ?? '';
  const site = req.header('sec-fetch-site') ?? 'same-origin';
  const isOwn = hostOf(req.header('origin')) === host.toLowerCase() && site === 'same-origin';
  const refusal = refusalOf(isOwn, req.header('content-type'));
  if (refusal === undefined) return await next();
  return context.text(refusal.text, refusal.status);
};

function refusalOf(isOwn: boolean, type = ''): Refusal | undefined {
  if (!isOwn) return FOREIGN;
  return TYPES.test(type) ? undefined : WRONG_TYPE;
}

function hostOf(origin: string | undefined): string | undefined {
  return origin !== undefined && /^https?:/iu.test(origin) && URL.canParse(origin) ? new URL(origin).host : undefined;
}
